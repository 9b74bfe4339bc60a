#include "corpus/replay.h"

#include <algorithm>

#include "facts/extract.h"
#include "records/case_file.h"
#include "review/draft.h"

namespace openimr::corpus {
namespace {

using determination::DecidedItem;
using determination::Determination;

constexpr const char* kSummary = "summary";

records::CaseFile case_of(const Determination& letter, const letter::PlaceOf& place_of, Date review) {
  const auto place = [&](Span span) { return span.empty() ? Place{} : place_of(span); };
  records::CaseFile out{.folder = letter.document,
                        .form = "",
                        .case_number = letter.case_number.text,
                        .programme = "",
                        .priority = letter.priority.text,
                        .dates = {.injury = letter.injury.date,
                                  .request = std::nullopt,
                                  .ur_decision = letter.ur_denial.date,
                                  .application = letter.application_received.date,
                                  .review = review},
                        .assumed = {},
                        .age = letter.age,
                        .sex = letter.sex,
                        .items = {},
                        .evidence = {},
                        .files = {},
                        .documents = {},
                        .losses = {},
                        .place_of_review_date = place(letter.decided.span),
                        .place_of_injury_date = place(letter.injury.span),
                        .place_of_request_date = {},
                        .place_of_ur_date = place(letter.ur_denial.span)};
  if (letter.decided.date != review) out.assumed.emplace_back("dates.review");
  for (const DecidedItem& item : letter.items) {
    out.items.push_back({.text = item.text.text,
                         .place = place(item.text.span),
                         .parsed = item.parsed,
                         .service_date = std::nullopt,
                         .denial_reasons = "",
                         .denial_guideline = item.claims_administrator.paragraph.text});
  }
  return out;
}

// The latest day that the facts of a summary name.
std::optional<Date> latest_day(const facts::Facts& facts) {
  std::optional<Date> out;
  for (const auto& fact : facts.all) {
    if (fact.date && fact.date->is_day() && (!out || *out < fact.date->first)) out = fact.date->first;
  }
  return out;
}

// The summary was read as a document of its own; its places are counted in the letter.
void count_in_letter(facts::Facts& facts, Span summary, const letter::PlaceOf& place_of) {
  const auto move = [&](Place& place) {
    if (place.document == kSummary)
      place = place_of({place.span.begin + summary.begin, place.span.end + summary.begin});
  };
  for (auto& fact : facts.all) std::for_each(fact.places.begin(), fact.places.end(), move);
  for (auto& contradiction : facts.contradictions)
    std::for_each(contradiction.places.begin(), contradiction.places.end(), move);
}

std::string topic_of(const determination::ItemDraft& draft) {
  return draft.criteria.empty() ? "" : draft.criteria.front().evaluated.section->id;
}

ReplayedItem beside(const Determination& letter, std::size_t number, determination::ItemDraft draft) {
  const DecidedItem& item = letter.items[number];
  ReplayedItem out{.case_number = letter.case_number.text,
                   .number = static_cast<int>(number) + 1,
                   .topic = topic_of(draft),
                   .draft = std::move(draft),
                   .physician = std::nullopt,
                   .physician_citations = {},
                   .physician_rationale = item.rationale.text};
  if (item.decided) out.physician = item.decision;
  for (const auto& cited : item.reviewer.citations) {
    if (cited.citation.source != "none") out.physician_citations.push_back(cited.citation);
  }
  return out;
}

}  // namespace

Result<std::vector<ReplayedItem>> replay(const Determination& letter, std::string_view text,
                                         const letter::PlaceOf& place_of, const guidelines::Library& library,
                                         const vocabulary::Vocabulary& vocabulary) {
  const std::optional<Date> printed = letter.decided.date ? letter.decided.date : letter.assigned.date;
  records::CaseFile file = case_of(letter, place_of, printed.value_or(library.first_day()));
  const Span summary = letter.summary.span;
  if (letter.summary.stated()) {
    file.add_document(kSummary, std::string(text.substr(summary.begin, summary.end - summary.begin)), vocabulary).kind =
        "case_summary";
  }
  facts::Facts facts = facts::extract(file, vocabulary);
  if (!printed) {
    const std::optional<Date> latest = latest_day(facts);
    if (!latest) {
      return fail({ErrorCode::invalid, "the letter has no date by which to choose an edition", "", letter.document, 0,
                   0, "Give the letter with its head, or with dates in its summary."});
    }
    file.dates.review = *latest;
    facts = facts::extract(file, vocabulary);
  }
  count_in_letter(facts, summary, place_of);
  auto draft = review::draft(file, facts, library, vocabulary, "");
  if (!draft) return fail(draft.error());
  std::vector<ReplayedItem> out;
  for (std::size_t i = 0; i < draft->items.size(); ++i) out.push_back(beside(letter, i, std::move(draft->items[i])));
  return out;
}

}  // namespace openimr::corpus
