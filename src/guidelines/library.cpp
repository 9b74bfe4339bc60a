#include "guidelines/library.h"

#include <algorithm>

namespace openimr::guidelines {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool in_scope(const Scope& scope, const records::ParsedItem& item, const vocabulary::Drug* drug,
              const std::vector<std::string>& complaints) {
  const bool asks_for_drug = !scope.drug.empty() || !scope.topic.empty() || !scope.drug_class.empty();
  const bool of_drug = asks_for_drug && drug != nullptr && (scope.drug.empty() || scope.drug == drug->name) &&
                       (scope.topic.empty() || contains(drug->topics, scope.topic)) &&
                       (scope.drug_class.empty() || scope.drug_class == drug->drug_class);
  const bool of_service = drug == nullptr && !scope.service.empty() && item.concept_name == scope.service;
  const bool of_kind = !asks_for_drug && scope.service.empty() && !scope.kind.empty();  // "compound"
  if (!of_drug && !of_service && !of_kind) return false;
  if (!scope.kind.empty() && scope.kind != item.kind) return false;
  if (scope.post_operative && *scope.post_operative != item.post_operative) return false;
  const auto& parts = item.body_parts.empty() ? complaints : item.body_parts;
  return scope.regions.empty() || std::any_of(scope.regions.begin(), scope.regions.end(),
                                              [&](const std::string& region) { return contains(parts, region); });
}

}  // namespace

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

SearchResult Library::search(const records::DisputedItem& item, const std::vector<std::string>& complaints, Date day,
                             const vocabulary::Vocabulary& vocabulary) const {
  SearchResult out;
  const SearchSequence* sequence = sequence_on(day);
  if (sequence == nullptr) return out;
  out.strict = sequence->strict;
  const vocabulary::Drug* drug = records::product_of(item.parsed, vocabulary);
  for (const SearchStep& step : sequence->steps) {
    Searched searched{step.says, {}, false};
    for (const Guideline& guideline : guidelines_) {
      if (!contains(step.sources, guideline.source) || !guideline.in_force(day)) continue;
      if (!contains(searched.guidelines, guideline.full_title())) searched.guidelines.push_back(guideline.full_title());
      int best = 0;
      std::vector<const Section*> found;
      for (const Section& section : guideline.sections) {
        int specificity = 0;
        for (const Scope& scope : section.applies_to) {
          if (in_scope(scope, item.parsed, drug, complaints)) specificity = std::max(specificity, scope.specificity());
        }
        if (specificity == 0 || specificity < best) continue;
        if (specificity > best) found.clear();
        best = specificity;
        found.push_back(&section);
      }
      for (const Section* section : found) out.sections.push_back({&guideline, section});
    }
    searched.addressed = !out.sections.empty();
    out.steps.push_back(std::move(searched));
    if (!out.sections.empty()) break;
  }
  return out;
}

}  // namespace openimr::guidelines
