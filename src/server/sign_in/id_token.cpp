#include "server/sign_in/id_token.h"

#include <algorithm>
#include <memory>

#include <cjose/cjose.h>
#include <sodium.h>

#include "server/accounts/sessions.h"

namespace openimr::server {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestToken = 16U << 10U;
constexpr std::int64_t kClocksDiffer = 60;
constexpr std::int64_t kOldest = 600;
constexpr std::size_t kFewestBits = 2048;

struct Released {
  void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
  void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
};
using Token = std::unique_ptr<cjose_jws_t, Released>;
using Key = std::unique_ptr<cjose_jwk_t, Released>;

tl::unexpected<Error> refused(const char* what) {
  return fail(
      {ErrorCode::wrong_use, what, "", "", 0, 0, "Sign in again; if it stays, see the settings of the issuer."});
}

std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

json header_of(std::string_view token) {
  const auto part = token.substr(0, token.find('.'));
  std::string bytes(part.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), part.data(), part.size(), nullptr,
                        &size, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
    return {};
  return json::parse(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size), nullptr, false);
}

// A key that may have signed it: of the kind of the algorithm, for signatures, with the id that the token names.
Key fitting(const json& described, const std::string& algorithm, const std::string& id) {
  const std::string kind = text_of(described, "kty"), use = text_of(described, "use");
  const std::string own = text_of(described, "alg");
  if (kind != (algorithm == "RS256" ? "RSA" : "EC") || (!use.empty() && use != "sig")) return nullptr;
  if ((!own.empty() && own != algorithm) || (!id.empty() && text_of(described, "kid") != id)) return nullptr;
  if (algorithm == "ES256" && text_of(described, "crv") != "P-256") return nullptr;
  const std::string text = described.dump();
  Key key(cjose_jwk_import(text.data(), text.size(), nullptr));
  if (key != nullptr && algorithm == "RS256" && cjose_jwk_get_keysize(key.get(), nullptr) < kFewestBits) return nullptr;
  return key;
}

bool is_signed(cjose_jws_t* token, std::string_view keys, const std::string& algorithm, const std::string& id) {
  const json set = json::parse(keys, nullptr, false);
  if (!set.is_object() || !set.contains("keys") || !set["keys"].is_array()) return false;
  return std::any_of(set["keys"].begin(), set["keys"].end(), [&](const json& described) {
    const Key key = described.is_object() ? fitting(described, algorithm, id) : nullptr;
    return key != nullptr && cjose_jws_verify(token, key.get(), nullptr);
  });
}

bool is_for(const json& claims, const std::string& client) {
  const json audience = claims.value("aud", json());
  if (audience == client) return true;
  const bool is_one_of = audience.is_array() && std::find(audience.begin(), audience.end(), client) != audience.end();
  return is_one_of && (audience.size() == 1 || text_of(claims, "azp") == client);
}

std::int64_t time_of(const json& claims, const char* key) {
  const auto found = claims.find(key);
  return found != claims.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

}  // namespace

Result<json> claims_of(std::string_view token, std::string_view keys, const IdTokenWanted& wanted, store::Instant now) {
  if (token.size() > kLongestToken) return refused("the issuer's token is too long");
  const json header = header_of(token);
  if (!header.is_object()) return refused("the issuer's token is none");
  const std::string algorithm = text_of(header, "alg");
  if ((algorithm != "RS256" && algorithm != "ES256") || header.contains("crit"))
    return refused("the issuer's token is signed in a way that is not taken");
  const Token parsed(cjose_jws_import(token.data(), token.size(), nullptr));
  if (parsed == nullptr) return refused("the issuer's token is none");
  if (!is_signed(parsed.get(), keys, algorithm, text_of(header, "kid")))
    return fail({ErrorCode::not_found, "no key of the issuer signed its token", "", "", 0, 0, "Sign in again."});
  std::uint8_t* bytes = nullptr;
  std::size_t size = 0;
  if (!cjose_jws_get_plaintext(parsed.get(), &bytes, &size, nullptr)) return refused("the issuer's token is none");
  json claims = json::parse(bytes, bytes + size, nullptr, false);
  if (!claims.is_object()) return refused("the issuer's token is none");
  const std::int64_t second = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  const std::int64_t made = time_of(claims, "iat");
  if (text_of(claims, "iss") != wanted.issuer) return refused("the token is of another issuer");
  if (!is_for(claims, wanted.client)) return refused("the token is for another client");
  if (!same_secret(text_of(claims, "nonce"), wanted.nonce)) return refused("the token answers another question");
  if (time_of(claims, "exp") <= second - kClocksDiffer) return refused("the token has expired");
  if (made > second + kClocksDiffer || made < second - kOldest) return refused("the token was not made just now");
  return claims;
}

}  // namespace openimr::server
