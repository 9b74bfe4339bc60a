#include "corpus/collection/facets.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/ascii.h"

namespace openimr::corpus {
namespace {

constexpr std::array<FacetName, kFacets> kNames = {{
    {Facet::decision, "decision", "Decision", "XA", false},
    {Facet::category, "category", "Category", "XB", false},
    {Facet::subcategory, "subcategory", "Subcategory", "XC", false},
    {Facet::kind, "kind", "Kind of item", "XD", false},
    {Facet::drug, "drug", "Drug", "XE", false},
    {Facet::drug_class, "class", "Class of drug", "XF", false},
    {Facet::treatment, "treatment", "Treatment", "XG", false},
    {Facet::body_part, "body-part", "Part of the body", "XH", true},
    {Facet::guideline, "guideline", "Guideline", "XI", true},
    {Facet::section, "section", "Section of the guideline", "XJ", true},
    {Facet::specialty, "specialty", "Specialty of the reviewer", "XK", true},
    {Facet::state, "state", "State of licensure", "XL", true},
    {Facet::year, "year", "Year", "XM", false},
    {Facet::month, "month", "Month", "XN", false},
    {Facet::sex, "sex", "Sex", "XO", false},
    {Facet::age_group, "age", "Age", "XP", false},
    {Facet::claim_age, "claim-age", "Years since the injury", "XQ", false},
    {Facet::source, "source", "Source", "XR", false},
}};

std::vector<std::string> one(std::string value) {
  if (value.empty()) return {};
  return {std::move(value)};
}

std::string year_of(const Published& letter) {
  if (letter.decided) return letter.decided->iso().substr(0, 4);
  return letter.year == 0 ? "" : std::to_string(letter.year);
}

std::string age_group(const Published& letter) {
  if (!letter.age) return letter.age_range;
  const int decade = *letter.age / 10 * 10;
  return decade >= 90 ? "90 and over" : fmt::format("{}-{}", decade, decade + 9);
}

std::string claim_age(const Published& letter) {
  constexpr int kDaysOfYear = 365;
  constexpr int kLong = 10;
  if (!letter.decided || !letter.injury || *letter.decided < *letter.injury) return {};
  const int years = letter.decided->since(*letter.injury).count / kDaysOfYear;
  return years >= kLong ? "10 and over" : std::to_string(years);
}

}  // namespace

std::span<const FacetName> facet_names() {
  return kNames;
}

std::optional<Facet> facet_named(std::string_view name) {
  const auto* found =
      std::find_if(kNames.begin(), kNames.end(), [&](const FacetName& each) { return each.name == name; });
  return found == kNames.end() ? std::nullopt : std::optional(found->facet);
}

std::string facet_list() {
  std::string out;
  for (const FacetName& each : kNames) out += (out.empty() ? "" : ", ") + std::string(each.name);
  return out;
}

std::vector<std::string> values_of(Facet facet, const Published& letter, const PublishedItem& item) {
  switch (facet) {
    case Facet::decision:
      return item.decision ? one(std::string(determination::name_of(*item.decision))) : std::vector<std::string>();
    case Facet::category:
      return one(item.category);
    case Facet::subcategory:
      return one(item.subcategory);
    case Facet::kind:
      return one(item.kind);
    case Facet::drug:
      return one(item.drug);
    case Facet::drug_class:
      return one(item.drug_class);
    case Facet::treatment:
      return one(item.treatment);
    case Facet::body_part:
      return item.body_parts;
    case Facet::guideline:
      return item.guidelines;
    case Facet::section:
      return item.sections;
    case Facet::specialty:
      return letter.specialties;
    case Facet::state:
      return letter.states;
    case Facet::year:
      return one(year_of(letter));
    case Facet::month:
      return letter.decided ? one(letter.decided->iso().substr(0, 7)) : std::vector<std::string>();
    case Facet::sex:
      return one(letter.sex);
    case Facet::age_group:
      return one(age_group(letter));
    case Facet::claim_age:
      return one(claim_age(letter));
    case Facet::source:
      return one(letter.source);
  }
  return {};
}

std::string folded(std::string_view value) {
  std::string out;
  for (const char c : value) {
    const bool is_space = is_white(c);
    if (!is_space) {
      out += lower(c);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace openimr::corpus
