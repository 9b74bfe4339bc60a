// What a determination still lacks before a reviewer signs it. The parts are those that the programme's law asks for
// (program/letter_parts); a part that it does not ask for is not looked for.
#pragma once

#include <string>
#include <vector>

#include "determination/determination.h"
#include "program/programme.h"

namespace openimr::cases {

struct MissingPart {
  std::string part;     // "reasons-per-item", as the programme names it
  std::string message;  // for the reviewer: "no clinical reasons are given for the treatment"
  std::string section;
  int item = 0;       // from 1; 0: of the whole letter
  bool soft = false;  // told, and no hindrance to signing
};

// All of them, in the order of the programme's list. `records_received` are the titles of the records of the case: each
// has to stand, as a whole, within an entry of the list of documents reviewed. `reviewer_names` are the names of the
// reviewers in full ("Ada Example"); each is looked for in the letter as the parties would get it, with or without a
// middle name, with the last name first, and the last name alone beside a title. Letter case, punctuation and line ends
// make no difference.
std::vector<MissingPart> missing_parts(const program::Programme& programme,
                                       const determination::Determination& determination,
                                       const std::vector<std::string>& records_received,
                                       const std::vector<std::string>& reviewer_names);

// Whether any of them hinders signing.
bool hinders_signing(const std::vector<MissingPart>& missing);

}  // namespace openimr::cases
