#include "cases/conflicts.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace openimr::cases {
namespace {

using program::ConflictRules;
using program::RelationKind;
using program::RelationRule;

struct Judgement {
  ConflictOutcome outcome;
  const RelationRule* rule;
  std::string why;
};

// What reviewers said of themselves, and what follows from who they are.
std::vector<Relation> all_relations(const Reviewer& reviewer) {
  std::vector<Relation> out = {{reviewer.name, RelationKind::self, "self", "", std::nullopt}};
  for (const std::string& party : reviewer.excluded_parties)
    out.push_back({party, RelationKind::declared, "declared", "", std::nullopt});
  out.insert(out.end(), reviewer.relations.begin(), reviewer.relations.end());
  return out;
}

Judgement by_share(const RelationRule& rule, const Relation& relation) {
  if (!relation.share_of_income)
    return {ConflictOutcome::to_be_cleared, &rule,
            fmt::format("{}: its share of income is not known; above {} % bars", relation.tie, rule.percent)};
  const bool above = *relation.share_of_income > rule.percent;
  return {above ? ConflictOutcome::barred : ConflictOutcome::cleared, &rule,
          fmt::format("{}: {} % of income, {} {} %", relation.tie, *relation.share_of_income,
                      above ? "above" : "not above", rule.percent)};
}

// Of a relation to the very party.
Judgement judge(const ConflictRules& rules, const Relation& relation, const std::string& role, Date day) {
  const RelationRule* rule = rules.relation(relation.kind, day);
  if (rule == nullptr)
    return {ConflictOutcome::to_be_cleared, nullptr,
            fmt::format("no rule speaks of a {} relation", program::name_of(relation.kind))};
  if (rules.party(role, day) == nullptr)
    return {ConflictOutcome::to_be_cleared, rule, fmt::format("no rule speaks of a party as {}", role)};
  if (rule->not_counted.has(relation.tie))
    return {ConflictOutcome::cleared, rule, fmt::format("{}: not counted", relation.tie)};
  if (rule->bars.has(relation.tie)) return {ConflictOutcome::barred, rule, fmt::format("{}: bars", relation.tie)};
  if (rule->bars_above.has(relation.tie)) return by_share(*rule, relation);
  return {ConflictOutcome::to_be_cleared, rule, fmt::format("no rule speaks of the tie {}", relation.tie)};
}

const Clearance* cleared_by(const std::vector<Clearance>& clearances, const Reviewer& reviewer, const Party& party,
                            const Relation& relation) {
  const std::string to = relation.kind == RelationKind::self ? "" : relation.to;
  const auto found = std::find_if(clearances.begin(), clearances.end(), [&](const Clearance& each) {
    return each.reviewer == reviewer.id && each.party == party.name && each.to == to;
  });
  return found == clearances.end() ? nullptr : &*found;
}

// The one place where likeness, rule and clearance come together.
Judgement judge(const ConflictRules& rules, const Reviewer& reviewer, const Relation& relation, const Party& party,
                Likeness likeness, Date day, const std::vector<Clearance>& clearances) {
  if (likeness == Likeness::different) return {ConflictOutcome::cleared, nullptr, "another name"};
  Judgement out = judge(rules, relation, party.role, day);
  if (likeness == Likeness::possible && out.outcome != ConflictOutcome::cleared) {
    out.outcome = ConflictOutcome::to_be_cleared;
    out.why = "possibly the same name; if it is: " + out.why;
  }
  if (out.outcome != ConflictOutcome::to_be_cleared) return out;
  if (const Clearance* clearance = cleared_by(clearances, reviewer, party, relation)) {
    out.outcome = ConflictOutcome::cleared;
    out.why += fmt::format("; cleared by {} on {}: {}", clearance->by, clearance->at.iso(), clearance->why);
  }
  return out;
}

}  // namespace

std::string_view name_of(ConflictOutcome outcome) {
  static constexpr std::array<std::string_view, 3> kNames = {"cleared", "to be cleared", "barred"};
  return kNames[static_cast<std::size_t>(outcome)];
}

ConflictOutcome ConflictCheck::outcome() const {
  ConflictOutcome worst = ConflictOutcome::cleared;
  for (const Comparison& each : comparisons) worst = std::max(worst, each.outcome);
  return worst;
}

ConflictCheck check_conflicts(const ConflictRules& rules, const Reviewer& reviewer, const std::vector<Party>& parties,
                              const program::Moment& at, const std::vector<Clearance>& clearances) {
  ConflictCheck out{reviewer.id, at, {}, std::nullopt};
  for (const Party& party : parties) {
    const PartyName name = fold_name(party.name);
    const std::string shown = compare(name, fold_name(reviewer.name)) == Likeness::same ? "" : party.name;
    for (const Relation& relation : all_relations(reviewer)) {
      const Likeness likeness = compare(name, fold_name(relation.to));
      Judgement judged = judge(rules, reviewer, relation, party, likeness, at.day, clearances);
      const bool own = relation.kind == RelationKind::self;
      out.comparisons.push_back({party.role, own ? "" : shown, relation.kind, relation.tie, own ? "" : relation.to,
                                 likeness, judged.outcome, judged.rule != nullptr ? judged.rule->id : "",
                                 judged.rule != nullptr ? judged.rule->section : "", std::move(judged.why)});
    }
  }
  return out;
}

nlohmann::json to_json(const ConflictCheck& check) {
  nlohmann::json comparisons = nlohmann::json::array();
  for (const Comparison& each : check.comparisons) {
    comparisons.push_back({{"role", each.role},
                           {"party", each.party},
                           {"kind", program::name_of(each.kind)},
                           {"tie", each.tie},
                           {"to", each.to},
                           {"likeness", name_of(each.likeness)},
                           {"outcome", name_of(each.outcome)},
                           {"rule", each.rule},
                           {"section", each.section},
                           {"why", each.why}});
  }
  nlohmann::json out = {{"reviewer", check.reviewer},
                        {"at", check.at.iso()},
                        {"outcome", name_of(check.outcome())},
                        {"comparisons", std::move(comparisons)},
                        {"attestation", nullptr}};
  if (check.attestation) out["attestation"] = {{"text", check.attestation->text}, {"at", check.attestation->at.iso()}};
  return out;
}

ConflictIndex::ConflictIndex(const ConflictRules& rules, const std::vector<Reviewer>& reviewers, Date day)
    : rules_(rules), reviewers_(reviewers), day_(day) {
  std::map<std::string, std::size_t> known;
  for (std::size_t r = 0; r < reviewers.size(); ++r) {
    for (Relation& relation : all_relations(reviewers[r])) {
      const auto [at, is_new] = known.emplace(relation.to, names_.size());
      if (is_new) names_.push_back({fold_name(relation.to), {}});
      names_[at->second].bearers.push_back({r, std::move(relation)});
    }
  }
  for (const Name& name : names_) letters_.push_back(name.folded.letters);
}

const ConflictIndex::Likes& ConflictIndex::like(const std::string& party) {
  const auto [at, is_new] = known_.try_emplace(party);
  if (!is_new) return at->second;
  const PartyName folded = fold_name(party);
  for (std::size_t n = 0; n < names_.size(); ++n) {
    if (!may_be_alike(folded.letters, letters_[n])) continue;
    const Likeness likeness = compare(folded, names_[n].folded);
    if (likeness != Likeness::different) at->second.emplace_back(n, likeness);
  }
  return at->second;
}

ConflictIndex::Found ConflictIndex::find(const std::vector<Party>& parties, const std::vector<Clearance>& clearances) {
  std::map<std::size_t, ConflictOutcome> worst;
  for (const Party& party : parties) {
    for (const auto& [name, likeness] : like(party.name)) {
      for (const Bearer& bearer : names_[name].bearers) {
        const Judgement judged =
            judge(rules_, reviewers_[bearer.reviewer], bearer.relation, party, likeness, day_, clearances);
        if (judged.outcome == ConflictOutcome::cleared) continue;
        auto& outcome = worst.try_emplace(bearer.reviewer, judged.outcome).first->second;
        outcome = std::max(outcome, judged.outcome);
      }
    }
  }
  return {worst.begin(), worst.end()};
}

}  // namespace openimr::cases
