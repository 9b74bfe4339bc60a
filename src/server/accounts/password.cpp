#include "server/accounts/password.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>
#include <sodium.h>

#include "base/clean_text.h"

namespace openimr::server {
namespace {

// What very many people choose; digits and signs around it do not make it better.
constexpr std::array<std::string_view, 24> kCommon = {
    "password",   "passwort", "passphrase", "passwordpassword", "qwerty",   "qwertyuiop", "qwertzuiop",    "asdfghjkl",
    "abcdefghij", "letmein",  "letmeinnow", "welcome",          "changeme", "iloveyou",   "administrator", "superuser",
    "football",   "baseball", "sunshine",   "princess",         "dragon",   "trustno",    "openimr",       "secret"};
constexpr std::size_t kFewestDifferent = 5;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U;
}

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// What is left without the digits and signs at both ends.
std::string_view core_of(std::string_view text) {
  while (!text.empty() && !is_letter(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
  return text;
}

// "123456789012", "abcdefghijkl": each character is the one behind the one before.
bool is_a_row(std::string_view text) {
  const auto next = [](char one, char other) {
    return other == one + 1 || other == one - 1 || (one == '9' && other == '0') || (one == '0' && other == '9');
  };
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!next(text[i - 1], text[i])) return false;
  }
  return true;
}

bool is_common(std::string_view small) {
  return is_a_row(small) || std::find(kCommon.begin(), kCommon.end(), core_of(small)) != kCommon.end();
}

tl::unexpected<Error> refused(std::string message, std::string remedy) {
  return fail({ErrorCode::wrong_use, std::move(message), "", "", 0, 0, std::move(remedy)});
}

}  // namespace

Result<void> check_password(std::string_view password, std::string_view account, std::string_view name) {
  const auto characters = static_cast<std::size_t>(
      std::count_if(password.begin(), password.end(), [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
  const bool has_control =
      std::any_of(password.begin(), password.end(), [](unsigned char c) { return c < 0x20U || c == 0x7FU; });
  if (first_invalid_utf8(password) != std::string_view::npos || has_control)
    return refused("the password is no text of letters, digits and signs", "Leave out what no keyboard writes.");
  if (characters < kShortestPassword)
    return refused("the password is too short",
                   fmt::format("Take at least {} characters; a few words that you remember do.", kShortestPassword));
  if (characters > kLongestPassword)
    return refused("the password is too long", fmt::format("Take at most {} characters.", kLongestPassword));
  const std::string small = in_small_letters(password);
  if (small == in_small_letters(account) || small == in_small_letters(name))
    return refused("the password is the name of its account", "Take something that nobody can look up.");
  if (std::set<char>(small.begin(), small.end()).size() < kFewestDifferent || is_common(small))
    return refused("the password is one that very many people have", "Take a few words that do not belong together.");
  return {};
}

Result<std::string> hash_password(std::string_view password, PasswordCost cost) {
  std::array<char, crypto_pwhash_STRBYTES> out{};
  if (crypto_pwhash_str_alg(out.data(), password.data(), password.size(), cost.passes, cost.bytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    return fail({ErrorCode::unavailable, "there is not enough memory to hash a password", "", "", 0, 0,
                 "Try again when less is going on."});
  return std::string(out.data());
}

bool password_fits(std::string_view password, const std::string& hash, PasswordCost cost) {
  if (hash.empty()) {
    (void)hash_password(password, cost);
    return false;
  }
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace openimr::server
