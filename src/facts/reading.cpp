#include "facts/reading.h"

#include <algorithm>

namespace openimr::facts {

Reading::Reading(const records::Document& the_document, const vocabulary::Vocabulary& the_vocabulary)
    : document(the_document),
      vocabulary(the_vocabulary),
      mentions(the_vocabulary.find(the_document.text)),
      dates(find_dates(the_document.text)),
      assertions(the_document.text, mentions, the_vocabulary) {
  std::optional<DateRange> current;
  if (document.date) current = DateRange{*document.date, *document.date};
  visits_.resize(document.text.sentences().size());
  for (std::size_t i = 0; i < visits_.size(); ++i) {
    std::vector<DateRange> told;
    for (const DateMention& date : dates_in(i)) {
      if (date.role == DateRole::visit) told.push_back(date.range);
    }
    // A sentence that names several reports compares them; it opens none.
    if (told.size() == 1) current = told.front();
    visits_[i] = told.size() > 1 ? std::nullopt : current;
  }
}

std::vector<vocabulary::Mention> Reading::mentions_in(std::size_t index) const {
  const Span range = sentence(index);
  const auto first = std::lower_bound(mentions.begin(), mentions.end(), range.begin,
                                      [](const vocabulary::Mention& m, std::uint32_t at) { return m.span.begin < at; });
  const auto last = std::lower_bound(first, mentions.end(), range.end,
                                     [](const vocabulary::Mention& m, std::uint32_t at) { return m.span.begin < at; });
  return {first, last};
}

std::vector<DateMention> Reading::dates_in(std::size_t index) const {
  const Span range = sentence(index);
  std::vector<DateMention> out;
  std::copy_if(dates.begin(), dates.end(), std::back_inserter(out),
               [&](const DateMention& d) { return range.contains(d.span); });
  return out;
}

std::optional<DateRange> Reading::visit(std::size_t index) const {
  return visits_[index];
}

std::optional<Date> Reading::last_visit() const {
  std::optional<Date> last = document.date;
  for (const auto& visit : visits_) {
    if (visit && (!last || visit->first > *last)) last = visit->first;
  }
  return last;
}

Fact Reading::fact_at(Span span, std::string name, std::string concept_name, Assertions::Kind kind) const {
  Fact fact;
  fact.name = std::move(name);
  fact.concept_name = std::move(concept_name);
  fact.assertion = assertions.of(span, kind).assertion;
  fact.date = visit(sentence_of(span));
  fact.document_date = document.date;
  fact.places = {document.place(span)};
  return fact;
}

std::vector<std::string> subject_names(const vocabulary::Drug& drug) {
  std::vector<std::string> out = {drug.name};
  if (drug.ingredients.front() != drug.name) out.push_back(drug.ingredients.front());
  return out;
}

bool Fact::about(std::string_view what) const {
  return concept_name == what || std::find(is_a.begin(), is_a.end(), what) != is_a.end();
}

}  // namespace openimr::facts
