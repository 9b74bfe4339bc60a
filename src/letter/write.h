// A determination as the letter that the parties are served with: layout `openimr`, which letter/read reads back. Text,
// HTML and PDF say the same words in the same order (letter/blocks), and reading any of them gives the fields back as
// they were written: white space folded, and without characters that cannot be seen.
#pragma once

#include <iosfwd>
#include <string>

#include "base/result.h"
#include "determination/determination.h"

namespace openimr::letter {

// What stands on the letter and not in the determination.
struct Letterhead {
  std::string organisation = "Independent Medical Review Organization";
  std::string programme = "California Division of Workers' Compensation - Independent Medical Review";
  bool names_author = true;  // the PDF says of itself that the organisation wrote it
};

// Plain text in lines of up to 96 characters; a word that is longer has a line of its own.
void write_letter_text(std::ostream& out, const determination::Determination& letter, const Letterhead& head = {});

// One complete page, English, with its style in it and nothing from elsewhere: for a screen of any width, for a screen
// reader, and for paper (US Letter).
void write_letter_html(std::ostream& out, const determination::Determination& letter, const Letterhead& head = {});

// The bytes of a PDF 1.4, US Letter: tagged, with its language, bookmarks and embedded fonts. Its date is that of the
// decision, so the same determination gives the same bytes. A word wider than the page goes on in the next line, after
// a hyphen where it has one. Fails with not_found where the fonts of the letter (fonts-liberation) are not installed.
Result<std::string> letter_pdf(const determination::Determination& letter, const Letterhead& head = {});

}  // namespace openimr::letter
