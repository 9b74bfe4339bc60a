// A paper that goes out beside the determinations: a notice, a proof of service, the index of a file. A plain value,
// written as text, HTML and PDF with the looks of a determination; the three say the same words in the same order.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "letter/write.h"

namespace openimr::letter {

enum class PaperBlockKind : std::uint8_t {
  heading,
  paragraph,
  entry,      // of a list; a label ("1.") is its number, without one it has a bullet
  row,        // of a table: label and text. A label of more than 22 characters stands before its text instead
  signature,  // a line to sign on; the text below it says whose
};

struct PaperBlock {
  PaperBlockKind kind = PaperBlockKind::paragraph;
  std::string label;  // of an entry or a row, as it is printed: "1.", "Case Number:"
  std::string text;
  auto operator<=>(const PaperBlock&) const = default;
};

struct Paper {
  Letterhead head;
  std::vector<std::string> address;  // whom it goes to, a line each; none: nobody
  std::string title;
  std::string case_number;             // at the foot of each page; empty: none
  std::vector<PaperBlock> references;  // rows below the title
  std::vector<PaperBlock> blocks;
};

// Texts are printed with white space folded and without characters that cannot be seen; what is empty is left out.
void write_paper_text(std::ostream& out, const Paper& paper);
void write_paper_html(std::ostream& out, const Paper& paper);
// A PDF as letter_pdf gives it (letter/write.h), dated with the day that is given; without one it bears no date.
Result<std::string> paper_pdf(const Paper& paper, std::optional<Date> dated);

// A day as papers and determinations print it: "10/01/2015".
std::string printed_day(Date day);

}  // namespace openimr::letter
