#include "server/api/paging.h"

#include <charconv>

#include <sodium.h>

namespace openimr::server {
namespace {

constexpr int kMostRows = 200;
constexpr std::size_t kLongest = 600;
constexpr char kBetween = '\n';
constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::optional<store::ListPlace> place_of(std::string_view cursor) {
  if (cursor.size() > kLongest) return {};
  std::string text(cursor.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(text.data()), text.size(), cursor.data(), cursor.size(),
                        nullptr, &size, nullptr, kVariant) != 0)
    return {};
  text.resize(size);
  const auto between = text.find(kBetween);
  if (between == std::string::npos) return {};
  return store::ListPlace{text.substr(0, between), text.substr(between + 1)};
}

}  // namespace

tl::expected<PageAsked, Problem> page_asked(const Request& request) {
  PageAsked out;
  if (const auto limit = request.query.find("limit")) {
    const auto [end, failed] = std::from_chars(limit->data(), limit->data() + limit->size(), out.limit);
    if (failed != std::errc() || end != limit->data() + limit->size() || out.limit < 1 || out.limit > kMostRows)
      return tl::unexpected(bad_request("limit: write a number from 1 to 200."));
  }
  if (const auto cursor = request.query.find("cursor"); cursor && !cursor->empty()) {
    out.after = place_of(*cursor);
    if (!out.after) return tl::unexpected(bad_request("cursor: give `next` of the page before."));
  }
  return out;
}

std::string cursor_of(const store::ListPlace& place) {
  const std::string text = place.sort + kBetween + place.stream;
  std::string out(sodium_base64_encoded_len(text.size(), kVariant), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), kVariant);
  out.resize(out.find('\0'));
  return out;
}

nlohmann::ordered_json next_cursor(const std::vector<store::ListPlace>& places, int limit) {
  if (static_cast<int>(places.size()) < limit) return {};
  return cursor_of(places.back());
}

}  // namespace openimr::server
