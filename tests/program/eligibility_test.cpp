#include "program/eligibility.h"

#include <gtest/gtest.h>

#include "program/application_words.h"
#include "support/programmes.h"

namespace openimr::program {
namespace {

const Programme& california() {
  return testing::programme("ca-dwc-imr");
}

struct Row {
  const char* what;   // of the sound application is different
  const char* facts;  // the same, as facts
  const char* proposal;
};

void expect_all(const Programme& programme, const ApplicationFacts& base, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    ApplicationFacts facts = base;
    state(facts, row.facts);
    const auto found = judge(programme, facts);
    ASSERT_TRUE(found) << row.what << found.error().to_string();
    EXPECT_EQ(in_words(*found), row.proposal) << row.what;
  }
}

TEST(Eligibility, IsProposedByTheRulesOfTheProgramme) {
  expect_all(
      california(), sound(),
      {
          {"nothing", "", "eligible"},
          // E-1
          {"there is no utilization review decision", "decision-exists no, denied-on-necessity ?", "ineligible: E-1"},
          {"it was denied on other grounds", "denied-on-necessity no", "ineligible: E-1"},
          {"the grounds are not known", "denied-on-necessity ?", "ask: it denies or modifies on medical necessity"},
          // E-2
          {"an old injury, a decision of the old days",
           "injury 2012-12-31, decision-communicated 2013-06-28, application-received 2013-07-05", "ineligible: E-2"},
          {"an old injury, a decision of the first day",
           "injury 2012-12-31, decision-communicated 2013-07-01, "
           "application-received 2013-07-05",
           "eligible"},
          {"an injury of the first day",
           "injury 2013-01-01, decision-communicated 2013-02-01, "
           "application-received 2013-02-20",
           "eligible"},
          {"the day of injury is not known, the decision is new", "injury ?", "eligible"},
          {"the day of injury is not known, the decision is old",
           "injury ?, decision-communicated 2013-06-28, "
           "application-received 2013-07-05",
           "ask: the day of injury"},
          // E-3
          {"nobody signed", "signed-by-applicant no", "ineligible: E-3"},
          {"the signature was not looked at", "signed-by-applicant ?, signed-by-representative ?, designation ?",
           "ask: the applicant signed; a representative signed; the day the representative was designated"},
          {"a representative, designated after the decision",
           "signed-by-applicant no, signed-by-representative yes, designation 2015-08-24", "eligible"},
          {"a representative, designated before the decision",
           "signed-by-applicant no, signed-by-representative yes, designation 2015-08-23", "ineligible: E-3"},
          {"a representative, designated nobody knows when", "signed-by-applicant no, signed-by-representative yes",
           "ask: the day the representative was designated"},
          {"a representative, designated after the decision came, whose day is not known",
           "signed-by-applicant no, signed-by-representative yes, designation 2015-08-25, decision ?", "eligible"},
          {"a representative, designated before the decision came, whose day is not known",
           "signed-by-applicant no, signed-by-representative yes, designation 2015-08-24, decision ?",
           "ask: the day of the decision"},
          {"the worker signed, whatever a representative did", "signed-by-representative yes, designation 2015-08-01",
           "eligible"},
          // E-4
          {"received on the last day", "application-received 2015-09-29", "eligible"},
          {"received a day late", "application-received 2015-09-30", "ineligible: E-4"},
          {"handed over: no days for the mail", "by personal, application-received 2015-09-25", "ineligible: E-4"},
          {"how it was served is not known, and early enough for every way", "by ?, application-received 2015-09-24",
           "eligible"},
          {"how it was served is not known, and that decides", "by ?, application-received 2015-09-25",
           "ask: how the decision was served"},
          {"too late for every way of service", "by ?, application-received 2015-12-01", "ineligible: E-4"},
          {"late, and the notice lacked the form", "application-received 2016-02-01, notice-complete no", "eligible"},
          {"late, and nobody looked at the notice", "application-received 2016-02-01, notice-complete ?",
           "ask: it was served with all that has to go with it"},
          {"late, liability was disputed and is resolved; in time from then",
           "application-received 2016-02-01, liability-disputed yes, liability-settled yes, "
           "liability-resolved 2016-01-10",
           "eligible"},
          {"late from there too",
           "application-received 2016-04-01, liability-disputed yes, liability-settled yes, "
           "liability-resolved 2016-01-10",
           "ineligible: E-4"},
          {"the day of receipt is not known", "application-received ?", "ask: the day the application was received"},
          {"a formulary dispute has ten days, and five for the mail",
           "dispute formulary, injury 2025-01-02, decision 2025-11-19, decision-communicated 2025-11-20, "
           "application-received 2025-12-05",
           "eligible"},
          {"a formulary dispute, a day late",
           "dispute formulary, injury 2025-01-02, decision 2025-11-19, decision-communicated 2025-11-20, "
           "application-received 2025-12-06",
           "ineligible: E-4"},
          {"the class of the dispute is not known, and ten days were kept",
           "dispute ?, injury 2025-01-02, decision 2025-11-19, decision-communicated 2025-11-20, "
           "application-received 2025-12-05",
           "eligible"},
          {"the class of the dispute is not known, and that decides",
           "dispute ?, injury 2025-01-02, decision 2025-11-19, decision-communicated 2025-11-20, "
           "application-received 2025-12-06",
           "ask: the class of the dispute"},
          {"a formulary dispute from before there was a formulary", "dispute formulary",
           "ask: none of IMR-1, IMR-2 counts a time for a dispute of class formulary from 2015-08-25"},
          // E-5
          {"the decision is not attached", "decision-attached no", "ineligible: E-5"},
          {"the same, in the days of reminder letters",
           "decision-attached no, decision-communicated 2014-03-03, application-received 2014-03-31", "ask: E-5"},
          {"the same, when those had ended",
           "decision-attached no, decision-communicated 2014-03-03, application-received 2014-04-01",
           "ineligible: E-5"},
          // E-6
          {"denied because information was missing", "denied-for-missing-information yes", "ineligible: E-6"},
          // E-7
          {"applied for before", "duplicate yes", "duplicate: E-7"},
          {"applied for before, and late", "duplicate yes, application-received 2016-02-01", "duplicate: E-7"},
          // E-8
          {"liability is disputed", "liability-disputed yes", "defer: E-8"},
          {"liability is disputed, and the administrator agrees to a review",
           "liability-disputed yes, administrator-agrees yes", "eligible"},
          {"liability is disputed, and whether it agrees is not known",
           "liability-disputed yes, administrator-agrees ?", "ask: the administrator agrees to a review"},
          {"liability is disputed, and nobody signed", "liability-disputed yes, signed-by-applicant no",
           "ineligible: E-3"},
          // E-9
          {"utilization review was late", "decision-timely no", "eligible (recorded)"},
          {"whether it was late is not known", "decision-timely ?", "eligible"},
          // E-10
          {"the form is not complete", "form-complete no", "ask: E-10"},
          {"several reasons at once", "decision-attached no, denied-for-missing-information yes, form-complete no",
           "ineligible: E-5; E-6"},
      });
}

TEST(Eligibility, OfAnotherProgrammeNeedsNoOtherCode) {
  ApplicationFacts facts;
  state(facts,
        "decision-exists yes, decision-communicated 2025-01-05, application-received 2025-07-09, by mail, "
        "dispute ordinary, signed-by-applicant yes");
  expect_all(testing::programme("medicare-qic"), facts,
             {{"nothing", "", "eligible"},
              {"a day late", "application-received 2025-07-10", "ineligible: QE-2"},
              {"not signed", "signed-by-applicant no, signed-by-representative no", "ask: QE-3"},
              {"late and not signed", "application-received 2025-07-10, signed-by-applicant no", "ineligible: QE-2"}});
}

}  // namespace
}  // namespace openimr::program
