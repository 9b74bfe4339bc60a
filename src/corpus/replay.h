// Decides a published case again, from what was known before the decision: the dates, the clinical summary, the
// disputed items and the guideline that the claims administrator relied on. The physician's decision, guideline and
// rationale are carried beside the draft for comparison, and never reach it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "determination/determination.h"
#include "determination/draft.h"
#include "guidelines/library.h"
#include "letter/determination_json.h"
#include "vocabulary/vocabulary.h"

namespace openimr::corpus {

struct ReplayedItem {
  std::string case_number;
  int number = 0;     // within the letter, from 1
  std::string topic;  // the section that spoke first, "carisoprodol"; empty where no guideline addresses the item
  determination::ItemDraft draft;
  // What the letter says; absent or empty in copies out of which it was cut.
  std::optional<determination::Decision> physician;
  std::vector<determination::Citation> physician_citations;
  std::string physician_rationale;

  // An item without a decision of ours counts as upheld.
  determination::Decision counted() const { return draft.decision.value_or(determination::Decision::upheld); }
};

// Replays one letter that was interpreted (letter/read.h), read from `text`; `place_of` gives the places of the drafts.
// Where the letter prints neither the day of the decision nor that of the assignment, the latest day that its summary
// names chooses the edition; it fails where there is none.
Result<std::vector<ReplayedItem>> replay(const determination::Determination& letter, std::string_view text,
                                         const letter::PlaceOf& place_of, const guidelines::Library& library,
                                         const vocabulary::Vocabulary& vocabulary);

}  // namespace openimr::corpus
