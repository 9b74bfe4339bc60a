// Sign-in by OpenID Connect, with an issuer that says what the test wants: what is asked of it, and when its word does.
#include "server/sign_in/openid.h"

#include <map>

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "server/accounts/account.h"
#include "server/sign_in/signing.h"

namespace openimr::server {
namespace {

using namespace std::chrono_literals;

constexpr store::Instant kNine{std::chrono::seconds(1'445'245'200)};
constexpr const char* kIssuer = "https://login.example";

std::string parameter(const std::string& address, const std::string& name) {
  std::string value;
  RE2::PartialMatch(address, "[?&]" + name + "=([^&]*)", &value);
  return value;
}

// An issuer that keeps to the rules unless told otherwise.
class Issuer {
 public:
  Fetch fetch() {
    return [this](const FetchRequest& request) -> Result<Fetched> {
      asked.push_back(request);
      if (away) return fail({ErrorCode::unavailable, "away", "", "", 0, 0, ""});
      if (request.address.ends_with("/.well-known/openid-configuration")) return Fetched{200, discovery.dump()};
      if (request.address == "https://login.example/keys") return Fetched{200, keys.dump()};
      return Fetched{token_status, Json{{"id_token", key.sign(claims)}, {"access_token", "x"}}.dump()};
    };
  }

  SigningKeyPair key = SigningKeyPair::ec("k1");
  Json keys = key.set();
  Json discovery = {{"issuer", kIssuer},
                    {"authorization_endpoint", "https://login.example/auth"},
                    {"token_endpoint", "https://login.example/token"},
                    {"jwks_uri", "https://login.example/keys"}};
  Json claims = {{"iss", kIssuer}, {"aud", "openimr"}, {"sub", "1001"}, {"iat", 1'445'245'200}, {"exp", 1'445'245'500}};
  int token_status = 200;
  bool away = false;
  std::vector<FetchRequest> asked;
};

class ByOpenId : public ::testing::Test {
 protected:
  OpenIdSettings settings{.issuer = kIssuer,
                          .client = "openimr",
                          .client_secret = "a secret & more",
                          .redirect = "https://imr.example/api/session/openid/callback"};
  Issuer issuer;

  // From the beginning to the end, the issuer signing what it was asked.
  Result<OpenIdPerson> sign_in() {
    OpenId openid(settings, issuer.fetch());
    const auto begun = openid.begin(kNine);
    if (!begun) return fail(begun.error());
    issuer.claims["nonce"] = parameter(begun->address, "nonce");
    return openid.finish(begun->secret, parameter(begun->address, "state"), "the code", kNine);
  }
  std::string said() {
    const auto person = sign_in();
    return person ? "" : person.error().message;
  }
};

TEST_F(ByOpenId, AsksTheIssuerWithPkceStateAndNonce) {
  OpenId openid(settings, issuer.fetch());
  const auto begun = openid.begin(kNine).value();
  const std::string& address = begun.address;
  EXPECT_TRUE(address.starts_with("https://login.example/auth?response_type=code&client_id=openimr&")) << address;
  EXPECT_EQ(parameter(address, "redirect_uri"), "https%3A%2F%2Fimr.example%2Fapi%2Fsession%2Fopenid%2Fcallback");
  EXPECT_EQ(parameter(address, "scope"), "openid");
  EXPECT_EQ(parameter(address, "code_challenge_method"), "S256");
  EXPECT_EQ(parameter(address, "code_challenge").size(), 43U);
  EXPECT_EQ(address.find(begun.secret), std::string::npos);
  const auto again = openid.begin(kNine).value();
  for (const char* each : {"state", "nonce", "code_challenge"})
    EXPECT_NE(parameter(address, each), parameter(again.address, each)) << each;
  EXPECT_EQ(issuer.asked.size(), 2U) << "discovery and keys, once";

  issuer.claims["nonce"] = parameter(address, "nonce");
  const auto person = openid.finish(begun.secret, parameter(address, "state"), "the code", kNine);
  ASSERT_TRUE(person) << person.error().to_string();
  EXPECT_EQ(person->subject, openid_subject(kIssuer, "1001"));
  EXPECT_FALSE(person->by_second_factor);
  const FetchRequest& asked = issuer.asked.back();
  EXPECT_EQ(asked.address, "https://login.example/token");
  EXPECT_EQ(asked.authorization, "Basic b3BlbmltcjphJTIwc2VjcmV0JTIwJTI2JTIwbW9yZQ==");
  EXPECT_EQ(parameter("?" + asked.form, "code"), "the%20code");
  EXPECT_EQ(parameter("?" + asked.form, "grant_type"), "authorization_code");
  // The verifier is what the challenge was made of (RFC 7636, 4.6).
  const std::string verifier = parameter("?" + asked.form, "code_verifier");
  std::string hash(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                     reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size());
  EXPECT_EQ(base64url(hash), parameter(address, "code_challenge"));
}

TEST_F(ByOpenId, TakesTheAnswerToThisBrowsersQuestionAlone) {
  OpenId openid(settings, issuer.fetch());
  const auto mine = openid.begin(kNine).value(), others = openid.begin(kNine).value();
  const std::string state = parameter(mine.address, "state");
  const auto said_of = [&](std::string_view secret, std::string_view with_state, std::string_view code) {
    const auto person = openid.finish(secret, with_state, code, kNine);
    return person ? "" : person.error().message;
  };
  const std::string another = "the answer is not to a question of this browser";
  issuer.asked.clear();
  EXPECT_EQ(said_of(others.secret, state, "c"), another);
  EXPECT_EQ(said_of("", state, "c"), another);
  EXPECT_EQ(said_of(mine.secret, "", "c"), another);
  EXPECT_EQ(said_of("", "", "c"), another);
  EXPECT_EQ(said_of(mine.secret, state + "0", "c"), another);
  EXPECT_EQ(said_of(mine.secret, state, ""), "the issuer gave no code");
  EXPECT_EQ(said_of(mine.secret, state, std::string(5000, 'c')), "the issuer gave no code");
  EXPECT_TRUE(issuer.asked.empty()) << "the issuer is not asked for nothing";
  issuer.claims["nonce"] = parameter(others.address, "nonce");
  EXPECT_EQ(said_of(mine.secret, state, "c"), "the token answers another question") << "a token that is replayed";
}

TEST_F(ByOpenId, KnowsAPersonByTheClaimOfTheSettings) {
  settings.claim = "email";
  issuer.claims["email"] = "quinn@example.org";
  EXPECT_EQ(said(), "the issuer has not verified the address");
  issuer.claims["email_verified"] = "true";
  EXPECT_EQ(said(), "the issuer has not verified the address") << "a word is no truth";
  issuer.claims["email_verified"] = true;
  EXPECT_EQ(sign_in()->subject, openid_subject(kIssuer, "quinn@example.org"));
  EXPECT_EQ(parameter(OpenId(settings, issuer.fetch()).begin(kNine)->address, "scope"), "openid%20email");
  issuer.claims.erase("email");
  EXPECT_EQ(said(), "the token does not say who it is");
  settings.claim = "sub";
  for (const Json& sub : {Json(), Json(7), Json(""), Json(std::string(256, 'x'))}) {
    issuer.claims["sub"] = sub;
    EXPECT_EQ(said(), "the token does not say who it is") << sub;
  }
}

TEST_F(ByOpenId, HearsOfTheSecondFactor) {
  for (const Json& amr : {Json(), Json("mfa"), Json::array({"pwd"}), Json::array({7})}) {
    issuer.claims["amr"] = amr;
    EXPECT_FALSE(sign_in()->by_second_factor) << amr;
  }
  issuer.claims["amr"] = Json::array({"pwd", "mfa"});
  EXPECT_TRUE(sign_in()->by_second_factor);
  issuer.claims.erase("amr");
  settings.second_factor = "always";
  EXPECT_TRUE(sign_in()->by_second_factor);
}

TEST_F(ByOpenId, SaysWhereTheIssuerIsNotOne) {
  const std::string none = "the issuer of OpenID Connect does not answer as one";
  issuer.discovery["issuer"] = "https://other.example";
  EXPECT_EQ(said(), none);
  issuer.discovery["issuer"] = kIssuer;
  for (const char* field : {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
    const Json kept = issuer.discovery[field];
    issuer.discovery.erase(field);
    EXPECT_EQ(said(), none) << field;
    issuer.discovery[field] = kept;
  }
  issuer.keys = "no object";
  EXPECT_EQ(said(), none);
  issuer.keys = issuer.key.set();
  issuer.token_status = 400;
  EXPECT_EQ(said(), "the issuer does not know the code");
  issuer.away = true;
  EXPECT_EQ(sign_in().error().code, ErrorCode::unavailable);
}

TEST_F(ByOpenId, ReadsTheKeysAnewWhereTheyHaveChangedOnceAMinute) {
  OpenId openid(settings, issuer.fetch());
  const auto begun = openid.begin(kNine).value();
  issuer.claims["nonce"] = parameter(begun.address, "nonce");
  const std::string state = parameter(begun.address, "state");
  issuer.key = SigningKeyPair::ec("k2");
  issuer.keys = issuer.key.set();
  const auto at = [&](store::Instant now) { return openid.finish(begun.secret, state, "c", now).has_value(); };
  EXPECT_FALSE(at(kNine + 59s)) << "read a moment ago";
  EXPECT_TRUE(at(kNine + 60s));
  issuer.asked.clear();
  EXPECT_TRUE(at(kNine + 61s));
  EXPECT_EQ(issuer.asked.size(), 1U) << "the token alone";
}

}  // namespace
}  // namespace openimr::server
