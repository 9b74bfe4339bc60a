#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "guidelines/check_parts.h"
#include "guidelines/known_names.h"

namespace openimr::guidelines {
namespace {

// The fields of an item that are numbers; the others are words.
bool is_number(const std::string& field) {
  static const Names kNumbers = {"visits", "refills", "quantity", "strength_mg", "duration_days"};
  return kNumbers.contains(field);
}

bool is_field(const std::string& field) {
  static const Names kWords = {"duration", "frequency", "body_part", "side", "form", "concept"};
  return is_number(field) || kWords.contains(field);
}

// Whether the criterion can fail a request, so that there is something to rescue.
bool decides(const Criterion& criterion) {
  return !criterion.soft && criterion.kind != Kind::note && criterion.kind != Kind::allowance;
}

bool never_together(When a, When b) {
  return (a == When::continuation && b == When::new_start) || (a == When::new_start && b == When::continuation);
}

constexpr const char* kAddWord = "Use a name of packs/vocabulary, or add it there with its words";

class SectionChecker {
 public:
  SectionChecker(const Guideline& guideline, const Section& section, const KnownNames& known,
                 std::vector<Error>& problems)
      : guideline_(guideline), section_(section), known_(known), problems_(problems) {}

  void check() {
    for (const Scope& scope : section_.applies_to) check_scope(scope);
    Names remarks;
    for (const Remark& remark : section_.remarks) {
      if (!remarks.insert(remark.id).second)
        report(section_.line, "two remarks of one id", remark.id, "Give one of them an id of its own");
    }
    std::map<std::string, const Criterion*> criteria;
    for (const Criterion& criterion : section_.criteria) {
      if (!criteria.emplace(criterion.id, &criterion).second)
        report(criterion.line, "two criteria of one id", criterion.id, "Give one of them an id of its own");
      if (criterion.test) check_test(criterion, *criterion.test);
    }
    for (const Criterion& criterion : section_.criteria) check_rescues(criterion, criteria);
  }

 private:
  void check_scope(const Scope& scope) {
    if (scope.drug.empty() && scope.topic.empty() && scope.drug_class.empty() && scope.service.empty() &&
        scope.kind.empty())
      report(section_.line, "a section that applies to nothing", section_.id,
             "Name a topic, drug, class, service or kind in applies_to");
    const auto check_name = [&](const char* what, const std::string& name, const Names& names) {
      if (!name.empty() && !names.contains(name))
        report(section_.line, fmt::format("the section applies to a {} that the vocabulary does not know", what), name,
               nearest(name, names, kAddWord));
    };
    check_name("drug", scope.drug, known_.drugs);
    check_name("topic", scope.topic, known_.topics);
    check_name("class", scope.drug_class, known_.classes);
    check_name("service", scope.service, known_.services);
    for (const std::string& region : scope.regions) check_name("region", region, known_.regions);
  }

  void check_rescues(const Criterion& criterion, const std::map<std::string, const Criterion*>& criteria) {
    if (criterion.kind == Kind::allowance && (criterion.soft || criterion.rescues.empty()))
      report(criterion.line, "an allowance that rescues nothing", criterion.id,
             criterion.soft ? "Leave out 'soft', which keeps it from deciding" : "Name the criteria in 'rescues'");
    for (const std::string& rescued : criterion.rescues) {
      const auto found = criteria.find(rescued);
      if (criterion.kind != Kind::allowance || found == criteria.end()) {
        report(criterion.line, "it rescues no criterion of its section", rescued,
               criterion.kind != Kind::allowance ? "Only an allowance rescues: kind: allowance"
                                                 : "Use the id of a criterion of this section");
      } else if (!decides(*found->second)) {
        report(criterion.line, "it rescues what never fails a request", rescued,
               "Name a criterion that is required, a limit or an exclusion, and not soft");
      } else if (never_together(criterion.when, found->second->when)) {
        report(criterion.line, "it rescues what is never asked of the same request", rescued,
               "Write the same 'when' in both");
      }
    }
  }

  void check_test(const Criterion& criterion, const Test& test) {
    for (const Test& part : test.parts) check_test(criterion, part);
    if (test.at_least && test.at_most && *test.at_least > *test.at_most)
      report(criterion.line, "unreachable: the least is more than the most",
             fmt::format("at_least {:g}, at_most {:g}", *test.at_least, *test.at_most), "Exchange the two bounds");
    switch (test.form) {
      case Test::Form::fact:
        return check_fact(criterion, test);
      case Test::Form::item:
        return check_field(criterion, test);
      case Test::Form::ingredient:
        return check_concepts(criterion, test, "ingredient", known_.ingredients);
      case Test::Form::other_item:
        return check_concepts(criterion, test, "drug or service", known_.concepts);
      case Test::Form::any_of:
      case Test::Form::all_of:
      case Test::Form::negation:
        return;
    }
  }

  void check_concepts(const Criterion& criterion, const Test& test, const char* what, const Names& names) {
    for (const std::string& name : test.concepts) {
      if (!names.contains(name))
        report(criterion.line, fmt::format("unreachable: the vocabulary does not know this {}", what), name,
               nearest(name, names, kAddWord));
    }
  }

  void check_field(const Criterion& criterion, const Test& test) {
    if (!is_field(test.name)) {
      report(criterion.line, "no such field of an item", test.name, "Tests in packs/guidelines/README.md lists them");
    } else if (is_number(test.name) && test.equals) {
      report(criterion.line, "unreachable: a number is not compared with 'equals'", test.name,
             "Give at_least and at_most");
    } else if (!is_number(test.name) && (test.at_least || test.at_most)) {
      report(criterion.line, "unreachable: a word has no bounds", test.name, "Give equals, or stated: true");
    }
  }

  void check_fact(const Criterion& criterion, const Test& test) {
    if (!known_.facts.contains(test.name)) {
      report(criterion.line, "unreachable: nothing makes this fact", test.name,
             nearest(test.name, known_.facts, "Use a fact that a term of packs/vocabulary makes, or add such a term"));
      return;
    }
    check_concepts(criterion, test, "concept", known_.concepts);
    for (const std::string& name : test.concepts) {
      if (known_.concepts.contains(name) && !known_.can_be_about(test.name, name))
        report(criterion.line, fmt::format("unreachable: no term makes a '{}' of this concept", test.name), name,
               fact_of(name));
    }
    for (const std::string& region : test.regions) {
      if (!known_.regions.contains(region))
        report(criterion.line, "unreachable: the vocabulary does not know this region", region,
               nearest(region, known_.regions, kAddWord));
    }
    if (!criterion.soft && criterion.kind != Kind::note) check_tested_twice(criterion, test);
  }

  // Where the concept is stated under another fact, that fact.
  std::string fact_of(const std::string& concept_name) const {
    for (const auto& [fact, names] : known_.stated_as) {
      if (names.contains(concept_name)) return fmt::format("Its words make a '{}'", fact);
    }
    return "Ask for it as a drug or service: treatment, medication";
  }

  void check_tested_twice(const Criterion& criterion, const Test& test) {
    const std::vector<std::string> names = test.concepts.empty() ? std::vector<std::string>{""} : test.concepts;
    for (const std::string& name : names) {
      const std::string asked = fmt::format("{}/{}/{}", test.name, name, fmt::join(test.responses, ","));
      const auto [known, is_new] = tested_.emplace(asked, criterion.id);
      if (!is_new && known->second != criterion.id) {
        report(criterion.line,
               fmt::format("tests the same fact as '{}', so one word of the record would decide both", known->second),
               criterion.id, "Join the two criteria, or make one of them soft or a note");
      }
    }
  }

  void report(int line, std::string message, std::string offending, std::string remedy) {
    problems_.push_back(
        {ErrorCode::invalid, std::move(message), std::move(offending), guideline_.file, line, 0, std::move(remedy)});
  }

  const Guideline& guideline_;
  const Section& section_;
  const KnownNames& known_;
  std::vector<Error>& problems_;
  std::map<std::string, std::string> tested_;  // what is asked for, and the criterion that asks first
};

}  // namespace

std::vector<Error> check(const Library& library, const vocabulary::Vocabulary& vocabulary) {
  std::vector<Error> problems;
  const KnownNames known(vocabulary);
  for (const Guideline& guideline : library.guidelines()) {
    for (const Section& section : guideline.sections) SectionChecker(guideline, section, known, problems).check();
  }
  check_editions(library, problems);
  if (problems.empty()) check_reach(library, vocabulary, problems);  // a name that nobody knows is not reached either
  return problems;
}

}  // namespace openimr::guidelines
