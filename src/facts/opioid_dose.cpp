#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/core.h>

#include "facts/computed.h"

namespace openimr::facts {
namespace {

using namespace std::string_view_literals;

constexpr double kDaysOfOneFill = 30;  // a fill without a stated supply is taken as a month's

double factor_for(const vocabulary::Drug& drug, double daily_amount, int year) {
  if (const auto steps = drug.mme_steps.find(year); steps != drug.mme_steps.end()) {
    double factor = 0;
    for (const auto& [above, value] : steps->second) {
      if (daily_amount > above) factor = value;
    }
    return factor;
  }
  const auto flat = drug.mme.find(year);
  return flat == drug.mme.end() ? 0 : flat->second;
}

struct Regimen {
  const vocabulary::Drug* drug = nullptr;
  double daily_amount = 0;  // mg of the opioid; mcg an hour for a patch
  std::optional<DateRange> date;
  const Fact* fact = nullptr;
  bool has_own_strength = true;
};

bool is_patch(const vocabulary::Drug& drug, const std::string& strength) {
  return drug.form == "patch" || strength.ends_with("mcg/h");
}

// Milligrams of the opioid in one unit. Of a combination it is the smaller amount, whatever order they are written in;
// beside an antagonist, which is there in traces, the larger.
std::optional<double> unit_amount(const vocabulary::Vocabulary& vocabulary, const vocabulary::Drug& drug,
                                  const std::string& strength) {
  const auto mg = vocabulary::milligrams(strength);
  if (!mg.empty()) {
    const bool antagonist = std::any_of(drug.ingredients.begin(), drug.ingredients.end(), [&](const std::string& name) {
      const vocabulary::Drug* ingredient = vocabulary.drug(name);
      return ingredient != nullptr && ingredient->drug_class == "opioid antagonist";
    });
    return antagonist ? *std::max_element(mg.begin(), mg.end()) : *std::min_element(mg.begin(), mg.end());
  }
  if (strength.ends_with(" mcg")) return std::stod(strength) / 1000;
  return std::nullopt;
}

// Of a liquid: "10 mg/5 ml" has 2, "10 mg/ml" has 10.
std::optional<double> milligrams_per_ml(const std::string& strength) {
  const std::size_t per = strength.find(" mg/");
  if (per == std::string::npos || !strength.ends_with("ml")) return std::nullopt;
  const double volume = strength.ends_with("/ml") ? 1 : std::stod(strength.substr(per + 4));
  if (volume <= 0) return std::nullopt;
  return std::stod(strength) / volume;
}

// What is taken of the opioid in a day at the most: milligrams, or mcg an hour from patches.
std::optional<double> daily_amount(const vocabulary::Vocabulary& vocabulary, const vocabulary::Drug& drug,
                                   const vocabulary::Prescription& taken, const std::optional<std::string>& strength) {
  if (strength && is_patch(drug, *strength)) {
    if (strength->find("mcg") == std::string::npos) return std::nullopt;
    return std::stod(*strength) * (taken.dose_unit == "patch" ? taken.dose_high.value_or(1) : 1);
  }
  const auto units = taken.daily_units();
  if (!units) return std::nullopt;
  if (taken.dose_unit == "mg") return *units;
  if (taken.dose_unit == "mcg") return *units / 1000;
  if (!strength) return std::nullopt;
  const double ml = taken.dose_unit == "ml"           ? 1
                    : taken.dose_unit == "teaspoon"   ? 5
                    : taken.dose_unit == "tablespoon" ? 15
                                                      : 0;
  const auto amount = ml > 0 ? milligrams_per_ml(*strength) : unit_amount(vocabulary, drug, *strength);
  if (!amount) return std::nullopt;
  return *units * *amount * (ml > 0 ? ml : 1);
}

bool later(const std::optional<DateRange>& a, const std::optional<DateRange>& b) {
  return a && (!b || a->first > b->first);
}

// One regimen a drug and strength: the latest that is dated, else the highest. Two strengths of a drug count together
// where they are of one day.
void keep(std::vector<Regimen>& regimens, Regimen regimen) {
  const auto of_another_day = [&](const Regimen& known) {
    const bool other_strength = known.fact->prescription->strength != regimen.fact->prescription->strength;
    return known.drug == regimen.drug && other_strength && known.has_own_strength && later(regimen.date, known.date);
  };
  regimens.erase(std::remove_if(regimens.begin(), regimens.end(), of_another_day), regimens.end());
  for (Regimen& known : regimens) {
    if (known.drug != regimen.drug) continue;
    const bool same_unit = known.fact->prescription->strength == regimen.fact->prescription->strength;
    if (!same_unit && known.has_own_strength && regimen.has_own_strength) {
      if (later(known.date, regimen.date)) return;
      continue;
    }
    if (!regimen.has_own_strength && known.has_own_strength) return;
    const bool replaces = later(regimen.date, known.date) ||
                          (!later(known.date, regimen.date) && regimen.daily_amount > known.daily_amount) ||
                          (regimen.has_own_strength && !known.has_own_strength);
    if (replaces) known = std::move(regimen);
    return;
  }
  regimens.push_back(std::move(regimen));
}

// Whether the table of the year converts the drug, whatever its dose.
bool is_counted(const vocabulary::Drug& drug, int year) {
  return drug.mme.contains(year) || drug.mme_steps.contains(year);
}

bool share_ingredient(const vocabulary::Drug& a, const vocabulary::Drug& b) {
  return std::any_of(a.ingredients.begin(), a.ingredients.end(), [&](const std::string& name) {
    return std::find(b.ingredients.begin(), b.ingredients.end(), name) != b.ingredients.end();
  });
}

// The total is a lower bound where an opioid is in use whose dose nobody tells.
void name_left_out(const vocabulary::Vocabulary& vocabulary, const std::vector<const vocabulary::Drug*>& unknown,
                   Fact& dose) {
  std::string left_out;
  for (const vocabulary::Drug* drug : unknown) {
    const auto is_counted_as = [&](const std::string& subject) {
      const vocabulary::Drug* counted = vocabulary.drug(subject);
      return counted != nullptr && share_ingredient(*counted, *drug);
    };
    if (std::any_of(dose.subjects.begin(), dose.subjects.end(), is_counted_as)) continue;
    left_out += (left_out.empty() ? "" : ", ") + drug->name;
  }
  if (left_out.empty()) return;
  dose.value = Range{std::get<double>(dose.value), std::nullopt};
  dose.attributes["left_out"] = left_out;
}

}  // namespace

void add_opioid_dose(const records::CaseFile& file, const vocabulary::Vocabulary& vocabulary, const Options& options,
                     Facts& facts) {
  std::vector<Regimen> regimens;
  std::vector<const vocabulary::Drug*> unknown;  // in use at a dose that is not told
  for (Fact& fact : facts.all) {
    if (fact.name != "medication"sv || fact.assertion != Assertion::present || is_administered(fact)) continue;
    const vocabulary::Drug* named = vocabulary.drug(fact.concept_name);
    if (named == nullptr) continue;
    const vocabulary::Drug* drug = &vocabulary::product(vocabulary, *named, *fact.prescription);
    if (drug->mme.empty() && drug->mme_steps.empty()) continue;
    std::optional<std::string> strength = fact.prescription->strength;
    if (!strength) {
      for (const auto& item : file.items) {
        if (item.parsed.concept_name == fact.concept_name && item.parsed.strength) strength = item.parsed.strength;
      }
    }
    const auto amount = daily_amount(vocabulary, *drug, *fact.prescription, strength);
    if (!amount) {
      const bool known = std::find(unknown.begin(), unknown.end(), drug) != unknown.end();
      if (!known && is_counted(*drug, options.mme_year)) unknown.push_back(drug);
      continue;
    }
    const double daily = *amount;
    if (const double factor = factor_for(*drug, daily, options.mme_year); factor > 0) {
      fact.attributes["mme_per_day"] = fmt::format("{:g}", daily * factor);
    }
    keep(regimens, {drug, daily, fact.date, &fact, fact.prescription->strength.has_value()});
  }
  double total = 0;
  Fact dose;
  dose.name = "mme_per_day";
  std::string working;
  const auto add = [&](const vocabulary::Drug& drug, double daily_amount) {
    const double factor = factor_for(drug, daily_amount, options.mme_year);
    if (factor == 0) return false;  // the table of that year has no factor for it
    total += daily_amount * factor;
    working += fmt::format("{}{} {:g} x {:g}", working.empty() ? "" : " + ", drug.name, daily_amount, factor);
    dose.subjects.push_back(drug.name);
    return true;
  };
  std::vector<std::pair<const vocabulary::Drug*, double>> daily;  // of all strengths of a drug together
  for (const Regimen& regimen : regimens) {
    const auto known = std::find_if(daily.begin(), daily.end(), [&](const auto& d) { return d.first == regimen.drug; });
    if (known == daily.end()) {
      daily.emplace_back(regimen.drug, regimen.daily_amount);
    } else {
      known->second += regimen.daily_amount;
    }
    if (factor_for(*regimen.drug, regimen.daily_amount, options.mme_year) == 0) continue;
    dose.places.insert(dose.places.end(), regimen.fact->places.begin(), regimen.fact->places.end());
  }
  for (const auto& [drug, amount] : daily) add(*drug, amount);
  // A requested opioid whose daily dose no record states is counted by its quantity.
  for (const auto& item : file.items) {
    if (!item.parsed.strength) continue;
    const vocabulary::Drug* drug = records::product_of(item.parsed, vocabulary);
    if (drug == nullptr || (drug->mme.empty() && drug->mme_steps.empty())) continue;
    const bool patch = is_patch(*drug, *item.parsed.strength);
    const auto amount = patch ? std::optional<double>(std::stod(*item.parsed.strength))
                              : unit_amount(vocabulary, *drug, *item.parsed.strength);
    if (!amount || (!patch && !item.parsed.quantity)) continue;
    if (std::find(dose.subjects.begin(), dose.subjects.end(), drug->name) != dose.subjects.end()) continue;
    if (!add(*drug, patch ? *amount : *item.parsed.quantity / kDaysOfOneFill * *amount)) continue;
    dose.places.push_back(item.place);
    if (!patch) dose.attributes["assumed"] = "the quantity is a month's supply";
  }
  if (dose.subjects.empty()) return;
  dose.value = std::round(total * 100) / 100;
  dose.attributes["working"] = working;
  dose.attributes["factors"] = std::to_string(options.mme_year);
  name_left_out(vocabulary, unknown, dose);
  facts.all.push_back(std::move(dose));
}

}  // namespace openimr::facts
