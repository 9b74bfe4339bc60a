#include "facts/extract.h"

#include "facts/computed.h"
#include "facts/reading.h"

namespace openimr::facts {

Facts extract(const records::CaseFile& file, const vocabulary::Vocabulary& vocabulary, const Options& options) {
  Facts facts;
  for (const records::Document& document : file.documents) {
    const Reading reading(document, vocabulary);
    read_person(reading, facts.all);
    read_medications(reading, facts.all);
    read_statements(reading, facts.all);
    read_treatments(reading, facts.all);
    read_pain(reading, facts.all);
    facts.documents.push_back(document.name());
    facts.pages += document.pages();
  }
  age_events(file, facts);
  add_durations_of_use(file, facts);
  add_opioid_dose(file, vocabulary, options, facts);
  add_prior_visits(facts);
  add_contradictions(file, facts);
  return facts;
}

}  // namespace openimr::facts
