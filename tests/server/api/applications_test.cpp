// Filing an application: the receipt, one case for one key, numbers that nobody else gets, and what is refused.
#include <set>
#include <thread>

#include "server/api/filing.h"
#include "server/api/house.h"

namespace openimr::server {
namespace {

using testing::House;
using testing::Person;
using testing::Told;
using Json = nlohmann::json;

constexpr const char* kPath = "/api/applications";

Json application() {
  return {{"priority", "standard"},
          {"injury", "2024-05-06"},
          {"request", "2026-02-01"},
          {"ur_decision", "2026-02-10"},
          {"ur_served_by", "mail"},
          {"claim", "WC-100"},
          {"items", {{{"text", "Soma 350 mg #90"}, {"reasons", "Not for long use."}}}},
          {"parties",
           {{{"role", "employee"}, {"name", "Walt Invented"}, {"address", "1 Sample Street"}, {"by", "mail"}},
            {{"role", "claims_administrator"}, {"name", "Examplary Claims Services"}}}}};
}

Headers with_key(const std::string& key) {
  return {{"Idempotency-Key", key}};
}

// On one server: reading the packs takes long.
class Applications : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = new testing::TempFolder;
    house = new House("sqlite:" + (folder->path() / "imr.db").string());
  }
  static void TearDownTestSuite() {
    delete house;
    delete folder;
  }
  static std::size_t cases_of(const Person& person) {
    return person.get("/api/my-cases?limit=200").body.at("rows").size();
  }

  static inline testing::TempFolder* folder = nullptr;
  static inline House* house = nullptr;
};

TEST_F(Applications, TheReceiptTellsTheNumberTheDayAndWhatHappensNext) {
  const Person walt = house->sign_in("walt");
  const Told told = walt.post(kPath, application());
  ASSERT_EQ(told.status, 201) << told.text;
  const auto number = told.body.at("case_number").get<std::string>();
  EXPECT_TRUE(number.starts_with("IMR-20260302-00")) << number;
  EXPECT_EQ(told.headers["Location"], "/api/cases/" + number);
  EXPECT_TRUE(told.body.at("received").get<std::string>().starts_with("2026-03-02T"));
  EXPECT_EQ(told.body.at("next"),
            (Json{"Your case number is " + number + ". Write it on everything you send us.",
                  "We got your application on 03/02/2026. That is the day that counts.",
                  "First we check if the law lets us review it. We write to you when we know.",
                  "We may ask you a question. Then you have 5 business days to answer.",
                  "If we can review it, the claims administrator has to send us the medical records. If we asked for "
                  "them today, they would have to be here by 03/17/2026.",
                  "Then a doctor who has no part in your case reads the records and decides. If we had all the records "
                  "today, we would have to tell you by 04/01/2026.",
                  "You can send us records of your own now. You can look at your case at any time."}));
}

TEST_F(Applications, AnUrgentOneHasItsOwnDays) {
  Json urgent = application();
  urgent["priority"] = "expedited";
  const Told told = house->sign_in("walt").post(kPath, urgent);
  ASSERT_EQ(told.status, 201) << told.text;
  EXPECT_NE(told.text.find("they would have to be here by 03/03/2026"), std::string::npos) << told.text;
  EXPECT_NE(told.text.find("we would have to tell you by 03/05/2026"), std::string::npos) << told.text;
}

TEST_F(Applications, WhoFiledSeesTheCaseAndNobodyElseOfTheParties) {
  const Person walt = house->sign_in("walt");
  const std::size_t before = cases_of(walt);
  const std::string number = walt.post(kPath, application()).body.at("case_number");
  const Told shown = walt.get("/api/cases/" + number);
  ASSERT_EQ(shown.status, 200) << shown.text;
  EXPECT_EQ(shown.body.at("programme"), "ca-dwc-imr");
  EXPECT_EQ(shown.body.at("state"), "received");
  EXPECT_EQ(shown.body.at("items").at(0).at("text"), "Soma 350 mg #90");
  EXPECT_EQ(shown.body.at("parties").size(), 2U);
  EXPECT_EQ(cases_of(walt), before + 1);
  EXPECT_EQ(house->sign_in("wanda").get("/api/cases/" + number).status, 404);
  EXPECT_EQ(house->sign_in("clara").get("/api/cases/" + number).status, 404);
}

TEST_F(Applications, TheSameKeyIsTheSameCase) {
  const Person walt = house->sign_in("walt");
  const std::size_t before = cases_of(walt);
  const Told first = walt.post(kPath, application(), with_key("0123-first"));
  ASSERT_EQ(first.status, 201) << first.text;
  const Told again = walt.post(kPath, application(), with_key("0123-first"));
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(again.body, first.body);
  const Told other = walt.post(kPath, application(), with_key("0123-second"));
  EXPECT_NE(other.body.at("case_number"), first.body.at("case_number"));
  const Told wandas = house->sign_in("wanda").post(kPath, application(), with_key("0123-first"));
  EXPECT_NE(wandas.body.at("case_number"), first.body.at("case_number")) << "a key is the account's own";
  EXPECT_EQ(cases_of(walt), before + 2);

  Json changed = application();
  changed["priority"] = "expedited";
  const Told refused = walt.post(kPath, changed, with_key("0123-first"));
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(refused.body.at("detail"),
            "this key was used for another application. Send each application under a key of its own.");
}

TEST_F(Applications, IntakeIsToldOfTheSameDispute) {
  Json disputed = application();
  disputed["claim"] = "WC-200";
  const std::string number = house->sign_in("walt").post(kPath, disputed).body.at("case_number");
  const Told told = house->sign_in("iris").post(kPath, disputed);
  ASSERT_EQ(told.status, 201) << told.text;
  EXPECT_EQ(told.body.at("next").back(),
            "The same claim and denial stand in " + number + ": look whether this is a duplicate.");
  const Told again = house->sign_in("walt").post(kPath, disputed);
  EXPECT_EQ(again.text.find(number), std::string::npos) << "no party is told of other cases";
}

TEST_F(Applications, FieldsThatCannotBeTrueAreRefusedAllAtOnce) {
  const Person walt = house->sign_in("walt");
  const std::size_t before = cases_of(walt);
  const struct {
    const char* at;  // JSON pointer
    Json value;
    const char* field;
    const char* message;
  } kWrong[] = {
      {"/ur_decision", "2026-03-03", "ur_decision", "This day is still to come."},
      {"/ur_decision", "2026-02-30", "ur_decision", "There is no such day. Write a day of the calendar as YYYY-MM-DD."},
      {"/ur_decision", "2026-01-31", "ur_decision", "The treatment was denied before it was requested."},
      {"/injury", "2026-02-02", "request", "The treatment was requested before the injury."},
      {"/injury", "2026-02-11", "ur_decision", "The treatment was denied before the injury."},
      {"/items/0/service_date", "2026-03-03", "items/0/service_date", "This day is still to come."},
      {"/items/0/text", " \n", "items/0/text", "Write which treatment was denied."},
      {"/parties/0/name", " ", "parties/0/name", "Write the name."},
      {"/parties/0/role", "claims_administrator", "parties", "Tell who the employee is."},
      {"/parties/1/role", "neighbour", "parties/1/role", "Use one of: employee, employee_attorney"},
      {"/parties/1/by", "pigeon", "parties/1/by", "Use one of: personal, mail"},
      {"/ur_served_by", "pigeon", "ur_served_by", "Use one of: personal, mail"},
  };
  for (const auto& [at, value, field, message] : kWrong) {
    Json wrong = application();
    wrong[Json::json_pointer(at)] = value;
    const Told told = walt.post(kPath, wrong);
    EXPECT_EQ(told.status, 422) << at;
    ASSERT_EQ(told.body.value("code", ""), "fields") << at << told.text;
    bool found = false;
    for (const Json& each : told.body.at("fields")) {
      found = found || (each.at("field") == field && each.at("message").get<std::string>().starts_with(message));
    }
    EXPECT_TRUE(found) << at << told.text;
  }
  Json both = application();
  both["ur_decision"] = "2026-03-03";
  both["parties"].erase(0);
  EXPECT_EQ(walt.post(kPath, both).body.at("fields").size(), 2U);
  EXPECT_EQ(cases_of(walt), before);
  EXPECT_EQ(walt.post(kPath, application(), with_key(std::string(60, '\x7f'))).status, 400);
}

// What a request does to the store, by itself.
class Filed : public ::testing::Test {
 protected:
  std::unique_ptr<office::Office> open(bool make = false) const {
    return office::Office::open(law(), {"sqlite:" + (folder.path() / "imr.db").string(), ""}, make).value();
  }
  static const std::shared_ptr<const office::Law>& law() {
    static const auto read = office::load_law("").value();
    return read;
  }
  static cases::CaseEvent event(const char* account = "walt") {
    cases::CaseEvent out{.type = "application-received",
                         .who = {"applicant", account},
                         .on = program::Moment::from_iso("2026-03-02T10:00").value(),
                         .recorded = store::Instant(std::chrono::milliseconds(1'772'445'600'000))};
    out.what = application();
    out.what["programme"] = "ca-dwc-imr";
    return out;
  }
  static store::EventKey key(const std::string& text = "walt/0123-first") { return store::EventKey::of(text).value(); }
  static std::string number_of(const Result<cases::Case>& filed) {
    return filed ? filed->number : filed.error().to_string();
  }
  // The stream in which the numbers of a key stand.
  static std::string stream_of_key(store::Store& store) {
    return store.streams("filed/walt/").value().at(0).stream.text();
  }

  testing::TempFolder folder;
};

TEST_F(Filed, TheSameKeyIsTheSameCaseAfterARestart) {
  const auto first = number_of(file_application(*open(true), event(), key()));
  cases::CaseEvent later = event();
  later.on = program::Moment::from_iso("2026-03-05").value();
  EXPECT_EQ(number_of(file_application(*open(), later, key())), first);
  EXPECT_EQ(open()->store().count("received").value(), 1);
}

TEST_F(Filed, GoesOnWhereItStoppedBehindTheNumber) {
  const auto other = open(true);
  file_application(*other, event(), key()).value();
  const std::string stream = stream_of_key(other->store());

  // The same store, where the process ended between the number and the case.
  testing::TempFolder again;
  const auto office = office::Office::open(law(), {"sqlite:" + (again.path() / "imr.db").string(), ""}, true).value();
  const auto note = [&](std::int64_t version, const char* number) {
    const store::NewEvent taken{"number-taken", event().recorded, "applicant:walt",
                                Json{{"case_number", number}}.dump()};
    office->store().append(store::StreamId::of(stream).value(), store::Version{version}, {taken}).value();
  };
  note(0, "IMR-20260301-0007");
  EXPECT_EQ(number_of(file_application(*office, event(), key())), "IMR-20260301-0007");
  EXPECT_EQ(number_of(file_application(*office, event(), key())), "IMR-20260301-0007");
}

TEST_F(Filed, TakesAnotherNumberWhereSomebodyElseGotIt) {
  const auto office = open(true);
  const std::string first = number_of(file_application(*office, event("wanda"), key("wanda/0123-first")));
  file_application(*office, event("walt"), key("walt/0123-other")).value();
  const std::string stream = stream_of_key(office->store());
  const store::NewEvent taken{"number-taken", event().recorded, "applicant:walt", Json{{"case_number", first}}.dump()};
  testing::TempFolder again;
  const auto late = office::Office::open(law(), {"sqlite:" + (again.path() / "imr.db").string(), ""}, true).value();
  file_application(*late, event("wanda"), key("wanda/0123-first")).value();
  late->store().append(store::StreamId::of(stream).value(), store::Version{0}, {taken}).value();
  EXPECT_EQ(number_of(file_application(*late, event("walt"), key("walt/0123-other"))), "IMR-20260302-0002");
  EXPECT_EQ(number_of(file_application(*late, event("walt"), key("walt/0123-other"))), "IMR-20260302-0002");
}

TEST_F(Filed, ThoseWhoFileAtOnceGetNumbersOfTheirOwn) {
  constexpr int kWho = 6, kEach = 5;
  open(true);
  std::vector<std::vector<std::string>> numbers(kWho);
  {
    std::vector<std::jthread> people;
    for (int who = 0; who < kWho; ++who) {
      people.emplace_back([&, who] {
        const auto office = open();
        const std::string account = "w" + std::to_string(who);
        for (int i = 0; i < kEach; ++i) {
          // Every second one is sent under a key, and twice.
          const auto under = i % 2 == 0 ? store::EventKey() : key(account + "/key-" + std::to_string(i));
          const auto filed = number_of(file_application(*office, event(account.c_str()), under));
          numbers[static_cast<std::size_t>(who)].push_back(filed);
          if (!under.empty()) EXPECT_EQ(number_of(file_application(*office, event(account.c_str()), under)), filed);
        }
      });
    }
  }
  std::set<std::string> all;
  const auto office = open();
  for (std::size_t who = 0; who < numbers.size(); ++who) {
    for (const std::string& number : numbers[who]) {
      EXPECT_TRUE(all.insert(number).second) << number;
      EXPECT_EQ(office->ledger().history(number).value().at(0).event.who.id, "w" + std::to_string(who)) << number;
    }
  }
  EXPECT_EQ(all.size(), static_cast<std::size_t>(kWho * kEach));
  EXPECT_EQ(*all.rbegin(), "IMR-20260302-0030") << "none is left out";
}

TEST_F(Filed, WhatTheProgrammeRefusesTakesNoNumber) {
  const auto office = open(true);
  cases::CaseEvent wrong = event();
  wrong.who.role = "quality";
  const auto refused = file_application(*office, wrong, key());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "application-received: this role may not do it");
  EXPECT_TRUE(office->store().streams("").value().empty());
}

}  // namespace
}  // namespace openimr::server
