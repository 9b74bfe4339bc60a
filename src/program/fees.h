// What a review costs the party that pays for it, by dated rows. No two rows answer one question (the reader refuses
// such a pack), and a row may say that its amount is not known: then the answer is an error, never a guess.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "program/calendar.h"
#include "program/money.h"

namespace openimr::program {

class Programme;

// How far the review had come.
enum class FeeStage : std::uint8_t {
  decided,
  ended_before_reviewer,  // withdrawn, authorized or settled before a reviewer had it
  ended_after_reviewer,
};
// "decided", "ended-before-reviewer", "ended-after-reviewer"
std::string_view name_of(FeeStage stage);

// A condition that is empty holds for every review.
struct FeeRow {
  std::string id;
  std::optional<Money> amount;  // nothing: not known
  FeeStage stage = FeeStage::decided;
  std::string priority;               // standard | expedited
  std::optional<int> reviewers;       // how many
  std::string licence;                // a class of licences: physician, other
  std::optional<bool> pharmacy_only;  // all items are drugs
  std::string note;                   // what a reader of the amount should know: "about"
  InForce in_force;
  std::string section;
  Standing standing = Standing::unverified;
};

struct FeeQuestion {
  Date on;  // the application was submitted
  FeeStage stage = FeeStage::decided;
  std::string priority = "standard";
  int reviewers = 1;
  std::string licence = "physician";
  bool pharmacy_only = false;
};

// The one row that answers, whether its amount is known or not; null where there is none.
const FeeRow* fee_row(const Programme& programme, const FeeQuestion& question);

// The one row that answers; its amount is known. Fails with not_found where the pack has no row for it, or none with a
// known amount; the message has the section where one is to be looked up.
Result<const FeeRow*> fee_for(const Programme& programme, const FeeQuestion& question);

}  // namespace openimr::program
