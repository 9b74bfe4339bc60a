// From the products of RxNorm to rows of `drugs` beside those that the packs have.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "vocabulary/rxnorm.h"

namespace openimr::vocabulary {

struct RxnormRows {
  nlohmann::ordered_json rows;  // as packs/schema/vocabulary.schema.json has them, by name
  std::size_t ingredients = 0;  // rows of one ingredient
  std::size_t combinations = 0;
  std::size_t brands = 0;
  std::size_t too_common = 0;  // names left out: fewer than five letters, or a word of everyday or clinical English
  std::size_t of_no_form = 0;  // brands left out: the packs know the drug only in other forms
};

// `packs` are the merged vocabulary packs. A drug that they have keeps its name, class, topics, category, schedule and
// opioid factors, and only names that no pack has are added to it. A name is added only where it cannot be mistaken: a
// single word of fewer than five letters, a word of the list `common_words`, or one that a pack uses for something else
// is left out, and with an ingredient of such a name all that is sold of it alone. A form is given where every product
// of a name has the same one of the list `dose_forms`. Rows of an earlier import (source "RxNorm...") do not count.
RxnormRows rxnorm_rows(const std::vector<RxnormProduct>& products, const nlohmann::json& packs,
                       const std::string& source);

}  // namespace openimr::vocabulary
