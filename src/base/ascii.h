// What a byte of ASCII is, whatever the locale.
#pragma once

namespace openimr {

inline bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
inline bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_letter(char c) {
  return is_lower(c) || is_capital(c);
}
inline bool is_white(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
inline char lower(char c) {
  return is_capital(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}

}  // namespace openimr
