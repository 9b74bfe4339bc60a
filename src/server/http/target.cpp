#include "server/http/target.h"

#include <algorithm>

#include "base/clean_text.h"

namespace openimr::server {
namespace {

constexpr std::size_t kMostValues = 100;

tl::unexpected<Error> refuse(std::string why) {
  return fail({ErrorCode::invalid, std::move(why), "", "", 0, 0, ""});
}

// The value of a hexadecimal digit, or -1.
int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

Result<std::string> decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const int high = i + 1 < text.size() ? digit(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? digit(text[i + 2]) : -1;
    if (high < 0 || low < 0) return refuse("The address has a percent sign without two hexadecimal digits.");
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (first_invalid_utf8(out) != std::string_view::npos) return refuse("The address is not UTF-8.");
  return out;
}

Result<std::string> decode_path(std::string_view raw) {
  std::string path;
  while (!raw.empty()) {
    const std::string_view part = raw.substr(0, raw.find('/', 1));
    raw.remove_prefix(part.size());
    auto decoded = decode(part.substr(1));
    if (!decoded) return decoded;
    if (*decoded == "." || *decoded == "..") return refuse("The path has a part '.' or '..'.");
    if (decoded->find_first_of("/\\") != std::string::npos) return refuse("The path has a slash within a part.");
    if (std::any_of(decoded->begin(), decoded->end(), is_control)) return refuse("The path has a control character.");
    path += '/';
    path += *decoded;
  }
  return path;
}

Result<Fields> decode_query(std::string_view raw) {
  Fields query;
  while (!raw.empty()) {
    const std::string_view pair = raw.substr(0, raw.find('&'));
    raw.remove_prefix(std::min(pair.size() + 1, raw.size()));
    if (pair.empty()) continue;
    if (query.size() == kMostValues) return refuse("The query has more than 100 values.");
    std::string spaced(pair);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    const auto equals = std::min(spaced.find('='), spaced.size());
    auto name = decode(std::string_view(spaced).substr(0, equals));
    auto value = decode(std::string_view(spaced).substr(std::min(equals + 1, spaced.size())));
    if (!name) return fail(name.error());
    if (!value) return fail(value.error());
    if (value->find('\0') != std::string::npos || std::any_of(name->begin(), name->end(), is_control))
      return refuse("The query has a control character.");
    query.add(std::move(*name), std::move(*value));
  }
  return query;
}

}  // namespace

Result<Target> read_target(std::string_view raw) {
  for (const std::string_view scheme : {"http://", "https://"})
    if (raw.starts_with(scheme)) {
      raw.remove_prefix(std::min(raw.find_first_of("/?", scheme.size()), raw.size()));
      if (raw.empty()) raw = "/";
      break;
    }
  if (!raw.starts_with('/')) return refuse("The address does not begin with a slash.");
  if (raw.find('#') != std::string_view::npos) return refuse("The address has a fragment.");
  const auto mark = std::min(raw.find('?'), raw.size());
  auto path = decode_path(raw.substr(0, mark));
  if (!path) return fail(path.error());
  auto query = decode_query(raw.substr(std::min(mark + 1, raw.size())));
  if (!query) return fail(query.error());
  return Target{std::move(*path), std::move(*query)};
}

}  // namespace openimr::server
