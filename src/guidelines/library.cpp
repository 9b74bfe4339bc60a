#include "guidelines/library.h"

#include <algorithm>
#include <map>
#include <utility>

namespace openimr::guidelines {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool in_phase(const Scope& scope, const Circumstances& about) {
  const auto& operated = about.days_since_surgery;
  if (scope.since_surgery_to && !(operated && *operated <= *scope.since_surgery_to)) return false;
  if (!scope.since_injury_from && !scope.since_injury_to) return true;
  const auto& days = about.days_since_injury;
  return days && (!scope.since_injury_from || *days >= *scope.since_injury_from) &&
         (!scope.since_injury_to || *days <= *scope.since_injury_to);
}

bool in_scope(const Scope& scope, const records::ParsedItem& item, const vocabulary::Drug* drug,
              const Circumstances& about) {
  const bool asks_for_drug = !scope.drug.empty() || !scope.topic.empty() || !scope.drug_class.empty();
  if (item.kind == "compound" && scope.kind != item.kind) return false;  // it is more than the drug it is named for
  const bool of_drug = asks_for_drug && drug != nullptr && (scope.drug.empty() || scope.drug == drug->name) &&
                       (scope.topic.empty() || contains(drug->topics, scope.topic)) &&
                       (scope.drug_class.empty() || scope.drug_class == drug->drug_class);
  const bool of_service = drug == nullptr && !scope.service.empty() && item.concept_name == scope.service;
  const bool of_kind = !asks_for_drug && scope.service.empty() && !scope.kind.empty();  // "compound"
  if (!of_drug && !of_service && !of_kind) return false;
  if (!scope.kind.empty() && scope.kind != item.kind) return false;
  if (scope.post_operative && *scope.post_operative != item.post_operative) return false;
  if (!in_phase(scope, about)) return false;
  const auto& parts = item.body_parts.empty() ? about.complaints : item.body_parts;
  return scope.regions.empty() || std::any_of(scope.regions.begin(), scope.regions.end(),
                                              [&](const std::string& region) { return contains(parts, region); });
}

}  // namespace

int specificity_of(const Section& section, const records::ParsedItem& item, const vocabulary::Drug* drug,
                   const Circumstances& about) {
  int out = 0;
  for (const Scope& scope : section.applies_to) {
    if (in_scope(scope, item, drug, about)) out = std::max(out, scope.specificity());
  }
  return out;
}

Date Library::first_day() const {
  return std::min_element(guidelines_.begin(), guidelines_.end(),
                          [](const Guideline& a, const Guideline& b) { return a.from < b.from; })
      ->from;
}

const SearchSequence* Library::sequence_on(Date day) const {
  for (const SearchSequence& sequence : sequences_) {
    if (sequence.from <= day && (!sequence.until || day < *sequence.until)) return &sequence;
  }
  return nullptr;
}

SearchResult Library::search(const records::DisputedItem& item, const Circumstances& about, Date day,
                             const vocabulary::Vocabulary& vocabulary) const {
  SearchResult out;
  const SearchSequence* sequence = sequence_on(day);
  if (sequence == nullptr) return out;
  out.strict = sequence->strict;
  out.levels = sequence->levels;
  const vocabulary::Drug* drug = records::product_of(item.parsed, vocabulary);
  for (const SearchStep& step : sequence->steps) {
    Searched searched{step.says, {}, false};
    // A guideline may stand in several files: its most specific sections are those of all of them.
    std::map<std::string, int> best;
    std::vector<std::pair<Applicable, int>> speaking;
    for (const Guideline& guideline : guidelines_) {
      if (!contains(step.sources, guideline.source) || !guideline.in_force(day)) continue;
      const std::string title = guideline.full_title() + guideline.chapter;
      if (!contains(searched.guidelines, guideline.full_title())) searched.guidelines.push_back(guideline.full_title());
      for (const Section& section : guideline.sections) {
        const int specificity = specificity_of(section, item.parsed, drug, about);
        if (specificity == 0) continue;
        best[title] = std::max(best[title], specificity);
        speaking.push_back({{&guideline, &section}, specificity});
      }
    }
    for (const auto& [applicable, specificity] : speaking) {
      if (specificity == best[applicable.guideline->full_title() + applicable.guideline->chapter])
        out.sections.push_back(applicable);
    }
    searched.addressed = !out.sections.empty();
    out.steps.push_back(std::move(searched));
    if (!out.sections.empty()) break;
  }
  return out;
}

}  // namespace openimr::guidelines
