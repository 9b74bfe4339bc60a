#include "cases/known_application.h"

#include <algorithm>

#include <fmt/format.h>

namespace openimr::cases {
namespace {

tl::unexpected<Error> wrong(std::string message, std::string_view offending, std::string remedy) {
  return fail({ErrorCode::wrong_use, std::move(message), std::string(offending), "", 0, 0, std::move(remedy)});
}

// ["E-4","E-5"]
std::string failed_rules(const program::Judgement& judgement, program::IfFailed result) {
  std::string out;
  for (const program::JudgedRule& each : judgement.rules) {
    if (each.passed == program::Truth::no && each.rule->if_failed == result)
      out += fmt::format("{}\"{}\"", out.empty() ? "" : ",", each.rule->id);
  }
  return "[" + out + "]";
}

}  // namespace

program::ApplicationFacts known_application(const Case& c, const std::optional<std::vector<std::string>>& same) {
  program::ApplicationFacts out;
  out.injury = c.injury;
  out.decision = c.ur_decision;
  if (c.ur_decision) out.decision_exists = true;
  if (c.received) out.application_received = c.received->day;
  const bool attached = std::any_of(c.records.begin(), c.records.end(),
                                    [](const Record& record) { return record.kind == "ur_decision"; });
  if (attached) out.decision_attached = true;
  out.dispute = c.dispute;
  if (!c.ur_served_by.empty()) out.by = c.ur_served_by;
  if (same) out.duplicate = !same->empty();
  if (same && !same->empty()) out.duplicate_of = same->front();
  return out;
}

Result<void> give(program::ApplicationFacts& facts, std::string_view name, std::string_view value) {
  if (const program::ApplicationFlag* flag = program::application_flag(name)) {
    if (value != "yes" && value != "no")
      return wrong(fmt::format("{}: neither yes nor no", name), value, "Write one of them.");
    facts.*flag->value = value == "yes";
    return {};
  }
  if (const program::ApplicationDay* day = program::application_day(name)) {
    const auto on = Date::from_iso(value);
    if (!on) return wrong(fmt::format("{}: no such day", name), value, "Write YYYY-MM-DD.");
    facts.*day->value = *on;
    return {};
  }
  if (name == "dispute" || name == "by") {
    (name == "by" ? facts.by : facts.dispute) = std::string(value);
    return {};
  }
  if (name == "duplicate-of") {
    facts.duplicate_of = value;
    return {};
  }
  return wrong("no such fact of an application", name,
               fmt::format("Write NAME=yes or NAME=no: {}; NAME=YYYY-MM-DD: {}; or dispute, by, duplicate-of.",
                           fmt::join(program::application_flag_names(), ", "),
                           fmt::join(program::application_day_names(), ", ")));
}

std::string recording_of(const Case& c, const program::Judgement& judgement, const program::ApplicationFacts& facts) {
  using program::IfFailed;
  using program::Proposal;
  std::string act;
  switch (judgement.proposal) {
    case Proposal::duplicate:
      act = fmt::format("duplicate-found of={}", facts.duplicate_of.empty() ? "CASE" : facts.duplicate_of);
      break;
    case Proposal::ineligible:
      act = fmt::format("eligibility-decided result=ineligible 'reasons={}' --why REASON",
                        failed_rules(judgement, IfFailed::ineligible));
      break;
    case Proposal::defer:
      act = fmt::format("deferred 'reasons={}' --why REASON", failed_rules(judgement, IfFailed::defer));
      break;
    case Proposal::ask:
      act = "information-requested of=PARTY asked=QUESTION";
      break;
    case Proposal::eligible:
      act = "eligibility-decided result=eligible";
      break;
  }
  return fmt::format("case do {} {}", c.number, act);
}

}  // namespace openimr::cases
