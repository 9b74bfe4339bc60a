#include <fmt/core.h>

#include "program/part_readers.h"

namespace openimr::program {
namespace {

using nlohmann::json;

std::optional<FeeStage> stage_named(const std::string& name) {
  for (const FeeStage stage : {FeeStage::decided, FeeStage::ended_before_reviewer, FeeStage::ended_after_reviewer}) {
    if (name_of(stage) == name) return stage;
  }
  return std::nullopt;
}

// Whether some review is one of both: a condition that one of them does not have parts nothing.
bool some_review_of_both(const FeeRow& a, const FeeRow& b) {
  const auto parts = [](const auto& one, const auto& other) { return one && other && *one != *other; };
  const auto words_part = [](const std::string& one, const std::string& other) {
    return !one.empty() && !other.empty() && one != other;
  };
  return overlap(a.in_force, b.in_force) && a.stage == b.stage && !words_part(a.priority, b.priority) &&
         !parts(a.reviewers, b.reviewers) && !words_part(a.licence, b.licence) &&
         !parts(a.pharmacy_only, b.pharmacy_only);
}

Result<FeeRow> row_of(const PackRows& rows, const json& row, InForce always) {
  FeeRow out;
  out.id = text(row, "id");
  const std::string amount = text(row, "amount");
  out.amount = Money::from_text(amount);
  if (!out.amount && amount != "unknown")
    return rows.refuse(row, "amount: not understood", amount, "Write as 'USD 420', or unknown.");
  const auto stage = stage_named(text(row, "stage"));
  if (!stage)
    return rows.refuse(row, "stage: no such stage", text(row, "stage"),
                       "Use one of: decided, ended-before-reviewer, ended-after-reviewer");
  out.stage = *stage;
  out.priority = text(row, "priority");
  if (row.contains("reviewers")) out.reviewers = row["reviewers"].get<int>();
  out.licence = text(row, "licence");
  if (row.contains("pharmacy_only")) out.pharmacy_only = row["pharmacy_only"].get<bool>();
  out.note = text(row, "note");
  const auto days = rows.days_in(row, always);
  if (!days) return fail(days.error());
  out.in_force = *days;
  out.section = text(row, "section");
  out.standing = standing_in(row);
  return out;
}

}  // namespace

Result<std::vector<FeeRow>> read_fees(PackRows& rows, InForce always) {
  std::vector<FeeRow> out;
  for (const json& row : rows.list("fees")) {
    if (const auto known = rows.is_new(row, "id", "fees"); !known) return fail(known.error());
    auto fee = row_of(rows, row, always);
    if (!fee) return fail(fee.error());
    for (const FeeRow& other : out) {
      if (some_review_of_both(*fee, other))
        return rows.refuse(row, fmt::format("fees: one review, two rows: {} and this", other.id), fee->id,
                           "Let days, stage, priority, reviewers, licence or pharmacy_only part them.");
    }
    out.push_back(std::move(*fee));
  }
  return out;
}

}  // namespace openimr::program
