// Questions to the collection, and what is found.
//
//   words      functional improvement         all of them where they can be, the best first
//   "phrase"   carisoprodol NEAR/5 spasm      chronic AND NOT acute    physio*
//   fields     drug:carisoprodol  section:"muscle relaxants"  body-part:"lumbar spine"  (names:
//   corpus/collection/facets.h) ranges     decided:2016-01-01..2016-12-31  age:40..50
//
// Words are found in all their forms, and drugs by all their names.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/collection/facets.h"

namespace openimr::corpus {

enum class Order : std::uint8_t { relevance, newest, oldest };

struct Question {
  std::string words{};                                 // as above; empty: every letter
  std::vector<std::pair<Facet, std::string>> where{};  // all must hold; several values of one facet: any of them
  std::optional<Date> from{}, until{};                 // of the decision
  Order order = Order::relevance;
  int skip = 0;
  int most = 20;
  bool facets = false;
};

// A text with the places in it that the question's words have.
struct Snippet {
  std::string text;
  std::vector<Span> marks;
};

struct Found {
  std::int64_t number = 0;  // of the letter in its store
  std::string id;
  Published letter;
  Snippet snippet;
  std::vector<std::string> why;  // the question's words that it has: "carisoprodol", "spasm"
};

struct FacetCount {
  std::string value;
  std::int64_t letters = 0;
};

struct Answer {
  std::int64_t total = 0;
  bool is_exact = true;  // else the total is about so many
  std::vector<Found> found;
  std::map<Facet, std::vector<FacetCount>> facets;  // the most frequent values first
  std::string suggestion;                           // the question spelled otherwise, where words of it are unknown
};

}  // namespace openimr::corpus
