// The fields by which determinations are narrowed down and counted, each with a name for addresses and commands.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/collection/published.h"

namespace openimr::corpus {

enum class Facet : std::uint8_t {
  decision,
  category,
  subcategory,
  kind,
  drug,
  drug_class,
  treatment,
  body_part,
  guideline,
  section,
  specialty,
  state,
  year,
  month,
  sex,
  age_group,
  claim_age,
  source,
};
inline constexpr std::size_t kFacets = 18;

struct FacetName {
  Facet facet;
  std::string_view name;    // "drug-class"
  std::string_view says;    // "Class of drug"
  std::string_view prefix;  // of its terms in the index
  bool has_many;            // an item may have several values
};
// In the order of Facet.
std::span<const FacetName> facet_names();
inline const FacetName& name_of(Facet facet) {
  return facet_names()[static_cast<std::size_t>(facet)];
}
std::optional<Facet> facet_named(std::string_view name);
// "decision, category, ...", for a message.
std::string facet_list();

// The values that an item of a letter has, as they are shown. None where nothing is known.
std::vector<std::string> values_of(Facet facet, const Published& letter, const PublishedItem& item);

// The value as terms and comparisons have it: small letters, one space between words.
std::string folded(std::string_view value);

}  // namespace openimr::corpus
