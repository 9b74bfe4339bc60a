// The items of a letter in columns: tab separated for programs, aligned for people.
#pragma once

#include <string>

#include "determination/determination.h"

namespace openimr::cli {

// A line an item; a value that the letter does not state is empty, several are parted by "; ". No value holds a tab, a
// line end or another control character: there is a space in its stead.
std::string tsv_heading();
std::string tsv_rows(const determination::Determination& letter);

// A line an item, the case at its first, which is named by its file where it has no number. Item text is cut where the
// width ends; below `kNarrowestTable` characters the lines are wider than asked.
constexpr int kNarrowestTable = 64;
std::string table_heading(int width, bool colour);
std::string table_rows(const determination::Determination& letter, int width, bool colour);

}  // namespace openimr::cli
