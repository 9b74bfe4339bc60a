// /api/session over the wire: what is answered, which cookies are set, and what no trick gets around.
#include "server/api/house.h"

namespace openimr::server {
namespace {

using testing::House;
using testing::Person;
using testing::Told;
using Json = nlohmann::json;

class TheSession : public ::testing::Test {
 protected:
  Told enter(const Json& body, Headers headers = {}) {
    return house.ask("POST", "/api/session", body.dump(), std::move(headers));
  }
  // A party's account, which needs no code.
  Told walt(const std::string& password = testing::kPassword) {
    return enter({{"account", "walt"}, {"password", password}});
  }
  static std::string cookie_of(const Told& told) {
    const std::string cookie(told.headers["Set-Cookie"]);
    return cookie.substr(0, cookie.find(';'));
  }
  Told session(const std::string& cookie) { return house.ask("GET", "/api/session", "", {{"Cookie", cookie}}); }

  testing::TempFolder folder;
  House house{"sqlite:" + (folder.path() / "session.db").string()};
};

TEST_F(TheSession, IsShownToWhoSignedIn) {
  const Told in = walt();
  ASSERT_EQ(in.status, 200) << in.text;
  const std::string cookie(in.headers["Set-Cookie"]);
  EXPECT_TRUE(cookie.starts_with("openimr_session=")) << cookie;
  EXPECT_TRUE(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict")) << cookie;
  EXPECT_EQ(in.text.find(cookie_of(in).substr(16)), std::string::npos) << "the token is in the cookie alone";
  EXPECT_EQ(in.headers["Cache-Control"], "no-store");
  const Told shown = session(cookie_of(in));
  EXPECT_EQ(shown.body, in.body);
  EXPECT_EQ(shown.body.at("account"), "walt");
  EXPECT_EQ(shown.body.at("name"), "Person walt");
  EXPECT_EQ(shown.body.at("today"), "2026-03-02");
  EXPECT_EQ(shown.body.at("idle_minutes"), 30);
  EXPECT_TRUE(shown.body.at("until").get<std::string>().starts_with("2026-03-03T00:0")) << shown.text;
}

TEST_F(TheSession, IsBoundToTheHostWhereTheConnectionIsSecure) {
  house.api->shared().public_url = "https://imr.example";
  const Told in = walt();
  const std::string cookie(in.headers["Set-Cookie"]);
  EXPECT_TRUE(cookie.starts_with("__Host-openimr_session=")) << cookie;
  EXPECT_TRUE(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure")) << cookie;
  EXPECT_EQ(session(cookie_of(in)).status, 200);
  EXPECT_EQ(session(cookie_of(in).substr(7)).status, 401) << "under the other name it is not taken";
}

struct Refused {
  const char* about;
  Json body;
  int status;
  std::string code;
};

TEST_F(TheSession, IsRefusedInTheSameWordsWhateverIsWrong) {
  const Refused rows[] = {
      {"a wrong password", {{"account", "walt"}, {"password", "wrong"}}, 401, "sign_in_refused"},
      {"nobody", {{"account", "nobody"}, {"password", testing::kPassword}}, 401, "sign_in_refused"},
      {"no id at all", {{"account", "../../iris"}, {"password", testing::kPassword}}, 401, "sign_in_refused"},
      {"a wrong code",
       {{"account", "iris"}, {"password", testing::kPassword}, {"code", "12345"}},
       401,
       "sign_in_refused"},
      {"no code", {{"account", "iris"}, {"password", testing::kPassword}}, 401, "second_factor_needed"},
      {"no password", {{"account", "walt"}}, 422, ""},
      {"an empty one", {{"account", "walt"}, {"password", ""}}, 422, ""},
      {"another kind", {{"account", "walt"}, {"password", Json::array({testing::kPassword})}}, 422, ""},
      {"a field too many", {{"account", "walt"}, {"password", testing::kPassword}, {"role", "quality"}}, 422, ""},
      {"a long one", {{"account", "walt"}, {"password", std::string(201, 'x')}}, 422, ""},
  };
  std::string words;
  for (const Refused& row : rows) {
    const Told told = enter(row.body);
    EXPECT_EQ(told.status, row.status) << row.about << told.text;
    EXPECT_FALSE(told.headers.has("Set-Cookie")) << row.about;
    EXPECT_EQ(told.text.find(testing::kPassword), std::string::npos) << row.about;
    if (!row.code.empty()) EXPECT_EQ(told.body.value("code", ""), row.code) << row.about;
    if (row.code != "sign_in_refused") continue;
    if (words.empty()) words = told.body.at("detail");
    EXPECT_EQ(told.body.at("detail"), words) << row.about;
  }
  EXPECT_EQ(enter("no object").status, 422);
  EXPECT_EQ(enter({{"account", "walt"}, {"password", testing::kPassword}}, {{"Content-Type", "text/plain"}}).status,
            415)
      << "what a form of another site can send";
}

TEST_F(TheSession, LocksAndMakesWait) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(walt("wrong").body.value("code", ""), "sign_in_refused");
  EXPECT_EQ(walt().body.value("code", ""), "sign_in_refused") << "locked";
  for (int i = 0; i < 14; ++i) enter({{"account", "nobody-" + std::to_string(i)}, {"password", "wrong"}});
  const Told told = enter({{"account", "wanda"}, {"password", testing::kPassword}});
  EXPECT_EQ(told.status, 429);
  EXPECT_EQ(told.body.value("code", ""), "too_many_tries");
  const int seconds = std::stoi("0" + std::string(told.headers["Retry-After"]));
  EXPECT_GT(seconds, 800);
  EXPECT_LE(seconds, 900);
}

// Whoever plants a cookie in somebody's browser before they sign in gets nothing by it.
TEST_F(TheSession, IsNeverTheOneThatWasThereBefore) {
  const Told attacker = enter({{"account", "wanda"}, {"password", testing::kPassword}});
  const std::string planted = cookie_of(attacker);
  const Told victim = enter({{"account", "walt"}, {"password", testing::kPassword}}, {{"Cookie", planted}});
  ASSERT_EQ(victim.status, 200);
  EXPECT_NE(cookie_of(victim), planted);
  EXPECT_EQ(session(planted).status, 401) << "the one before has ended";
  EXPECT_EQ(session(cookie_of(victim)).body.at("account"), "walt");
  const Told chosen = enter({{"account", "walt"}, {"password", testing::kPassword}},
                            {{"Cookie", "openimr_session=" + std::string(43, 'A')}});
  EXPECT_EQ(chosen.status, 200);
  EXPECT_EQ(session("openimr_session=" + std::string(43, 'A')).status, 401);
}

TEST_F(TheSession, EndsByItsOwnRequestAlone) {
  const Person wanda = house.sign_in("wanda"), other = house.sign_in("walt");
  const auto end = [&](Headers headers) {
    headers.add("Cookie", wanda.cookie());
    return house.ask("DELETE", "/api/session", "", std::move(headers));
  };
  EXPECT_EQ(end({}).body.value("code", ""), "csrf");
  EXPECT_EQ(end({{"X-CSRF-Token", ""}}).body.value("code", ""), "csrf");
  EXPECT_EQ(end({{"X-CSRF-Token", other.csrf()}}).body.value("code", ""), "csrf");
  EXPECT_EQ(end({{"X-CSRF-Token", wanda.csrf()}, {"Origin", "https://evil.example"}}).body.value("code", ""),
            "other_site");
  EXPECT_EQ(end({{"X-CSRF-Token", wanda.csrf()}, {"Sec-Fetch-Site", "cross-site"}}).body.value("code", ""),
            "other_site");
  EXPECT_EQ(wanda.get("/api/session").status, 200);
  const Told out = end({{"X-CSRF-Token", wanda.csrf()}, {"Sec-Fetch-Site", "same-origin"}});
  EXPECT_EQ(out.status, 204);
  EXPECT_EQ(out.headers["Set-Cookie"], "openimr_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
  EXPECT_EQ(wanda.get("/api/session").status, 401);
  EXPECT_EQ(end({{"X-CSRF-Token", wanda.csrf()}}).status, 401);
  EXPECT_EQ(other.get("/api/session").status, 200);
}

TEST_F(TheSession, IsNotBegunForAnotherSite) {
  const Json body = {{"account", "walt"}, {"password", testing::kPassword}};
  EXPECT_EQ(enter(body, {{"Origin", "https://evil.example"}}).body.value("code", ""), "other_site");
  EXPECT_EQ(enter(body, {{"Sec-Fetch-Site", "cross-site"}}).body.value("code", ""), "other_site");
  EXPECT_EQ(enter(body, {{"Origin", "http://localhost"}, {"Sec-Fetch-Site", "same-origin"}}).status, 200);
}

TEST_F(TheSession, GoesOnWhereThePasswordIsChanged) {
  const Person here = house.sign_in("walt"), elsewhere = house.sign_in("walt");
  const auto change = [&](const std::string& old, const std::string& now) {
    return here.post("/api/session/password", {{"password", old}, {"new_password", now}});
  };
  EXPECT_EQ(change("wrong", "seven green kettles").body.value("code", ""), "sign_in_refused");
  const Told common = change(testing::kPassword, "password12345");
  EXPECT_EQ(common.status, 422);
  EXPECT_EQ(common.body.value("code", ""), "password_refused");
  EXPECT_EQ(common.body.value("detail", ""),
            "the password is one that very many people have. Take a few words that do not belong together.");
  EXPECT_EQ(elsewhere.get("/api/session").status, 200);
  EXPECT_EQ(change(testing::kPassword, "seven green kettles").status, 204);
  EXPECT_EQ(here.get("/api/session").status, 200);
  EXPECT_EQ(elsewhere.get("/api/session").status, 401);
  EXPECT_EQ(walt().status, 401);
  EXPECT_EQ(walt("seven green kettles").status, 200);
  EXPECT_EQ(
      house.nobody().post("/api/session/password", {{"password", "x"}, {"new_password", "seven red kettles"}}).status,
      401);
}

}  // namespace
}  // namespace openimr::server
