#include "program/eligibility.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "program/eligibility_trial.h"
#include "program/programme.h"

namespace openimr::program {
namespace {

// The facts with one class of dispute and one way of service.
struct World {
  ApplicationFacts facts;
  std::string label;  // "ordinary dispute, mailed"
};

constexpr const char* kDispute = "the class of the dispute";
constexpr const char* kService = "how the decision was served";

std::vector<World> worlds_of(const Programme& programme, const ApplicationFacts& facts) {
  const auto classes = facts.dispute ? std::vector{*facts.dispute} : programme.dispute_classes();
  std::vector<std::string> ways;
  for (const WayOfService& way : programme.service()) {
    if (!facts.by || way.by == *facts.by) ways.push_back(way.by);
  }
  std::vector<World> out;
  for (const std::string& dispute : classes) {
    for (const std::string& by : ways) {
      World world{facts, ""};
      world.facts.dispute = dispute;
      world.facts.by = by;
      if (!facts.dispute) world.label = fmt::format("{} dispute", dispute);
      if (!facts.by) world.label += fmt::format("{}served by {}", world.label.empty() ? "" : ", ", by);
      out.push_back(std::move(world));
    }
  }
  return out;
}

// Whether worlds that differ in one value alone come to different answers.
template <class Other>
bool decides(const std::vector<World>& worlds, const std::vector<Tried>& found, Other other) {
  std::map<std::string, Truth> seen;
  for (std::size_t i = 0; i < worlds.size(); ++i) {
    const auto [at, is_new] = seen.emplace(*other(worlds[i].facts), found[i].truth);
    if (!is_new && at->second != found[i].truth) return true;
  }
  return false;
}

// What every world says once, and what only some say with their names.
std::vector<std::string> together(const std::vector<World>& worlds, const std::vector<Tried>& found) {
  std::map<std::string, std::size_t> said;
  for (const Tried& each : found) {
    for (const std::string& line : each.why) ++said[line];
  }
  std::vector<std::string> out;
  for (std::size_t i = 0; i < worlds.size(); ++i) {
    for (const std::string& line : found[i].why)
      add_new(out, {said[line] == worlds.size() ? line : fmt::format("{}: {}", worlds[i].label, line)});
  }
  return out;
}

JudgedRule judged(const Programme& programme, const EligibilityRule& rule, const std::vector<World>& worlds) {
  std::vector<Tried> found;
  for (const World& world : worlds) found.push_back(tried(programme, rule.test, world.facts, worlds.size() == 1));
  const bool agree =
      std::all_of(found.begin(), found.end(), [&](const Tried& each) { return each.truth == found.front().truth; });
  JudgedRule out{&rule, agree ? found.front().truth : Truth::unknown, together(worlds, found), {}};
  if (out.passed != Truth::unknown) return out;
  for (const Tried& each : found) add_new(out.missing, each.missing);
  if (decides(worlds, found, [](const ApplicationFacts& facts) { return facts.by; })) add_new(out.missing, {kDispute});
  if (decides(worlds, found, [](const ApplicationFacts& facts) { return facts.dispute; }))
    add_new(out.missing, {kService});
  return out;
}

// A row of some days alone is not the one that counts for sure while the day is not known.
void hold_back(JudgedRule& judged, const InForce& always) {
  const InForce& days = judged.rule->in_force;
  const bool holds_always = days.from <= always.from && days.until == always.until;
  if (judged.passed != Truth::no || holds_always) return;
  judged.passed = Truth::unknown;
  judged.why.push_back(
      fmt::format("the rule holds from {}{}", days.from.iso(), days.until ? " until " + days.until->iso() : ""));
  judged.missing = {std::string(application_day("application-received")->says)};
}

Proposal proposal_for(IfFailed result) {
  switch (result) {
    case IfFailed::ineligible:
      return Proposal::ineligible;
    case IfFailed::duplicate:
      return Proposal::duplicate;
    case IfFailed::defer:
      return Proposal::defer;
    case IfFailed::ask:
      return Proposal::ask;
    case IfFailed::record:
      break;
  }
  return Proposal::eligible;
}

std::string told(const EligibilityRule& rule, const ApplicationFacts& facts) {
  if (rule.if_failed != IfFailed::duplicate || facts.duplicate_of.empty()) return rule.reason;
  return fmt::format("{} The other case is {}.", rule.reason, facts.duplicate_of);
}

// The first proposal that some rule leads to; what is not known leads to a question.
void propose(Judgement& out, const ApplicationFacts& facts) {
  out.proposal = Proposal::eligible;
  for (const JudgedRule& each : out.rules) {
    const bool decides = each.rule->if_failed != IfFailed::record;
    if (decides) add_new(out.missing, each.missing);
    if (each.passed == Truth::no) {
      out.proposal = std::min(out.proposal, proposal_for(each.rule->if_failed));
      if (!decides) out.recorded.push_back(each.rule->reason);
    } else if (each.passed == Truth::unknown && decides) {
      out.proposal = std::min(out.proposal, Proposal::ask);
    }
  }
  for (const JudgedRule& each : out.rules) {
    const bool leads = each.rule->if_failed != IfFailed::record && proposal_for(each.rule->if_failed) == out.proposal;
    if (each.passed == Truth::no && leads) out.reasons.push_back(told(*each.rule, facts));
  }
}

Result<void> check(const Programme& programme, const ApplicationFacts& facts) {
  const auto classes = programme.dispute_classes();
  if (facts.dispute && std::find(classes.begin(), classes.end(), *facts.dispute) == classes.end()) {
    return fail({ErrorCode::wrong_use, "dispute: no such class of dispute in " + programme.id(), *facts.dispute, "", 0,
                 0, fmt::format("Use one of: {}.", fmt::join(classes, ", "))});
  }
  if (facts.by && programme.way(*facts.by) == nullptr) {
    std::vector<std::string> ways;
    for (const WayOfService& way : programme.service()) ways.push_back(way.by);
    return fail({ErrorCode::wrong_use, "by: no such way of service in " + programme.id(), *facts.by, "", 0, 0,
                 fmt::format("Use one of: {}.", fmt::join(ways, ", "))});
  }
  return {};
}

}  // namespace

std::string_view name_of(IfFailed result) {
  static constexpr std::array<std::string_view, 5> kNames = {"ineligible", "duplicate", "defer", "ask", "record"};
  return kNames[static_cast<std::size_t>(result)];
}

std::string_view name_of(Proposal proposal) {
  static constexpr std::array<std::string_view, 5> kNames = {"duplicate", "ineligible", "defer", "ask", "eligible"};
  return kNames[static_cast<std::size_t>(proposal)];
}

Result<Judgement> judge(const Programme& programme, const ApplicationFacts& facts) {
  if (const auto done = check(programme, facts); !done) return fail(done.error());
  const auto received = facts.application_received;
  const auto worlds = worlds_of(programme, facts);
  Judgement out;
  for (const EligibilityRule& rule : programme.eligibility()) {
    if (received && !rule.in_force.holds_on(*received)) continue;
    out.rules.push_back(judged(programme, rule, worlds));
    if (!received) hold_back(out.rules.back(), programme.in_force());
  }
  if (out.rules.empty()) {
    return fail({ErrorCode::wrong_use, fmt::format("eligibility: {} has no rule in force on that day", programme.id()),
                 received ? received->iso() : "", "", 0, 0, "Check the day the application was received."});
  }
  propose(out, facts);
  return out;
}

}  // namespace openimr::program
