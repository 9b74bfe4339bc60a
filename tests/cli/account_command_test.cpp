// `openimr account`: who may sign in, from the command line.
#include "server/accounts/access.h"
#include "server/accounts/second_factor.h"
#include "support/engine.h"
#include "support/office_command.h"

namespace openimr {
namespace {

using testing::Ended;

constexpr int kWrongUse = 2;
constexpr int kBadInput = 4;

class AccountCommand : public testing::OfficeCommand {
 protected:
  void SetUp() override {
    done({"store", "create", "imr.db"});
    folder.write("password.txt", "seven green kettles\n");
  }
  std::string create(const std::string& id, const std::string& role) const {
    return done({"account", "create", id, "--role", role, "--name", "Testa " + id, "--password-file", "password.txt"});
  }
  std::string refused(std::vector<std::string> arguments, int code) const {
    const Ended ended = run(arguments);
    EXPECT_EQ(ended.exit_code, code) << ::testing::PrintToString(arguments) << ended.out;
    EXPECT_EQ(ended.out, "");
    return ended.err;
  }
  nlohmann::json listed() const { return nlohmann::json::parse(done({"account", "list", "--format", "json"})); }
  // A fresh view of the store, as the server has it.
  store::Store opened() const { return store::Store::open((folder.path() / "imr.db").string()).value(); }
};

TEST_F(AccountCommand, MakesAccountsAndSaysWhatIsNext) {
  EXPECT_EQ(done({"account", "list"}),
            "There is no account. Make one: openimr account create ID --role ROLE --name NAME.\n");
  EXPECT_EQ(
      create("iris", "intake"),
      "iris: an account of the role intake.\nNext: it signs in with a second factor: openimr account second-factor "
      "iris\n");
  EXPECT_EQ(create("walt", "applicant"),
            "walt: an account of the role applicant.\nNext: let it see its cases: openimr account grant walt CASE\n");
  EXPECT_EQ(
      done({"account", "create", "quinn", "--role", "quality", "--name", "Testa quinn", "--no-password"}),
      "quinn: an account of the role quality.\nNext: say who signs in to it: openimr account openid quinn --issuer "
      "URL --subject WHO\n");
  EXPECT_EQ(done({"account", "list"}),
            "account  role       state                 second factor  OpenID  last sign-in\n"
            "iris     intake     no second factor yet\n"
            "quinn    quality    no second factor yet\n"
            "walt     applicant  open\n");
  EXPECT_EQ(done({"account", "list"}).find("Testa"), std::string::npos);
  EXPECT_NE(done({"account", "list", "--names"}).find("Testa walt"), std::string::npos);
}

TEST_F(AccountCommand, ShowsASecondFactorOnce) {
  create("iris", "intake");
  const std::string said = done({"account", "second-factor", "iris"});
  const auto begin = said.find("otpauth://totp/OpenIMR:iris?secret=");
  ASSERT_NE(begin, std::string::npos) << said;
  const std::string key = said.substr(begin + 35, 32);
  auto store = opened();
  const server::Accounts accounts(store);
  const auto account = accounts.find("iris").value();
  EXPECT_EQ(accounts.secrets(account)->second_factor, key);
  EXPECT_EQ(server::code_of(key, 1).size(), 6U);
  EXPECT_EQ(listed()[0]["second_factor"], true);
  EXPECT_EQ(listed()[0]["state"], "open");
  EXPECT_EQ(done({"account", "second-factor", "iris"}).find(key), std::string::npos) << "the next one is another";
}

TEST_F(AccountCommand, TakesNoPasswordThatIsNone) {
  folder.write("short.txt", "short\n");
  folder.write("empty.txt", "\nseven green kettles\n");
  const auto with = [&](const std::string& file) {
    return std::vector<std::string>{"account", "create",          "iris", "--role", "intake", "--name",
                                    "Testa",   "--password-file", file};
  };
  EXPECT_EQ(refused(with("short.txt"), kWrongUse),
            "the password is too short. Take at least 12 characters; a few words that you remember do.\n");
  EXPECT_EQ(refused(with("empty.txt"), kWrongUse),
            "no password was given. Type it, or give it on the first line of standard input or of --password-file.\n");
  EXPECT_NE(refused(with("none.txt"), kBadInput).find("none.txt"), std::string::npos);
  EXPECT_EQ(refused({"account", "create", "iris", "--role", "intake", "--name", "Testa"}, kWrongUse),
            "no password was given. Type it, or give it on the first line of standard input or of --password-file.\n")
      << "from standard input, where nothing stands";
  EXPECT_NE(refused({"account", "create", "iris", "--role", "boss", "--name", "T", "--no-password"}, kWrongUse)
                .find("there is no such role: 'boss'. The roles are: intake, assign, review,"),
            std::string::npos);
  EXPECT_NE(
      refused({"account", "create", "iris", "--role", "intake", "--name", "T", "--password", "seven green kettles"},
              kWrongUse)
          .find("--password"),
      std::string::npos)
      << "never on the command line";
  EXPECT_TRUE(heads().empty());
  EXPECT_NE(refused({"account", "list", "--store", "none.db"}, kBadInput).find("none.db"), std::string::npos);
}

TEST_F(AccountCommand, ChangesAccounts) {
  create("iris", "intake");
  EXPECT_EQ(done({"account", "disable", "iris"}), "iris: disabled; every session of the account has ended.\n");
  EXPECT_EQ(listed()[0]["state"], "disabled");
  EXPECT_EQ(refused({"account", "disable", "iris"}, kWrongUse),
            "the account is disabled already: 'iris'. Nothing was changed.\n");
  EXPECT_EQ(done({"account", "enable", "iris"}), "iris: enabled.\n");
  EXPECT_EQ(refused({"account", "unlock", "iris"}, kWrongUse),
            "the account is not locked: 'iris'. Nothing was changed.\n");
  folder.write("other.txt", "eight red kettles\n");
  EXPECT_EQ(done({"account", "password", "iris", "--password-file", "other.txt"}),
            "iris: the password is set; every session of the account has ended.\n");
  EXPECT_EQ(done({"account", "openid", "iris", "--issuer", "https://login.example", "--subject", "1001"}),
            "iris: signs in by https://login.example.\n");
  EXPECT_EQ(listed()[0]["openid"], true);
  for (const char* command : {"disable", "enable", "unlock", "second-factor"})
    EXPECT_EQ(refused({"account", command, "nobody"}, kBadInput),
              "there is no such account: 'nobody'. See openimr account list, or make it: openimr account create.\n")
        << command;
  auto store = opened();
  const auto events = store.read(server::account_stream("iris").value()).value();
  EXPECT_EQ(events.back().actor, "console");
  done({"account", "disable", "iris", "--as", "intake:ivo"});
  EXPECT_EQ(store.read(server::account_stream("iris").value()).value().back().actor, "intake:ivo");
  EXPECT_EQ(refused({"account", "enable", "iris", "--as", "ivo"}, kWrongUse),
            "this names no actor: 'ivo'. Write ROLE:ID, for example intake:iris.\n");
}

TEST_F(AccountCommand, UnlocksWhatWrongPasswordsLocked) {
  create("walt", "applicant");
  auto store = opened();
  const server::Accounts accounts(store);
  const store::Instant noon{std::chrono::milliseconds(1'443'700'800'000)};  // of the day that the commands have
  for (int i = 0; i < 5; ++i) {
    const auto account = accounts.find("walt").value();
    ASSERT_TRUE(accounts.append(account, server::failure_of(account, noon)).value());
  }
  EXPECT_EQ(listed()[0]["state"], "locked until 2015-10-01 12:15 UTC");
  EXPECT_EQ(done({"account", "unlock", "walt"}), "walt: unlocked.\n");
  EXPECT_EQ(listed()[0]["state"], "open");
}

TEST_F(AccountCommand, GivesPartiesTheirCases) {
  open({.number = "EX-100"});
  create("walt", "applicant");
  create("iris", "intake");
  auto store = opened();
  const server::Access access(store);
  EXPECT_EQ(done({"account", "grant", "walt", "EX-100"}), "walt: sees the case EX-100.\n");
  EXPECT_TRUE(access.has("EX-100", "walt").value());
  EXPECT_EQ(refused({"account", "grant", "walt", "EX-999"}, kBadInput),
            "there is no such case: 'EX-999'. See the cases: openimr work list.\n");
  EXPECT_NE(refused({"account", "grant", "iris", "EX-100"}, kWrongUse).find("the account is none of a party: 'iris'"),
            std::string::npos);
  EXPECT_EQ(done({"account", "index"}), "The lists of 2 accounts were made anew.\n");
  EXPECT_EQ(done({"account", "revoke", "walt", "EX-100"}), "walt: does not see the case EX-100.\n");
  EXPECT_FALSE(access.has("EX-100", "walt").value());
}

}  // namespace
}  // namespace openimr
