#include "server/http/etag.h"

#include <array>

#include <sodium.h>

namespace openimr::server {
namespace {

std::string_view without_coding(std::string_view tag) {
  for (const std::string_view ending : {"-gzip\"", "-br\""})
    if (tag.ends_with(ending)) return tag.substr(0, tag.size() - ending.size());
  return tag.ends_with('"') ? tag.substr(0, tag.size() - 1) : tag;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::string tag_of(std::string_view bytes) {
  constexpr std::size_t kBytes = 16;
  std::array<unsigned char, kBytes> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     nullptr, 0);
  std::array<char, 2 * kBytes + 1> digits{};
  sodium_bin2hex(digits.data(), digits.size(), hash.data(), hash.size());
  return '"' + std::string(digits.data()) + '"';
}

std::string coded_tag(std::string_view tag, std::string_view coding) {
  return std::string(without_coding(tag)) + '-' + std::string(coding) + '"';
}

bool names_tag(std::string_view header, std::string_view tag, Weak weak) {
  while (!header.empty()) {
    std::string_view one = trimmed(header.substr(0, header.find(',')));
    header.remove_prefix(std::min(header.find(','), header.size() - 1) + 1);
    if (one == "*") return true;
    if (one.starts_with("W/")) {
      if (weak == Weak::no) continue;
      one.remove_prefix(2);
    }
    if (one.size() > 1 && one.ends_with('"') && without_coding(one) == without_coding(tag)) return true;
  }
  return false;
}

}  // namespace openimr::server
