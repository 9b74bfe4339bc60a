// The facts of a case as one page of HTML that needs nothing else: no network, no script, its style inside.
//
// Head, inventory of the documents, timeline, what was drawn from several places (contradictions first), and then the
// records with the words of every fact marked. A mark leads to its fact and the fact back to its mark; page n of the
// k-th file has the anchor `file-k-page-n`, fact n `fact-n`, mark n `mark-n`.
#pragma once

#include <iosfwd>

#include "facts/fact.h"
#include "facts/timeline.h"
#include "records/case_file.h"

namespace openimr::letter {

struct FactsPageOptions {
  bool all_pages = false;  // also pages without a fact, and long pages whole
};

// Everything from the records is written as text, whatever it holds. What is left out is said on the page.
void write_facts_html(std::ostream& out, const records::CaseFile& file, const facts::Facts& facts,
                      const facts::Timeline& timeline, const FactsPageOptions& options = {});

}  // namespace openimr::letter
