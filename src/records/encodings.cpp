#include "records/encodings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/clean_text.h"
#include "records/visible_text.h"

namespace openimr::records {
namespace {

// 0x80 to 0x9F; the other bytes are the characters of their number.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                   0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

constexpr std::ptrdiff_t kOneInTwenty = 20;

bool is_control(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || byte == 0x7F;
}

bool is_text(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return false;
  return std::count_if(text.begin(), text.end(), is_control) * kOneInTwenty <= std::ssize(text);
}

}  // namespace

std::string mended_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const auto [code, length] = first_character(bytes);
    append_utf8(out, code);
    bytes.remove_prefix(length);
  }
  return out;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte);
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
    append_utf8(out, c);
  }
  return out;
}

std::string from_mixed(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t good = std::min(first_invalid_utf8(bytes), bytes.size());
    out += bytes.substr(0, good);
    bytes.remove_prefix(good);
    out += from_windows_1252(bytes.substr(0, 1));
    bytes.remove_prefix(std::min<std::size_t>(1, bytes.size()));
  }
  return out;
}

std::optional<std::string> text_file_as_utf8(std::string bytes) {
  using namespace std::string_view_literals;
  const std::string_view all = bytes;
  std::string text;
  if (all.starts_with("\xFE\xFF"sv)) {
    text = from_utf16(all.substr(2), true);
  } else if (all.starts_with("\xFF\xFE"sv)) {
    text = from_utf16(all.substr(2), false);
  } else if (first_invalid_utf8(all) == std::string::npos) {
    if (all.starts_with("\xEF\xBB\xBF"sv)) bytes.erase(0, 3);
    text = std::move(bytes);
  } else {
    text = from_mixed(all);
  }
  if (!is_text(text)) return std::nullopt;
  return text;
}

}  // namespace openimr::records
