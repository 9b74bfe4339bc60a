#include <algorithm>

#include "facts/reading.h"
#include "letter/read.h"

namespace openimr::letter {
namespace {

using determination::Determination;

// The summary as a record of its own, whose places are counted in the letter.
class Summary {
 public:
  Summary(std::string_view text, Span span, const vocabulary::Vocabulary& vocabulary)
      : begin_(span.begin),
        document_("", std::string(text.substr(span.begin, span.end - span.begin)), vocabulary),
        reading_(document_, vocabulary) {
    facts::read_person(reading_, facts_);
    facts::read_statements(reading_, facts_);
  }

  // The first fact of this name that the summary states of the injured worker.
  const facts::Fact* first(std::string_view name) const {
    const auto found = std::find_if(facts_.begin(), facts_.end(), [&](const facts::Fact& fact) {
      return fact.name == name && fact.assertion != facts::Assertion::other_person;
    });
    return found == facts_.end() ? nullptr : &*found;
  }

  const std::vector<facts::Fact>& facts() const { return facts_; }

  Span in_letter(const facts::Fact& fact) const {
    const Span span = fact.places.front().span;
    return {begin_ + span.begin, begin_ + span.end};
  }

 private:
  std::uint32_t begin_;
  records::Document document_;
  facts::Reading reading_;
  std::vector<facts::Fact> facts_;
};

void read_person(const Summary& summary, Determination& letter) {
  if (const auto* age = summary.first("age"); age != nullptr) {
    letter.age = static_cast<int>(std::get<double>(age->value));
    letter.age_span = summary.in_letter(*age);
  }
  if (const auto* sex = summary.first("sex"); sex != nullptr) {
    letter.sex = std::get<std::string>(sex->value);
    letter.sex_span = summary.in_letter(*sex);
  }
  if (letter.injury.date) return;
  for (const auto& fact : summary.facts()) {
    if (fact.name != "injury_date" || !fact.date || !fact.date->is_day()) continue;
    letter.injury = {fact.date->first, summary.in_letter(fact)};
    return;
  }
}

void read_diagnoses(const Summary& summary, Determination& letter) {
  std::vector<std::string> known;
  for (const auto& fact : summary.facts()) {
    if (fact.name != "diagnosis" || fact.assertion != facts::Assertion::present || fact.places.empty()) continue;
    if (std::find(known.begin(), known.end(), fact.concept_name) != known.end()) continue;
    known.push_back(fact.concept_name);
    letter.diagnoses.push_back({fact.concept_name, summary.in_letter(fact)});
  }
}

}  // namespace

void interpret(Determination& letter, std::string_view text, const vocabulary::Vocabulary& vocabulary) {
  for (auto& item : letter.items) item.parsed = records::parse_item(item.text.text, vocabulary);
  if (!letter.summary.stated()) return;
  const Summary summary(text, letter.summary.span, vocabulary);
  read_person(summary, letter);
  read_diagnoses(summary, letter);
}

}  // namespace openimr::letter
