#include "cli/reader/html_charset.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/clean_text.h"
#include "records/encodings.h"
#include "records/visible_text.h"

namespace openimr::reader {
namespace {

constexpr std::size_t kDeclaredWithin = 4096;
constexpr char32_t kReplacement = 0xFFFD;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return out;
}

// The name that stands behind `key` and "=", in lower case; empty where none does.
std::string name_behind(std::string_view start, std::string_view key) {
  for (auto at = start.find(key); at != std::string_view::npos; at = start.find(key, at + 1)) {
    const auto rest = start.substr(at + key.size());
    const auto equals = rest.find_first_not_of(" \t\r\n");
    if (equals == std::string_view::npos || rest[equals] != '=') continue;
    const auto begin = rest.find_first_not_of(" \t\r\n\"'", equals + 1);
    if (begin == std::string_view::npos) continue;
    return std::string(rest.substr(begin, rest.find_first_of(" \t\r\n\"';>/?", begin) - begin));
  }
  return {};
}

std::string declared_set(std::string_view bytes) {
  const std::string start = lower(bytes.substr(0, kDeclaredWithin));
  if (start.starts_with("<?xml")) {
    const auto name = name_behind(std::string_view(start).substr(0, start.find("?>")), "encoding");
    if (!name.empty()) return name;
  }
  return name_behind(start, "charset");
}

// The parser stops at NUL, and takes a form feed, which is white space, for no character at all.
std::string parsable(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '\0') {
      records::append_utf8(out, kReplacement);
    } else {
      out += c == '\f' ? ' ' : c;
    }
  }
  return out;
}

template <std::size_t N>
bool is_one_of(const std::string& name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::optional<std::string> html_as_utf8(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFE\xFF"sv)) return parsable(records::from_utf16(bytes.substr(2), true));
  if (bytes.starts_with("\xFF\xFE"sv)) return parsable(records::from_utf16(bytes.substr(2), false));
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return parsable(records::mended_utf8(bytes.substr(3)));

  // A page that calls itself UTF-16 in letters of one byte each is none.
  static constexpr std::array kUtf8 = {"utf-8"sv,  "utf8"sv,     "unicode-1-1-utf-8"sv,
                                       "utf-16"sv, "utf-16le"sv, "utf-16be"sv};
  static constexpr std::array kWindows = {"windows-1252"sv, "cp1252"sv,     "x-cp1252"sv, "iso-8859-1"sv,
                                          "iso8859-1"sv,    "iso_8859-1"sv, "latin1"sv,   "latin-1"sv,
                                          "l1"sv,           "us-ascii"sv,   "ascii"sv,    "ansi_x3.4-1968"sv};
  const std::string set = declared_set(bytes);
  if (is_one_of(set, kUtf8)) return parsable(records::mended_utf8(bytes));
  if (is_one_of(set, kWindows)) return parsable(records::from_windows_1252(bytes));
  if (!set.empty()) return std::nullopt;
  return parsable(first_invalid_utf8(bytes) == std::string_view::npos ? records::mended_utf8(bytes)
                                                                      : records::from_windows_1252(bytes));
}

}  // namespace openimr::reader
