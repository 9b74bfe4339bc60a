// What a replay showed, for people and for programs (docs/formats.md, `openimr replay`).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/changes.h"

namespace openimr::cli {

struct ReplayReport {
  std::size_t letters = 0;
  std::vector<corpus::ReplayedItem> items;
  corpus::Agreement agreement;
  std::vector<corpus::Baseline> baselines;  // those that were asked for
  std::optional<corpus::Changes> changes;   // since an earlier replay, where one was given
  bool rationales = false;                  // in the table too
};

// One item a line.
std::string replay_jsonl(const ReplayReport& report);
// The figures.
std::string replay_json(const ReplayReport& report);
// The figures, by category, and the items that we decided otherwise, in `width` characters a line.
std::string replay_table(const ReplayReport& report, int width);
// The same as a page, with both rationales of every disagreement side by side.
std::string replay_html(const ReplayReport& report);

}  // namespace openimr::cli
