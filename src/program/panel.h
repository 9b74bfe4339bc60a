// Who decides, and in which words: how many reviewers a case has, what an even split decides, and the programme's own
// names for what is decided of an item and of a case.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "determination/decision.h"
#include "program/calendar.h"

namespace openimr::program {

class Programme;

struct Panel {
  std::optional<int> usual;  // reviewers of a case; nothing: not known
  std::string more_with;     // what it takes to have more; empty: no more
  std::string section;
  Standing standing = Standing::unverified;

  std::optional<determination::Decision> even_split;  // what it decides; nothing where the programme does not say
  std::string even_split_section;
  Standing even_split_standing = Standing::unverified;
};

// What the votes of the reviewers decide of an item: the majority; an even split as the panel has it. Nothing where
// nobody voted, or an even split decides nothing. How each of them voted stays in the case: differing analyses are all
// part of the determination.
std::optional<determination::Decision> decision_of(const Panel& panel,
                                                   const std::vector<determination::Decision>& votes);

// A word of the programme for what is decided.
struct OutcomeWord {
  enum class Level : std::uint8_t { item, whole_case } level = Level::item;
  std::optional<determination::Outcome> outcome;  // nothing where nothing is decided: "Dismissed"
  std::string says;                               // "Upheld"
  std::string means;                              // in a plain sentence
  std::string section;
  Standing standing = Standing::unverified;
};

// Null where the programme has no word for it.
const OutcomeWord* word_for(const Programme& programme, determination::Decision of_item);
const OutcomeWord* word_for(const Programme& programme, determination::Outcome of_case);

}  // namespace openimr::program
