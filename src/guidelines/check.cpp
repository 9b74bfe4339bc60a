#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "guidelines/library.h"

namespace openimr::guidelines {
namespace {

// Facts that the program reads or computes itself; all others need a term of the vocabulary.
const std::set<std::string>& built_in_facts() {
  static const std::set<std::string> names = {"age",          "sex",         "injury_date",     "ur_date",
                                              "visit_date",   "medication",  "treatment",       "pain_score",
                                              "pain_relief",  "indication",  "duration_of_use", "start_date",
                                              "continuation", "mme_per_day", "prior_visits",    "time_since_injury"};
  return names;
}

class Checker {
 public:
  Checker(const Library& library, const vocabulary::Vocabulary& vocabulary) : library_(library) {
    for (const auto& term : vocabulary.clinical_terms()) {
      facts_.insert(term.fact);
      concepts_.insert(term.name);
      concepts_.insert(term.is_a.begin(), term.is_a.end());
    }
    for (const auto& drug : vocabulary.drugs()) {
      concepts_.insert(drug.name);
      concepts_.insert(drug.drug_class);
      concepts_.insert(drug.ingredients.begin(), drug.ingredients.end());
      concepts_.insert(drug.topics.begin(), drug.topics.end());
    }
    concepts_.insert(vocabulary.drug_classes().begin(), vocabulary.drug_classes().end());
    for (const auto& service : vocabulary.services()) {
      concepts_.insert(service.name);
      concepts_.insert(service.kind);
    }
    for (const auto& part : vocabulary.body_parts()) concepts_.insert(part.name);
  }

  std::vector<Error> run() {
    for (const Guideline& guideline : library_.guidelines()) {
      std::set<std::string> ids;
      for (const Section& section : guideline.sections) {
        if (!ids.insert(section.id).second) report(guideline, section.line, "two sections of one id", section.id);
        check_section(guideline, section);
      }
    }
    check_editions();
    return std::move(problems_);
  }

 private:
  void check_section(const Guideline& guideline, const Section& section) {
    const bool for_nobody = std::all_of(section.applies_to.begin(), section.applies_to.end(), [](const Scope& scope) {
      return scope.drug.empty() && scope.topic.empty() && scope.drug_class.empty() && scope.service.empty() &&
             scope.kind.empty();
    });
    if (for_nobody) report(guideline, section.line, "a section that applies to nothing", section.id);
    for (const Scope& scope : section.applies_to) {
      std::vector<std::string> names = scope.regions;
      names.insert(names.end(), {scope.drug, scope.topic, scope.drug_class, scope.service});
      for (const std::string& name : names) {
        if (!name.empty() && !concepts_.contains(name))
          report(guideline, section.line, "the section applies to what the vocabulary does not know", name);
      }
    }
    std::set<std::string> ids;
    std::map<std::string, std::string> tested;
    for (const Criterion& criterion : section.criteria) {
      if (!ids.insert(criterion.id).second) report(guideline, criterion.line, "two criteria of one id", criterion.id);
      if (criterion.test) check_test(guideline, criterion, *criterion.test, tested);
    }
    for (const Criterion& criterion : section.criteria) {
      const bool allowance = criterion.kind == Kind::allowance;
      if (allowance && criterion.rescues.empty())
        report(guideline, criterion.line, "an allowance that rescues nothing", criterion.id);
      for (const std::string& rescued : criterion.rescues) {
        if (!allowance || !ids.contains(rescued))
          report(guideline, criterion.line, "it rescues no criterion of its section", rescued);
      }
    }
  }

  void check_test(const Guideline& guideline, const Criterion& criterion, const Test& test,
                  std::map<std::string, std::string>& tested) {
    for (const Test& part : test.parts) check_test(guideline, criterion, part, tested);
    if (test.form == Test::Form::item) {
      static const std::set<std::string> fields = {"visits",        "refills",  "quantity",  "strength_mg",
                                                   "duration_days", "duration", "frequency", "body_part",
                                                   "side",          "form",     "concept"};
      if (!fields.contains(test.name)) report(guideline, criterion.line, "no such field of an item", test.name);
      return;
    }
    if (test.form == Test::Form::ingredient || test.form == Test::Form::other_item) {
      for (const std::string& name : test.concepts) {
        if (!concepts_.contains(name))
          report(guideline, criterion.line, "unreachable: the vocabulary does not know this concept", name);
      }
      return;
    }
    if (test.form != Test::Form::fact) return;
    if (!facts_.contains(test.name) && !built_in_facts().contains(test.name))
      report(guideline, criterion.line, "unreachable: nothing makes this fact", test.name);
    std::string key = test.name;
    for (const std::string& name : test.concepts) {
      if (!concepts_.contains(name))
        report(guideline, criterion.line, "unreachable: the vocabulary does not know this concept", name);
    }
    if (criterion.soft || criterion.kind == Kind::note) return;
    std::vector<std::string> names = test.concepts.empty() ? std::vector<std::string>{""} : test.concepts;
    for (const std::string& name : names) {
      const std::string asked = fmt::format("{}/{}/{}", test.name, name, fmt::join(test.responses, ","));
      const auto [known, is_new] = tested.emplace(asked, criterion.id);
      if (!is_new && known->second != criterion.id) {
        report(guideline, criterion.line,
               fmt::format("tests the same fact as '{}', so one word of the record would decide both", known->second),
               criterion.id);
      }
    }
  }

  // Editions of one guideline: no day with two, no day without one between the first and the last.
  void check_editions() {
    std::map<std::string, std::vector<const Guideline*>> editions;
    for (const Guideline& guideline : library_.guidelines())
      editions[guideline.source + " " + guideline.title + " " + guideline.chapter].push_back(&guideline);
    for (auto& [title, list] : editions) {
      std::sort(list.begin(), list.end(), [](const Guideline* a, const Guideline* b) { return a->from < b->from; });
      for (std::size_t i = 1; i < list.size(); ++i) {
        const Guideline& earlier = *list[i - 1];
        const bool same_edition =
            earlier.from == list[i]->from && earlier.until == list[i]->until && earlier.year == list[i]->year;
        if (same_edition) continue;  // in several files
        if (!earlier.until || *earlier.until > list[i]->from) {
          report(*list[i], 1, fmt::format("overlaps with the edition of {}", earlier.year), list[i]->from.iso());
        } else if (*earlier.until < list[i]->from) {
          report(*list[i], 1, fmt::format("leaves a gap after the edition of {}", earlier.year), list[i]->from.iso());
        }
      }
    }
  }

  void report(const Guideline& guideline, int line, std::string message, std::string offending) {
    problems_.push_back({ErrorCode::invalid, std::move(message), std::move(offending), guideline.file, line, 0, ""});
  }

  const Library& library_;
  std::set<std::string> facts_;
  std::set<std::string> concepts_;
  std::vector<Error> problems_;
};

}  // namespace

std::vector<Error> check(const Library& library, const vocabulary::Vocabulary& vocabulary) {
  return Checker(library, vocabulary).run();
}

}  // namespace openimr::guidelines
