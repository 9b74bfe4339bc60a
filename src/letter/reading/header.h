// The table at the head of a letter: labels and their values, also where an extractor tore them apart.
#pragma once

#include <string>

#include "determination/determination.h"
#include "letter/reading/lines.h"

namespace openimr::letter {

// Fills case number, priority and dates from lines [first, last). Each label takes the value of its kind that follows
// it; where labels stand together and their values after them, values are taken in the order of the labels. Values that
// could belong to more than one label are left out, with a warning.
void read_header(const Lines& lines, std::size_t first, std::size_t last, determination::Determination& letter);

// "CM00-0000000" at the beginning of `text`: two or more capital letters, two digits, a hyphen and digits; its length,
// or 0.
std::size_t case_number_length(std::string_view text);

// "11/18/2016", "11-18-2016", "December 30, 2013" at the beginning of `text`, with its length.
struct HeaderDate {
  Date date;
  std::size_t length;
};
std::optional<HeaderDate> header_date(std::string_view text);

}  // namespace openimr::letter
