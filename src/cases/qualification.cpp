#include "cases/qualification.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cases/party_names.h"

namespace openimr::cases {
namespace {

using program::Requirement;
using program::ReviewerRule;
using program::ReviewerRules;
using program::RuleWeight;

struct Said {
  Answer answer;
  std::string words;
};

bool is_among(const std::string& one, const std::vector<std::string>& list) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

std::string shown(const Licence& licence) {
  return fmt::format("{} of {}", licence.type, licence.state);
}

// One reviewer on one day before one case.
class Asked {
 public:
  Asked(const ReviewerRules& rules, const Reviewer& reviewer, Date day, const Needs& needs)
      : rules_(rules),
        reviewer_(reviewer),
        day_(day),
        needs_(needs),
        usable_(usable_licences(rules, reviewer, day, needs)) {}

  Said about(const ReviewerRule& rule) const {
    switch (rule.asks) {
      case Requirement::licence_type:
        return licence_type();
      case Requirement::unrestricted_licence:
        return unrestricted_licence(rule);
      case Requirement::board_certification:
        return board_certification(rule);
      case Requirement::knowledge:
        return {Answer::not_known, "stated by the reviewer with each case"};
      case Requirement::no_discipline:
        if (!reviewer_.disciplined) return {Answer::not_known, "whether there was discipline is not on file"};
        if (*reviewer_.disciplined) return {Answer::fails, "a disciplinary action or sanction is on file"};
        return {Answer::holds, "no disciplinary action or sanction"};
      case Requirement::no_appointment:
        if (!reviewer_.appointments) return {Answer::not_known, "appointments are not on file"};
        if (is_among(rule.appointment, *reviewer_.appointments))
          return {Answer::fails, fmt::format("appointed: {}", rule.appointment)};
        return {Answer::holds, fmt::format("not appointed: {}", rule.appointment)};
      case Requirement::active_practice:
        return active_practice(rule);
      case Requirement::same_specialty:
        return same_specialty();
    }
    return {};
  }

 private:
  bool is_of_type(const Licence& licence) const {
    return rules_.accepts(licence.type) &&
           (needs_.licence_types.empty() || is_among(licence.type, needs_.licence_types));
  }

  Said licence_type() const {
    if (reviewer_.licences.empty()) return {Answer::not_known, "no licence is on file"};
    for (const Licence& licence : reviewer_.licences) {
      if (is_of_type(licence)) return {Answer::holds, licence.type};
    }
    return {Answer::fails, needs_.licence_types.empty()
                               ? "no licence of a type that is accepted"
                               : fmt::format("no licence as {}", fmt::join(needs_.licence_types, " or "))};
  }

  Said unrestricted_licence(const ReviewerRule& rule) const {
    const auto preferred = std::find_if(usable_.begin(), usable_.end(),
                                        [&](const Licence* licence) { return licence->state == rule.prefers; });
    if (preferred != usable_.end()) return {Answer::holds, shown(**preferred)};
    if (!usable_.empty()) return {Answer::holds, shown(*usable_.front())};
    std::vector<std::string> states;
    bool known = !reviewer_.licences.empty();
    for (const Licence& licence : reviewer_.licences) {
      if (!is_of_type(licence)) continue;
      const bool open = licence.status == LicenceStatus::unknown && licence.runs_on(day_);
      known = known && !open;
      const bool lapsed = licence.status == LicenceStatus::active || !licence.runs_on(day_);
      states.push_back(fmt::format("{}: {}", shown(licence),
                                   lapsed ? fmt::format("not on {}", day_.iso()) : name_of(licence.status)));
    }
    if (states.empty()) states.emplace_back("none on file");
    return {known ? Answer::fails : Answer::not_known, fmt::format("{}", fmt::join(states, "; "))};
  }

  Said board_certification(const ReviewerRule& rule) const {
    for (const Licence* licence : usable_) {
      if (!is_among(licence->type, rule.types))
        return {Answer::holds, fmt::format("not asked of the licence {}", licence->type)};
    }
    for (const Certification& each : reviewer_.certifications) {
      if (each.runs_on(day_)) return {Answer::holds, fmt::format("{} ({})", each.specialty, each.board)};
    }
    if (reviewer_.certifications.empty()) return {Answer::fails, "no certification is on file"};
    return {Answer::fails, fmt::format("no certification runs on {}", day_.iso())};
  }

  Said active_practice(const ReviewerRule& rule) const {
    const std::string asked = fmt::format("{} years and {} hours a week are asked", rule.years, rule.hours_per_week);
    const auto& [years, hours] = std::pair(reviewer_.years, reviewer_.hours_per_week);
    if ((years && *years < rule.years) || (hours && *hours < rule.hours_per_week))
      return {Answer::fails, fmt::format("{} years, {} hours a week; {}", years ? std::to_string(*years) : "unknown",
                                         hours ? std::to_string(*hours) : "unknown", asked)};
    if (!years || !hours) return {Answer::not_known, "practice is not on file; " + asked};
    return {Answer::holds, fmt::format("{} years, {} hours a week", *years, *hours)};
  }

  Said same_specialty() const {
    if (needs_.specialties.empty()) return {Answer::holds, "the case asks for none"};
    const auto has = specialties_of(rules_, reviewer_, day_);
    for (const std::string& wanted : needs_.specialties) {
      if (is_among(specialty_key(wanted), has)) return {Answer::holds, wanted};
    }
    return {Answer::fails, fmt::format("none of {}", fmt::join(needs_.specialties, ", "))};
  }

  const ReviewerRules& rules_;
  const Reviewer& reviewer_;
  Date day_;
  const Needs& needs_;
  std::vector<const Licence*> usable_;
};

}  // namespace

std::string_view name_of(Answer answer) {
  static constexpr std::array<std::string_view, 3> kNames = {"holds", "fails", "not known"};
  return kNames[static_cast<std::size_t>(answer)];
}

const RuleAnswer* Qualification::bar() const {
  const auto found = std::find_if(answers.begin(), answers.end(), [](const RuleAnswer& each) {
    return each.rule->weight == RuleWeight::required && each.answer != Answer::holds;
  });
  return found == answers.end() ? nullptr : &*found;
}

Qualification qualify(const ReviewerRules& rules, const Reviewer& reviewer, Date day, const Needs& needs) {
  const Asked asked(rules, reviewer, day, needs);
  Qualification out{reviewer.id, {}};
  for (const ReviewerRule& rule : rules.rules) {
    if (!rule.in_force.holds_on(day)) continue;
    Said said = asked.about(rule);
    out.answers.push_back({&rule, said.answer, std::move(said.words)});
  }
  return out;
}

std::vector<const Licence*> usable_licences(const ReviewerRules& rules, const Reviewer& reviewer, Date day,
                                            const Needs& needs) {
  std::vector<const Licence*> out;
  for (const Licence& licence : reviewer.licences) {
    if (licence.status == LicenceStatus::active && licence.runs_on(day) && rules.accepts(licence.type) &&
        (needs.licence_types.empty() || is_among(licence.type, needs.licence_types)))
      out.push_back(&licence);
  }
  return out;
}

std::vector<std::string> specialties_of(const ReviewerRules& rules, const Reviewer& reviewer, Date day) {
  std::vector<std::string> out;
  for (const Certification& each : reviewer.certifications) {
    if (!each.runs_on(day)) continue;
    out.push_back(specialty_key(each.specialty));
    if (!each.subspecialty.empty()) out.push_back(specialty_key(each.subspecialty));
  }
  for (const Licence* licence : usable_licences(rules, reviewer, day, {})) {
    for (const auto& type : rules.licence_types) {
      if (type.type == licence->type) out.push_back(specialty_key(type.title));
    }
  }
  return out;
}

std::string specialty_key(std::string_view written) {
  return fmt::format("{}", fmt::join(fold_name(written).words, " "));
}

}  // namespace openimr::cases
