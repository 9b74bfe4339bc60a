// Blocks set as text, HTML and PDF: the looks that determinations and papers share. The three say the same words in the
// same order.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "letter/writing/blocks.h"

namespace openimr::letter {

// What a document says of itself beside its words.
struct Particulars {
  std::string title;
  std::string foot;  // at the foot of every page before its number: "Case CM00-0000000 - "
  std::string organisation;
  std::string programme;
  std::optional<Date> date;  // none: the PDF has no date, and not that of today
  std::string name;          // for messages
  std::string_view style;    // of the HTML, behind that of the letter
};

// Lines of up to 96 characters; a word that is longer has a line of its own.
void set_text(std::ostream& out, const std::vector<Block>& blocks);
void set_html(std::ostream& out, const std::vector<Block>& blocks, const Particulars& particulars);
// Fails with not_found where a font is not installed. The same blocks and particulars give the same bytes.
Result<std::string> set_pdf(const std::vector<Block>& blocks, const Particulars& particulars);

}  // namespace openimr::letter
