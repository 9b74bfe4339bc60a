// The plain learner that a replay is held against: naive Bayes on the words of an item and its summary. It knows no
// guideline, and never decides anything.
#pragma once

#include <string>
#include <vector>

#include "corpus/agreement.h"

namespace openimr::corpus {

struct LabelledWords {
  std::string letter;  // items of one letter are never parted between learning and guessing
  std::string words;
  determination::Decision decision;
};

// Ten-fold cross-validation by letter: each item is guessed by what was learned from the letters of the other folds.
// Both decisions weigh alike beforehand, as base rates decide nothing here either. Letters fall into folds by their
// order.
Baseline naive_bayes(const std::vector<LabelledWords>& items);

}  // namespace openimr::corpus
