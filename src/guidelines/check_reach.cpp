#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "guidelines/check_parts.h"

namespace openimr::guidelines {
namespace {

// An item that a scope speaks of.
struct Sample {
  records::ParsedItem item;
  const vocabulary::Drug* drug = nullptr;
  Circumstances about;
};

bool is_of(const vocabulary::Drug& drug, const Scope& scope) {
  return (scope.drug.empty() || scope.drug == drug.name) &&
         (scope.topic.empty() || std::find(drug.topics.begin(), drug.topics.end(), scope.topic) != drug.topics.end()) &&
         (scope.drug_class.empty() || scope.drug_class == drug.drug_class);
}

// What the scope names, nothing else being said: each drug, or the service, or the kind alone.
std::vector<Sample> things_in(const Scope& scope, const vocabulary::Vocabulary& vocabulary) {
  std::vector<Sample> out;
  const auto add = [&](const std::string& name, const std::string& kind, const vocabulary::Drug* drug) {
    Sample sample;
    if (!name.empty()) sample.item.concept_name = name;
    sample.item.kind = scope.kind.empty() ? kind : scope.kind;
    sample.drug = drug;
    out.push_back(std::move(sample));
  };
  if (!scope.drug.empty() || !scope.topic.empty() || !scope.drug_class.empty()) {
    for (const auto& drug : vocabulary.drugs()) {
      if (is_of(drug, scope)) add(drug.name, "medication", &drug);
    }
  } else if (!scope.service.empty()) {
    for (const auto& service : vocabulary.services()) {
      if (service.name == scope.service) add(service.name, service.kind, nullptr);
    }
  } else {
    add("", scope.kind, nullptr);
  }
  return out;
}

// The same at each part of the body, before and after an operation, at both ends of the phase that the scope names.
std::vector<Sample> samples_of(const Scope& scope, const vocabulary::Vocabulary& vocabulary) {
  const std::vector<std::string> parts = scope.regions.empty() ? std::vector<std::string>{""} : scope.regions;
  std::vector<Sample> out;
  for (Sample& sample : things_in(scope, vocabulary)) {
    sample.about.days_since_surgery = scope.since_surgery_to;
    for (const std::string& part : parts) {
      if (!part.empty()) sample.item.body_parts = {part};
      for (const bool operated : {false, true}) {
        sample.item.post_operative = operated;
        for (const auto& days : {scope.since_injury_from, scope.since_injury_to}) {
          sample.about.days_since_injury = days;
          out.push_back(sample);
        }
      }
    }
  }
  return out;
}

// Null where the section is the most specific one for some item; else a section that is more specific, or the section
// itself where no item is in its scope at all.
const Section* speaks_instead(const Section& section, const std::vector<const Section*>& edition,
                              const vocabulary::Vocabulary& vocabulary) {
  const Section* other = &section;
  for (const Scope& scope : section.applies_to) {
    for (const Sample& sample : samples_of(scope, vocabulary)) {
      const int own = specificity_of(section, sample.item, sample.drug, sample.about);
      if (own == 0) continue;
      const auto before = std::find_if(edition.begin(), edition.end(), [&](const Section* each) {
        return specificity_of(*each, sample.item, sample.drug, sample.about) > own;
      });
      if (before == edition.end()) return nullptr;
      other = *before;
    }
  }
  return other;
}

}  // namespace

void check_reach(const Library& library, const vocabulary::Vocabulary& vocabulary, std::vector<Error>& problems) {
  std::map<std::string, std::vector<const Section*>> editions;
  const auto edition_of = [](const Guideline& guideline) { return guideline.full_title() + guideline.chapter; };
  for (const Guideline& guideline : library.guidelines()) {
    for (const Section& section : guideline.sections) editions[edition_of(guideline)].push_back(&section);
  }
  for (const Guideline& guideline : library.guidelines()) {
    for (const Section& section : guideline.sections) {
      const Section* other = speaks_instead(section, editions[edition_of(guideline)], vocabulary);
      if (other == nullptr) continue;
      const bool for_nobody = other == &section;
      problems.push_back({ErrorCode::invalid,
                          for_nobody ? std::string("unreachable: no drug or service is all that applies_to asks for")
                                     : fmt::format("unreachable: '{}' is always more specific", other->id),
                          section.id, guideline.file, section.line, 0,
                          for_nobody ? "Leave out of applies_to what does not go together"
                                     : "Narrow applies_to of one of them, or join the two sections"});
    }
  }
}

}  // namespace openimr::guidelines
