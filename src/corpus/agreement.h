// How far replayed decisions agree with those of the physicians.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/replay.h"

namespace openimr::corpus {

// Decisions counted against decisions; overturned is the positive one.
struct Confusion {
  std::size_t overturned_both = 0;
  std::size_t overturned_ours = 0;  // by us alone
  std::size_t overturned_physician = 0;
  std::size_t upheld_both = 0;

  void add(determination::Decision ours, determination::Decision physician);
  std::size_t items() const { return overturned_both + overturned_ours + overturned_physician + upheld_both; }

  // Each is nothing where it would divide by nothing: no item, or none of a kind.
  std::optional<double> accuracy() const;
  std::optional<double> balanced_accuracy() const;  // mean of the share of each decision that was found
  std::optional<double> matthews_correlation() const;
  std::optional<double> overturned_precision() const;
  std::optional<double> overturned_recall() const;
};

struct Interval {
  double low = 0;
  double high = 0;
};

// A figure with the interval that holds it in 95 of 100 drawings of as many letters from these.
struct Figure {
  std::optional<double> value;
  std::optional<Interval> interval;
};

struct Agreement {
  std::size_t items = 0;     // replayed
  std::size_t compared = 0;  // of them, whose letter states a decision
  std::size_t topics = 0;    // that occur
  Confusion confusion;
  Figure accuracy, balanced_accuracy, matthews_correlation;
  double topic_coverage = 0;                                 // share of the items that a loaded guideline addresses
  double not_addressed_share = 0;                            // the rest
  std::size_t cited = 0;                                     // items whose physician cited a guideline
  std::optional<double> title_agreement, section_agreement;  // of those
  double citations_per_item = 0;                             // ours
  std::map<std::string, Confusion> by_category;
  std::map<std::string, std::size_t> standings;  // of the criteria that decided
};

Agreement agreement_of(const std::vector<ReplayedItem>& items);

using Citations = std::vector<determination::Citation>;
// Whether one of our citations has the title of one of theirs; and, of such a pair, one of its sections. Case and
// punctuation are folded. A citation by title alone has no section to agree on: the title is then enough.
bool agree_on_title(const Citations& ours, const Citations& theirs);
bool agree_on_section(const Citations& ours, const Citations& theirs);
std::string folded_title(std::string_view title);

// Balanced accuracy and the like of other predictions on the same items, for a baseline beside ours.
struct Baseline {
  std::string name;
  Confusion confusion;
};
// Always upheld.
Baseline majority(const std::vector<ReplayedItem>& items);

}  // namespace openimr::corpus
