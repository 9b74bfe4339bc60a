#include "records/visible_text.h"

#include <array>
#include <cstdint>

namespace openimr::records {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kLast = 0x10FFFF;

bool is_surrogate(char32_t c) {
  return c >= 0xD800 && c <= 0xDFFF;
}

// U+FB00 to U+FB06.
std::string_view letters_of_ligature(char32_t c) {
  static constexpr std::array<std::string_view, 7> kLetters = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return c >= 0xFB00 && c <= 0xFB06 ? kLetters[c - 0xFB00] : std::string_view();
}

bool is_space(char32_t c) {
  return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
  const bool direction =
      c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool no_width = c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
  return control || direction || no_width;
}

bool is_plain(char c) {
  return c >= ' ' && c <= '~';
}

}  // namespace

Character first_character(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(text[at]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return {kReplacement, 1};
  char32_t c = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {kReplacement, 1};
    c = (c << 6U) | (byte(i) & 0x3FU);
  }
  static constexpr std::array<char32_t, 5> kFirstOfLength = {0, 0, 0x80, 0x800, 0x10000};
  if (c < kFirstOfLength[bytes] || c > kLast || is_surrogate(c)) return {kReplacement, 1};
  return {c, bytes};
}

void append_utf8(std::string& out, char32_t character) {
  const char32_t c = character > kLast || is_surrogate(character) ? kReplacement : character;
  const auto add = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | (c >> 6U));
    add(0x80 | (c & 0x3FU));
  } else if (c < 0x10000) {
    add(0xE0 | (c >> 12U));
    add(0x80 | ((c >> 6U) & 0x3FU));
    add(0x80 | (c & 0x3FU));
  } else {
    add(0xF0 | (c >> 18U));
    add(0x80 | ((c >> 12U) & 0x3FU));
    add(0x80 | ((c >> 6U) & 0x3FU));
    add(0x80 | (c & 0x3FU));
  }
}

void append_visible(std::string& out, std::string_view foreign) {
  while (!foreign.empty()) {
    std::size_t plain = 0;
    while (plain < foreign.size() && is_plain(foreign[plain])) ++plain;
    out.append(foreign.substr(0, plain));
    foreign.remove_prefix(plain);
    if (foreign.empty()) return;
    const auto [character, bytes] = first_character(foreign);
    foreign.remove_prefix(bytes);
    if (const auto letters = letters_of_ligature(character); !letters.empty()) {
      out.append(letters);
    } else if (is_space(character)) {
      out += ' ';
    } else if (!is_invisible(character)) {
      append_utf8(out, character);
    }
  }
}

}  // namespace openimr::records
