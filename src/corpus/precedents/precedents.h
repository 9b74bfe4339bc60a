// How items like this one were decided before. Likeness is by structure: what was asked for, which criteria of the
// guideline the records meet and which they lack, the part of the body, the age of the injury; never by words alone. It
// informs a physician who has recorded their own finding, and takes no part in any draft.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/collection/collection.h"
#include "determination/draft.h"
#include "guidelines/library.h"
#include "letter/read.h"
#include "vocabulary/vocabulary.h"

namespace openimr::corpus {

// What letters are read again with.
struct Rereading {
  const letter::Reader& letters;
  const guidelines::Library& library;
  const vocabulary::Vocabulary& vocabulary;
};

// An item by what its likeness is told.
struct Likeness {
  std::string topic;  // the section that spoke first
  std::string asked;  // the drug, or the treatment
  std::vector<std::string> body_parts;
  std::optional<int> claim_years;
  struct Criterion {
    std::string id;
    std::string says;
    guidelines::Finding finding;
    bool conflict;
  };
  std::vector<Criterion> criteria;
};
Likeness likeness_of(const determination::ItemDraft& draft, std::optional<Date> injury, std::optional<Date> decided,
                     const vocabulary::Vocabulary& vocabulary);

// A criterion that the records of both were asked, with another answer.
struct Differing {
  std::string says;
  guidelines::Finding here;
  guidelines::Finding there;
};

struct Precedent {
  std::string id;  // of the letter in the collection
  std::string reference;
  std::optional<Date> decided;
  std::string item;
  determination::Decision decision = determination::Decision::upheld;
  double likeness = 0;  // 0 to 1
  int alike = 0;        // criteria with the same answer
  std::vector<Differing> differing;
};

// From 0 to 1: topic, criteria with the same answer of all that both were asked, parts of the body, age of the claim.
double likeness(const Likeness& a, const Likeness& b);

// The most like first. Looked through are the letters of the collection about the same drug or treatment, of those at
// most `looked_through` that the words of the item find first; each is decided again from its summary
// (corpus/replay.h). The case's own letter is left out. Nothing where nobody knows what the item asks for. Fails as
// Collection::answer() does.
Result<std::vector<Precedent>> precedents(const Collection& collection, const Likeness& item, const std::string& words,
                                          const std::string& own_case, const Rereading& with, std::size_t most,
                                          int looked_through = 200);

// Two items that are nearly the same and were decided differently.
struct Inconsistency {
  Precedent overturned, upheld;  // each with its letter; `differing` of the first: what the records differ in
  double likeness = 0;
};
// Among the letters that the conditions find (at most `looked_through`): pairs at least so alike, the most alike first.
Result<std::vector<Inconsistency>> inconsistencies(const Collection& collection, const Question& question,
                                                   const Rereading& with, double at_least, std::size_t most,
                                                   int looked_through = 200);

}  // namespace openimr::corpus
