// The words that a reader would look for to find what a test asks: what "not documented" says was searched.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "guidelines/guideline.h"
#include "vocabulary/vocabulary.h"

namespace openimr::guidelines {

class SearchWords {
 public:
  // The words are the vocabulary's own: it must outlive whatever keeps them.
  explicit SearchWords(const vocabulary::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}
  // Each word once, and not its plural again. Criteria that ask alike share the work.
  const std::vector<std::string_view>& of(const Test& test);

 private:
  const vocabulary::Vocabulary& vocabulary_;
  std::unordered_map<std::string, std::vector<std::string_view>> known_;  // by what the leaves of a test ask for
};

}  // namespace openimr::guidelines
