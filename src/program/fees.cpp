#include "program/fees.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "program/programme.h"

namespace openimr::program {
namespace {

bool answers(const FeeRow& row, const FeeQuestion& question) {
  return row.in_force.holds_on(question.on) && row.stage == question.stage &&
         (row.priority.empty() || row.priority == question.priority) &&
         row.reviewers.value_or(question.reviewers) == question.reviewers &&
         (row.licence.empty() || row.licence == question.licence) &&
         row.pharmacy_only.value_or(question.pharmacy_only) == question.pharmacy_only;
}

std::string words_of(const FeeQuestion& question) {
  return fmt::format("{} review, {}, {} {} of licence '{}'{}, submitted {}", question.priority, name_of(question.stage),
                     question.reviewers, question.reviewers == 1 ? "reviewer" : "reviewers", question.licence,
                     question.pharmacy_only ? ", drugs only" : "", question.on.iso());
}

}  // namespace

std::string_view name_of(FeeStage stage) {
  static constexpr std::array<std::string_view, 3> kNames = {"decided", "ended-before-reviewer",
                                                             "ended-after-reviewer"};
  return kNames[static_cast<std::size_t>(stage)];
}

const FeeRow* fee_row(const Programme& programme, const FeeQuestion& question) {
  const auto& rows = programme.fees();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const FeeRow& row) { return answers(row, question); });
  return found == rows.end() ? nullptr : &*found;
}

Result<const FeeRow*> fee_for(const Programme& programme, const FeeQuestion& question) {
  const FeeRow* row = fee_row(programme, question);
  if (row != nullptr && row->amount) return row;
  if (row != nullptr)
    return fail({ErrorCode::not_found, fmt::format("fees: the amount of {} is not known", row->id), words_of(question),
                 "", 0, 0, fmt::format("Look it up in {}, and write it into the pack.", row->section)});
  return fail({ErrorCode::not_found, fmt::format("fees: {} has no amount for this", programme.id()), words_of(question),
               "", 0, 0, "Add a row with its section to the pack."});
}

}  // namespace openimr::program
