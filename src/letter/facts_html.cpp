#include "letter/facts_html.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "letter/fact_words.h"
#include "letter/facts_html_parts.h"
#include "letter/facts_html_style.h"
#include "letter/html_text.h"

namespace openimr::letter {
namespace {

constexpr std::size_t kPlacesShown = 20;

void write_head(std::ostream& out, const FactsPage& page) {
  const std::string title = html_text("Facts of case " + page.file.case_number);
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
         "<meta name=\"generator\" content=\"OpenIMR\">\n<title>"
      << title << "</title>\n<style>\n"
      << kFactsStyle << "</style>\n</head>\n<body>\n<header id=\"top\">\n<p class=\"maker\">OpenIMR</p>\n<h1>" << title
      << "</h1>\n<p class=\"notice\"><b>Prepared by software from the records; not a decision.</b> "
         "A physician reads, weighs and decides.</p>\n";
  out << "<dl class=\"figures\">\n"
      << "<div><dt>Records</dt><dd>" << searched_in_words(page.facts) << "</dd></div>\n"
      << "<div><dt>Facts</dt><dd>" << page.facts.all.size() << "</dd></div>\n"
      << "<div><dt>Contradictions</dt><dd>"
      << std::count_if(page.facts.all.begin(), page.facts.all.end(),
                       [](const facts::Fact& fact) { return fact.name == "contradiction"; })
      << "</dd></div>\n<div><dt>Date of review</dt><dd>" << html_time(page.file.dates.review) << "</dd></div>\n</dl>\n"
      << "<nav aria-label=\"Parts of this page\"><a href=\"#documents\">Documents</a> <a "
         "href=\"#timeline\">Timeline</a> "
         "<a href=\"#drawn\">Drawn from several places</a> <a href=\"#pages\">Pages</a></nav>\n</header>\n<main>\n";
}

}  // namespace

std::string class_of(facts::Assertion assertion) {
  return std::string(facts::name_of(assertion));
}

bool is_drawn(const facts::Fact& fact) {
  return fact.document < 0 || fact.places.size() > 1;
}

std::string place_link(const FactsPage& page, const Place& place) {
  const FactMark* mark = page.marks.at(place);
  const std::string words = html_text(place_in_words(place));
  return mark == nullptr ? words : fmt::format("<a href=\"#mark-{}\">{}</a>", mark->number, words);
}

void write_fact(std::ostream& out, const FactsPage& page, std::size_t number) {
  const facts::Fact& fact = page.facts.all[number];
  const std::string value = value_in_words(fact);
  out << fmt::format("<li id=\"fact-{}\" class=\"fact {}\">", number + 1, class_of(fact.assertion));
  const FactMark* mark = page.marks.at(fact.places.front());
  out << (mark == nullptr ? fmt::format("<span class=\"no\">{}</span>", number + 1)
                          : fmt::format("<a class=\"no\" href=\"#mark-{}\">{}</a>", mark->number, number + 1));
  out << "<div><b>" << html_text(fact.concept_name.empty() ? kind_in_words(fact.name) : fact.concept_name) << "</b>";
  if (!fact.concept_name.empty()) out << " <span class=\"kind\">" << html_text(kind_in_words(fact.name)) << "</span>";
  out << " <span class=\"how\"><span aria-hidden=\"true\">" << sign_of(fact.assertion) << "</span> "
      << word_of(fact.assertion) << "</span>";
  if (!value.empty()) out << "<br>" << html_text(value);
  if (fact.date) out << (value.empty() ? "<br>" : " &middot; ") << html_time(*fact.date);
  if (is_drawn(fact)) {
    out << "\n<ul class=\"places\">\n";
    for (std::size_t i = 0; i < std::min(kPlacesShown, fact.places.size()); ++i)
      out << "<li>" << place_link(page, fact.places[i]) << " <q>" << html_text(fact.places[i].text) << "</q></li>\n";
    if (fact.places.size() > kPlacesShown)
      out << "<li>and " << fact.places.size() - kPlacesShown << " places more</li>\n";
    out << "</ul>\n";
  }
  out << "</div></li>\n";
}

void write_drawn_facts(std::ostream& out, const FactsPage& page) {
  out << "<section id=\"drawn\">\n<h2>Drawn from several places</h2>\n";
  bool any = false;
  for (const bool contradictions : {true, false}) {
    bool open = false;
    for (std::size_t i = 0; i < page.facts.all.size(); ++i) {
      const facts::Fact& fact = page.facts.all[i];
      if (!is_drawn(fact) || (fact.name == "contradiction") != contradictions) continue;
      if (!open) out << "<h3>" << (contradictions ? "Contradictions" : "Computed") << "</h3>\n<ol class=\"facts\">\n";
      open = any = true;
      write_fact(out, page, i);
    }
    if (open) out << "</ol>\n";
  }
  if (!any) out << "<p>No contradiction was found, and nothing was computed.</p>\n";
  out << "</section>\n";
}

void write_facts_html(std::ostream& out, const records::CaseFile& file, const facts::Facts& facts,
                      const facts::Timeline& timeline, const FactsPageOptions& options) {
  const FactsPage page{file, facts, timeline, options, FactMarks(file, facts)};
  write_head(out, page);
  write_inventory(out, page);
  write_timeline_rows(out, page);
  write_drawn_facts(out, page);
  write_marked_pages(out, page);
  out << "</main>\n<footer><p>Prepared by OpenIMR from the records of case " << html_text(file.case_number)
      << ". Nothing here is a determination.</p></footer>\n</body>\n</html>\n";
}

}  // namespace openimr::letter
