// From the text of published letters to determinations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "determination/determination.h"
#include "letter/needed.h"
#include "letter/reading/citations.h"
#include "vocabulary/vocabulary.h"

namespace openimr::letter {

class Lines;

class Reader {
 public:
  // `letters` is packs/letters: the titles by which guidelines are cited.
  explicit Reader(const nlohmann::json& letters);

  // Every letter that the text holds, in order. A letter that cannot be read whole (no known layout, header or item cut
  // off) is an error that says what was recognised; it never comes half. Text without any part of a letter is one
  // error. `document` is named in errors and places. Bounds: 64 MiB of text; 500 items a letter.
  std::vector<Result<determination::Determination>> read(std::string_view text, std::string_view document,
                                                         Needed needed = Needed::whole_letter) const;

 private:
  void cite(const Lines& lines, determination::Determination& letter) const;

  CitationReader citations_;
};

// Reads from the printed words what the vocabulary knows: the parsed items, age, sex and diagnoses of the injured
// worker, and the date of injury where only the summary tells it. `text` is what the letter was read from.
void interpret(determination::Determination& letter, std::string_view text, const vocabulary::Vocabulary& vocabulary);

}  // namespace openimr::letter
