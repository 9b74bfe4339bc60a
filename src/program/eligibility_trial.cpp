#include "program/eligibility_trial.h"

#include <algorithm>

#include <fmt/format.h>

#include "program/deadlines.h"

namespace openimr::program {
namespace {

Truth truth_of(bool holds) {
  return holds ? Truth::yes : Truth::no;
}

Tried not_known(std::string_view what) {
  return {Truth::unknown, {fmt::format("{}: not known", what)}, {std::string(what)}};
}

class Trial {
 public:
  Trial(const Programme& programme, const ApplicationFacts& facts, bool steps)
      : programme_(programme), facts_(facts), steps_(steps) {}

  Tried of(const EligibilityTest& test) const {
    switch (test.form) {
      case EligibilityTest::Form::fact:
        return fact(test);
      case EligibilityTest::Form::not_before:
        return not_before(test);
      case EligibilityTest::Form::within:
        return within(test);
      case EligibilityTest::Form::dispute:
        return {truth_of(*facts_.dispute == test.name), {"the class of the dispute: " + *facts_.dispute}, {}};
      case EligibilityTest::Form::any_of:
      case EligibilityTest::Form::all_of:
        break;
    }
    return group(test);
  }

 private:
  Tried fact(const EligibilityTest& test) const {
    const ApplicationFlag& flag = *application_flag(test.name);
    const auto value = facts_.*flag.value;
    if (!value) return not_known(flag.says);
    return {truth_of(*value == test.is), {fmt::format("{}: {}", flag.says, *value ? "yes" : "no")}, {}};
  }

  Tried not_before(const EligibilityTest& test) const {
    const ApplicationDay& day = *application_day(test.name);
    const auto value = facts_.*day.value;
    if (!value) return not_known(day.says);
    std::optional<Date> bound = test.date;
    std::string words = bound ? bound->iso() : "";
    if (!bound) {
      const ApplicationDay& other = *application_day(test.other);
      bound = facts_.*other.value;
      if (!bound) return not_known(other.says);
      words = fmt::format("{} ({})", other.says, bound->iso());
    }
    const bool holds = *value >= *bound;
    return {truth_of(holds),
            {fmt::format("{} ({}) is {}before {}", day.says, value->iso(), holds ? "not " : "", words)},
            {}};
  }

  // In time where it is by the last day of any of the deadlines that hold.
  Tried within(const EligibilityTest& test) const {
    const ApplicationDay& done = *application_day(test.name);
    const ApplicationDay& from = *application_day(test.other);
    const auto begin = facts_.*from.value;
    const auto end = facts_.*done.value;
    if (!begin) return not_known(from.says);
    if (!end) return not_known(done.says);
    const Trigger trigger{{*begin, std::nullopt}, *facts_.by, "standard", *facts_.dispute};
    Tried out{Truth::unknown, {}, {}};
    for (const std::string& id : test.deadlines) {
      const auto found = deadlines_of(programme_, id, trigger);
      if (!found) continue;
      for (const Deadline& deadline : *found) {
        if (!deadline.due) continue;
        const bool in_time = *end <= deadline.due->day;
        out.truth = std::max(out.truth == Truth::unknown ? Truth::no : out.truth, truth_of(in_time));
        out.why.push_back(fmt::format("{}: {} ({}) is {} the last day, {}", id, done.says, end->iso(),
                                      in_time ? "not after" : "after", deadline.due->day.iso()));
        if (steps_) out.why.insert(out.why.end(), deadline.steps.begin(), deadline.steps.end());
      }
    }
    if (out.truth == Truth::unknown) {
      out.why = {fmt::format("none of {} counts a time for a dispute of class {} from {}",
                             fmt::join(test.deadlines, ", "), *facts_.dispute, begin->iso())};
      out.missing = out.why;
    }
    return out;
  }

  // What decided is told: of "any" the parts that hold, of "all" those that do not; else everything.
  Tried group(const EligibilityTest& test) const {
    const bool any = test.form == EligibilityTest::Form::any_of;
    Tried out{any ? Truth::no : Truth::yes, {}, {}};
    std::vector<Tried> parts;
    for (const EligibilityTest& part : test.parts) {
      parts.push_back(of(part));
      out.truth = any ? std::max(out.truth, parts.back().truth) : std::min(out.truth, parts.back().truth);
    }
    for (const Tried& part : parts) {
      if (part.truth == out.truth || out.truth == Truth::unknown) add_new(out.why, part.why);
      if (part.truth == Truth::unknown && out.truth == Truth::unknown) add_new(out.missing, part.missing);
    }
    return out;
  }

  const Programme& programme_;
  const ApplicationFacts& facts_;
  const bool steps_;
};

}  // namespace

Tried tried(const Programme& programme, const EligibilityTest& test, const ApplicationFacts& facts, bool steps) {
  return Trial(programme, facts, steps).of(test);
}

void add_new(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& each : more) {
    if (std::find(list.begin(), list.end(), each) == list.end()) list.push_back(each);
  }
}

}  // namespace openimr::program
