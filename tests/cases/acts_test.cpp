// What may be done: every state, event, result and role against the tables of tests/cases/*.acts, both ways.
#include "cases/acts.h"

#include <set>

#include <gtest/gtest.h>

#include "cases/acts_table.h"
#include "cases/event_types.h"
#include "cases/making.h"

namespace openimr::cases {
namespace {

// In this state, with one reviewer or one of three, so that others are to come or not.
Case case_in(const std::string& state, const std::string& result) {
  Case c;
  c.number = "CM15-0000001";
  c.state = state;
  c.reviewers_needed = result == "others-to-come" ? 3 : 1;
  return c;
}

// The results that an event of this type can be tried with.
std::vector<std::string> results_of(const EventType& type, const program::Programme& programme,
                                    const ActsTable& table) {
  std::set<std::string> out = {""};
  for (const Field& field : type.fields) {
    if (field.name == "result") out.insert("elsewhere");
  }
  for (const program::Act& act : programme.life().acts()) {
    if (act.event == type.id) out.insert(act.result);
  }
  for (const TableAct& act : table.acts) {
    if (act.event == type.id) out.insert(act.result);
  }
  // Where the result follows from the case it is always one of these.
  if (out.contains("all")) return {"all", "others-to-come"};
  return {out.begin(), out.end()};
}

class Acts : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Programmes, Acts, ::testing::Values("ca-dwc-imr", "medicare-qic"), [](const auto& at) {
  return std::string(at.param).substr(0, std::string(at.param).find('-'));
});

TEST_P(Acts, AreAllowedExactlyWhereTheTableSays) {
  const program::Programme& programme = testing::programme(GetParam());
  const ActsTable table = acts_table(GetParam());
  std::vector<std::string> states = {std::string(program::kStart)};
  for (const program::State& state : programme.life().states()) states.push_back(state.id);
  std::size_t met = 0;
  for (const std::string& state : states) {
    for (const EventType& type : event_types()) {
      for (const std::string& result : results_of(type, programme, table)) {
        for (const program::Role& role : programme.life().roles()) {
          CaseEvent tried = event("2015-10-01", role.id + ":R-1", std::string(type.id));
          if (!result.empty()) tried.what["result"] = result;
          const auto found = allowed(programme, case_in(state, result), tried);
          const TableAct* row = table.act(state, std::string(type.id), result);
          const bool may =
              row != nullptr && std::find(row->roles.begin(), row->roles.end(), role.id) != row->roles.end();
          EXPECT_EQ(found.has_value(), may) << state << ", " << type.id << " " << result << " by " << role.id << "\n"
                                            << message(found);
          if (!found || !may) continue;
          EXPECT_EQ((*found)->to.empty() ? state : (*found)->to, row->to) << state << ", " << type.id << " " << result;
          ++met;
        }
      }
    }
  }
  std::size_t expected = 0;
  for (const TableAct& act : table.acts) expected += act.roles.size();
  EXPECT_EQ(met, expected) << "the table names a state, an event or a role that is unknown";
}

TEST_P(Acts, StandInATableThatNamesWhatIsKnown) {
  const program::Life& life = testing::programme(GetParam()).life();
  const ActsTable table = acts_table(GetParam());
  EXPECT_EQ(table.states.size(), life.states().size() + 1);
  for (const TableAct& act : table.acts) {
    EXPECT_TRUE(act.state == program::kStart || life.state(act.state) != nullptr) << act.state;
    EXPECT_NE(life.state(act.to), nullptr) << act.to;
    EXPECT_NE(event_type(act.event), nullptr) << act.event;
    for (const std::string& role : act.roles) EXPECT_NE(life.role(role), nullptr) << role;
  }
}

// Whether others are to come is not for the one who acts to say.
TEST(ActsOfSeveral, FollowFromTheCase) {
  struct Row {
    const char* type;
    const char* state;
    bool CaseReviewer::* done;
  };
  const Row rows[] = {{"reviewer-accepted", "reviewer-proposed", &CaseReviewer::accepted},
                      {"submitted", "in-review", &CaseReviewer::submitted},
                      {"signed", "to-sign", &CaseReviewer::signed_}};
  for (const Row& row : rows) {
    Case c = case_in(row.state, "others-to-come");
    for (const char* id : {"R-1", "R-2", "R-3"}) c.reviewers.push_back(CaseReviewer{.id = id});
    CaseEvent tried = event("2015-10-01", "review:R-1", row.type);
    EXPECT_EQ(allowed(california(), c, tried).value()->result, "others-to-come");
    tried.what["result"] = "all";
    EXPECT_EQ(message(allowed(california(), c, tried)),
              std::string(row.type) +
                  ": whether others are to come follows from the case: 'all'. Leave the result out: it is "
                  "others-to-come.");
    // Doing it again does not make three of one.
    c.reviewers[0].*row.done = true;
    tried.what.clear();
    EXPECT_EQ(allowed(california(), c, tried).value()->result, "others-to-come");
    c.reviewers[1].*row.done = true;
    EXPECT_EQ(allowed(california(), c, tried).value()->result, "others-to-come");
    c.reviewers[2].*row.done = true;
    EXPECT_EQ(allowed(california(), c, tried).value()->result, "all");
  }
}

TEST(ActsRefused, SayWhatMayBeDone) {
  struct Row {
    const char* who;
    const char* type;
    const char* state;
    json what;
    const char* says;
  };
  const Row rows[] = {
      {"janitor:joe",
       "closed",
       "determined",
       {},
       "the programme has no such role: 'janitor'. Use one of: intake, assign, review, quality, issue, "
       "medical-director, administrator, applicant."},
      {"intake:iris",
       "painted",
       "deferred",
       {},
       "there is no such event: 'painted'. It allows: liability-resolved, records-received, notice-sent, "
       "address-changed, "
       "administrator-changed, item-ended, terminated."},
      {"review:R-1",
       "signed",
       "in-quality",
       {},
       "a case that is 'in-quality' does not allow this: 'signed'. It allows: quality-returned, quality-passed, "
       "taken-back, notice-sent, address-changed, administrator-changed, extension-granted, terminated."},
      {"intake:iris",
       "eligibility-decided",
       "received",
       {{"result", "eligible"}},
       "a case that is 'received' does not allow this: 'eligibility-decided eligible'. It allows: "
       "application-found-new, duplicate-found, records-received, notice-sent, address-changed, priority-changed, "
       "administrator-changed, item-ended, terminated."},
      {"intake:iris",
       "signed",
       "to-sign",
       {},
       "signed: this role may not do it: 'intake'. It is for: review (Lab. Code 4610.6(e))."},
  };
  for (const Row& row : rows)
    EXPECT_EQ(message(allowed(california(), case_in(row.state, ""), event("2015-10-01", row.who, row.type, row.what))),
              row.says);
  const program::Programme& medicare = testing::programme("medicare-qic");
  EXPECT_EQ(message(allowed(medicare, case_in("dismissed", ""), event("2015-10-01", "intake:iris", "closed"))),
            "a case that is 'dismissed' does not allow this: 'closed'. Nothing can follow.");
}

TEST(ActsNext, AreThoseOfTheStateAndTheRole) {
  std::vector<std::string> names;
  for (const program::Act* act : next_acts(california(), case_in("reviewer-proposed", ""), "review"))
    names.push_back(act->event + " " + act->result);
  const std::vector<std::string> expected = {"records-requested ", "conflict-found ",
                                             "reviewer-accepted others-to-come", "reviewer-accepted all"};
  EXPECT_EQ(names, expected);
  EXPECT_EQ(next_acts(california(), case_in("appealed", "")).size(), 5U);
}

TEST(ActsChecked, AreRefusedBeforeTheCaseAndBeforeTheirTime) {
  Case c = case_in("eligibility-review", "");
  c.received = moment("2015-09-22");
  EXPECT_EQ(message(checked(california(), c, event("2015-09-21", "intake:iris", "application-found-new"))),
            "a case that is 'eligibility-review' does not allow this: 'application-found-new'. It allows: "
            "duplicate-found, information-requested, eligibility-decided eligible, eligibility-decided ineligible, "
            "deferred, consolidated, joined, records-received, notice-sent, address-changed, priority-changed, "
            "administrator-changed, item-ended, terminated.");
  EXPECT_EQ(message(checked(california(), c, event("2015-09-21", "intake:iris", "deferred", {}, "disputed"))),
            "deferred: it happened before the application arrived: '2015-09-21'. The application arrived on "
            "2015-09-22.");
  EXPECT_EQ(message(checked(california(), c, event("2015-09-22", "intake:iris", "deferred", {}, " "))),
            "deferred: the reason is missing. Say why (--why). (Lab. Code 4610.5(k); 8 CCR 9792.10.3(d))");
  const auto deferred = checked(california(), c, event("2015-09-22", "intake:iris", "deferred", {}, "disputed"));
  ASSERT_TRUE(deferred);
  EXPECT_EQ(deferred->state, "deferred");

  c.state = "info-requested";
  EXPECT_EQ(message(checked(california(), c, event("2015-09-25", "intake:iris", "information-overdue"))),
            "information-overdue: no deadline for it runs. See openimr case show.");
  c.clocks.push_back({"question-received", moment("2015-09-24"), "mail"});
  EXPECT_EQ(message(checked(california(), c, event("2015-10-01", "intake:iris", "information-overdue"))),
            "information-overdue: the time for it runs until 2015-10-01: '2015-10-01'. Wait until it has passed.");
  EXPECT_EQ(checked(california(), c, event("2015-10-02", "intake:iris", "information-overdue"))->state,
            "eligibility-review");
}

// What the pack made of the event is kept with it.
TEST(ActsChecked, KeepWhatTheyStartAndMeet) {
  Case c = case_in("determined", "");
  c.parties = {{"employee", "Test Person", "", ""}, {"claims_administrator", "Examplary Claims", "", ""}};
  const auto served = [&](const char* role) {
    const auto done = checked(california(), c,
                              event("2015-11-02", "issue:ida", "served", {{"to", party(role, "A")}, {"by", "mail"}}));
    EXPECT_TRUE(done) << message(done);
    return done->starts;
  };
  c.reviewers = {CaseReviewer{.id = "R-1"}};
  c.items.resize(2);
  c.items[0].decided = c.items[1].decided = {{"R-1", Decision::upheld, "", ""}};
  EXPECT_TRUE(served("claims_administrator").empty()) << "every denial stands: there is nothing to carry out";
  c.items[1].decided[0].decision = Decision::overturned;
  EXPECT_TRUE(served("employee").empty());
  EXPECT_EQ(served("claims_administrator"), std::vector<std::string>{"determination-received"});
  c.state = "signed";
  const auto issued = checked(california(), c, event("2015-11-02", "issue:ida", "issued", {{"by", "mail"}}));
  EXPECT_EQ(issued->starts, std::vector<std::string>{"determination-mailed"});
  EXPECT_EQ(issued->meets, (std::vector<std::string>{"IMR-19", "IMR-20", "IMR-21"}));
  EXPECT_EQ(issued->state, "determined");
}

}  // namespace
}  // namespace openimr::cases
