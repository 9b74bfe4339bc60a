// The assignment of a day: reviewers proposed for all cases that wait for one, at once.
#pragma once

#include <string>
#include <vector>

#include "cases/assignment.h"
#include "office/office.h"
#include "vocabulary/vocabulary.h"

namespace openimr::office {

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

// Proposes and records, by an event like `by` of type reviewer-proposed, or only shows what would be proposed. Fails
// with wrong_use where the role may not; what was recorded until then stays, and stands in `told`.
Result<void> assign_day(Office& office, const vocabulary::Vocabulary& vocabulary, const cases::CaseEvent& by,
                        bool dry_run, DayAssignment& told);

}  // namespace openimr::office
