#include "corpus/naive_bayes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <set>
#include <string_view>
#include <unordered_map>

namespace openimr::corpus {
namespace {

using determination::Decision;

constexpr std::size_t kFolds = 10;

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> out;
  std::string word;
  const auto close = [&] {
    if (word.size() > 2) out.insert(word);
    word.clear();
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalpha(byte) != 0) {
      word += static_cast<char>(std::tolower(byte));
    } else {
      close();
    }
  }
  close();
  return out;
}

// Counts of items that hold a word, by decision.
class Learned {
 public:
  void add(const std::set<std::string>& words, Decision decision) {
    const auto side = static_cast<std::size_t>(decision);
    ++items_[side];
    for (const auto& word : words) ++with_[word][side];
  }

  Decision guess(const std::set<std::string>& words) const {
    double odds = 0;  // of overturned, as a logarithm
    for (const auto& word : words) {
      const auto found = with_.find(word);
      if (found == with_.end()) continue;
      odds += std::log(rate(found->second, Decision::overturned) / rate(found->second, Decision::upheld));
    }
    return odds > 0 ? Decision::overturned : Decision::upheld;
  }

 private:
  using Counts = std::array<double, 2>;

  double rate(const Counts& counts, Decision decision) const {
    const auto side = static_cast<std::size_t>(decision);
    return (counts[side] + 1) / (items_[side] + 2);
  }

  Counts items_{};
  std::unordered_map<std::string, Counts> with_;
};

}  // namespace

Baseline naive_bayes(const std::vector<LabelledWords>& items) {
  std::vector<std::size_t> fold;
  std::vector<std::set<std::string>> words;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0 && items[i].letter != items[i - 1].letter) ++letters;
    fold.push_back(letters % kFolds);
    words.push_back(words_of(items[i].words));
  }
  Baseline out{"naive Bayes, cross-validated", {}};
  for (std::size_t held_out = 0; held_out < kFolds; ++held_out) {
    Learned learned;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (fold[i] != held_out) learned.add(words[i], items[i].decision);
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (fold[i] == held_out) out.confusion.add(learned.guess(words[i]), items[i].decision);
    }
  }
  return out;
}

}  // namespace openimr::corpus
