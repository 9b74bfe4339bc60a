#include "review/draft.h"

#include <algorithm>

#include <fmt/core.h>

#include "facts/extract.h"
#include "review/citations.h"
#include "review/decide.h"
#include "review/rationale.h"
#include "review/summary.h"
#include "review/weigh.h"

namespace openimr::review {
namespace {

using determination::ItemDraft;
using facts::Assertion;

// The parts of the body that the records complain of, for an item that names none.
std::vector<std::string> complaints(const facts::Facts& facts) {
  std::vector<std::string> out;
  for (const auto& fact : facts.all) {
    if ((fact.name != "symptom" && fact.name != "diagnosis") || fact.assertion != Assertion::present) continue;
    const auto part = fact.attributes.find("body_part");
    if (part != fact.attributes.end() && std::find(out.begin(), out.end(), part->second) == out.end())
      out.push_back(part->second);
  }
  return out;
}

// The other items of the case, and how those of them stand that are decided.
std::vector<guidelines::OtherItem> others_of(const records::DisputedItem& item, const records::CaseFile& file,
                                             const std::vector<std::optional<ItemDraft>>& drafts,
                                             const vocabulary::Vocabulary& vocabulary) {
  std::vector<guidelines::OtherItem> out;
  for (std::size_t i = 0; i < file.items.size(); ++i) {
    const records::DisputedItem& other = file.items[i];
    if (&other == &item) continue;
    std::optional<bool> stands;
    if (drafts[i] && drafts[i]->decision) stands = *drafts[i]->decision == determination::Decision::overturned;
    out.push_back({&other, records::product_of(other.parsed, vocabulary), stands});
  }
  return out;
}

ItemDraft begin_item(const records::DisputedItem& item, Date day, const guidelines::SearchResult& found) {
  ItemDraft out{.text = item.text,
                .place = item.place,
                .parsed = item.parsed,
                .decision = std::nullopt,
                .addressed = !found.sections.empty(),
                .decided_for = day,
                .searched = {},
                .citations = {},
                .criteria = {},
                .rationale = {},
                .weighed = {},
                .by_guideline = std::nullopt,
                .would_overturn = {}};
  for (const auto& step : found.steps) out.searched.push_back({step.step, step.guidelines, step.addressed});
  return out;
}

std::optional<double> days_since_injury(const facts::Facts& facts) {
  for (const facts::Fact& fact : facts.all) {
    if (fact.name == "time_since_injury") return std::get<facts::Range>(fact.value).low;
  }
  return std::nullopt;
}

// Days from the last operation that the records date to the request.
std::optional<double> days_since_surgery(const records::CaseFile& file, const facts::Facts& facts) {
  const Date to = facts::counted_to(file, facts);
  std::optional<double> out;
  for (const facts::Fact& fact : facts.all) {
    if (fact.name != "surgery" || !fact.date || fact.date->first > to) continue;
    const double days = to.since(fact.date->first).count;
    if (!out || days < *out) out = days;
  }
  return out;
}

ItemDraft decide_item(ItemDraft out, const guidelines::SearchResult& found, const guidelines::Subject& subject,
                      const std::vector<const records::CitedEvidence*>& evidence) {
  if (!out.addressed) {
    weigh(evidence, found, out);
    if (!out.addressed) explain_unaddressed(out);
    explain_weighing(out);
    return out;
  }
  for (const auto& applicable : found.sections) {
    for (auto& evaluated : guidelines::evaluate(applicable, subject)) {
      auto citation =
          cite(*evaluated.guideline, evaluated.criterion->title, evaluated.criterion->pages, evaluated.criterion->says);
      out.criteria.push_back({std::move(evaluated), false, false, std::move(citation)});
    }
  }
  out.decision = decide(out.criteria);
  out.citations = relied_on(found.sections, out.criteria);
  out.would_overturn = would_overturn(out.criteria);
  weigh(evidence, found, out);
  explain(out, found.sections, subject);
  explain_weighing(out);
  return out;
}

std::vector<const records::CitedEvidence*> evidence_on(const records::CaseFile& file, std::size_t item) {
  std::vector<const records::CitedEvidence*> out;
  for (const records::CitedEvidence& row : file.evidence) {
    if (row.concerns(static_cast<int>(item) + 1)) out.push_back(&row);
  }
  return out;
}

bool waits(const guidelines::SearchResult& found) {
  return std::any_of(found.sections.begin(), found.sections.end(), [](const guidelines::Applicable& applicable) {
    return guidelines::waits_for_other_items(*applicable.section);
  });
}

// Items that follow others (what accompanies an operation) are decided after them.
std::vector<ItemDraft> draft_items(const records::CaseFile& file, const facts::Facts& facts,
                                   const guidelines::Library& library, const vocabulary::Vocabulary& vocabulary) {
  const guidelines::Circumstances about{complaints(facts), days_since_injury(facts), days_since_surgery(file, facts)};
  std::vector<guidelines::SearchResult> found;
  for (const auto& item : file.items) {
    const Date day = item.service_date ? *item.service_date : file.dates.review;
    found.push_back(library.search(item, about, day, vocabulary));
  }
  std::vector<std::optional<ItemDraft>> drafts(file.items.size());
  for (const bool following : {false, true}) {
    for (std::size_t i = 0; i < file.items.size(); ++i) {
      const auto& item = file.items[i];
      if (waits(found[i]) != following) continue;
      guidelines::Subject subject = guidelines::subject_of(item, facts, vocabulary);
      subject.others = others_of(item, file, drafts, vocabulary);
      const Date day = item.service_date ? *item.service_date : file.dates.review;
      drafts[i] = decide_item(begin_item(item, day, found[i]), found[i], subject, evidence_on(file, i));
    }
  }
  std::vector<ItemDraft> out;
  for (auto& draft : drafts) out.push_back(std::move(*draft));
  return out;
}

// What a physician should know of evidence that was cited; null where nothing.
const char* told_of(determination::Conclusion conclusion) {
  switch (conclusion) {
    case determination::Conclusion::for_the_physician:
      return "competing evidence was cited that the physician has to weigh";
    case determination::Conclusion::rebutted:
      return "the draft departs from the guideline for the better study that was cited; its level was not checked";
    case determination::Conclusion::decides:
      return "the draft rests on what was cited alone, which was not checked";
    default:
      return nullptr;
  }
}

void add_warnings(const records::CaseFile& file, const facts::Facts& facts, determination::Draft& out) {
  for (const auto& contradiction : facts.contradictions)
    out.warnings.push_back({contradiction.code, contradiction.message, contradiction.places});
  for (std::size_t i = 0; i < out.items.size(); ++i) {
    const ItemDraft& item = out.items[i];
    if (!item.addressed) {
      out.warnings.push_back({"not_addressed",
                              fmt::format("'{}' is not in any loaded guideline; no decision is drafted", item.text),
                              {item.place}});
    }
    if (const char* what = told_of(item.conclusion))
      out.warnings.push_back({"evidence", fmt::format("'{}': {}", item.text, what), {item.place}});
    const auto weak = [](const determination::CriterionTrace& c) {
      return c.decided && (c.evaluated.criterion->standing == guidelines::Standing::reported ||
                           c.evaluated.criterion->standing == guidelines::Standing::unverified);
    };
    if (std::any_of(item.criteria.begin(), item.criteria.end(), weak)) {
      out.warnings.push_back(
          {"standing",
           fmt::format("'{}': criteria whose wording is only reported or unverified took part in the decision",
                       item.text),
           {item.place}});
    }
    for (const auto& c : item.criteria) {
      if (c.evaluated.conflict) {
        out.warnings.push_back(
            {"conflict",
             fmt::format("'{}': the records contradict each other on '{}'", item.text, c.evaluated.criterion->id),
             c.evaluated.places});
      }
    }
  }
  if (out.review_date_assumed) {
    out.warnings.push_back(
        {"review_date_assumed",
         fmt::format("the review date {} decides the edition and was assumed", file.dates.review.iso()),
         {file.place_of_review_date}});
  }
}

}  // namespace

Result<determination::Draft> draft(const records::CaseFile& file, const facts::Facts& facts,
                                   const guidelines::Library& library, const vocabulary::Vocabulary& vocabulary,
                                   const std::string& packs) {
  determination::Draft out{
      .case_number = file.case_number,
      .packs = packs,
      .review_date = file.dates.review,
      .review_date_assumed = std::find(file.assumed.begin(), file.assumed.end(), "dates.review") != file.assumed.end(),
      .summary = {},
      .items = {},
      .warnings = {},
      .searched = facts.searched};
  for (const auto& item : file.items) {
    const Date day = item.service_date ? *item.service_date : file.dates.review;
    if (day < library.first_day()) {
      return fail({ErrorCode::invalid,
                   fmt::format("no guideline was in force on this day; the first edition loaded holds from {}",
                               library.first_day().iso()),
                   day.iso(), file.folder + "/case.yaml",
                   line_at(file.form, (item.service_date ? item.place : file.place_of_review_date).span.begin), 0,
                   "Check dates.review, or the item's service_date."});
    }
  }
  out.items = draft_items(file, facts, library, vocabulary);
  out.summary = summarize(file, facts);
  add_warnings(file, facts, out);
  return out;
}

}  // namespace openimr::review
