#include "program/fees.h"

#include <gtest/gtest.h>

#include "support/programmes.h"

namespace openimr::program {
namespace {

constexpr FeeStage kDecided = FeeStage::decided;
constexpr FeeStage kBefore = FeeStage::ended_before_reviewer;
constexpr FeeStage kAfter = FeeStage::ended_after_reviewer;

FeeQuestion about(const char* day, FeeStage stage, const char* priority, const char* licence, int reviewers,
                  bool pharmacy) {
  return {*Date::from_iso(day), stage, priority, reviewers, licence, pharmacy};
}

std::string answer(const Programme& programme, const FeeQuestion& question) {
  const auto fee = fee_for(programme, question);
  return fee ? (*fee)->id + " " + (*fee)->amount->words() : fee.error().to_string();
}

TEST(Fees, AreThoseOfTheDayOfSubmission) {
  struct Row {
    const char* on;
    FeeStage stage;
    const char* priority;
    const char* licence;
    int reviewers;
    bool pharmacy;
    const char* fee;
  };
  const Row rows[] = {
      {"2013-01-01", kDecided, "standard", "physician", 1, false, "F-2013-1 USD 560"},
      {"2014-03-31", kDecided, "standard", "physician", 2, false, "F-2013-2 USD 760"},
      {"2013-06-01", kDecided, "standard", "other", 1, false, "F-2013-3 USD 495"},
      {"2013-06-01", kDecided, "standard", "other", 2, true, "F-2013-4 USD 655"},
      {"2013-06-01", kDecided, "expedited", "physician", 1, false, "F-2013-5 USD 685"},
      {"2013-06-01", kDecided, "expedited", "physician", 2, false, "F-2013-6 USD 850"},
      {"2013-06-01", kDecided, "expedited", "other", 1, true, "F-2013-7 USD 595"},
      {"2014-04-01", kDecided, "standard", "physician", 1, false, "F-2014-1 USD 420"},
      {"2014-04-01", kDecided, "standard", "other", 3, true, "F-2014-2 USD 390"},
      {"2014-04-01", kDecided, "expedited", "other", 1, true, "F-2014-3 USD 515"},
      {"2014-12-31", kBefore, "standard", "physician", 1, false, "F-2014-4 USD 160"},
      {"2014-12-31", kAfter, "expedited", "physician", 1, false, "F-2014-5 USD 420"},
      {"2019-12-31", kDecided, "standard", "physician", 1, false, "F-2015-1 USD 390"},
      {"2019-12-31", kDecided, "standard", "physician", 1, true, "F-2015-2 USD 345"},
      {"2015-01-01", kDecided, "expedited", "physician", 1, false, "F-2015-3 USD 515"},
      {"2020-01-01", kDecided, "standard", "physician", 1, true, "F-2020-1 USD 345"},
      {"2026-03-31", kDecided, "expedited", "other", 2, false, "F-2020-1 USD 345"},
      {"2026-03-31", kBefore, "standard", "physician", 1, false, "F-2020-2 USD 115"},
      {"2026-03-31", kAfter, "standard", "physician", 1, false, "F-2020-3 USD 345"},
  };
  for (const Row& row : rows) {
    const auto question = about(row.on, row.stage, row.priority, row.licence, row.reviewers, row.pharmacy);
    EXPECT_EQ(answer(testing::programme("ca-dwc-imr"), question), row.fee) << row.on;
  }
  EXPECT_EQ(
      answer(testing::programme("medicare-qic"), about("2020-01-01", kDecided, "standard", "physician", 1, false)),
      "QF-1 USD 0");
}

TEST(Fees, ThatThePackDoesNotKnowAreNotGuessed) {
  const Programme& california = testing::programme("ca-dwc-imr");
  EXPECT_EQ(answer(california, about("2026-04-01", kDecided, "standard", "physician", 1, false)),
            "fees: the amount of F-2026-1 is not known: 'standard review, decided, 1 reviewer of licence 'physician', "
            "submitted 2026-04-01'. Look it up in 8 CCR 9792.10.8, and write it into the pack.");
  EXPECT_EQ(answer(california, about("2013-06-01", kBefore, "standard", "physician", 1, false)),
            "fees: the amount of F-2013-8 is not known: 'standard review, ended-before-reviewer, 1 reviewer of licence "
            "'physician', submitted 2013-06-01'. Look it up in 8 CCR 9792.10.8, and write it into the pack.");
  EXPECT_EQ(
      answer(california, about("2013-06-01", kDecided, "expedited", "other", 2, true)),
      "fees: ca-dwc-imr has no amount for this: 'expedited review, decided, 2 reviewers of licence 'other', drugs "
      "only, submitted 2013-06-01'. Add a row with its section to the pack.");
  EXPECT_FALSE(fee_for(california, about("2012-12-31", kDecided, "standard", "physician", 1, false)));
}

// Every question of every day has at most one row: what the reader refuses cannot be in a pack.
TEST(Fees, HaveOneRowForAQuestion) {
  const auto fits = [](const FeeRow& row, const FeeQuestion& q) {
    return row.in_force.holds_on(q.on) && row.stage == q.stage &&
           (row.priority.empty() || row.priority == q.priority) && (!row.reviewers || *row.reviewers == q.reviewers) &&
           (row.licence.empty() || row.licence == q.licence) &&
           (!row.pharmacy_only || *row.pharmacy_only == q.pharmacy_only);
  };
  std::size_t answered = 0;
  for (Date day = *Date::of(2013, 1, 1); day < *Date::of(2028, 1, 1); day = day.plus({7})) {
    for (const FeeStage stage : {kDecided, kBefore, kAfter}) {
      for (const char* priority : {"standard", "expedited"}) {
        for (const char* licence : {"physician", "other"}) {
          for (const int reviewers : {1, 2, 3}) {
            for (const bool pharmacy : {true, false}) {
              const FeeQuestion question{day, stage, priority, reviewers, licence, pharmacy};
              std::vector<const FeeRow*> rows;
              for (const FeeRow& row : testing::programme("ca-dwc-imr").fees()) {
                if (fits(row, question)) rows.push_back(&row);
              }
              ASSERT_LE(rows.size(), 1U) << day.iso();
              const auto found = fee_for(testing::programme("ca-dwc-imr"), question);
              ASSERT_EQ(found.has_value(), !rows.empty() && rows.front()->amount.has_value()) << day.iso();
              if (found) EXPECT_EQ(*found, rows.front());
              answered += found ? 1U : 0U;
            }
          }
        }
      }
    }
  }
  EXPECT_GT(answered, 20'000U);
}

// A row is there whether its amount is known or not.
TEST(Fees, HaveARowWithoutAnAmount) {
  const Programme& california = testing::programme("ca-dwc-imr");
  const FeeQuestion unknown = about("2016-05-01", kBefore, "standard", "physician", 1, false);
  const FeeRow* row = fee_row(california, unknown);
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->id, "F-2015-4");
  EXPECT_FALSE(row->amount);
  EXPECT_EQ(fee_row(california, about("2012-05-01", kBefore, "standard", "physician", 1, false)), nullptr);
}

}  // namespace
}  // namespace openimr::program
