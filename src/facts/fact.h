// What the records say: typed facts, each with the words it came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/place.h"
#include "facts/attributes.h"
#include "vocabulary/prescription.h"

namespace openimr::facts {

// How the record asserts a fact.
enum class Assertion : std::uint8_t {
  present,
  negated,
  historical,
  possible,
  hypothetical,
  conditional,
  other_person,
  planned,
  requested,
  stopped,
};
std::string_view name_of(Assertion assertion);

// A number of which the records may give only a bound: "since at least May" is {low, nothing}.
struct Range {
  double low = 0;
  std::optional<double> high;
  bool exact() const { return high && *high == low; }
};

using Value = std::variant<std::monostate, double, std::string, Date, Range>;

struct Fact {
  std::string name;               // "medication", "finding", ... (formats.md, `openimr facts`)
  std::string concept_name;       // "carisoprodol", "muscle spasm"
  std::vector<std::string> is_a;  // wider concepts, drug classes and ingredients
  Value value;
  Assertion assertion = Assertion::present;
  std::optional<DateRange> date;      // when it was so
  std::optional<Date> document_date;  // of the document that says it
  // The drugs, services and body parts it speaks of; empty where it names none.
  std::vector<std::string> subjects;
  Attributes attributes;
  std::optional<vocabulary::Prescription> prescription;  // of a medication
  std::vector<Place> places;
  int document = -1;  // that says it, an index of Facts::searched; of none where it is computed

  bool about(std::string_view concept_or_class) const;
};

// Statements that cannot all be true (facts/contradictions.h). Never an error: the file is as it is.
struct Contradiction {
  std::string code;  // "request_after_denial"
  std::string message;
  std::vector<Place> places;
};

// A document as it was searched, for "not documented".
struct SearchedDocument {
  std::string name;  // of its file
  std::string kind;  // empty where unknown
  int first_page = 1;
  int pages = 0;     // whose words were searched
  int blank = 0;     // nothing is printed on them
  int repeated = 0;  // pages that an earlier page of the case already holds; counted once
  // Pages that could not be read, by number, and why.
  std::vector<std::pair<int, std::string>> unreadable;
  std::vector<std::string> sections;  // kinds of section it has, each once
};

struct Facts {
  std::vector<Fact> all;
  std::vector<Contradiction> contradictions;
  std::vector<SearchedDocument> searched;  // in the order of the file
};

// The value of an attribute; empty where the fact has none.
std::string_view attribute(const Fact& fact, std::string_view key);
// Whether the fact is what a utilization review says of the records (attribute `source`, docs/architecture.md).
bool is_of_review(const Fact& fact);
// Whether it is a drug that was given once, in a procedure or an emergency room: an event, and no drug in use.
bool is_administered(const Fact& fact);

}  // namespace openimr::facts
