#include "cli/letter_reading.h"

#include <utility>

#include "letter/determination_json.h"
#include "letter/read.h"

namespace openimr::cli {

ReadLetter said(determination::Determination& letter, const records::LaidOutText& text, const office::Engine& engine,
                const LetterStyle& style) {
  letter::interpret(letter, text.text, engine.vocabulary);
  const letter::PlaceOf place_of = [&](Span span) { return text.place(letter.document, span); };
  return {rendered(letter, place_of, style), letter.items.size(), std::move(letter.warnings)};
}

}  // namespace openimr::cli
