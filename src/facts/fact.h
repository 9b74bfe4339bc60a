// What the records say: typed facts, each with the words it came from.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/place.h"
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
  std::map<std::string, std::string> attributes;
  std::optional<vocabulary::Prescription> prescription;  // of a medication
  std::vector<Place> places;

  bool about(std::string_view concept_or_class) const;
};

// Dates or figures that contradict each other. Never an error: the file is as it is.
struct Contradiction {
  std::string code;  // "request_after_denial"
  std::string message;
  std::vector<Place> places;
};

struct Facts {
  std::vector<Fact> all;
  std::vector<Contradiction> contradictions;
  // What was read, for "not documented".
  std::vector<std::string> documents;
  int pages = 0;
  int unreadable_pages = 0;
};

}  // namespace openimr::facts
