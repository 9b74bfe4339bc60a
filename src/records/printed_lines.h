// The lines and cells of a page as they are printed, in the words that packs know them by.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace openimr::records {

// The lines that have words, without the white space around them.
std::vector<std::string_view> printed_lines(std::string_view text);
// The parts of a line that wide gaps hold apart.
std::vector<std::string_view> cells_of(std::string_view line);
// As clean text has it, without marks at its ends: " Date of Exam : " is "date of exam".
std::string words_of(std::string_view printed);
// The words of a label: without what follows in parentheses, "Date of Injury (MM/DD/YYYY):".
std::string label_words(std::string_view printed);
// Whether the words are written as a heading is: no full stop at the end, and each longer word begins with a capital.
bool is_written_as_heading(std::string_view printed);
// Whether a fax machine printed the line at the edge of the page: a clock time and a page or number of a transmission.
bool is_fax_line(std::string_view line);

}  // namespace openimr::records
