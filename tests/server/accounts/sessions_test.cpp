// Sessions: how long one holds, what ends it in every process, and what a token must be. On both databases.
#include "server/accounts/invented.h"

namespace openimr::server {
namespace {

class ASession : public store::OnBoth {
 protected:
  const std::string address = new_address();
  Process one{address};
  Process other{address};
};
OPENIMR_ON_BOTH(ASession);

TEST_P(ASession, HoldsInEveryProcess) {
  const auto opened = one.session("iris", one.made("iris"), kNine);
  for (Process* process : {&one, &other}) {
    const auto session = process->sessions.who(opened.token, kNine + 10s).value();
    ASSERT_TRUE(session);
    EXPECT_EQ(session->who, (Who{"iris", "Invented iris", "intake"}));
    EXPECT_EQ(session->csrf, opened.session.csrf);
    EXPECT_EQ(session->id, opened.session.id);
    EXPECT_EQ(session->opened, kNine);
    EXPECT_EQ(session->until, kNine + 12h);
  }
}

TEST_P(ASession, HasATokenThatTheStoreDoesNotHold) {
  const auto opened = one.session("iris", one.made("iris"), kNine);
  EXPECT_EQ(opened.token.size(), 43U);
  EXPECT_EQ(opened.token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
            std::string::npos);
  const auto heads = one.store.heads().value();
  for (const store::StreamHead& head : heads) {
    EXPECT_EQ(head.stream.text().find(opened.token), std::string::npos);
    const auto events = one.store.read(head.stream).value();
    for (const store::Event& event : events) EXPECT_EQ(event.payload.find(opened.token), std::string::npos);
  }
}

TEST_P(ASession, IsNotForForgedTokens) {
  const auto opened = one.session("iris", one.made("iris"), kNine);
  std::string changed = opened.token;
  changed[20] = changed[20] == 'A' ? 'B' : 'A';
  const std::vector<std::string> forged = {"",
                                           "x",
                                           changed,
                                           opened.token.substr(1),
                                           opened.token + "A",
                                           opened.session.id,
                                           opened.session.csrf,
                                           std::string(43, 'A'),
                                           std::string(42, 'A') + std::string(1, '\0'),
                                           std::string(100'000, 'A'),
                                           "../session/" + opened.session.id};
  for (const std::string& token : forged) EXPECT_FALSE(one.holds(token, kNine)) << token.substr(0, 100);
  EXPECT_TRUE(one.holds(opened.token, kNine));
}

TEST_P(ASession, EndsAfterHalfAnHourWithoutARequest) {
  const std::string key = one.made("iris");
  const auto idle = one.session("iris", key, kNine);
  EXPECT_TRUE(one.holds(idle.token, kNine + 30min - 1ms));
  const auto left = one.session("iris", key, kNine + 1h);
  EXPECT_FALSE(one.holds(left.token, kNine + 1h + 30min));
  EXPECT_FALSE(other.holds(left.token, kNine + 1h + 30min));
  // A request in another process keeps it alive in this one.
  const auto kept = one.session("iris", key, kNine + 4h);
  Instant now = kNine + 4h;
  for (int i = 0; i < 6; ++i) {
    now += 29min;
    EXPECT_TRUE((i % 2 == 0 ? one : other).holds(kept.token, now)) << i;
  }
}

TEST_P(ASession, EndsAfterTwelveHoursInAnyCase) {
  const auto opened = one.session("iris", one.made("iris"), kNine);
  Instant now = kNine;
  for (; now < kNine + 12h; now += 20min) EXPECT_TRUE(one.holds(opened.token, now));
  EXPECT_TRUE(one.holds(opened.token, kNine + 12h - 1ms));
  EXPECT_FALSE(one.holds(opened.token, kNine + 12h));
  EXPECT_FALSE(other.holds(opened.token, kNine + 12h));
}

TEST_P(ASession, NotesThatItWasSeenOnceAMinute) {
  const auto opened = one.session("iris", one.made("iris"), kNine);
  const std::string stream = "session/" + opened.session.id;
  for (int second = 0; second < 150; ++second) EXPECT_TRUE(one.holds(opened.token, kNine + second * 1s));
  EXPECT_EQ(one.events(stream), (std::vector<std::string>{"session-opened", "session-seen", "session-seen"}));
}

TEST_P(ASession, EndsAtOnceEverywhereBySigningOut) {
  const auto opened = one.session("iris", one.made("iris"), kNine);
  EXPECT_TRUE(one.holds(opened.token, kNine));
  EXPECT_TRUE(other.holds(opened.token, kNine));
  ASSERT_TRUE(other.sessions.end(opened.token, kNine + 1s));
  EXPECT_FALSE(one.holds(opened.token, kNine + 1s));
  EXPECT_FALSE(other.holds(opened.token, kNine + 1s));
  ASSERT_TRUE(one.sessions.end(opened.token, kNine + 2s)) << "once more changes nothing";
  ASSERT_TRUE(one.sessions.end("no token", kNine + 2s));
  EXPECT_EQ(one.events("session/" + opened.session.id), (std::vector<std::string>{"session-opened", "session-ended"}));
}

struct Change {
  const char* name;
  Result<void> (*make)(const Accounts&, const By&);
  bool ends;
};

TEST_P(ASession, EndsWithWhatEndsAllOfItsAccount) {
  const Change changes[] = {
      {"another password",
       [](const Accounts& all, const By& by) { return all.set_password("iris", "eight red kettles", by); }, true},
      {"another second factor",
       [](const Accounts& all, const By& by) -> Result<void> {
         const auto done = all.set_second_factor("iris", by);
         return done ? Result<void>{} : fail(done.error());
       },
       true},
      {"a subject of OpenID", [](const Accounts& all, const By& by) { return all.set_openid("iris", "5ubject", by); },
       false},
      {"disabled", [](const Accounts& all, const By& by) { return all.disable("iris", by); }, true},
  };
  one.made("iris");
  for (const Change& change : changes) {
    const auto account = one.accounts.find("iris").value();
    const auto first = one.sessions.open(account, "Invented iris", kNine).value();
    const auto second = other.sessions.open(account, "Invented iris", kNine).value();
    EXPECT_TRUE(one.holds(first.token, kNine)) << change.name;
    ASSERT_TRUE(change.make(one.accounts, {"console", kNine})) << change.name;
    for (Process* process : {&one, &other}) {
      EXPECT_EQ(process->holds(first.token, kNine + 1s), !change.ends) << change.name;
      EXPECT_EQ(process->holds(second.token, kNine + 1s), !change.ends) << change.name;
    }
  }
}

TEST_P(ASession, DoesNotComeBackWithItsAccount) {
  const auto opened = one.session("iris", one.made("iris"), kNine);
  ASSERT_TRUE(one.accounts.disable("iris", {"console", kNine}));
  ASSERT_TRUE(one.accounts.enable("iris", {"console", kNine}));
  EXPECT_FALSE(one.holds(opened.token, kNine + 1s));
}

TEST_P(ASession, GoesOnWhereItsOwnPersonChangedThePassword) {
  const std::string key = one.made("iris");
  const auto mine = one.session("iris", key, kNine);
  const auto elsewhere = other.session("iris", key, kNine + 1min);
  ASSERT_TRUE(one.accounts.set_password("iris", "eight red kettles", {"intake:iris", kNine + 2min}));
  ASSERT_TRUE(one.sessions.keep(mine.token, kNine + 2min));
  EXPECT_TRUE(one.holds(mine.token, kNine + 2min));
  EXPECT_TRUE(other.holds(mine.token, kNine + 2min));
  EXPECT_FALSE(one.holds(elsewhere.token, kNine + 2min));
  EXPECT_FALSE(other.holds(elsewhere.token, kNine + 2min));
  EXPECT_TRUE(one.sessions.keep("no token", kNine));
}

TEST_P(ASession, IsAnotherOneAtEachSignIn) {
  const std::string key = one.made("iris");
  const auto first = one.session("iris", key, kNine);
  const auto second = one.session("iris", key, kNine + 1min);
  EXPECT_NE(first.token, second.token);
  EXPECT_NE(first.session.csrf, second.session.csrf);
  EXPECT_NE(first.session.id, second.session.id);
}

TEST_P(ASession, HasACsrfTokenThatTellsNothing) {
  const std::string token = new_token();
  EXPECT_EQ(csrf_of(token), csrf_of(token));
  EXPECT_NE(csrf_of(token), csrf_of(new_token()));
  EXPECT_EQ(csrf_of(token).size(), 64U);
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "ab"));
  EXPECT_FALSE(same_secret("", "abc"));
}

TEST_P(ASession, SaysWhereTheStoreIsDamaged) {
  const auto opened = one.session("iris", one.made("iris"), kNine);
  const auto stream = store::StreamId::of("session/" + opened.session.id).value();
  ASSERT_TRUE(one.store.append(stream, {1}, {{"session-stretched", kNine, "intake:iris", "{}"}}));
  const auto who = one.sessions.who(opened.token, kNine);
  ASSERT_FALSE(who);
  EXPECT_EQ(who.error().code, ErrorCode::invalid);
  EXPECT_EQ(who.error().to_string(),
            "this is no event of a session: 'version 2'. Check the store: openimr store verify.");
}

}  // namespace
}  // namespace openimr::server
