// Pages that come twice. Claims administrators and offices send the same report again and again; what it says is said
// once, and a page counts where it comes first.
//
// A page repeats an earlier one where
// - all its numbers are the same: a report of the next month copies most words and changes the date or the pain score;
// - its words are the same but for what a recognition misreads: nine in ten are equal (Jaccard of their bags), and each
//   of the others has its own within a letter or two. A word that is another one ("left", "denies") makes it another
//   page.
// Lines that a fax machine or a stamp printed at the edge of the page are none of its words. A page of few words (a
// form, a divider) repeats an earlier one only where all of it is the same and so is a page beside it.
#pragma once

#include <memory>
#include <vector>

#include "records/record_file.h"

namespace openimr::records {

// Sets ReadPage::same_as, in the order of the files and their pages. Blank pages and pages that could not be read
// repeat none. Takes time about in proportion to the text: pages are compared that share a MinHash band and their
// numbers, and each with a bounded number of others.
void mark_duplicates(const std::vector<std::shared_ptr<RecordFile>>& files);

}  // namespace openimr::records
