#include "program/panel.h"

#include <gtest/gtest.h>

#include "program/letter_parts.h"
#include "program/publication.h"
#include "program/served.h"
#include "support/programmes.h"

namespace openimr::program {
namespace {

using determination::Decision;
using determination::Outcome;

const Programme& california() {
  return testing::programme("ca-dwc-imr");
}
const Programme& medicare() {
  return testing::programme("medicare-qic");
}

TEST(Panel, DecidesByMajorityAndAnEvenSplitForTheTreatment) {
  constexpr Decision kUp = Decision::upheld;
  constexpr Decision kOver = Decision::overturned;
  struct Row {
    std::vector<Decision> votes;
    std::optional<Decision> california;
    std::optional<Decision> medicare;  // says nothing of an even split
  };
  const Row rows[] = {
      {{}, {}, {}},
      {{kUp}, kUp, kUp},
      {{kOver}, kOver, kOver},
      {{kUp, kOver}, kOver, {}},
      {{kUp, kUp}, kUp, kUp},
      {{kUp, kOver, kUp}, kUp, kUp},
      {{kOver, kOver, kUp}, kOver, kOver},
      {{kUp, kOver, kUp, kOver}, kOver, {}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(decision_of(*california().panel(), row.votes), row.california) << row.votes.size();
    EXPECT_EQ(decision_of(*medicare().panel(), row.votes), row.medicare) << row.votes.size();
  }
}

TEST(Panel, IsOneReviewerUnlessMoreAreApproved) {
  EXPECT_EQ(california().panel()->usual, 1);
  EXPECT_EQ(california().panel()->more_with,
            "the Administrative Director approves it in writing and finds the case too complex for one reviewer");
  EXPECT_EQ(california().panel()->standing, Standing::confirmed);
  EXPECT_EQ(medicare().panel()->usual, std::nullopt);
}

TEST(OutcomeWords, AreTheProgrammesOwn) {
  EXPECT_EQ(word_for(california(), Decision::upheld)->says, "Upheld");
  EXPECT_EQ(word_for(california(), Decision::overturned)->says, "Overturned");
  EXPECT_EQ(word_for(california(), Outcome::partially_overturned)->says, "Partially Overturned");
  EXPECT_EQ(word_for(medicare(), Decision::upheld)->says, "Unfavorable");
  EXPECT_EQ(word_for(medicare(), Decision::overturned)->says, "Favorable");
  EXPECT_EQ(word_for(medicare(), Outcome::partially_overturned)->says, "Partially Favorable");
  // The words of the letters and those of the programme are the same.
  for (const Outcome outcome : {Outcome::upheld, Outcome::overturned, Outcome::partially_overturned})
    EXPECT_EQ(word_for(california(), outcome)->says, determination::name_of(outcome));
}

TEST(Served, AreAllWhoGetAPaper) {
  const auto to = [](const Programme& programme, const char* paper) {
    std::string out;
    for (const Recipient* each : served_with(programme, paper))
      out += (out.empty() ? "" : "; ") + each->to + (each->when.empty() ? "" : " if " + each->when);
    return out;
  };
  EXPECT_EQ(to(california(), "determination"),
            "administrative_director; claims_administrator; employee; requesting_physician; employee_attorney if "
            "the employee is represented");
  EXPECT_EQ(to(california(), "assignment"),
            "claims_administrator; employee; employee_attorney if the employee is represented; requesting_physician");
  EXPECT_EQ(to(medicare(), "determination"), "employee; contractor");
  EXPECT_EQ(to(medicare(), "assignment"), "");
}

TEST(Publication, KeepsIdentifiersBack) {
  for (const char* field : {"case-number", "injury", "decided", "reviewer-specialty", "item-category", "outcome", "age",
                            "sex", "service-dates", "drug-names"})
    EXPECT_EQ(is_published(california(), field), true) << field;
  for (const char* field : {"employee-name", "birth-date", "address", "claim-number", "employer",
                            "claims-administrator", "provider-name", "facility", "utilization-review-organization"})
    EXPECT_EQ(is_published(california(), field), false) << field;
  EXPECT_EQ(is_published(california(), "shoe-size"), std::nullopt);
  EXPECT_EQ(is_published(medicare(), "age"), std::nullopt);
  EXPECT_EQ(is_published(medicare(), "determination"), false);
}

TEST(LetterParts, AreThoseTheProgrammeAsksFor) {
  EXPECT_EQ(california().letter_parts().size(), 10U);
  const LetterPart* lay = letter_part(california(), Part::lay_language);
  ASSERT_NE(lay, nullptr);
  EXPECT_TRUE(lay->soft);
  EXPECT_EQ(lay->most_words, 45);
  EXPECT_EQ(name_of(Part::no_reviewer_name), "no-reviewer-name");
  EXPECT_EQ(letter_part(medicare(), Part::no_reviewer_name), nullptr);
}

}  // namespace
}  // namespace openimr::program
