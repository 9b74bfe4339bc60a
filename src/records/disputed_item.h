// One disputed item as the request words it, taken apart. What the words do not say stays absent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/vocabulary.h"

namespace openimr::records {

// Field names and values as `<item>` in the formats.
struct ParsedItem {
  std::string kind = "other";  // medication | compound | therapy | diagnostic | injection | surgery | ...
  std::optional<std::string>
      concept_name;  // "hydrocodone/acetaminophen", "mri", "massage"; absent where nobody knows it
  std::vector<std::string> ingredients;
  std::optional<std::string> strength;
  std::optional<std::string> form;
  std::optional<int> quantity;
  std::optional<int> refills;
  std::optional<int> visits;             // rate x weeks; the printed total wins; the upper end of a range
  std::optional<int> visits_in_all;      // of a partial approval: with those that were authorized
  std::optional<bool> continued;         // "additional", "continue"; false: "initial", "trial"; absent: it does not say
  std::optional<std::string> frequency;  // "2 times a week"
  std::optional<std::string> duration;   // "6 weeks"
  std::vector<std::string> body_parts;
  std::optional<std::string> side;  // left | right | bilateral
  bool retrospective = false;
  bool post_operative = false;
  // Set for a partial approval. All other fields describe the part that is still disputed.
  std::optional<std::string> original;
  std::optional<std::string> authorized;
  std::optional<std::string> category;
  std::optional<std::string> subcategory;
};

// Reads one request. It never fails: what nobody knows is of kind `other` without a concept.
ParsedItem parse_item(std::string_view text, const vocabulary::Vocabulary& vocabulary);

// The drug product that the item asks for, by name and form: a lidocaine patch has other guideline topics than the
// cream. Null where the item is no single drug that the vocabulary has.
const vocabulary::Drug* product_of(const ParsedItem& item, const vocabulary::Vocabulary& vocabulary);

}  // namespace openimr::records
