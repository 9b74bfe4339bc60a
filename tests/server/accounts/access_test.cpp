// The cases of parties, and break-glass. On both databases.
#include "server/accounts/access.h"

#include "server/accounts/invented.h"
#include "server/accounts/reads.h"

namespace openimr::server {
namespace {

using Numbers = std::vector<std::string>;

class CaseAccess : public store::OnBoth {
 protected:
  void SetUp() override {
    one.made("walt", "applicant");
    one.made("clara", "administrator");
    one.made("iris", "intake");
    one.made("R-1", "review");
  }
  Process one{new_address()};
  Access access{one.store};
  const By by{"intake:iris", kNine};
};
OPENIMR_ON_BOTH(CaseAccess);

TEST_P(CaseAccess, IsGivenAndTakenBack) {
  EXPECT_FALSE(access.has("EX-100", "walt").value());
  ASSERT_TRUE(access.grant("EX-100", "walt", by));
  ASSERT_TRUE(access.grant("EX-100", "walt", by)) << "twice is once";
  EXPECT_TRUE(access.has("EX-100", "walt").value());
  EXPECT_FALSE(access.has("EX-100", "clara").value());
  EXPECT_FALSE(access.has("EX-1001", "walt").value());
  EXPECT_FALSE(access.has("EX-10", "walt").value());
  ASSERT_TRUE(access.revoke("EX-100", "walt", by));
  ASSERT_TRUE(access.revoke("EX-100", "walt", by));
  EXPECT_FALSE(access.has("EX-100", "walt").value());
  ASSERT_TRUE(access.revoke("EX-200", "walt", by)) << "what never was given";
  ASSERT_TRUE(access.grant("EX-100", "walt", by));
  EXPECT_TRUE(access.has("EX-100", "walt").value());
  EXPECT_EQ(one.events("access/EX-100/walt"),
            (std::vector<std::string>{"access-granted", "access-revoked", "access-granted"}));
}

TEST_P(CaseAccess, ListsTheCasesOfAPartyByPages) {
  for (const char* number : {"EX-3", "EX-1", "EX-5", "EX-2", "EX-4"}) ASSERT_TRUE(access.grant(number, "walt", by));
  ASSERT_TRUE(access.grant("EX-9", "clara", by));
  ASSERT_TRUE(access.revoke("EX-4", "walt", by));
  EXPECT_EQ(access.cases_of("walt", "", 2).value(), (Numbers{"EX-1", "EX-2"}));
  EXPECT_EQ(access.cases_of("walt", "EX-2", 2).value(), (Numbers{"EX-3", "EX-5"}));
  EXPECT_EQ(access.cases_of("walt", "EX-5", 2).value(), Numbers());
  EXPECT_EQ(access.cases_of("clara").value(), Numbers{"EX-9"});
  EXPECT_EQ(access.cases_of("wal").value(), Numbers());
}

TEST_P(CaseAccess, IsForPartiesAlone) {
  EXPECT_EQ(access.grant("EX-100", "nobody", by).error().to_string(),
            "there is no such account: 'nobody'. See openimr account list, or make it: openimr account create.");
  for (const char* id : {"iris", "R-1"})
    EXPECT_EQ(access.grant("EX-100", id, by).error().to_string(),
              "the account is none of a party: '" + std::string(id) +
                  "'. Access is given to accounts of the roles administrator and applicant; the organization's own "
                  "people see cases by their role.");
  for (const char* number : {"", "EX/100", "EX 100", "../EX-100"})
    EXPECT_EQ(access.grant(number, "walt", by).error().message, "this is no case number") << number;
  EXPECT_EQ(access.has("EX-100", "a/b").error().message, "this is no account's id");
}

TEST_P(CaseAccess, HasItsListsMadeAnew) {
  ASSERT_TRUE(access.grant("EX-1", "walt", by));
  ASSERT_TRUE(access.grant("EX-2", "walt", by));
  ASSERT_TRUE(access.revoke("EX-2", "walt", by));
  const std::string subject = openid_subject("https://login.example", "1001");
  ASSERT_TRUE(one.accounts.set_openid("iris", subject, by));
  const auto heads = one.store.heads().value();
  for (const store::StreamHead& head : heads) ASSERT_TRUE(one.store.replace_entries(head.stream, head.version, {}));
  EXPECT_EQ(access.cases_of("walt").value(), Numbers());
  EXPECT_FALSE(one.accounts.of_openid(subject).value().is_there());
  EXPECT_TRUE(access.has("EX-1", "walt").value()) << "a right rests on events, not on lists";
  EXPECT_EQ(one.accounts.remake_lists().value(), 4);
  ASSERT_TRUE(access.remake_lists());
  EXPECT_EQ(access.cases_of("walt").value(), Numbers{"EX-1"});
  EXPECT_EQ(one.accounts.of_openid(subject).value().id, "iris");
}

TEST_P(CaseAccess, OpensByBreakingTheGlassForAnHour) {
  EXPECT_FALSE(access.is_glass_open("EX-100", "ann", kNine).value());
  ASSERT_TRUE(access.break_glass("EX-100", "ann", "a reviewer asks for page 3", {"assign:ann", kNine}));
  EXPECT_TRUE(access.is_glass_open("EX-100", "ann", kNine).value());
  EXPECT_TRUE(access.is_glass_open("EX-100", "ann", kNine + 1h - 1ms).value());
  EXPECT_FALSE(access.is_glass_open("EX-100", "ann", kNine + 1h).value());
  EXPECT_FALSE(access.is_glass_open("EX-101", "ann", kNine).value());
  EXPECT_FALSE(access.is_glass_open("EX-100", "isa", kNine).value());
  ASSERT_TRUE(access.break_glass("EX-100", "ann", "once more", {"assign:ann", kNine + 2h}));
  EXPECT_TRUE(access.is_glass_open("EX-100", "ann", kNine + 2h).value());
  ReadsWritten written;
  const auto reads = Reads(one.store, written).of("EX-100").value();
  ASSERT_EQ(reads.size(), 2U);
  EXPECT_EQ(reads[0].what, "break-glass");
  EXPECT_EQ(reads[0].why, "a reviewer asks for page 3");
  EXPECT_EQ(reads[0].who, "assign:ann");
  EXPECT_EQ(reads[1].at, kNine + 2h);
}

TEST_P(CaseAccess, NotesWhoReadWhatOnceInTenMinutes) {
  const By make{"console", kNine};
  const auto account = one.accounts.find("iris").value();
  const auto first = one.sessions.open(account, "Invented iris", kNine).value().session;
  const auto second = one.sessions.open(account, "Invented iris", kNine).value().session;
  ReadsWritten here, elsewhere;
  Reads reads(one.store, here), other(one.store, elsewhere);
  for (int page = 0; page < 5; ++page) ASSERT_TRUE(reads.note(first, "EX-100", "d1", kNine + page * 1s));
  EXPECT_EQ(reads.of("EX-100").value().size(), 1U);
  ASSERT_TRUE(other.note(first, "EX-100", "d1", kNine + 10s)) << "in another process";
  EXPECT_EQ(reads.of("EX-100").value().size(), 1U);
  ASSERT_TRUE(reads.note(first, "EX-100", "d2", kNine));
  ASSERT_TRUE(reads.note(second, "EX-100", "d1", kNine));
  ASSERT_TRUE(reads.note(first, "EX-200", "d1", kNine));
  ASSERT_TRUE(other.note(first, "EX-100", "d1", kNine + 10min));
  const auto all = reads.of("EX-100").value();
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0].who, "intake:iris");
  EXPECT_EQ(all[0].what, "read");
  EXPECT_EQ(all[0].at, kNine);
  EXPECT_EQ(all[1].document, "d2");
  EXPECT_EQ(all[3].at, kNine + 10min);
  EXPECT_EQ(reads.of("EX-200").value().size(), 1U);
  EXPECT_TRUE(reads.of("EX-300").value().empty());
  EXPECT_FALSE(reads.note(first, "no number", "d1", kNine));
}

}  // namespace
}  // namespace openimr::server
