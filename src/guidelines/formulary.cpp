#include "guidelines/formulary.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

namespace openimr::guidelines {
namespace {

using nlohmann::json;

std::string text(const json& row, const char* key) {
  return row.contains(key) && row[key].is_string() ? row[key].get<std::string>() : "";
}

std::optional<int> days(const json& row, const char* key) {
  return row.contains(key) && row[key].is_number_integer() ? std::optional(row[key].get<int>()) : std::nullopt;
}

Result<FormularyRow> row_of(const json& row, const std::string& list) {
  const auto refuse = [&](const char* what, const std::string& offending) {
    return fail({ErrorCode::invalid, what, offending, "packs/formulary", 0, 0,
                 "Write in_force: { from: YYYY-MM-DD, until: null } and a standing of packs/guidelines/README.md."});
  };
  const std::string from = text(row.at("in_force"), "from");
  const std::string until = text(row.at("in_force"), "until");
  const auto first = Date::from_iso(from);
  const auto end = Date::from_iso(until);
  if (!first || (!end && !until.empty())) return refuse("a row of the drug list without a date", first ? until : from);
  static constexpr std::array<Standing, 4> kStandings = {Standing::confirmed, Standing::inferred, Standing::reported,
                                                         Standing::unverified};
  const std::string written = text(row, "standing");
  const auto standing =
      std::find_if(kStandings.begin(), kStandings.end(), [&](Standing s) { return name_of(s) == written; });
  if (standing == kStandings.end()) return refuse("a row of the drug list without a standing", written);
  return FormularyRow{list,
                      text(row, "drug"),
                      text(row, "class"),
                      text(row, "route"),
                      text(row, "status"),
                      days(row, "special_fill_days"),
                      days(row, "perioperative_fill_days"),
                      *first,
                      end ? std::optional(*end) : std::nullopt,
                      text(row, "source"),
                      *standing};
}

}  // namespace

Result<Formulary> Formulary::from_packs(const json& packs) {
  Formulary out;
  if (!packs.contains("formulary")) return out;
  for (const json& list : packs["formulary"]) {
    for (const json& drug : list.at("drugs")) {
      auto row = row_of(drug, text(list, "title"));
      if (!row) return fail(row.error());
      out.rows_.push_back(std::move(*row));
    }
  }
  return out;
}

const FormularyRow* Formulary::row_for(const vocabulary::Drug& drug, Date day) const {
  const FormularyRow* found = nullptr;
  for (const FormularyRow& row : rows_) {
    if (day < row.from || (row.until && day >= *row.until)) continue;
    const bool own = !row.drug.empty() && row.drug == drug.name;
    if (own) return &row;
    if (!row.drug_class.empty() && row.drug_class == drug.drug_class) found = &row;
  }
  return found;
}

}  // namespace openimr::guidelines
