// All letters of a shard that a query finds, whatever they are worth: what facets are counted over.
#pragma once

#include <xapian.h>

#include "corpus/collection/letter_set.h"
#include "corpus/collection/shard.h"

namespace openimr::corpus {

// Of the letters that the shard was completed with. A question of words, and of what joins them by and, or and not, is
// answered from the lists of letters that have them; any other (phrases, words near one another, ranges) by Xapian.
LetterSet letters_found(const Shard& shard, const Xapian::Query& query);

}  // namespace openimr::corpus
