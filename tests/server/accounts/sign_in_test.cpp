// Signing in: what opens the door, what does not, and what happens to who keeps trying. On both databases.
#include <thread>

#include "server/accounts/invented.h"
#include "support/engine.h"

namespace openimr::server {
namespace {

using Names = std::vector<std::string>;

class SigningIn : public store::OnBoth {
 protected:
  const std::string address = new_address();
  Process one{address};
};
OPENIMR_ON_BOTH(SigningIn);

TEST_P(SigningIn, NeedsAccountPasswordAndCode) {
  const std::string key = one.made("iris");
  const std::string code = code_of(key, step_of(kNine));
  EXPECT_EQ(one.answer("iris", "seven green kettle", code, kNine), SignInAnswer::refused);
  EXPECT_EQ(one.answer("nobody", kPassword, code, kNine), SignInAnswer::refused);
  EXPECT_EQ(one.answer("no such id at all!", kPassword, code, kNine), SignInAnswer::refused);
  EXPECT_EQ(one.answer("iris", kPassword, "", kNine), SignInAnswer::second_factor_needed);
  EXPECT_EQ(one.answer("iris", kPassword, "123", kNine), SignInAnswer::refused);
  const auto outcome = one.enter("iris", kPassword, code, kNine);
  ASSERT_EQ(outcome.answer, SignInAnswer::signed_in);
  EXPECT_EQ(outcome.opened->session.who, (Who{"iris", "Invented iris", "intake"}));
  EXPECT_EQ(outcome.opened->session.until, kNine + 12h);
  EXPECT_EQ(one.accounts.find("iris")->last_sign_in, kNine);
}

TEST_P(SigningIn, IsWithoutASecondFactorForPartiesAlone) {
  const By by{"console", kNine};
  for (const std::string_view role : kRoles) {
    const std::string id = "in-" + std::string(role);
    ASSERT_TRUE(one.accounts.create({id, std::string(role), "Invented Person", kPassword}, by));
    EXPECT_EQ(one.answer(id, kPassword, "", kNine),
              is_party(role) ? SignInAnswer::signed_in : SignInAnswer::second_factor_not_set)
        << role;
    EXPECT_EQ(one.answer(id, kPassword, "123456", kNine),
              is_party(role) ? SignInAnswer::signed_in : SignInAnswer::second_factor_not_set)
        << role;
  }
  const std::string key = one.made("pat", "applicant");
  EXPECT_EQ(one.answer("pat", kPassword, "", kNine), SignInAnswer::second_factor_needed) << "who has one, uses it";
  EXPECT_EQ(one.answer("pat", kPassword, code_of(key, step_of(kNine)), kNine), SignInAnswer::signed_in);
}

TEST_P(SigningIn, TakesNoCodeTwice) {
  const std::string key = one.made("iris");
  const std::string code = code_of(key, step_of(kNine));
  EXPECT_EQ(one.answer("iris", kPassword, code, kNine), SignInAnswer::signed_in);
  Process other(address);
  EXPECT_EQ(other.answer("iris", kPassword, code, kNine + 1s), SignInAnswer::refused);
  EXPECT_EQ(other.answer("iris", kPassword, code_of(key, step_of(kNine) - 1), kNine + 1s), SignInAnswer::refused);
  EXPECT_EQ(other.answer("iris", kPassword, code_of(key, step_of(kNine) + 1), kNine + 1s), SignInAnswer::signed_in);
}

TEST_P(SigningIn, OfTwoAtOnceWithOneCodeOnlyOneIsIn) {
  const std::string key = one.made("iris");
  const std::string code = code_of(key, step_of(kNine));
  std::vector<SignInAnswer> answers(4);
  std::vector<std::thread> all;
  for (SignInAnswer& answer : answers) {
    all.emplace_back([&] {
      Process process(address);
      answer = process.answer("iris", kPassword, code, kNine);
    });
  }
  for (std::thread& each : all) each.join();
  EXPECT_EQ(std::count(answers.begin(), answers.end(), SignInAnswer::signed_in), 1);
  EXPECT_EQ(std::count(answers.begin(), answers.end(), SignInAnswer::refused), 3);
}

TEST_P(SigningIn, TwoOfOneAccountAtOnceAreBothIn) {
  const By by{"console", kNine};
  ASSERT_TRUE(one.accounts.create({"pat", "applicant", "Pat Invented", kPassword}, by));
  std::vector<std::string> tokens(4);
  std::vector<std::thread> all;
  for (std::string& token : tokens) {
    all.emplace_back([&] {
      Process process(address);
      token = process.enter("pat", kPassword, "", kNine).opened->token;
    });
  }
  for (std::thread& each : all) each.join();
  std::sort(tokens.begin(), tokens.end());
  EXPECT_EQ(std::unique(tokens.begin(), tokens.end()), tokens.end());
  for (const std::string& token : tokens) EXPECT_TRUE(one.holds(token, kNine + 1min));
}

struct Lock {
  int number;
  std::chrono::minutes lasts;
};

TEST_P(SigningIn, LocksAfterFiveFailuresAndLongerEachTime) {
  const std::string key = one.made("iris");
  Instant now = kNine;
  int addresses = 0;
  for (const Lock& lock :
       std::vector<Lock>{{1, 15min}, {2, 30min}, {3, 60min}, {4, 120min}, {5, 240min}, {6, 240min}}) {
    for (int i = 0; i < 5; ++i) {
      EXPECT_EQ(one.answer("iris", "a wrong password", "", now, "host-" + std::to_string(++addresses)),
                SignInAnswer::refused);
      now += 1min;
    }
    now -= 1min;
    const auto account = one.accounts.find("iris");
    EXPECT_EQ(account->locked_until, now + lock.lasts) << lock.number;
    // The right password and code do not open it, and say nothing else than wrong ones.
    const std::string code = code_of(key, step_of(now + 1min));
    EXPECT_EQ(one.answer("iris", kPassword, code, now + 1min, "host"), SignInAnswer::refused);
    EXPECT_EQ(one.answer("iris", kPassword, "", now + 1min, "host"), SignInAnswer::refused);
    const auto last = account->locked_until - 1ms;
    EXPECT_EQ(one.answer("iris", kPassword, code_of(key, step_of(last)), last, "other"), SignInAnswer::refused);
    EXPECT_EQ(one.accounts.find("iris")->version, account->version) << "a lock is not made longer by trying";
    now = account->locked_until;
  }
  EXPECT_EQ(one.answer("iris", kPassword, code_of(key, step_of(now)), now, "other"), SignInAnswer::signed_in);
  EXPECT_EQ(one.accounts.find("iris")->locks, 0) << "the next lock is a first one";
}

TEST_P(SigningIn, ForgetsFailuresAfterAQuarterOfAnHour) {
  const std::string key = one.made("iris");
  for (int i = 0; i < 20; ++i) {
    const auto now = kNine + i * 5min;
    EXPECT_EQ(one.answer("iris", "a wrong password", "", now, "host-" + std::to_string(i)), SignInAnswer::refused);
  }
  EXPECT_EQ(one.answer("iris", kPassword, code_of(key, step_of(kNine + 100min)), kNine + 100min),
            SignInAnswer::signed_in)
      << "there never were five within fifteen minutes";
}

TEST_P(SigningIn, CountsWrongCodesAndConfirmationsToo) {
  const std::string key = one.made("iris");
  for (int i = 0; i < 2; ++i) EXPECT_EQ(one.answer("iris", kPassword, "000000", kNine), SignInAnswer::refused);
  EXPECT_EQ(one.answer("iris", kPassword, "", kNine), SignInAnswer::second_factor_needed) << "counts nothing";
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(one.door.confirm("iris", "a wrong password", kAddress, kNine).value(), SignInAnswer::refused);
  EXPECT_TRUE(one.accounts.find("iris")->is_locked(kNine));
  EXPECT_EQ(one.door.confirm("iris", kPassword, kAddress, kNine).value(), SignInAnswer::refused);
  EXPECT_EQ(one.door.confirm("iris", kPassword, kAddress, kNine + 15min).value(), SignInAnswer::signed_in);
}

TEST_P(SigningIn, OpensALockedAccountByHand) {
  const std::string key = one.made("iris");
  const By by{"console", kNine};
  EXPECT_EQ(one.accounts.unlock("iris", by).error().message, "the account is not locked");
  for (int i = 0; i < 5; ++i) one.answer("iris", "a wrong password", "", kNine);
  ASSERT_TRUE(one.accounts.unlock("iris", by));
  EXPECT_EQ(one.answer("iris", kPassword, code_of(key, step_of(kNine)), kNine), SignInAnswer::signed_in);
}

// Guesses that run at the same time are counted one by one, so that the right one among many helps no more.
TEST_P(SigningIn, CountsGuessesThatRunAtOnce) {
  one.made("iris");
  std::vector<std::thread> all;
  for (int i = 0; i < 8; ++i) {
    all.emplace_back([&] {
      Process process(address);
      for (int k = 0; k < 3; ++k) process.answer("iris", "a wrong password", "", kNine);
    });
  }
  for (std::thread& each : all) each.join();
  const auto events = one.events("account/iris");
  EXPECT_EQ(std::count(events.begin(), events.end(), "sign-in-failed"), 5);
  EXPECT_EQ(std::count(events.begin(), events.end(), "locked"), 1);
}

TEST_P(SigningIn, SlowsDownWhoTriesManyAccounts) {
  const std::string key = one.made("iris");
  for (int i = 0; i < 20; ++i)
    EXPECT_EQ(one.answer("guess-" + std::to_string(i), kPassword, "", kNine + i * 1s), SignInAnswer::refused);
  const auto outcome = one.enter("iris", kPassword, code_of(key, step_of(kNine)), kNine + 20s);
  EXPECT_EQ(outcome.answer, SignInAnswer::too_many_tries);
  EXPECT_EQ(outcome.wait, 15min - 20s);
  EXPECT_EQ(one.door.confirm("iris", kPassword, kAddress, kNine + 20s).value(), SignInAnswer::too_many_tries);
  EXPECT_EQ(one.answer("iris", kPassword, "", kNine + 20s, "192.0.2.8"), SignInAnswer::second_factor_needed);
  const auto later = kNine + 15min;
  EXPECT_EQ(one.answer("iris", kPassword, code_of(key, step_of(later)), later), SignInAnswer::signed_in);
}

TEST_P(SigningIn, IsNotForADisabledAccount) {
  const std::string key = one.made("iris");
  ASSERT_TRUE(one.accounts.disable("iris", {"console", kNine}));
  EXPECT_EQ(one.answer("iris", kPassword, code_of(key, step_of(kNine)), kNine), SignInAnswer::refused);
  EXPECT_EQ(one.answer("iris", kPassword, "", kNine), SignInAnswer::refused);
  ASSERT_TRUE(one.accounts.enable("iris", {"console", kNine}));
  EXPECT_EQ(one.answer("iris", kPassword, code_of(key, step_of(kNine)), kNine), SignInAnswer::signed_in);
}

TEST_P(SigningIn, ByOpenIdNeedsTheSubjectAndItsSecondFactor) {
  const std::string key = one.made("iris");
  ASSERT_TRUE(one.accounts.create({"pat", "applicant", "Pat Invented"}, {"console", kNine}));
  const std::string iris = openid_subject("https://login.example", "1001");
  const std::string pat = openid_subject("https://login.example", "1002");
  const auto answer = [&](const std::string& subject, bool second) {
    return one.door.with_openid(subject, second, kNine).value().answer;
  };
  EXPECT_EQ(answer(iris, true), SignInAnswer::refused) << "no account is made by it";
  ASSERT_TRUE(one.accounts.set_openid("iris", iris, {"console", kNine}));
  ASSERT_TRUE(one.accounts.set_openid("pat", pat, {"console", kNine}));
  EXPECT_EQ(one.accounts.set_openid("pat", iris, {"console", kNine}).error().message,
            "another account signs in with this subject");
  EXPECT_EQ(answer(iris, false), SignInAnswer::second_factor_needed);
  EXPECT_EQ(answer(iris, true), SignInAnswer::signed_in);
  EXPECT_EQ(answer(pat, false), SignInAnswer::signed_in);
  EXPECT_EQ(answer(openid_subject("https://other.example", "1001"), true), SignInAnswer::refused);
  ASSERT_TRUE(one.accounts.disable("pat", {"console", kNine}));
  EXPECT_EQ(answer(pat, true), SignInAnswer::refused);
  EXPECT_EQ(one.answer("pat", "", "", kNine), SignInAnswer::refused) << "without a password none fits";
}

TEST_P(SigningIn, KeepsNothingPersonalInEvents) {
  const std::string key = one.made("iris");
  one.session("iris", key, kNine);
  one.answer("iris", "a wrong password", "", kNine);
  const auto heads = one.store.heads().value();
  for (const store::StreamHead& head : heads) {
    const auto events = one.store.read(head.stream).value();
    for (const store::Event& event : events) {
      for (const std::string& secret : {std::string("Invented"), key, std::string("argon2"), std::string("password\":"),
                                        std::string("wrong"), kAddress})
        EXPECT_EQ(event.payload.find(secret), std::string::npos) << event.type << " " << event.payload;
    }
  }
}

TEST_P(SigningIn, SealsSecretsWhereTheStoreHasKeys) {
  const auto file = folder.path() / "keys";
  const std::string sealed = new_address();
  const auto keys = [&](bool make) {
    return store::StoreOptions{true, make ? store::KeyRing::make(file).value() : store::KeyRing::read(file).value()};
  };
  std::string key;
  {
    Process process(sealed, keys(true));
    key = process.made("iris");
    EXPECT_EQ(process.answer("iris", kPassword, code_of(key, step_of(kNine)), kNine), SignInAnswer::signed_in);
  }
  Process without(sealed);
  EXPECT_EQ(without.door.with_password({"iris", kPassword, "", kAddress}, kNine).error().code, ErrorCode::wrong_use)
      << "the secrets cannot be read without the keys";
  if (GetParam() == store::Engine::sqlite) {
    const std::string bytes = testing::read_whole(sealed.substr(7));
    EXPECT_EQ(bytes.find(key), std::string::npos);
    EXPECT_EQ(bytes.find("argon2"), std::string::npos);
    EXPECT_EQ(bytes.find("Invented"), std::string::npos);
  }
}

struct Wrong {
  NewAccount account;
  std::string message;
};

TEST_P(SigningIn, RefusesAccountsThatAreNotSound) {
  const std::string roles =
      "The roles are: intake, assign, review, quality, issue, medical-director, administrator, applicant.";
  const Wrong rows[] = {
      {{"i r", "intake", "Iris Invented", kPassword},
       "this is no account's id: 'i r'. Use 1 to 80 letters, digits, '.', '_' and '-'."},
      {{"../iris", "intake", "Iris Invented", kPassword},
       "this is no account's id: '../iris'. Use 1 to 80 letters, digits, '.', '_' and '-'."},
      {{"", "intake", "Iris Invented", kPassword},
       "this is no account's id. Use 1 to 80 letters, digits, '.', '_' and '-'."},
      {{"iris", "reviewer", "Iris Invented", kPassword}, "there is no such role: 'reviewer'. " + roles},
      {{"iris", "", "Iris Invented", kPassword}, "there is no such role. " + roles},
      {{"iris", "intake", "", kPassword},
       "the name of the person is missing, or too long. Give a name of 1 to 200 bytes."},
      {{"iris", "intake", "Iris Invented", "short"},
       "the password is too short. Take at least 12 characters; a few words that you remember do."},
  };
  for (const Wrong& row : rows)
    EXPECT_EQ(one.accounts.create(row.account, {"console", kNine}).error().to_string(), row.message);
  EXPECT_TRUE(one.store.heads().value().empty());
  one.made("iris");
  EXPECT_EQ(one.accounts.create({"iris", "quality", "Another", kPassword}, {"console", kNine}).error().to_string(),
            "there is an account with this id already: 'iris'. Take another id, or set its password: openimr account "
            "password.");
  EXPECT_EQ(one.accounts.disable("nobody", {"console", kNine}).error().to_string(),
            "there is no such account: 'nobody'. See openimr account list, or make it: openimr account create.");
  EXPECT_EQ(one.accounts.enable("iris", {"console", kNine}).error().to_string(),
            "the account is not disabled: 'iris'. Nothing was changed.");
}

}  // namespace
}  // namespace openimr::server
