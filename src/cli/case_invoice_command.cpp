// openimr case invoice: what the review costs whoever pays for it.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/acts.h"
#include "cli/case_papers.h"
#include "cli/report.h"
#include "program/fees.h"
#include "records/disputed_item.h"
#include "vocabulary/vocabulary.h"

namespace openimr::cli {
namespace {

Error refused(std::string message, const std::string& offending, std::string remedy) {
  return {ErrorCode::wrong_use, std::move(message), offending, "", 0, 0, std::move(remedy)};
}

program::FeeQuestion fee_question(const FoundCase& found, const vocabulary::Vocabulary& vocabulary,
                                  const std::string& licence) {
  using program::FeeStage;
  const cases::Case& c = found.c;
  program::FeeQuestion out{.on = c.received ? c.received->day : found.now.day};
  const bool had_reviewer = !c.reviewers.empty() || !c.earlier_reviewers.empty();
  out.stage = c.determined   ? FeeStage::decided
              : had_reviewer ? FeeStage::ended_after_reviewer
                             : FeeStage::ended_before_reviewer;
  out.priority = c.priority;
  out.reviewers = std::max(1, static_cast<int>(c.reviewers.size()));
  out.licence = licence;
  out.pharmacy_only = std::all_of(c.items.begin(), c.items.end(), [&](const cases::Item& item) {
    const std::string kind = records::parse_item(item.text, vocabulary).kind;
    return kind == "medication" || kind == "compound";
  });
  return out;
}

std::string in_words(const program::FeeQuestion& question) {
  const char* stage = question.stage == program::FeeStage::decided                 ? "decided"
                      : question.stage == program::FeeStage::ended_before_reviewer ? "ended before a reviewer had it"
                                                                                   : "ended while a reviewer had it";
  return fmt::format("{} review of a dispute, {}, {} reviewer{}{}", question.priority, stage, question.reviewers,
                     question.reviewers == 1 ? "" : "s", question.pharmacy_only ? ", drugs only" : "");
}

// What is invoiced: by the programme, or where it knows no amount by hand (--cents).
struct Fee {
  std::string id;
  std::int64_t cents = 0;
  std::string section;
  std::string note;
};
Result<Fee> fee_of(const FoundCase& found, const program::FeeQuestion& question, const program::Notice& notice,
                   const OfficeOptions& options) {
  if (options.cents >= 0) {
    if (options.why.empty())
      return fail(refused("an amount by hand needs a reason", "", "Say where it stands: --why."));
    const program::FeeRow* row = program::fee_row(*found.programme, question);
    return Fee{row == nullptr ? "by-hand" : row->id, options.cents, row == nullptr ? notice.section : row->section, ""};
  }
  const auto row = program::fee_for(*found.programme, question);
  if (!row) {
    Error error = row.error();
    error.remedy += " Or give the amount by hand: --cents N --why REASON.";
    return fail(std::move(error));
  }
  const bool is_sure = (*row)->standing == program::Standing::confirmed && (*row)->note.empty();
  const std::string note = is_sure
                               ? ""
                               : fmt::format("note: {} is {}{}.\n", (*row)->id, guidelines::name_of((*row)->standing),
                                             (*row)->note.empty() ? "" : ": " + (*row)->note);
  return Fee{(*row)->id, (*row)->amount->cents, (*row)->section, note};
}

}  // namespace

ExitCode case_invoice(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto acting = act_on_case(common, options, "invoiced");
  if (!acting) return report(acting.error(), {});
  auto& [event, office, found] = *acting;
  if (const auto may = cases::allowed(*found.programme, found.c, event); !may) return report(may.error(), {});
  const program::Notice* notice = found.programme->correspondence().notice("invoice");
  if (notice == nullptr)
    return report(refused("the programme has no invoice", found.programme->id(), "Add it to the notices of its pack."),
                  {});
  const auto vocabulary = vocabulary::Vocabulary::from_packs(office->packs().data["vocabulary"]);
  if (!vocabulary) return report(vocabulary.error(), {});
  const program::FeeQuestion question = fee_question(found, *vocabulary, options.licence);
  const auto fee = fee_of(found, question, *notice, options);
  if (!fee) return report(fee.error(), {});
  const cases::GivenFacts facts = {{"fee", {program::Money{fee->cents}.words()}},
                                   {"fee_for", {in_words(question)}},
                                   {"fee_section", {fee->section}}};
  const auto papers = write_papers(found, notice->id, {}, options, facts);
  if (!papers) return report(papers.error(), {});
  if (options.dry_run) return show_papers(found, *papers, options, out);
  auto events = keep_papers(office->store(), *papers, event);
  if (!events) return report(events.error(), {});
  event.what = {{"fee", fee->id}, {"cents", fee->cents}};
  events->push_back(event);
  const ExitCode code = send_papers(*office, found, *papers, *events, options, out);
  if (code == ExitCode::done)
    out << fmt::format("  {} ({}, {})\n{}", program::Money{fee->cents}.words(), fee->id, fee->section, fee->note);
  return code;
}

}  // namespace openimr::cli
