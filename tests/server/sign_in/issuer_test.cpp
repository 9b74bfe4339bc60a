// Sign-in by OpenID Connect with a real issuer, over the wire.
#include "server/sign_in/issuer.h"

#include "server/api/house.h"
#include "server/sign_in/openid.h"

namespace openimr::server {
namespace {

using testing::House;
using testing::Told;

const std::string kPublic = "http://127.0.0.1:9";
const std::string kCallback = kPublic + "/api/session/openid/callback";

std::string path_of(const std::string& address) {
  return address.starts_with(kPublic) ? address.substr(kPublic.size()) : address;
}

std::vector<std::string> cookies_of(const Told& told) {
  std::vector<std::string> out;
  for (const auto& [name, value] : told.headers)
    if (same_name(name, "Set-Cookie", Names::any_case)) out.push_back(value);
  return out;
}

std::string first_part(const std::string& cookie) {
  return cookie.substr(0, cookie.find(';'));
}

class AnIssuer : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!has_node()) GTEST_SKIP() << "node and npm are not installed, so no issuer runs: oidc-provider needs them";
    start({});
  }
  void start(const std::optional<testing::Certificate>& certificate) {
    house.reset();
    issuer = std::make_unique<RunningIssuer>(kCallback, certificate);
    std::filesystem::remove(folder.path() / "openid.db");
    house = std::make_unique<House>("sqlite:" + (folder.path() / "openid.db").string());
    // An issuer has a clock of its own, so ours is the real one too.
    house->api->shared().clock = [] {
      return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    };
    offer(
        {.issuer = issuer->address(), .client = "openimr", .client_secret = "a secret & more", .redirect = kCallback});
    const auto office = house->api->shared().offices.lend();
    const Accounts accounts((*office)->store(), PasswordCost::for_tests());
    for (const auto& [account, person] : {std::pair{"iris", "1001"}, std::pair{"walt", "1002"}})
      ASSERT_TRUE(accounts.set_openid(account, openid_subject(issuer->address(), person),
                                      {"console", house->api->shared().clock()}));
  }
  void offer(const OpenIdSettings& settings) {
    house->api->shared().openid = std::make_unique<OpenId>(settings, [settings](const FetchRequest& request) {
      return fetch(request, {.authorities = settings.authorities});
    });
  }

  struct Came {
    std::string location;
    std::string session;  // the cookie; empty: none
  };
  // A browser's whole way; `carried` in place of the cookie that we gave it, where there is one.
  Came sign_in(const std::string& person, bool second_factor, const std::string& carried = "") {
    const Told begun = house->ask("GET", "/api/session/openid", "", {});
    EXPECT_EQ(begun.status, 303) << begun.text;
    const auto given = cookies_of(begun);
    EXPECT_EQ(given.size(), 1U);
    if (given.empty()) return {};
    last = path_of(issuer->browse(std::string(begun.headers["Location"]), person, second_factor));
    cookie = first_part(given.front());
    return finish(carried.empty() ? cookie : carried);
  }
  Came finish(const std::string& with_cookie) {
    const Told told = house->ask("GET", last, "", {{"Cookie", with_cookie}});
    EXPECT_EQ(told.status, 303) << last << told.text;
    Came out{std::string(told.headers["Location"]), ""};
    for (const std::string& each : cookies_of(told))
      if (each.starts_with("openimr_session=")) out.session = first_part(each);
    return out;
  }

  testing::TempFolder folder;
  std::unique_ptr<RunningIssuer> issuer;
  std::unique_ptr<House> house;
  std::string last, cookie;  // of the last browser: where the issuer sent it, and what we had given it
};

TEST_F(AnIssuer, SignsPeopleIn) {
  const Came iris = sign_in("1001", true);
  EXPECT_EQ(iris.location, "/");
  ASSERT_FALSE(iris.session.empty());
  const Told session = house->ask("GET", "/api/session", "", {{"Cookie", iris.session}});
  EXPECT_EQ(session.body.at("account"), "iris");
  EXPECT_EQ(session.body.at("role"), "intake");
  EXPECT_EQ(sign_in("1002", false).location, "/") << "a party needs no second factor";

  // The same answer once more: its code is used up.
  EXPECT_EQ(finish(cookie).location, "/sign-in?problem=openid_refused");
  EXPECT_EQ(sign_in("1001", true, "openimr_openid=" + new_token()).location, "/sign-in?problem=openid_refused")
      << "another browser's answer";
  EXPECT_EQ(finish("other=1").location, "/sign-in?problem=openid_refused");
  const Came without = sign_in("1001", false);
  EXPECT_EQ(without.location, "/sign-in?problem=openid_refused") << "staff need a second factor";
  EXPECT_EQ(without.session, "");
  EXPECT_EQ(sign_in("1009", true).location, "/sign-in?problem=openid_refused") << "no account names this person";

  offer({.issuer = issuer->address(), .client = "openimr-public", .redirect = kCallback});
  EXPECT_EQ(sign_in("1001", true).location, "/") << "a public client, a token by ES256";
  offer({.issuer = issuer->address(), .client = "openimr", .client_secret = "a wrong one", .redirect = kCallback});
  EXPECT_EQ(sign_in("1001", true).location, "/sign-in?problem=openid_refused");
  offer({.issuer = issuer->address(),
         .client = "openimr-other",
         .client_secret = "a secret & more",
         .redirect = kCallback});
  EXPECT_EQ(sign_in("1001", true).location, "/sign-in?problem=openid_refused") << "a token by PS256 is not taken";

  OpenIdSettings by_email{.issuer = issuer->address(),
                          .client = "openimr",
                          .client_secret = "a secret & more",
                          .redirect = kCallback,
                          .claim = "email"};
  offer(by_email);
  {
    const auto office = house->api->shared().offices.lend();
    const Accounts accounts((*office)->store(), PasswordCost::for_tests());
    const By by{"console", house->api->shared().clock()};
    for (const auto& [account, address] :
         {std::pair{"quinn", "person-1001@example.org"}, std::pair{"mara", "person-1003@example.org"}})
      ASSERT_TRUE(accounts.set_openid(account, openid_subject(issuer->address(), address), by));
  }
  EXPECT_EQ(sign_in("1001", true).location, "/");
  EXPECT_EQ(sign_in("1003", true).location, "/sign-in?problem=openid_refused") << "an address that is not verified";

  issuer.reset();
  offer(by_email);
  const Told away = house->ask("GET", "/api/session/openid", "", {});
  EXPECT_EQ(away.headers["Location"], "/sign-in?problem=openid_unavailable");
  house->api->shared().openid.reset();
  EXPECT_EQ(house->ask("GET", "/api/session/openid", "", {}).status, 404);
  EXPECT_EQ(house->ask("GET", "/api/session/openid/callback", "", {}).status, 404);
}

TEST_F(AnIssuer, IsAskedOverTlsAndOnlyWhereItsCertificateIsTrusted) {
  const testing::Certificate own = testing::make_certificate(folder.path() / "own");
  const testing::Certificate others = testing::make_certificate(folder.path() / "others");
  start(own);
  OpenIdSettings settings{.issuer = issuer->address(),
                          .client = "openimr",
                          .client_secret = "a secret & more",
                          .redirect = kCallback,
                          .authorities = own.certificate};
  offer(settings);
  const Came iris = sign_in("1001", true);
  EXPECT_EQ(iris.location, "/");
  EXPECT_FALSE(iris.session.empty());

  const std::string away = "/sign-in?problem=openid_unavailable";
  const auto location = [&] {
    return std::string(house->ask("GET", "/api/session/openid", "", {}).headers["Location"]);
  };
  for (const std::string& authorities :
       {std::string(), others.certificate, (folder.path() / "none.pem").string(), own.key}) {
    settings.authorities = authorities;
    offer(settings);
    EXPECT_EQ(location(), away) << authorities;
  }
  settings.authorities = own.certificate;
  const std::string port = settings.issuer.substr(settings.issuer.rfind(':'));
  settings.issuer = "https://127.0.0.1" + port;
  offer(settings);
  EXPECT_EQ(location(), away) << "the certificate is for localhost";
}

}  // namespace
}  // namespace openimr::server
