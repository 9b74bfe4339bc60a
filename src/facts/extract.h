// From a case file to its facts.
#pragma once

#include "facts/fact.h"
#include "records/case_file.h"
#include "vocabulary/vocabulary.h"

namespace openimr::facts {

struct Options {
  // Of the table of opioid equivalents: 2016, 2018 or 2022; 0: the latest that is not after the year of the review.
  int mme_year = 0;
};

// Every fact of every document, in the order of the file, and those computed from them. The same file gives the same
// facts in the same order.
Facts extract(const records::CaseFile& file, const vocabulary::Vocabulary& vocabulary, const Options& options = {});

// The day up to which the use of a disputed treatment is counted: the earlier of request and denial; where the form has
// neither, the latest visit in the records; else the day of the review. (The denial may precede the request: sample
// 000.)
Date counted_to(const records::CaseFile& file, const Facts& facts);

}  // namespace openimr::facts
