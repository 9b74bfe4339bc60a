#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/ascii.h"
#include "program/part_readers.h"

namespace openimr::program {
namespace {

using nlohmann::json;

constexpr std::array kResults = {IfFailed::ineligible, IfFailed::duplicate, IfFailed::defer, IfFailed::ask,
                                 IfFailed::record};

constexpr std::array kForms = {"fact", "day", "dispute", "any_of", "all_of"};

// The tests of one rule. `row` is the rule, for the line.
class TestReader {
 public:
  TestReader(const PackRows& rows, const Programme& programme, const json& row)
      : rows_(rows), programme_(programme), row_(row) {}

  Result<EligibilityTest> read(const json& test) const {
    const auto forms = std::count_if(kForms.begin(), kForms.end(), [&](const char* key) { return test.contains(key); });
    if (forms != 1)
      return rows_.refuse(row_, "test: it needs one of fact, day, dispute, any_of, all_of", test.dump(),
                          "Put several tests into any_of or all_of.");
    if (test.contains("any_of")) return group(EligibilityTest::Form::any_of, test["any_of"]);
    if (test.contains("all_of")) return group(EligibilityTest::Form::all_of, test["all_of"]);
    if (test.contains("fact")) return fact(test);
    if (test.contains("dispute")) return dispute(test);
    return day(test);
  }

 private:
  Result<EligibilityTest> group(EligibilityTest::Form form, const json& parts) const {
    EligibilityTest out;
    out.form = form;
    for (const json& part : parts) {
      auto read_part = read(part);
      if (!read_part) return read_part;
      out.parts.push_back(std::move(*read_part));
    }
    return out;
  }

  Result<EligibilityTest> fact(const json& test) const {
    EligibilityTest out;
    out.name = text(test, "fact");
    out.is = test.value("is", true);
    if (application_flag(out.name) == nullptr)
      return rows_.refuse(row_, "fact: no such fact of an application", out.name,
                          fmt::format("Use one of: {}", fmt::join(application_flag_names(), ", ")));
    return out;
  }

  Result<EligibilityTest> dispute(const json& test) const {
    EligibilityTest out;
    out.form = EligibilityTest::Form::dispute;
    out.name = text(test, "dispute");
    const auto classes = programme_.dispute_classes();
    if (std::find(classes.begin(), classes.end(), out.name) == classes.end())
      return rows_.refuse(row_, "dispute: no deadline knows such a class", out.name,
                          fmt::format("Use one of: {}", fmt::join(classes, ", ")));
    return out;
  }

  Result<void> is_day(const std::string& name) const {
    if (application_day(name) != nullptr) return {};
    return rows_.refuse(row_, "day: no such day of an application", name,
                        fmt::format("Use one of: {}", fmt::join(application_day_names(), ", ")));
  }

  Result<EligibilityTest> day(const json& test) const {
    EligibilityTest out;
    out.name = text(test, "day");
    if (const auto known = is_day(out.name); !known) return fail(known.error());
    if (test.contains("not_before") == (test.contains("within") && test.contains("after")))
      return rows_.refuse(row_, "day: it needs either 'not_before', or 'within' and 'after'", out.name,
                          "Write one of them.");
    if (test.contains("not_before")) {
      out.form = EligibilityTest::Form::not_before;
      out.other = text(test, "not_before");
      out.date = Date::from_iso(out.other);
      if (out.date) return out;
      if (!out.other.empty() && is_digit(out.other.front()))
        return rows_.refuse(row_, "not_before: no such day", out.other, "Write YYYY-MM-DD, or the name of a day.");
    } else {
      out.form = EligibilityTest::Form::within;
      out.other = text(test, "after");
      for (const json& each : test.at("within")) {
        out.deadlines.push_back(each.get<std::string>());
        if (programme_.rule(out.deadlines.back()) == nullptr)
          return rows_.refuse(row_, "within: no such rule", out.deadlines.back(), "Name the id of a deadline.");
      }
    }
    if (const auto known = is_day(out.other); !known) return fail(known.error());
    return out;
  }

  const PackRows& rows_;
  const Programme& programme_;
  const json& row_;
};

Result<EligibilityRule> rule_of(const PackRows& rows, const json& row, const Programme& programme) {
  EligibilityRule out;
  out.id = text(row, "id");
  out.checks = text(row, "checks");
  auto test = TestReader(rows, programme, row).read(row.at("test"));
  if (!test) return fail(test.error());
  out.test = std::move(*test);
  const std::string result = text(row, "if_failed");
  const auto* const found =
      std::find_if(kResults.begin(), kResults.end(), [&](IfFailed each) { return name_of(each) == result; });
  if (found == kResults.end())
    return rows.refuse(row, "if_failed: no such result", result,
                       "Use one of: ineligible, duplicate, defer, ask, record");
  out.if_failed = *found;
  out.reason = text(row, "reason");
  const auto days = rows.days_in(row, programme.in_force());
  if (!days) return fail(days.error());
  out.in_force = *days;
  out.section = text(row, "section");
  out.standing = standing_in(row);
  return out;
}

}  // namespace

Result<std::vector<EligibilityRule>> read_eligibility(const PackRows& rows, const Programme& programme) {
  std::vector<EligibilityRule> out;
  for (const json& row : rows.list("eligibility")) {
    auto rule = rule_of(rows, row, programme);
    if (!rule) return fail(rule.error());
    for (const EligibilityRule& other : out) {
      if (other.id == rule->id && overlap(other.in_force, rule->in_force))
        return rows.refuse(row, "eligibility: two rows of one id hold on one day", rule->id,
                           "Let one end before the other begins, or give it an id of its own.");
    }
    out.push_back(std::move(*rule));
  }
  return out;
}

}  // namespace openimr::program
