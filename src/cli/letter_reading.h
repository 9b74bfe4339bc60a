// A published letter, said in the format that is wanted.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/letter_output.h"
#include "office/engine.h"
#include "records/laid_out_text.h"

namespace openimr::cli {

struct ReadLetter {
  std::string text;  // as printed
  std::size_t items = 0;
  std::vector<std::string> notes;  // what reads oddly in it
};

// Interprets the letter, which was read from the text, first.
ReadLetter said(determination::Determination& letter, const records::LaidOutText& text, const office::Engine& engine,
                const LetterStyle& style);

}  // namespace openimr::cli
