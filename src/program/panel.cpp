#include "program/panel.h"

#include <algorithm>

#include "program/programme.h"

namespace openimr::program {
namespace {

using determination::Decision;
using determination::Outcome;

const OutcomeWord* find_word(const Programme& programme, OutcomeWord::Level level, Outcome outcome) {
  const auto& all = programme.outcomes();
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const OutcomeWord& word) { return word.level == level && word.outcome == outcome; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Decision> decision_of(const Panel& panel, const std::vector<Decision>& votes) {
  const auto upheld = std::count(votes.begin(), votes.end(), Decision::upheld);
  const auto overturned = static_cast<std::ptrdiff_t>(votes.size()) - upheld;
  if (votes.empty()) return std::nullopt;
  if (upheld == overturned) return panel.even_split;
  return upheld > overturned ? Decision::upheld : Decision::overturned;
}

const OutcomeWord* word_for(const Programme& programme, Decision of_item) {
  return find_word(programme, OutcomeWord::Level::item,
                   of_item == Decision::upheld ? Outcome::upheld : Outcome::overturned);
}

const OutcomeWord* word_for(const Programme& programme, Outcome of_case) {
  return find_word(programme, OutcomeWord::Level::whole_case, of_case);
}

}  // namespace openimr::program
