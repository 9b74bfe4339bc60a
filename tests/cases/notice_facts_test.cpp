// The facts of notices, from a case as its events made it.
#include "cases/notice_facts.h"

#include <sstream>

#include <gtest/gtest.h>

#include "cases/making.h"

namespace openimr::cases {
namespace {

const Organisation kOrganisation = {"Example Review Organization", "3 Example Street", "Telephone 555-0100"};

// The application of making.h behind events that are already sound; each is the state that it leads to.
Case case_after(std::vector<CaseEvent> events) {
  events.insert(events.begin(), application("2015-09-14"));
  return replayed("CM15-0000001", events);
}

const program::Notice& notice(const char* id) {
  return *california().correspondence().notice(id);
}

Mailing mailing(const Case& c, const char* on, std::string_view by = {}) {
  Mailing out{kOrganisation, moment(on), {}};
  for (const CaseParty& party : c.parties) out.to.push_back(addressee_of(party, by));
  return out;
}

NoticeFacts facts(const char* id, const Case& c, const char* on, const char* to = "employee", std::string_view by = {},
                  const GivenFacts& given = {}) {
  return notice_facts(california(), notice(id), c, mailing(c, on, by), addressee_of(*c.party(to), by), given).value();
}

std::string value(const NoticeFacts& of, const char* name) {
  const auto found = of.values.find(name);
  return found == of.values.end() ? "" : found->second;
}

using List = std::vector<std::string>;
List list(const NoticeFacts& of, const char* name) {
  const auto found = of.lists.find(name);
  return found == of.lists.end() ? List{} : found->second;
}

TEST(NoticeFacts, AreThoseOfTheCase) {
  const NoticeFacts of = facts("deferral", case_after({}), "2015-09-21");
  const std::map<std::string, std::string, std::less<>> expected = {{"organisation", "Example Review Organization"},
                                                                    {"organisation_address", "3 Example Street"},
                                                                    {"organisation_contact", "Telephone 555-0100"},
                                                                    {"notice_date", "09/21/2015"},
                                                                    {"case_number", "CM15-0000001"},
                                                                    {"priority", "Standard"},
                                                                    {"claim_number", "WC-100"},
                                                                    {"claims_administrator", "Examplary Claims"},
                                                                    {"employee", "Test Person"},
                                                                    {"injury_date", "03/04/2012"},
                                                                    {"ur_decision_date", "08/25/2015"},
                                                                    {"application_received", "09/14/2015"}};
  EXPECT_EQ(of.values, expected);
  EXPECT_EQ(list(of, "disputed_items"), (List{"Soma 350 mg #20", "MRI of the lumbar spine"}));
  EXPECT_EQ(of.lists.size(), 1U);
  EXPECT_TRUE(of.flags.empty());
  EXPECT_EQ(of.to.role, "employee");
}

// Each day by the deadline that the pack names for it, and by how the copy that it depends on is served.
TEST(NoticeFacts, HaveTheDaysOfTheirDeadlines) {
  const Case c = case_after({});
  struct Row {
    const char* notice;
    const char* fact;
    const char* on;
    const char* by;
    const char* due;
  };
  const Row rows[] = {
      {"question", "answer_due", "2015-09-16", "mail", "09/23/2015"},
      {"ineligible", "appeal_due", "2015-09-17", "mail", "10/22/2015"},
      {"ineligible", "appeal_due", "2015-09-17", "personal", "10/19/2015"},
      {"noarfi", "records_due", "2015-10-01", "mail", "10/16/2015"},
      {"noarfi", "records_due", "2015-10-01", "electronic", "10/13/2015"},
      {"records-request", "answer_due", "2015-10-20", "mail", "10/27/2015"},
      {"determination", "appeal_due", "2014-11-06", "mail", "12/11/2014"},
      {"noarfi", "records_due", "2015-10-01", "personal", "10/13/2015"},  // as sent electronically
  };
  for (const Row& row : rows)
    EXPECT_EQ(value(facts(row.notice, c, row.on, "employee", row.by), row.fact), row.due) << row.notice << row.by;

  Mailing differently = mailing(c, "2015-10-01", "mail");
  differently.to[0].by = "electronic";  // the claims administrator's copy
  const auto of = notice_facts(california(), notice("noarfi"), c, differently, differently.to[1]).value();
  EXPECT_EQ(value(of, "records_due"), "10/13/2015");

  Case not_agreed = c;
  not_agreed.parties[0].by = "";
  Mailing to_employee = mailing(not_agreed, "2015-10-01");
  to_employee.to.erase(to_employee.to.begin());
  const auto unknown = notice_facts(california(), notice("noarfi"), not_agreed, to_employee, to_employee.to[0]).value();
  EXPECT_EQ(value(unknown, "records_due"), "");
}

TEST(NoticeFacts, OfAnExpeditedCaseNameTheHour) {
  Case c = case_after({});
  c.priority = "expedited";
  c.dispute = "formulary";
  const NoticeFacts of = facts("noarfi", c, "2015-10-01T10:30", "employee", "electronic");
  EXPECT_EQ(value(of, "records_due"), "10/02/2015 at 10:30");
  EXPECT_EQ(value(of, "priority"), "Expedited");
  EXPECT_EQ(of.flags, (std::set<std::string, std::less<>>{"expedited", "formulary"}));
}

// Records that are late were due by a time that ran before.
TEST(NoticeFacts, CountWhatRunsAlreadyFromItsBeginning) {
  Case c = case_after({});
  EXPECT_EQ(value(facts("records-overdue", c, "2015-10-19"), "records_due"), "");
  c.clocks = {{"noarfi-sent", moment("2015-10-01"), "mail"}};
  EXPECT_EQ(value(facts("records-overdue", c, "2015-10-19"), "records_due"), "10/16/2015");
}

TEST(NoticeFacts, TellTheReasons) {
  const CaseEvent ineligible = event("2015-09-16", "intake:iris", "eligibility-decided",
                                     {{"result", "ineligible"}, {"reasons", {"E-4", "E-5"}}}, "Not for the parties.");
  EXPECT_EQ(list(facts("ineligible", case_after({ineligible}), "2015-09-17"), "reasons"),
            (List{"The application was received after the last day to apply. (Lab. Code 4610.5(h); DWC, IMR update "
                  "page)",
                  "A copy of the utilization review decision is missing. (DWC, IMR update page)"}));
  const CaseEvent in_words = event("2015-09-16", "intake:iris", "eligibility-decided", {{"result", "ineligible"}},
                                   "The letter is about another worker.");
  EXPECT_EQ(list(facts("ineligible", case_after({in_words}), "2015-09-17"), "reasons"),
            List{"The letter is about another worker."});
  const CaseEvent deferred = event("2015-09-16", "intake:iris", "deferred", {{"reasons", {"E-8"}}}, "It denies it.");
  EXPECT_EQ(list(facts("deferral", case_after({deferred}), "2015-09-17"), "reasons"), List{"It denies it."});
  const CaseEvent twice = event("2015-09-16", "intake:iris", "duplicate-found", {{"of", "CM15-0000007"}});
  EXPECT_EQ(value(facts("duplicate", case_after({twice}), "2015-09-17"), "duplicate_of"), "CM15-0000007");
}

TEST(NoticeFacts, TellWhatEndedAndWhatGoesOn) {
  const CaseEvent one = event("2015-10-12", "intake:iris", "item-ended", {{"item", 1}}, "It was authorized.");
  const CaseEvent all = event("2015-10-13", "intake:iris", "terminated", json::object(), "It was settled.");
  const NoticeFacts part = facts("termination", case_after({one}), "2015-10-12");
  EXPECT_EQ(list(part, "ended_items"), List{"Soma 350 mg #20"});
  EXPECT_EQ(list(part, "disputed_items"), List{"MRI of the lumbar spine"});
  EXPECT_EQ(list(part, "reasons"), List{"It was authorized."});
  const NoticeFacts whole = facts("termination", case_after({one, all}), "2015-10-13");
  EXPECT_EQ(list(whole, "ended_items"), (List{"Soma 350 mg #20", "MRI of the lumbar spine"}));
  EXPECT_EQ(list(whole, "disputed_items"), List{});
  EXPECT_EQ(list(whole, "reasons"), List{"It was settled."});
}

TEST(NoticeFacts, TellWhatWasAsked) {
  const json asked = {{"of", "claims_administrator"}, {"asked", "The report of the MRI."}};
  const NoticeFacts question =
      facts("question", case_after({event("2015-09-16", "intake:iris", "information-requested", asked)}), "2015-09-16");
  EXPECT_EQ(list(question, "questions"), List{"The report of the MRI."});
  EXPECT_EQ(list(question, "due_records"), List{});
  const NoticeFacts request = facts(
      "records-request", case_after({event("2015-10-20", "review:R-1", "records-requested", asked)}), "2015-10-20");
  EXPECT_EQ(list(request, "due_records"), List{"The report of the MRI."});
  EXPECT_EQ(value(request, "asked_party"), "claims administrator");
}

TEST(NoticeFacts, TellTheDetermination) {
  Case c = case_after({});
  c.determined = moment("2015-10-30");
  c.reviewers = {CaseReviewer{.id = "R-1"}};
  EXPECT_EQ(value(facts("determination", c, "2015-10-30"), "outcome"), "");
  c.items[0].decided = {{"R-1", Decision::upheld, "", ""}};
  c.items[1].ended = "It was authorized.";
  const NoticeFacts upheld = facts("determination", c, "2015-10-30");
  EXPECT_EQ(value(upheld, "determination_date"), "10/30/2015");
  EXPECT_EQ(value(upheld, "outcome"), "Upheld");
  EXPECT_EQ(list(upheld, "decisions"), List{"Upheld: Soma 350 mg #20"});
  c.letters = {{"", "", "", moment("2015-10-28")}, {"", "", "", moment("2015-11-20")}};  // signed, and corrected
  EXPECT_EQ(value(facts("correction", c, "2015-11-20"), "determination_date"), "10/28/2015");
  EXPECT_FALSE(upheld.flags.contains("overturned"));
  c.items[1].ended.reset();
  c.items[1].decided = {{"R-1", Decision::overturned, "", ""}};
  const NoticeFacts both = facts("determination", c, "2015-10-30");
  EXPECT_EQ(value(both, "outcome"), "Partially Overturned");
  EXPECT_EQ(list(both, "decisions"), (List{"Upheld: Soma 350 mg #20", "Overturned: MRI of the lumbar spine"}));
  EXPECT_TRUE(both.flags.contains("overturned"));
}

TEST(NoticeFacts, AreReplacedByThoseThatAPersonGives) {
  const Case c = case_after({});
  const NoticeFacts of = facts(
      "question", c, "2015-09-16", "employee", "mail",
      {{"questions", {"When?", "Where?"}}, {"claim_number", {"WC-200"}}, {"asked_party", {"requesting_physician"}}});
  EXPECT_EQ(list(of, "questions"), (List{"When?", "Where?"}));
  EXPECT_EQ(value(of, "claim_number"), "WC-200");
  EXPECT_EQ(value(of, "asked_party"), "requesting physician");
  struct Row {
    GivenFacts given;
    const char* says;
  };
  for (const Row& row :
       {Row{{{"colour", {"green"}}},
            "no such fact can be given: 'colour'. See packs/programs/README.md for the names of values and lists."},
        Row{{{"expedited", {"yes"}}},
            "no such fact can be given: 'expedited'. See packs/programs/README.md for the names of values and lists."},
        Row{{{"fee", {"1", "2"}}}, "a fact that is one text is given twice: 'fee'. Give it once."}}) {
    const auto given = notice_facts(california(), notice("question"), c, mailing(c, "2015-09-16"),
                                    addressee_of(c.parties[0]), row.given);
    EXPECT_EQ(message(given), row.says);
  }
}

// Every notice of the programme is written for a case that it is meant for, with no more than its person has to give.
TEST(NoticeFacts, AreAllThatEachNoticeNeeds) {
  const json asked = {{"of", "claims_administrator"}, {"asked", "The report of the MRI."}};
  Case c = case_after({event("2015-09-15", "intake:iris", "duplicate-found", {{"of", "CM15-0000007"}}),
                       event("2015-09-16", "intake:iris", "information-requested", asked),
                       event("2015-09-17", "intake:iris", "item-ended", {{"item", 2}}, "It was authorized.")});
  c.parties.push_back({"requesting_physician", "Dr. Robin Invented", "", "mail"});
  for (CaseParty& party : c.parties) party.address = "1 Test Street";
  c.clocks = {{"noarfi-sent", moment("2015-10-01"), "mail"}};
  c.determined = moment("2015-10-30");
  c.reviewers = {CaseReviewer{.id = "R-1"}};
  c.items[0].decided = {{"R-1", Decision::overturned, "", ""}};
  for (const program::Notice& each : california().correspondence().notices) {
    GivenFacts given;
    if (each.id == "correction") given = {{"corrections", {"On page 2, \"#6\" is now \"#60\"."}}};
    if (each.id == "records-overdue" || each.id == "records-request") given = {{"due_records", {"The MRI report"}}};
    if (each.id == "invoice")
      given = {{"invoice_number", {"1"}}, {"fee", {"USD 345"}}, {"fee_for", {"a review"}}, {"fee_section", {"a rule"}}};
    const char* to = each.is_for("employee") ? "employee" : "claims_administrator";
    c.priority = each.id == "priority-change" ? "expedited" : "standard";
    const auto paper = write_notice(california(), each, facts(each.id.c_str(), c, "2015-10-30", to, "mail", given));
    EXPECT_EQ(message(paper), "") << each.id;
  }
}

TEST(Addressee, HasTheLinesOfTheAddress) {
  const CaseParty party = {"employee", "Test Person", "1 Test Street\nTestville, CA", "mail"};
  EXPECT_EQ(addressee_of(party).address, (List{"1 Test Street", "Testville, CA"}));
  EXPECT_EQ(addressee_of(party).by, "mail");
  EXPECT_EQ(addressee_of(party, "fax").by, "fax");
  EXPECT_EQ(addressee_of({"employee", "Test Person", "", ""}).address, List{});
}

}  // namespace
}  // namespace openimr::cases
