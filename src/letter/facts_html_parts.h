// The parts of the page of facts.
#pragma once

#include <iosfwd>
#include <string>

#include "facts/timeline.h"
#include "letter/fact_marks.h"
#include "letter/facts_html.h"

namespace openimr::letter {

struct FactsPage {
  const records::CaseFile& file;
  const facts::Facts& facts;
  const facts::Timeline& timeline;
  const FactsPageOptions& options;
  FactMarks marks;
};

void write_inventory(std::ostream& out, const FactsPage& page);
void write_timeline_rows(std::ostream& out, const FactsPage& page);
// Facts that rest on several places: contradictions, then what was computed.
void write_drawn_facts(std::ostream& out, const FactsPage& page);
void write_marked_pages(std::ostream& out, const FactsPage& page);

// Whether a fact stands among those drawn from several places, and not beside its page.
bool is_drawn(const facts::Fact& fact);
// <li id="fact-12">: sign, word, concept, value, date and the way back to its marks.
void write_fact(std::ostream& out, const FactsPage& page, std::size_t fact);
// A link to the mark of a place, or its words where there is none.
std::string place_link(const FactsPage& page, const Place& place);
// "present", as the class of an element.
std::string class_of(facts::Assertion assertion);

}  // namespace openimr::letter
