// The sections of a document, by its headings: "Soma" under Allergies is no prescription, and "diabetes" under Family
// History is another person's.
//
// A heading is a heading of packs/vocabulary/sections.yaml that
// - begins a line and has a colon or a dash behind it, or is all of its line: "Allergies: none", "PLAN - 1. ...";
// - or stands inside a dictated paragraph, behind the end of a sentence or in capitals, with a colon behind it: "...
// were
//   reviewed. PLAN: ...".
// A number or a bullet may stand before it ("3. Work Status:"). A section reaches to the next heading; one that any
// heading ends, to the next words in capitals with a colon.
#pragma once

#include <string>
#include <vector>

#include "base/clean_text.h"
#include "base/place.h"
#include "vocabulary/vocabulary.h"

namespace openimr::records {

// What stands before the first heading is in no section.
struct Section {
  std::string name;  // of packs/vocabulary/sections.yaml: "allergies"
  Span heading;      // of the clean text, without the colon
  Span body;         // of the clean text, from behind the heading to the next one
};

// By position. Takes time in proportion to the text.
std::vector<Section> find_sections(const CleanText& text, const vocabulary::Vocabulary& vocabulary);

}  // namespace openimr::records
