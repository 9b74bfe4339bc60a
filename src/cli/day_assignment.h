// What came of the assignment of a day, told to a person or a program.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cases/assignment.h"

namespace openimr::cli {

// What became of a proposal.
enum class Recorded : std::uint8_t { not_tried, recorded, meanwhile };  // meanwhile: somebody else acted on the case

// A case that cannot be given to anybody as it stands.
struct NotReady {
  std::string number;
  std::string why;
};

struct DayAssignment {
  Date day;
  std::size_t cases = 0;  // that wait for a reviewer
  std::size_t reviewers = 0;
  cases::Assignment found;
  std::vector<Recorded> recorded;  // by proposal
  std::vector<NotReady> not_ready;
};

// `format` is table, json or csv. Lines of a table are folded at `width`.
void print_assignment(std::ostream& out, const DayAssignment& assignment, const std::string& format, std::size_t width,
                      bool colour);

}  // namespace openimr::cli
