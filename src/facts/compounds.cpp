#include "facts/compounds.h"

#include <algorithm>

#include "base/pattern.h"

namespace openimr::facts {
namespace {

using vocabulary::Mention;
using vocabulary::Prescription;

constexpr std::uint32_t kNear = 40;  // bytes from the list in which "compound" makes it one

bool has_percentage(const Prescription& prescription) {
  return prescription.strength && prescription.strength->ends_with('%');
}

// Whether only signs and joining words stand between two ingredients.
bool listed(const Reading& reading, const Prescription& a, const Prescription& b) {
  static const RE2 joins("^[ /,+&()-]*(?:(?:and|with|plus)[ /,+&()-]*)?$");
  if (a.span.end > b.span.begin || b.span.begin - a.span.end > kNear) return false;
  return contains_match(reading.words({a.span.end, b.span.begin}), joins);
}

// Local anaesthetics are injected side by side, each with its percentage: what is put on the skin says so.
bool is_topical(const Reading& reading, std::span<const Prescription> list) {
  static const RE2 topical("^[^.;]{0,30}\\b(?:cream|gel|ointment|lotion|topical|transdermal|patch|foam)\\b");
  const std::uint32_t end = list.back().span.end;
  const Span sentence = reading.sentence(reading.sentence_of(list.back().span));
  return std::any_of(list.begin(), list.end(),
                     [](const Prescription& p) {
                       return p.amount || p.form || p.route == "topical" || p.route == "transdermal";
                     }) ||
         contains_match(reading.words({end, std::max(end, sentence.end)}), topical);
}

bool called_compound(const Reading& reading, Span list) {
  const Span sentence = reading.sentence(reading.sentence_of(list));
  const std::uint32_t begin = std::max(sentence.begin, list.begin > kNear ? list.begin - kNear : 0);
  const std::uint32_t end = std::max(list.end, std::min(sentence.end, list.end + kNear));
  return reading.words({std::min(begin, list.begin), list.begin}).find("compound") != std::string_view::npos ||
         reading.words({list.end, end}).find("compound") != std::string_view::npos;
}

void add_once(std::vector<std::string>& to, const std::string& name) {
  if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(name);
}

}  // namespace

std::vector<Compound> find_compounds(const Reading& reading, std::span<const Mention> names,
                                     std::span<const Prescription> prescriptions) {
  std::vector<Compound> out;
  for (std::size_t first = 0; first < names.size();) {
    std::size_t last = first + 1;
    bool all_percentages = has_percentage(prescriptions[first]);
    bool different = false;
    while (last < names.size() && listed(reading, prescriptions[last - 1], prescriptions[last])) {
      // A list of tablets goes on behind a compound: "lidocaine 5% cream, Norco 10/325".
      const bool of_compound = has_percentage(prescriptions[last]) || !prescriptions[last].strength;
      if (!of_compound || (all_percentages && !has_percentage(prescriptions[last]))) break;
      all_percentages = all_percentages && has_percentage(prescriptions[last]);
      different = different || names[last].index != names[first].index;
      ++last;
    }
    const Span list{prescriptions[first].span.begin,
                    std::max(prescriptions[first].span.end, prescriptions[last - 1].span.end)};
    const bool put_on = all_percentages && is_topical(reading, prescriptions.subspan(first, last - first));
    if (last - first > 1 && different && (put_on || called_compound(reading, list))) out.push_back({first, last});
    first = last;
  }
  return out;
}

Prescription whole(std::span<const Prescription> ingredients) {
  Prescription out = ingredients.back();
  out.span = {ingredients.front().span.begin, std::max(ingredients.front().span.end, out.span.end)};
  out.strength.reset();
  for (const Prescription& ingredient : ingredients) {
    if (!out.form) out.form = ingredient.form;
    if (!ingredient.strength) continue;
    out.strength = out.strength ? *out.strength + "/" + *ingredient.strength : *ingredient.strength;
  }
  return out;
}

void describe_compound(const vocabulary::Vocabulary& vocabulary, std::span<const Mention> names,
                       std::span<const Prescription> prescriptions, Fact& fact) {
  std::string ingredients;
  std::string percentages;
  fact.concept_name = "compound";
  fact.is_a.clear();
  fact.subjects.clear();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const vocabulary::Drug& drug = vocabulary.drugs()[names[i].index];
    std::string percentage = "-";
    if (has_percentage(prescriptions[i])) {
      percentage = *prescriptions[i].strength;
      std::erase(percentage, '%');
    }
    for (const std::string& ingredient : drug.ingredients) {
      ingredients += (ingredients.empty() ? "" : "/") + ingredient;
      add_once(fact.is_a, ingredient);
    }
    percentages += (percentages.empty() ? "" : "/") + percentage;
    add_once(fact.is_a, drug.drug_class);
    for (const std::string& topic : drug.topics) add_once(fact.is_a, topic);
  }
  fact.subjects = {ingredients};
  fact.attributes["ingredients"] = ingredients;
  fact.attributes["percentages"] = percentages;
}

}  // namespace openimr::facts
