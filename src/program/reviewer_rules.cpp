#include "program/reviewer_rules.h"

#include <algorithm>
#include <array>
#include <utility>

namespace openimr::program {
namespace {

constexpr std::array<std::pair<Requirement, std::string_view>, 8> kRequirements = {{
    {Requirement::licence_type, "licence_type"},
    {Requirement::unrestricted_licence, "unrestricted_licence"},
    {Requirement::board_certification, "board_certification"},
    {Requirement::knowledge, "knowledge"},
    {Requirement::no_discipline, "no_discipline"},
    {Requirement::no_appointment, "no_appointment"},
    {Requirement::active_practice, "active_practice"},
    {Requirement::same_specialty, "same_specialty"},
}};

constexpr std::array<std::pair<RelationKind, std::string_view>, 5> kRelations = {{
    {RelationKind::self, "self"},
    {RelationKind::declared, "declared"},
    {RelationKind::familial, "familial"},
    {RelationKind::financial, "financial"},
    {RelationKind::professional, "professional"},
}};

template <class Table, class Key>
std::string_view name_in(const Table& table, Key key) {
  return std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == key; })->second;
}

bool has(const std::vector<std::string>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

template <class Rule, class Fits>
const Rule* in_force(const std::vector<Rule>& rules, Date day, Fits fits) {
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const Rule& rule) { return rule.in_force.holds_on(day) && fits(rule); });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace

std::string_view name_of(Requirement requirement) {
  return name_in(kRequirements, requirement);
}

std::string_view name_of(RelationKind kind) {
  return name_in(kRelations, kind);
}

std::optional<RelationKind> relation_kind_named(std::string_view name) {
  for (const auto& [kind, written] : kRelations) {
    if (written == name) return kind;
  }
  return std::nullopt;
}

bool ReviewerRules::accepts(std::string_view licence_type) const {
  return std::any_of(licence_types.begin(), licence_types.end(),
                     [&](const LicenceType& each) { return each.type == licence_type; });
}

const ReviewerRule* ReviewerRules::rule(Requirement asks, Date day) const {
  return in_force(rules, day, [&](const ReviewerRule& rule) { return rule.asks == asks; });
}

const SpecialtyRow* ReviewerRules::specialties_for(const std::vector<std::string>& item, Date day) const {
  return in_force(specialties, day, [&](const SpecialtyRow& row) {
    return std::any_of(row.items.begin(), row.items.end(), [&](const std::string& each) { return has(item, each); });
  });
}

bool Ties::has(std::string_view tie) const {
  return any || program::has(names, tie);
}

const PartyRule* ConflictRules::party(std::string_view role, Date day) const {
  return in_force(against, day, [&](const PartyRule& rule) { return has(rule.roles, role); });
}

const RelationRule* ConflictRules::relation(RelationKind kind, Date day) const {
  return in_force(relations, day, [&](const RelationRule& rule) { return rule.kind == kind; });
}

}  // namespace openimr::program
