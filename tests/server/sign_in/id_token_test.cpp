// ID tokens: one that is right, and each way in which one can be wrong or forged.
#include "server/sign_in/id_token.h"

#include <gtest/gtest.h>

#include "server/sign_in/signing.h"

namespace openimr::server {
namespace {

constexpr std::int64_t kSecond = 1'445'245'200;
constexpr store::Instant kNow{std::chrono::seconds(kSecond)};
const IdTokenWanted kWanted{"https://login.example", "openimr", "the-nonce"};

Json sound() {
  return {{"iss", "https://login.example"}, {"aud", "openimr"},   {"sub", "1001"},
          {"nonce", "the-nonce"},           {"iat", kSecond - 5}, {"exp", kSecond + 300}};
}
Json with(const char* claim, const Json& value) {
  Json out = sound();
  out[claim] = value;
  return out;
}
Json without(const char* claim) {
  Json out = sound();
  out.erase(claim);
  return out;
}
std::string said(const std::string& token, const Json& keys) {
  const auto claims = claims_of(token, keys.dump(), kWanted, kNow);
  return claims ? "" : claims.error().message;
}

TEST(IdToken, IsTakenWhereAllIsRight) {
  for (const SigningKeyPair& key : {SigningKeyPair::rsa("k1"), SigningKeyPair::ec("k1")}) {
    const auto claims = claims_of(key.sign(sound()), key.set().dump(), kWanted, kNow);
    ASSERT_TRUE(claims) << claims.error().to_string();
    EXPECT_EQ(claims->at("sub"), "1001");
  }
}

struct Row {
  const char* about;
  Json claims;
  std::string message;
};

TEST(IdToken, HasClaimsForUsAndForNow) {
  const auto key = SigningKeyPair::ec("k1");
  const std::string issuer = "the token is of another issuer", audience = "the token is for another client",
                    nonce = "the token answers another question", expired = "the token has expired",
                    old = "the token was not made just now", none = "the issuer's token is none";
  const Row rows[] = {
      {"another issuer", with("iss", "https://login.example.evil.example"), issuer},
      {"an issuer with a slash more", with("iss", "https://login.example/"), issuer},
      {"no issuer", without("iss"), issuer},
      {"issuer of another kind", with("iss", Json::array({"https://login.example"})), issuer},
      {"another client", with("aud", "other"), audience},
      {"no client", without("aud"), audience},
      {"us alone in a list", with("aud", Json::array({"openimr"})), ""},
      {"us among others", with("aud", Json::array({"openimr", "other"})), audience},
      {"an empty list", with("aud", Json::array()), audience},
      {"another nonce", with("nonce", "another-n"), nonce},
      {"no nonce", without("nonce"), nonce},
      {"expired a minute ago", with("exp", kSecond - 60), expired},
      {"expired within a minute", with("exp", kSecond - 59), ""},
      {"no end", without("exp"), expired},
      {"an end that is no number", with("exp", "9999999999"), expired},
      {"made a minute from now", with("iat", kSecond + 60), ""},
      {"made later", with("iat", kSecond + 61), old},
      {"made ten minutes ago", with("iat", kSecond - 600), ""},
      {"made before", with("iat", kSecond - 601), old},
      {"no time", without("iat"), old},
      {"no object", Json::array({sound()}), none},
      {"no JSON", "iss", none},
  };
  for (const Row& row : rows) EXPECT_EQ(said(key.sign(row.claims), key.set()), row.message) << row.about;
  Json several = with("aud", Json::array({"openimr", "other"}));
  several["azp"] = "openimr";
  EXPECT_EQ(said(key.sign(several), key.set()), "") << "given to us by name";
}

TEST(IdToken, IsSignedByAKeyOfTheIssuer) {
  const auto key = SigningKeyPair::rsa("k1"), same_name = SigningKeyPair::rsa("k1"), other = SigningKeyPair::ec("k2");
  const std::string nobody = "no key of the issuer signed its token";
  EXPECT_EQ(said(same_name.sign(sound()), key.set()), nobody);
  EXPECT_EQ(said(other.sign(sound()), key.set()), nobody);
  EXPECT_EQ(said(key.sign(sound(), {{"kid", "k9"}}), key.set()), nobody);
  const Json both = {{"keys", {other.described(), same_name.described(), key.described()}}};
  EXPECT_EQ(said(key.sign(sound()), both), "");
  EXPECT_EQ(said(key.sign(sound()), {{"keys", Json::array()}}), nobody);
  EXPECT_EQ(said(key.sign(sound()), {{"keys", {7, "x", nullptr, Json::object()}}}), nobody);
  EXPECT_EQ(said(key.sign(sound()), Json::object()), nobody);
  Json encrypts = key.described();
  encrypts["use"] = "enc";
  EXPECT_EQ(said(key.sign(sound()), {{"keys", {encrypts}}}), nobody) << "a key for something else";
  Json named = key.described();
  named["alg"] = "RS512";
  EXPECT_EQ(said(key.sign(sound()), {{"keys", {named}}}), nobody) << "a key for another algorithm";
  const auto small = SigningKeyPair::rsa("k1", 1024);
  EXPECT_EQ(said(small.sign(sound()), small.set()), nobody) << "a key of 1024 bits";
}

TEST(IdToken, IsNotTakenWhereSomebodyChangedOrForgedIt) {
  const auto key = SigningKeyPair::rsa("k1");
  const std::string way = "the issuer's token is signed in a way that is not taken",
                    none = "the issuer's token is none", nobody = "no key of the issuer signed its token";
  const std::string token = key.sign(sound());
  const auto dot = token.find('.'), second = token.find('.', dot + 1);
  const std::string signature = token.substr(second + 1);
  // Another person behind the same signature.
  EXPECT_EQ(said(token.substr(0, dot + 1) + base64url(with("sub", "1").dump()) + "." + signature, key.set()), nobody);
  for (std::size_t at = second + 1; at < token.size(); at += 40) {
    std::string changed = token;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_EQ(said(changed, key.set()), nobody) << at;
  }
  for (const char* algorithm : {"none", "None", "NONE", "", "HS256", "HS512", "RS1", "RS384", "PS256", "ES384"})
    EXPECT_EQ(said(unsigned_token({{"alg", algorithm}, {"kid", "k1"}}, sound(), signature), key.set()), way)
        << algorithm;
  EXPECT_EQ(said(unsigned_token(Json{{"alg", "none"}}, sound()), key.set()), way);
  EXPECT_EQ(said(unsigned_token(Json{{"kid", "k1"}}, sound(), signature), key.set()), way);
  EXPECT_EQ(said(key.sign(sound(), {{"crit", Json::array({"exp"})}}), key.set()), way);
  // The public key as the secret of an HMAC.
  const Json mixed = {{"keys", {{{"kty", "oct"}, {"kid", "k1"}, {"k", base64url("secret")}}}}};
  EXPECT_EQ(said(unsigned_token({{"alg", "HS256"}, {"kid", "k1"}}, sound(), signature), mixed), way);
  EXPECT_EQ(said(unsigned_token({{"alg", "RS256"}, {"kid", "k1"}}, sound(), signature), mixed), nobody);
  // The token's own key is no key of the issuer.
  const auto own = SigningKeyPair::rsa("k1");
  EXPECT_EQ(said(own.sign(sound(), {{"jwk", own.described()}}), key.set()), nobody);
  for (const std::string& nonsense : std::vector<std::string>{"", ".", "..", "a.b.c", "{}", token.substr(0, dot),
                                                              token.substr(0, second), std::string(100, '.')})
    EXPECT_EQ(said(nonsense, key.set()), none) << nonsense;
  EXPECT_EQ(said(token + std::string(20'000, 'A'), key.set()), "the issuer's token is too long");
  EXPECT_EQ(said(token + ".x", key.set()), none);
}

}  // namespace
}  // namespace openimr::server
