// Facts against criteria, in three values, with a trace of what decided.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/fact.h"
#include "guidelines/library.h"

namespace openimr::guidelines {

Truth operator!(Truth value);
Truth both(Truth a, Truth b);
Truth either(Truth a, Truth b);

enum class Finding : std::uint8_t { met, not_met, not_documented };
std::string_view name_of(Finding finding);

// Result of a test: what it rests on, or between what the records contradict themselves.
struct Outcome {
  Truth truth = Truth::unknown;
  bool conflict = false;
  std::vector<Place> places;  // for unknown without conflict: what bears on it and is not enough
  std::string value;          // a computed value, for the reader: "at least 344 days"
};

// One criterion against the facts of a case.
struct Evaluated {
  const Guideline* guideline = nullptr;
  const Section* section = nullptr;
  const Criterion* criterion = nullptr;
  Finding finding = Finding::not_documented;
  bool conflict = false;
  std::vector<Place> places;
  std::string value;
};

enum class Request : std::uint8_t { unknown, new_start, continuation };

// Another item of the same case, and whether it was found necessary, as far as that is decided.
struct OtherItem {
  const records::DisputedItem* item;
  const vocabulary::Drug* drug;
  std::optional<bool> stands;
};

// The item and the facts that its tests ask.
struct Subject {
  const records::DisputedItem& item;
  const vocabulary::Drug* drug;  // of the item; null where it is none
  const facts::Facts& facts;
  bool has_clinical_record = true;  // besides utilization reviews, requests and forms
  Request request = Request::unknown;
  std::vector<OtherItem> others = {};
  std::vector<Place> places_of_first = {};  // that show that a service begins: the list of what was done so far
};
Subject subject_of(const records::DisputedItem& item, const facts::Facts& facts,
                   const vocabulary::Vocabulary& vocabulary);

Outcome evaluate(const Test& test, const Subject& subject);
// Every criterion that applies to the request. One limited to continued treatment applies unless the records show that
// the request is the first: whether it is one may be unknown, and unknown is not no.
std::vector<Evaluated> evaluate(const Applicable& applicable, const Subject& subject);
bool applies(When when, const Subject& subject);
// Whether a test of the section asks how another item of the case was decided.
bool waits_for_other_items(const Section& section);

}  // namespace openimr::guidelines
