// A draft determination: what the software prepares for the physician who decides. Plain values; every sentence with
// its reasons, every criterion with its trace.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/place.h"
#include "determination/citation.h"
#include "determination/decision.h"
#include "facts/fact.h"
#include "guidelines/evaluate.h"
#include "records/cited_evidence.h"
#include "records/disputed_item.h"

namespace openimr::determination {

// Why a sentence stands: words of a record or of the form, or a section of a guideline.
using Reason = std::variant<Place, Citation>;

struct Sentence {
  std::string text;
  std::vector<Reason> reasons;
};

// A criterion with its finding, as it took part in the decision.
struct CriterionTrace {
  guidelines::Evaluated evaluated;
  bool decided = false;
  bool rescued = false;  // an allowance stands in for it
  Citation citation;
};

struct SearchStep {
  std::string step;
  std::vector<std::string> guidelines;
  bool addressed = false;
};

// What was cited beyond the loaded guidelines, and what it weighs.
struct Weighed {
  records::CitedEvidence evidence;
  std::optional<int> rank;  // 0 is the best level of the hierarchy; nothing where it does not count
  std::string says;         // why it counts, or not
};

// What came of weighing it.
enum class Conclusion : std::uint8_t {
  none,                // nothing was cited
  agrees,              // with the guideline
  guideline_stands,    // no better study competes with it
  sequence_is_strict,  // on that day a later step counted only where the guideline was silent
  rebutted,            // better studies than those for it
  decides,             // no loaded guideline addresses the item
  for_the_physician,   // cannot be graded against one another
};
std::string_view name_of(Conclusion conclusion);

struct ItemDraft {
  std::string text;
  Place place;
  records::ParsedItem parsed;
  std::optional<Decision> decision;  // nothing where no loaded guideline addresses the item
  bool addressed = false;
  Date decided_for;  // the day whose edition holds: of the review, or of the service where retrospective
  std::vector<SearchStep> searched;
  std::vector<Citation> citations;  // at most three, the most decisive first
  std::vector<CriterionTrace> criteria;
  std::vector<Sentence> rationale;
  std::vector<Weighed> weighed;
  Conclusion conclusion = Conclusion::none;
  std::optional<Decision> by_guideline;                  // before what was cited was weighed
  std::vector<std::vector<std::string>> would_overturn;  // smallest sets of criteria that would turn an upheld item
};

struct Warning {
  std::string code;
  std::string message;
  std::vector<Place> places;
};

struct Draft {
  std::string case_number;
  std::string packs;  // version of the packs
  Date review_date;
  bool review_date_assumed = false;
  std::vector<Sentence> summary;
  std::vector<ItemDraft> items;
  std::vector<Warning> warnings;
  std::vector<facts::SearchedDocument> searched;  // for every finding of "not documented"
};

}  // namespace openimr::determination
