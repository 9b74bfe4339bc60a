// A determination as the letter that the parties are served with: layout `openimr`, which letter/read reads back.
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
};

void write_letter_text(std::ostream& out, const determination::Determination& determination,
                       const Letterhead& head = {});
void write_letter_html(std::ostream& out, const determination::Determination& determination,
                       const Letterhead& head = {});
// Tagged PDF 1.7 with bookmarks and embedded fonts; the bytes.
Result<std::string> letter_pdf(const determination::Determination& determination, const Letterhead& head = {});

}  // namespace openimr::letter
