#include <fmt/core.h>

#include "program/part_readers.h"

namespace openimr::program {
namespace {

using nlohmann::json;

Result<void> read_amount(const PackRows& rows, const json& row, const char* key, std::optional<Money>& out) {
  if (!row.contains(key)) return {};
  out = Money::from_text(text(row, key));
  if (out) return {};
  return rows.refuse(row, fmt::format("{}: not understood", key), text(row, key), "Write as 'USD 500'.");
}

Result<PenaltyRule> rule_of(const PackRows& rows, const json& row, const Programme& programme) {
  PenaltyRule out;
  out.id = text(row, "id");
  out.violation = text(row, "violation");
  out.counted = text(row, "counted") == "each-day" ? PenaltyRule::Counted::each_day : PenaltyRule::Counted::once;
  const bool is_known = text(row, "amount") != "unknown";
  auto done = is_known ? read_amount(rows, row, "amount", out.amount) : Result<void>();
  if (done) done = read_amount(rows, row, "at_most", out.at_most);
  if (done) done = read_amount(rows, row, "maximum", out.maximum);
  if (!done) return fail(done.error());
  if (row.contains("amount") == row.contains("at_most"))
    return rows.refuse(row, "a penalty needs either 'amount' or 'at_most'", out.id,
                       "Write the amount, or unknown; at_most where the law only bounds it.");
  if (out.maximum && out.counted == PenaltyRule::Counted::once)
    return rows.refuse(row, "maximum: of a penalty that is not counted by the day", out.id,
                       "Write counted: each-day, or leave the maximum out.");
  for (const json& each : row.value("deadlines", json::array())) {
    out.deadlines.push_back(each.get<std::string>());
    if (programme.rule(out.deadlines.back()) == nullptr)
      return rows.refuse(row, "deadlines: no such rule", out.deadlines.back(), "Name the id of a deadline.");
  }
  const auto days = rows.days_in(row, programme.in_force());
  if (!days) return fail(days.error());
  out.in_force = *days;
  out.section = text(row, "section");
  out.standing = standing_in(row);
  return out;
}

}  // namespace

Result<std::vector<PenaltyRule>> read_penalties(PackRows& rows, const Programme& programme) {
  std::vector<PenaltyRule> out;
  for (const json& row : rows.list("penalties")) {
    if (const auto known = rows.is_new(row, "id", "penalties"); !known) return fail(known.error());
    auto rule = rule_of(rows, row, programme);
    if (!rule) return fail(rule.error());
    out.push_back(std::move(*rule));
  }
  return out;
}

}  // namespace openimr::program
