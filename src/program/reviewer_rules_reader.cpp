#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "program/pack_rows.h"
#include "program/reviewer_rules.h"

namespace openimr::program {
namespace {

using nlohmann::json;

std::vector<std::string> texts(const json& row, const char* key) {
  return row.contains(key) ? row[key].get<std::vector<std::string>>() : std::vector<std::string>();
}

Ties ties_in(const json& row, const char* key) {
  if (row.contains(key) && row[key].is_string()) return {true, {}};
  return {false, texts(row, key)};
}

// What every row of the two lists has.
class Rows {
 public:
  explicit Rows(const json& pack) : rows_(pack) {}

  tl::unexpected<Error> refuse(const json& row, std::string message, std::string offending, std::string remedy) const {
    return rows_.refuse(row, std::move(message), std::move(offending), std::move(remedy));
  }

  template <class Rule>
  Result<Rule> head(const json& row) {
    Rule out;
    out.id = text(row, "id");
    out.section = text(row, "section");
    out.standing = standing_in(row);
    const auto always = rows_.days_in(rows_.pack().at("programme"), {});
    if (!always) return fail(always.error());
    const auto days = rows_.days_in(row, *always);
    if (!days) return fail(days.error());
    out.in_force = *days;
    if (!ids_.insert(out.id).second)
      return refuse(row, "two rows of one name", out.id, "Give one of them a name of its own.");
    return out;
  }

 private:
  PackRows rows_;
  std::set<std::string> ids_;
};

Requirement requirement_in(const json& row) {
  for (int i = 0;; ++i) {
    if (const auto asks = static_cast<Requirement>(i); name_of(asks) == text(row, "kind")) return asks;
  }
}

RuleWeight weight_in(const json& row) {
  const std::string written = text(row, "weight");
  if (written == "preferred") return RuleWeight::preferred;
  return written == "attested" ? RuleWeight::attested : RuleWeight::required;
}

// The keys without which a kind asks nothing.
std::vector<const char*> needed_by(Requirement asks) {
  if (asks == Requirement::board_certification) return {"types"};
  if (asks == Requirement::no_appointment) return {"appointment"};
  if (asks == Requirement::active_practice) return {"years", "hours_per_week"};
  return {};
}

}  // namespace

Result<ReviewerRules> reviewer_rules_from(const json& pack) {
  ReviewerRules out;
  if (!pack.contains("reviewers")) return out;
  Rows rows(pack);
  for (const json& row : pack["reviewers"].at("licence_types"))
    out.licence_types.push_back({text(row, "type"), text(row, "title")});
  for (const json& row : pack["reviewers"].at("rules")) {
    auto rule = rows.head<ReviewerRule>(row);
    if (!rule) return fail(rule.error());
    rule->asks = requirement_in(row);
    for (const char* key : needed_by(rule->asks)) {
      if (!row.contains(key))
        return rows.refuse(row, fmt::format("{}: lacks {}", name_of(rule->asks), key), rule->id,
                           fmt::format("Add {}.", key));
    }
    rule->weight = weight_in(row);
    rule->says = text(row, "says");
    rule->prefers = text(row, "prefers");
    rule->types = texts(row, "types");
    rule->appointment = text(row, "appointment");
    rule->years = row.value("years", 0);
    rule->hours_per_week = row.value("hours_per_week", 0);
    for (const std::string& type : rule->types) {
      if (!out.accepts(type))
        return rows.refuse(row, "types: no such licence", type, "Add it to licence_types, or name one that is there.");
    }
    out.rules.push_back(std::move(*rule));
  }
  for (const json& row : pack["reviewers"].value("specialties", json::array())) {
    auto specialties = rows.head<SpecialtyRow>(row);
    if (!specialties) return fail(specialties.error());
    specialties->items = texts(row, "items");
    specialties->specialties = texts(row, "specialties");
    out.specialties.push_back(std::move(*specialties));
  }
  return out;
}

Result<ConflictRules> conflict_rules_from(const json& pack) {
  ConflictRules out;
  if (!pack.contains("conflicts")) return out;
  Rows rows(pack);
  for (const json& row : pack["conflicts"].at("against")) {
    auto rule = rows.head<PartyRule>(row);
    if (!rule) return fail(rule.error());
    rule->roles = texts(row, "roles");
    out.against.push_back(std::move(*rule));
  }
  for (const json& row : pack["conflicts"].at("relations")) {
    auto rule = rows.head<RelationRule>(row);
    if (!rule) return fail(rule.error());
    if (!row.contains("bars") && !row.contains("bars_above"))
      return rows.refuse(row, "a relation that never bars", rule->id, "Add bars or bars_above.");
    rule->kind = relation_kind_named(text(row, "kind")).value();
    rule->bars = ties_in(row, "bars");
    rule->not_counted = ties_in(row, "not_counted");
    if (row.contains("bars_above")) {
      rule->bars_above = ties_in(row["bars_above"], "ties");
      rule->percent = row["bars_above"].at("percent").get<double>();
    }
    for (const std::string& tie : rule->not_counted.names) {
      if (!rule->bars.any && rule->bars.has(tie))
        return rows.refuse(row, "a tie that bars and is not counted", tie, "Keep it in one of the two.");
    }
    out.relations.push_back(std::move(*rule));
  }
  return out;
}

}  // namespace openimr::program
