// Letters that were read, as `openimr read` prints them (docs/formats.md).
#pragma once

#include <cstdint>
#include <string>

#include "determination/determination.h"
#include "letter/determination_json.h"

namespace openimr::cli {

// jsonl: a letter a line; json: one array of the same; tsv: an item a line, with a heading; table: an item a line, in
// columns that fit the width, for people.
enum class LetterFormat : std::uint8_t { jsonl, json, tsv, table };

// The format of this name, which is one of the four.
LetterFormat letter_format(const std::string& name);

struct LetterStyle {
  LetterFormat format = LetterFormat::jsonl;
  int width = 100;      // of the table
  bool colour = false;  // in the table
};

// One letter. Safe to call from several threads at once.
std::string rendered(const determination::Determination& letter, const letter::PlaceOf& place_of,
                     const LetterStyle& style);

// What stands before the first letter, between two, and after the last; `any`: whether there was one.
std::string opening(const LetterStyle& style);
std::string between(const LetterStyle& style);
std::string closing(const LetterStyle& style, bool any);

}  // namespace openimr::cli
