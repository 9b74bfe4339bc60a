// What the words of each sentence may speak of, by a look at the first letters of each: a cheap question that is asked
// once for all readers. Where it says no, none of the reader's patterns matches.
#pragma once

#include <vector>

#include "base/clean_text.h"
#include "base/words.h"

namespace openimr::facts {

struct SentenceWords {
  bool relative_date = false;  // "three weeks ago", "last visit", "on Monday": relative_dates.h
  bool side = false;           // "left", "both": body_place.h
  bool amount = false;         // visits, or a time that they take: visits.h
};

// By sentence. `words` are those of words_in(text).
std::vector<SentenceWords> sentence_words(const CleanText& text, const Words& words);

}  // namespace openimr::facts
