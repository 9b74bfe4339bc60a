// How far those agree who judged the same item, over items that were counted by hand.
#include <gtest/gtest.h>

#include "cases/report.h"

namespace openimr::cases {
namespace {

constexpr Decision kNo = Decision::upheld;
constexpr Decision kYes = Decision::overturned;

// As two or three reviewers leave an item: the decisions by.
Item item(const std::vector<Decision>& decided, std::optional<Decision> drafted = {},
          const std::vector<Decision>& own = {}) {
  Item out;
  out.drafted = drafted;
  for (std::size_t i = 0; i < decided.size(); ++i)
    out.decided.push_back({"R-" + std::to_string(i + 1), decided[i], "As the records show.", ""});
  for (std::size_t i = 0; i < own.size(); ++i) out.own.push_back({"R-" + std::to_string(i + 1), own[i]});
  return out;
}

Case with(std::vector<Item> items, int reviewers = 2) {
  Case out;
  out.items = std::move(items);
  for (int i = 1; i <= reviewers; ++i) out.reviewers.push_back(CaseReviewer{.id = "R-" + std::to_string(i)});
  return out;
}

std::string in_words(const Compared& compared) {
  const Judged& pairs = compared.pairs;
  return std::to_string(compared.items) + " items: both yes " + std::to_string(pairs.both_yes) + ", first alone " +
         std::to_string(pairs.first_alone) + ", second alone " + std::to_string(pairs.second_alone) + ", both no " +
         std::to_string(pairs.both_no);
}

TEST(AgreementOfReviewers, ComparesEachTwoOnTheSameItem) {
  Agreement found;
  add(found, with({item({kYes, kYes}), item({kYes, kNo}), item({kNo, kYes}), item({kNo, kNo})}));
  EXPECT_EQ(in_words(found.decisions), "4 items: both yes 1, first alone 1, second alone 1, both no 1");
  // Of three on one item: (1,2) apart, (1,3) alike, (2,3) apart.
  add(found, with({item({kYes, kNo, kYes})}, 3));
  EXPECT_EQ(in_words(found.decisions), "5 items: both yes 2, first alone 2, second alone 2, both no 1");
  EXPECT_EQ(in_words(found.decision_and_draft), "0 items: both yes 0, first alone 0, second alone 0, both no 0");
}

TEST(AgreementOfReviewers, TakesWhoWasAskedFirstAsTheFirst) {
  Case c = with({item({kYes, kNo})});
  std::swap(c.reviewers[0], c.reviewers[1]);
  Agreement found;
  add(found, c);
  EXPECT_EQ(in_words(found.decisions), "1 items: both yes 0, first alone 0, second alone 1, both no 0");
}

TEST(AgreementOfReviewers, KeepsTheFirstFindingApartFromTheDecision) {
  Agreement found;
  add(found, with({item({kNo, kNo}, kNo, {kYes, kNo})}));
  EXPECT_EQ(in_words(found.own_findings), "1 items: both yes 0, first alone 1, second alone 0, both no 0");
  EXPECT_EQ(in_words(found.decisions), "1 items: both yes 0, first alone 0, second alone 0, both no 1");
  EXPECT_EQ(in_words(found.own_and_draft), "1 items: both yes 0, first alone 1, second alone 0, both no 1");
  EXPECT_EQ(in_words(found.decision_and_draft), "1 items: both yes 0, first alone 0, second alone 0, both no 2");
}

TEST(AgreementOfReviewers, LeavesOutWhatNoTwoDecided) {
  Item ended = item({kYes, kNo}, kNo, {kYes, kNo});
  ended.ended = "authorized";
  Item of_another = item({kYes});
  of_another.decided.push_back({"R-9", kNo, "Released since.", ""});
  Agreement found;
  add(found, with({ended, of_another, item({kYes}), item({})}));
  EXPECT_EQ(found.decisions.items, 0U);
  EXPECT_EQ(found.own_findings.items, 0U);
  EXPECT_EQ(found.own_and_draft.items, 0U);
}

}  // namespace
}  // namespace openimr::cases
