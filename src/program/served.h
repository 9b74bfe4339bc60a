// Who gets which paper of a programme: the determination, the notice of assignment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "program/calendar.h"

namespace openimr::program {

class Programme;

struct Recipient {
  std::string paper;  // determination | assignment | ...
  std::string to;     // a party, by its id
  std::string when;   // in words; empty: always
  std::string section;
  Standing standing = Standing::unverified;
};

// All who are served with a paper, in the order of the pack; none where it does not name the paper.
std::vector<const Recipient*> served_with(const Programme& programme, std::string_view paper);
bool is_served_with(const Programme& programme, std::string_view paper, std::string_view party);

}  // namespace openimr::program
