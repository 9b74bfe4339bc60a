#include "cli/reader/html_charset.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/clean_text.h"
#include "records/visible_text.h"

namespace openimr::reader {
namespace {

constexpr std::size_t kDeclaredWithin = 4096;
constexpr char32_t kReplacement = 0xFFFD;

// 0x80 to 0x9F; the other bytes are the characters of their number.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                   0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

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
void append(std::string& out, char32_t character) {
  records::append_utf8(out, character == 0 ? kReplacement : character == '\f' ? ' ' : character);
}

std::string from_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const auto [code, length] = records::first_character(bytes);
    append(out, code);
    bytes.remove_prefix(length);
  }
  return out;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    append(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte);
  }
  return out;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<std::uint8_t>(bytes[at]);
    const auto second = static_cast<std::uint8_t>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? (first << 8U) | second : (second << 8U) | first);
  };
  std::string out;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      }
    }
    append(out, c);
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
  if (bytes.starts_with("\xFE\xFF"sv)) return from_utf16(bytes.substr(2), true);
  if (bytes.starts_with("\xFF\xFE"sv)) return from_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return from_utf8(bytes.substr(3));

  // A page that calls itself UTF-16 in letters of one byte each is none.
  static constexpr std::array kUtf8 = {"utf-8"sv,  "utf8"sv,     "unicode-1-1-utf-8"sv,
                                       "utf-16"sv, "utf-16le"sv, "utf-16be"sv};
  static constexpr std::array kWindows = {"windows-1252"sv, "cp1252"sv,     "x-cp1252"sv, "iso-8859-1"sv,
                                          "iso8859-1"sv,    "iso_8859-1"sv, "latin1"sv,   "latin-1"sv,
                                          "l1"sv,           "us-ascii"sv,   "ascii"sv,    "ansi_x3.4-1968"sv};
  const std::string set = declared_set(bytes);
  if (is_one_of(set, kUtf8)) return from_utf8(bytes);
  if (is_one_of(set, kWindows)) return from_windows_1252(bytes);
  if (!set.empty()) return std::nullopt;
  return first_invalid_utf8(bytes) == std::string_view::npos ? from_utf8(bytes) : from_windows_1252(bytes);
}

}  // namespace openimr::reader
