#include "server/sign_in/openid.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sodium.h>

#include "server/accounts/account.h"
#include "server/accounts/sessions.h"
#include "server/sign_in/id_token.h"

namespace openimr::server {
namespace {

using nlohmann::json;

constexpr std::chrono::minutes kKnownFor{10};
constexpr std::chrono::minutes kAnewAtMost{1};
constexpr std::size_t kLongestCode = 4096;
constexpr std::size_t kLongestClaim = 255;
constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t kHashLetters = 43;

// State, nonce and verifier: each follows from the secret, and none from another.
std::string derived(std::string_view secret, std::string_view what) {
  return store::Hasher().text("openimr openid flow 1").text(what).text(secret).finish().hex();
}

// RFC 7636, 4.2: the SHA-256 of the verifier.
std::string challenge_of(const std::string& verifier) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size());
  std::array<char, kHashLetters + 1> text{};
  sodium_bin2base64(text.data(), text.size(), hash.data(), hash.size(), kBase64);
  return std::string(text.data());
}

std::string base64(const std::string& text) {
  std::string out(sodium_base64_encoded_len(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  out.pop_back();
  return out;
}

tl::unexpected<Error> refused(const char* what) {
  return fail({ErrorCode::wrong_use, what, "", "", 0, 0, "Sign in again."});
}

tl::unexpected<Error> not_sound(const std::string& issuer) {
  return fail({ErrorCode::invalid, "the issuer of OpenID Connect does not answer as one", issuer, "", 0, 0,
               "See the address of the issuer, and that it offers the authorization code flow."});
}

Result<json> json_of(const Result<Fetched>& fetched, const std::string& issuer) {
  if (!fetched) return fail(fetched.error());
  json body = json::parse(fetched->body, nullptr, false);
  if (fetched->status != 200 || !body.is_object()) return not_sound(issuer);
  return body;
}

std::string text_of(const json& object, const std::string& key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace

// What the issuer says of itself, read again after ten minutes; its keys anew, where none of them signed a token.
Result<OpenId::Issuer> OpenId::issuer(store::Instant now, bool anew) {
  const std::lock_guard lock(mutex_);
  if (known_ && now < known_->read + (anew ? kAnewAtMost : kKnownFor)) return *known_;
  const std::string slash = settings_.issuer.ends_with('/') ? "" : "/";
  const auto said = json_of(fetch_({settings_.issuer + slash + ".well-known/openid-configuration"}), settings_.issuer);
  if (!said) return fail(said.error());
  Issuer out{text_of(*said, "authorization_endpoint"), text_of(*said, "token_endpoint"), text_of(*said, "jwks_uri"), "",
             now};
  if (text_of(*said, "issuer") != settings_.issuer || out.authorization.empty() || out.token.empty() ||
      out.keys_address.empty())
    return not_sound(settings_.issuer);
  const auto keys = json_of(fetch_({out.keys_address}), settings_.issuer);
  if (!keys) return fail(keys.error());
  out.keys = keys->dump();
  known_ = std::move(out);
  return *known_;
}

Result<OpenIdBegun> OpenId::begin(store::Instant now) {
  const auto known = issuer(now);
  if (!known) return fail(known.error());
  OpenIdBegun out;
  out.secret = new_token();
  out.address = fmt::format(
      "{}{}response_type=code&client_id={}&redirect_uri={}&scope={}&state={}&nonce={}&code_challenge={}"
      "&code_challenge_method=S256",
      known->authorization, known->authorization.find('?') == std::string::npos ? '?' : '&',
      percent_encoded(settings_.client), percent_encoded(settings_.redirect),
      settings_.claim == "email" ? "openid%20email" : "openid", derived(out.secret, "state"),
      derived(out.secret, "nonce"), challenge_of(derived(out.secret, "verifier")));
  return out;
}

Result<std::string> OpenId::id_token(const Issuer& issuer, std::string_view secret, std::string_view code) {
  FetchRequest request{
      issuer.token, fmt::format("grant_type=authorization_code&code={}&redirect_uri={}&client_id={}&code_verifier={}",
                                percent_encoded(code), percent_encoded(settings_.redirect),
                                percent_encoded(settings_.client), derived(secret, "verifier"))};
  if (!settings_.client_secret.empty())
    request.authorization =
        "Basic " + base64(percent_encoded(settings_.client) + ":" + percent_encoded(settings_.client_secret));
  const auto fetched = fetch_(request);
  if (!fetched) return fail(fetched.error());
  if (fetched->status != 200) return refused("the issuer does not know the code");
  const auto body = json_of(fetched, settings_.issuer);
  if (!body) return fail(body.error());
  return text_of(*body, "id_token");
}

Result<OpenIdPerson> OpenId::finish(std::string_view secret, std::string_view state, std::string_view code,
                                    store::Instant now) {
  if (secret.empty() || !same_secret(state, derived(secret, "state")))
    return refused("the answer is not to a question of this browser");
  if (code.empty() || code.size() > kLongestCode) return refused("the issuer gave no code");
  auto known = issuer(now);
  if (!known) return fail(known.error());
  const auto token = id_token(*known, secret, code);
  if (!token) return fail(token.error());
  const IdTokenWanted wanted{settings_.issuer, settings_.client, derived(secret, "nonce")};
  auto claims = claims_of(*token, known->keys, wanted, now);
  if (!claims && claims.error().code == ErrorCode::not_found) {
    known = issuer(now, true);
    if (!known) return fail(known.error());
    claims = claims_of(*token, known->keys, wanted, now);
  }
  if (!claims) return fail(claims.error());
  const std::string person = text_of(*claims, settings_.claim);
  if (person.empty() || person.size() > kLongestClaim) return refused("the token does not say who it is");
  if (settings_.claim == "email" && claims->value("email_verified", json()) != true)
    return refused("the issuer has not verified the address");
  const json ways = claims->value("amr", json::array());
  const bool by_second_factor = ways.is_array() && std::find(ways.begin(), ways.end(), "mfa") != ways.end();
  return OpenIdPerson{openid_subject(settings_.issuer, person),
                      by_second_factor || settings_.second_factor == "always"};
}

}  // namespace openimr::server
