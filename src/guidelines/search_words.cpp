#include "guidelines/search_words.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace openimr::guidelines {
namespace {

using Leaves = std::vector<const Test*>;

// The parts of a test that ask for a fact, or for a field of the item.
void gather_leaves(const Test& test, Leaves& out) {
  if (test.form == Test::Form::fact || test.form == Test::Form::item) out.push_back(&test);
  for (const Test& part : test.parts) gather_leaves(part, out);
}

std::string key_of(const Leaves& leaves) {
  std::string out;
  for (const Test* leaf : leaves) {
    out += leaf->form == Test::Form::item ? "\nitem\t" : "\nfact\t";
    out += leaf->name;
    for (const std::string& name : leaf->concepts) out += '\t' + name;
  }
  return out;
}

class Gatherer {
 public:
  explicit Gatherer(const vocabulary::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void add(const Test& leaf) {
    static const std::map<std::string, std::vector<std::string>, std::less<>> kComputed = {
        {"pain_score", {"pain level", "VAS", "/10", "out of 10"}},
        {"duration_of_use", {"since", "started", "first prescribed", "dating back", "for N weeks"}},
        {"mme_per_day", {"opioid names with strength and daily dose"}}};
    static const std::string kRequest = "the words of the request";
    for (const std::string& name : leaf.concepts) {
      add_concept(name);
      for (const auto& drug : vocabulary_.drugs()) {
        const bool of_group =
            drug.drug_class == name || std::find(drug.topics.begin(), drug.topics.end(), name) != drug.topics.end();
        if (of_group) add_concept(drug.name);
      }
    }
    if (!leaf.concepts.empty()) return;
    for (const auto& term : vocabulary_.clinical_terms()) {
      if (term.fact == leaf.name) add_concept(term.name);
    }
    if (const auto found = kComputed.find(leaf.name); found != kComputed.end()) {
      for (const std::string& word : found->second) add_word(word);
    }
    if (leaf.form == Test::Form::item) add_word(kRequest);
  }

  std::vector<std::string_view> take() { return std::move(words_); }

 private:
  void add_concept(std::string_view name) {
    for (const std::string& word : vocabulary_.words_for(name)) add_word(word);
  }

  void add_word(std::string_view word) {
    const bool is_plural = word.ends_with('s') && seen_.contains(word.substr(0, word.size() - 1));
    if (!is_plural && seen_.insert(word).second) words_.push_back(word);
  }

  const vocabulary::Vocabulary& vocabulary_;
  std::vector<std::string_view> words_;
  std::unordered_set<std::string_view> seen_;
};

}  // namespace

const std::vector<std::string_view>& SearchWords::of(const Test& test) {
  Leaves leaves;
  gather_leaves(test, leaves);
  const auto [place, is_new] = known_.try_emplace(key_of(leaves));
  if (is_new) {
    Gatherer gatherer(vocabulary_);
    for (const Test* leaf : leaves) gatherer.add(*leaf);
    place->second = gatherer.take();
    place->second.shrink_to_fit();
  }
  return place->second;
}

}  // namespace openimr::guidelines
