// What changed from an earlier replay of the same letters to this one: for whoever changes a pack.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corpus/agreement.h"

namespace openimr::corpus {

// An item as an earlier replay left it.
struct EarlierItem {
  std::string case_number;
  int number = 0;  // within the letter, from 1
  std::string topic;
  std::optional<determination::Decision> decision;
  std::vector<determination::Citation> citations;
};

// Items that agree with the physician now and did not before, and the other way round.
struct GainsAndLosses {
  std::size_t gained = 0;
  std::size_t lost = 0;
};

// An item that is decided otherwise than before, or by another topic.
struct ChangedItem {
  EarlierItem before;
  ReplayedItem now;
  // Whether the decision agrees with the physician's; nothing where the letter states none.
  std::optional<bool> agreed_before, agrees_now;
};

struct Changes {
  std::size_t in_both = 0;
  std::size_t only_before = 0;
  std::size_t only_now = 0;
  GainsAndLosses decisions, titles, sections;
  std::vector<ChangedItem> items;  // in the order of this replay
};

// Items are paired by case number and number; of several with the same, in their order.
Changes changes_since(const std::vector<EarlierItem>& before, const std::vector<ReplayedItem>& now);

}  // namespace openimr::corpus
