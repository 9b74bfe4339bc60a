// Statements in two halves, of which each stands in many wordings and a few words may come between: "decreased left C6
// sensation", "sensation of the thumb was diminished".
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/clean_text.h"
#include "base/place.h"
#include "vocabulary/mention.h"

namespace openimr::vocabulary {

class WordsApart {
 public:
  // The half that these words are, as the index of its mentions. Words that belong to no statement part the halves of
  // others: "intact".
  std::uint16_t half(const std::string& words);
  // Any of `ones` with any of `others`, in either order, states this clinical term.
  void add(std::uint16_t term, const std::vector<std::uint16_t>& ones, const std::vector<std::uint16_t>& others);

  // The statements whose halves stand in one clause, no more than a few words apart and no other half between them.
  // `halves` by position.
  std::vector<Mention> join(const CleanText& text, const std::vector<Mention>& halves) const;

 private:
  struct Role {
    std::uint16_t statement;
    std::uint16_t term;
    bool first;  // of `ones`
  };
  std::vector<std::vector<Role>> roles_;  // by half
  std::map<std::string, std::uint16_t, std::less<>> index_;
  std::uint16_t statements_ = 0;
};

}  // namespace openimr::vocabulary
