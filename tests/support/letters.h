// Letters for tests: the reader with the packs of the build, fixtures, and tables of expected values.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "determination/determination.h"
#include "letter/read.h"

namespace openimr::testing {

const letter::Reader& letter_reader();

// The letters of a text, read and interpreted.
std::vector<Result<determination::Determination>> read_letters(const std::string& text,
                                                               const std::string& name = "letter.txt");
// The one letter of a text; fails the test where there is another number or an error.
determination::Determination read_letter(const std::string& text);

// Rows of a tab separated file by the names of its first line; lines that begin with '#' are passed over. Cells in
// double quotes may hold tabs and doubled quotes.
using NamedRow = std::map<std::string, std::string>;
std::vector<NamedRow> read_named_rows(const std::filesystem::path& file);

// ../shared, or $OPENIMR_SHARED. Suites that need it are named Shared*.
std::filesystem::path shared_folder();

// The values of a letter by the names of docs/formats.md: "case_number", "licensure" (entries joined with " | "),
// "item 1 text", "item 1 decision", ... What is not stated is left out.
std::map<std::string, std::string> values_of(const determination::Determination& letter);
// "MTUS; Low Back Complaints; 2004; ; Summary | Special Studies; 12,13" for each citation.
std::vector<std::string> shown(const determination::Relied& relied);
std::string shown(const determination::Citation& citation);

}  // namespace openimr::testing
