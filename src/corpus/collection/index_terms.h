// How letters stand in the index, and how questions have to ask for them.
#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

#include "corpus/collection/facets.h"
#include "vocabulary/vocabulary.h"

namespace openimr::corpus {

// Values of a letter, for ranges and for sorting.
inline constexpr Xapian::valueno kDecidedSlot = 0;  // "20161219"; absent where no day is printed
inline constexpr Xapian::valueno kAgeSlot = 1;

Xapian::Stem stemmer();
// The same stems, of words seen before from memory (some megabytes at most): for one thread that sees many.
Xapian::Stem remembering_stemmer();
// The term of a facet's value; long values are cut behind their beginning and told apart by a hash.
std::string term_of(Facet facet, std::string_view value);
std::string sortable(Date day);

Xapian::Document document_of(const Published& letter, Xapian::TermGenerator& words);

// The other names of drugs and services, each by each: who asks for Soma finds carisoprodol.
void add_synonyms(Xapian::WritableDatabase& index, const vocabulary::Vocabulary& vocabulary);
// The words of the index as spellings, where they are many enough to be no misprints, and the names of the vocabulary.
// Those before are replaced.
void add_spellings(Xapian::WritableDatabase& index, const vocabulary::Vocabulary& vocabulary);

}  // namespace openimr::corpus
