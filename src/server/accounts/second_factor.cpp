#include "server/accounts/second_factor.h"

#include <array>
#include <cstdlib>
#include <memory>

#include <fmt/format.h>
#include <liboath/oath.h>
#include <sodium.h>

namespace openimr::server {
namespace {

constexpr std::size_t kKeyBytes = 20;
constexpr unsigned kDigits = 6;
constexpr std::int64_t kSeconds = 30;
constexpr std::size_t kLongestCode = 10;

struct Freed {
  void operator()(char* text) const { std::free(text); }
};
using OathText = std::unique_ptr<char, Freed>;

}  // namespace

std::string new_second_factor() {
  std::array<char, kKeyBytes> key{};
  randombytes_buf(key.data(), key.size());
  char* text = nullptr;
  std::size_t size = 0;
  if (oath_base32_encode(key.data(), key.size(), &text, &size) != OATH_OK) return {};
  const OathText owned(text);
  sodium_memzero(key.data(), key.size());
  return {text, size};
}

std::string otpauth_url(std::string_view account, std::string_view key) {
  return fmt::format("otpauth://totp/OpenIMR:{}?secret={}&issuer=OpenIMR&algorithm=SHA1&digits={}&period={}", account,
                     key, kDigits, kSeconds);
}

std::int64_t step_of(store::Instant now) {
  return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count() / kSeconds;
}

std::string code_of(std::string_view key, std::int64_t step, unsigned digits) {
  char* bytes = nullptr;
  std::size_t size = 0;
  if (key.empty() || oath_base32_decode(key.data(), key.size(), &bytes, &size) != OATH_OK) return {};
  const OathText owned(bytes);
  std::string code(digits + 1, '\0');
  if (oath_totp_generate(bytes, size, step * kSeconds, kSeconds, OATH_TOTP_DEFAULT_START_TIME, digits, code.data()) !=
      OATH_OK)
    return {};
  code.pop_back();
  return code;
}

std::optional<std::int64_t> step_of_code(std::string_view key, std::string_view code, store::Instant now,
                                         std::int64_t last) {
  // Apps show "123 456", and people type it so.
  std::string digits;
  for (const char c : code.substr(0, kLongestCode)) {
    if (c != ' ') digits += c;
  }
  std::optional<std::int64_t> found;
  const std::int64_t now_step = step_of(now);
  for (std::int64_t step = now_step - 1; step <= now_step + 1; ++step) {
    const std::string right = code_of(key, step);
    const bool fits = !right.empty() && right.size() == digits.size() &&
                      sodium_memcmp(right.data(), digits.data(), right.size()) == 0;
    if (fits && step > last) found = step;
  }
  return found;
}

}  // namespace openimr::server
