// The parts of `evaluate` that its files share.
#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guidelines/evaluate.h"

namespace openimr::guidelines {

// A condition on facts: yes where one affirms it undisputed, no where all deny it, a conflict where both are said.
Outcome evaluate_fact(const Test& test, const Subject& subject);

// Whether a value lies within the bounds of the test; unknown where only a bound of it is known.
Truth within(const Test& test, double low, std::optional<double> high);

// The visits of the whole request: a limit holds for those too that were authorized of it.
inline std::optional<int> visits_asked(const records::ParsedItem& item) {
  return item.visits_in_all ? item.visits_in_all : item.visits;
}

inline bool contains(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// Collects places, each once, in the order they come.
class Places {
 public:
  void add(const std::vector<Place>& places) {
    for (const Place& place : places) {
      if (is_new(place)) all_.push_back(place);
    }
  }
  std::vector<Place> take() { return std::move(all_); }

 private:
  // Few are compared one by one, as nearly all are; for many there is an index.
  bool is_new(const Place& place) {
    constexpr std::size_t kFew = 16;
    if (all_.size() < kFew) {
      return std::none_of(all_.begin(), all_.end(), [&](const Place& other) {
        return other.span == place.span && other.document == place.document;
      });
    }
    if (seen_.empty()) {
      for (const Place& known : all_) seen_.emplace(known.document, known.span);
    }
    return seen_.emplace(place.document, place.span).second;
  }

  std::vector<Place> all_;
  std::set<std::pair<std::string, Span>> seen_;
};

}  // namespace openimr::guidelines
