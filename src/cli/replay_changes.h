// What an earlier replay said, and what has changed since, for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/replay_output.h"
#include "corpus/changes.h"

namespace openimr::cli {

// The lines of `openimr replay --format jsonl`; `file` is their name in a message. Fails with ErrorCode::invalid, and
// the line, where one is no item of a replay.
Result<std::vector<corpus::EarlierItem>> read_earlier_replay(std::string_view lines, const std::string& file);

// Gained and lost, then each item that is decided otherwise or by another topic, in `width` characters a line.
std::string changes_table(const corpus::Changes& changes, int width);

// Both rationales of an item that we decided otherwise than the physician, side by side in `width` characters a line.
std::string rationales_side_by_side(const corpus::ReplayedItem& item, int width);

}  // namespace openimr::cli
