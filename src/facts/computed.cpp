#include "facts/computed.h"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

namespace openimr::facts {
namespace {

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

// The amount of the opioid in one unit: of a combination the smaller one, whatever order it is written in.
std::optional<double> unit_amount(const vocabulary::Drug& drug, const std::string& strength) {
  const auto mg = vocabulary::milligrams(strength);
  if (!mg.empty()) return *std::min_element(mg.begin(), mg.end());
  if (drug.form == "patch" && strength.find("mcg") != std::string::npos) return std::stod(strength);
  return std::nullopt;
}

bool later(const std::optional<DateRange>& a, const std::optional<DateRange>& b) {
  return a && (!b || a->first > b->first);
}

// One regimen a drug and strength: the latest that is dated, else the highest.
void keep(std::vector<Regimen>& regimens, Regimen regimen) {
  for (Regimen& known : regimens) {
    if (known.drug != regimen.drug) continue;
    const bool same_unit = known.fact->prescription->strength == regimen.fact->prescription->strength;
    if (!same_unit && known.has_own_strength && regimen.has_own_strength) continue;
    if (!regimen.has_own_strength && known.has_own_strength) return;
    const bool replaces = later(regimen.date, known.date) ||
                          (!later(known.date, regimen.date) && regimen.daily_amount > known.daily_amount) ||
                          (regimen.has_own_strength && !known.has_own_strength);
    if (replaces) known = std::move(regimen);
    return;
  }
  regimens.push_back(std::move(regimen));
}

}  // namespace

void add_opioid_dose(const records::CaseFile& file, const vocabulary::Vocabulary& vocabulary, const Options& options,
                     Facts& facts) {
  std::vector<Regimen> regimens;
  for (Fact& fact : facts.all) {
    if (fact.name != "medication" || fact.assertion != Assertion::present) continue;
    const vocabulary::Drug* named = vocabulary.drug(fact.concept_name);
    if (named == nullptr) continue;
    const vocabulary::Drug* drug = &vocabulary::product(vocabulary, *named, *fact.prescription);
    if (drug->mme.empty() && drug->mme_steps.empty()) continue;
    const auto units = drug->form == "patch" ? std::optional<double>(1.0) : fact.prescription->daily_units();
    std::optional<std::string> strength = fact.prescription->strength;
    if (!strength) {
      for (const auto& item : file.items) {
        if (item.parsed.concept_name == fact.concept_name && item.parsed.strength) strength = item.parsed.strength;
      }
    }
    if (!units || !strength) continue;
    const auto amount = unit_amount(*drug, *strength);
    if (!amount) continue;
    const double daily = *units * *amount;
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
  for (const Regimen& regimen : regimens) {
    if (!add(*regimen.drug, regimen.daily_amount)) continue;
    dose.places.insert(dose.places.end(), regimen.fact->places.begin(), regimen.fact->places.end());
  }
  // A requested opioid whose daily dose no record states is counted by its quantity.
  for (const auto& item : file.items) {
    if (!item.parsed.strength) continue;
    const vocabulary::Drug* drug = records::product_of(item.parsed, vocabulary);
    if (drug == nullptr || (drug->mme.empty() && drug->mme_steps.empty())) continue;
    const auto amount = unit_amount(*drug, *item.parsed.strength);
    const bool patch = drug->form == "patch";
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
  facts.all.push_back(std::move(dose));
}

void age_events(const records::CaseFile& file, Facts& facts) {
  constexpr CalendarDays kThreeMonths{92};
  const Date to = counted_to(file, facts);
  for (Fact& fact : facts.all) {
    if (fact.assertion != Assertion::present || !fact.date || !fact.attributes.contains("dated")) continue;
    const bool event = fact.name == "acute_exacerbation" || fact.name == "new_injury";
    if (event && to.since(fact.date->last) > kThreeMonths) fact.assertion = Assertion::historical;
  }
}

void add_prior_visits(Facts& facts) {
  std::vector<Fact> found;
  for (const Fact& fact : facts.all) {
    if (fact.name != "treatment" || (fact.assertion != Assertion::present && fact.assertion != Assertion::historical))
      continue;
    const auto visits = fact.attributes.find("visits");
    if (visits == fact.attributes.end()) continue;
    Fact prior = fact;
    prior.name = "prior_visits";
    prior.value = std::stod(visits->second);
    prior.attributes.clear();
    found.push_back(std::move(prior));
  }
  facts.all.insert(facts.all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

void add_contradictions(const records::CaseFile& file, Facts& facts) {
  auto& out = facts.contradictions;
  if (file.dates.request && file.dates.ur_decision && *file.dates.request > *file.dates.ur_decision) {
    out.push_back({"request_after_denial",
                   fmt::format("the request for authorization ({}) is dated after its denial ({})",
                               file.dates.request->iso(), file.dates.ur_decision->iso()),
                   {file.place_of_request_date, file.place_of_ur_date}});
  }
  const Fact* age = nullptr;
  const Fact* sex = nullptr;
  for (const Fact& fact : facts.all) {
    if (fact.assertion == Assertion::other_person) continue;
    if (fact.name == "injury_date" && fact.date && fact.date->is_day() && file.dates.injury &&
        fact.date->first != *file.dates.injury) {
      out.push_back({"injury_dates_differ",
                     fmt::format("the form gives {} as the day of injury, the record {}", file.dates.injury->iso(),
                                 fact.date->first.iso()),
                     {file.place_of_injury_date, fact.places.front()}});
    }
    if (fact.name == "visit_date" && fact.date && fact.date->first > file.dates.review) {
      out.push_back(
          {"record_after_review",
           fmt::format("a record is dated {}, after the review ({})", fact.date->first.iso(), file.dates.review.iso()),
           {fact.places.front(), file.place_of_review_date}});
    }
    if (fact.name == "age") {
      if (age != nullptr && std::abs(std::get<double>(age->value) - std::get<double>(fact.value)) > 2) {
        out.push_back({"ages_differ",
                       fmt::format("the records give the ages {:g} and {:g}", std::get<double>(age->value),
                                   std::get<double>(fact.value)),
                       {age->places.front(), fact.places.front()}});
      }
      if (age == nullptr) age = &fact;
    }
    if (fact.name == "sex") {
      if (sex != nullptr && std::get<std::string>(sex->value) != std::get<std::string>(fact.value)) {
        out.push_back({"sexes_differ",
                       "the records call the worker both male and female",
                       {sex->places.front(), fact.places.front()}});
      }
      if (sex == nullptr) sex = &fact;
    }
  }
  for (const Contradiction& contradiction : out) {
    Fact fact;
    fact.name = "contradiction";
    fact.concept_name = contradiction.code;
    fact.value = contradiction.message;
    fact.places = contradiction.places;
    facts.all.push_back(std::move(fact));
  }
}

}  // namespace openimr::facts
