#include "office/invoice.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/acts.h"
#include "program/fees.h"
#include "records/disputed_item.h"

namespace openimr::office {
namespace {

constexpr const char* kInvoice = "invoice";

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

std::string words_of(const program::FeeQuestion& question) {
  const char* stage = question.stage == program::FeeStage::decided                 ? "decided"
                      : question.stage == program::FeeStage::ended_before_reviewer ? "ended before a reviewer had it"
                                                                                   : "ended while a reviewer had it";
  return fmt::format("{} review of a dispute, {}, {} reviewer{}{}", question.priority, stage, question.reviewers,
                     question.reviewers == 1 ? "" : "s", question.pharmacy_only ? ", drugs only" : "");
}

std::string invoice_section(const FoundCase& found) {
  const program::Notice* notice = found.programme->correspondence().notice(kInvoice);
  return notice == nullptr ? "" : notice->section;
}

Result<Fee> fee_asked(const FoundCase& found, const program::FeeQuestion& question, const InvoiceByHand& by_hand) {
  if (by_hand.cents >= 0) {
    if (by_hand.why.empty())
      return fail(refused("an amount by hand needs a reason", "", "Say where it stands: --why."));
    const program::FeeRow* row = program::fee_row(*found.programme, question);
    return Fee{row == nullptr ? "by-hand" : row->id, by_hand.cents,
               row == nullptr ? invoice_section(found) : row->section, ""};
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

Result<Fee> fee_of(const FoundCase& found, const vocabulary::Vocabulary& vocabulary, const std::string& licence,
                   const InvoiceByHand& by_hand) {
  return fee_asked(found, fee_question(found, vocabulary, licence), by_hand);
}

Result<Invoice> write_invoice(const FoundCase& found, const cases::CaseEvent& event,
                              const vocabulary::Vocabulary& vocabulary, const std::string& licence,
                              const InvoiceByHand& by_hand, Sending sending) {
  if (const auto may = cases::allowed(*found.programme, found.c, event); !may) return fail(may.error());
  if (found.programme->correspondence().notice(kInvoice) == nullptr)
    return fail(refused("the programme has no invoice", found.programme->id(), "Add it to the notices of its pack."));
  const program::FeeQuestion question = fee_question(found, vocabulary, licence);
  auto fee = fee_asked(found, question, by_hand);
  if (!fee) return fail(fee.error());
  sending.facts["fee"] = {program::Money{fee->cents}.words()};
  sending.facts["fee_for"] = {words_of(question)};
  sending.facts["fee_section"] = {fee->section};
  auto papers = write_papers(found, kInvoice, {}, sending);
  if (!papers) return fail(papers.error());
  return Invoice{std::move(*fee), std::move(*papers)};
}

Result<std::vector<cases::CaseEvent>> keep_invoice(store::Store& store, const Invoice& invoice,
                                                   cases::CaseEvent event) {
  auto out = keep_papers(store, invoice.papers, event);
  if (!out) return out;
  event.what = {{"fee", invoice.fee.id}, {"cents", invoice.fee.cents}};
  out->push_back(std::move(event));
  return out;
}

}  // namespace openimr::office
