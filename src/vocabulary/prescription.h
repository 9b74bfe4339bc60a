// What stands around a drug name: strength, form, dose, route, how often, how many, how long. One reader for disputed
// items ("Norco 10/325mg #120 with 3 refills") and for records ("takes two Norco and one Soma per day").
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clean_text.h"
#include "base/place.h"
#include "vocabulary/vocabulary.h"

namespace openimr::vocabulary {

// What is not stated stays absent.
struct Prescription {
  std::optional<std::string> strength;   // "10/325 mg", "350 mg", "4%", "25 mcg/h"
  std::optional<std::string> form;       // "tablet", "capsule", "patch", "cream", "suspension", ...
  std::optional<double> dose_low;        // units (tablets, patches) at a time
  std::optional<double> dose_high;       // same as dose_low unless a range was written ("1-2")
  std::optional<std::string> route;      // "oral", "topical", ...
  std::optional<std::string> frequency;  // canonical: "3 times a day", "every 6 hours", "nightly", "2-3 times a day"
  std::optional<double> times_per_day;   // the upper end of a range; every 72 hours = 1/3
  std::optional<double> units_per_day;   // where the text counts units by day ("five to six pills a day"); upper end
  bool as_needed = false;
  std::optional<std::string> duration;  // "14 days"
  std::optional<int> duration_days;
  std::optional<int> quantity;   // units in one fill
  std::optional<double> amount;  // grams or millilitres in one fill ("420ml")
  std::optional<int> refills;
  Span span;  // all of the clean text that was read, the drug name included

  // Units a day as far as they are stated: units_per_day, else dose_high x times_per_day (a dose that is not written
  // counts as one). Nothing without a frequency.
  std::optional<double> daily_units() const;
};

// Reads around each drug name; `names` are spans of the clean text by position, one result for each. A reading ends at
// the next name, at the end of the sentence, or where the words no longer speak of the drug. "#2 TID" is a dose of two,
// "#60" a quantity; "Some 350mg" is read like any name. What stands once for several names belongs to each: "two Norco
// and one Soma per day", "tramadol (Ultram) 50 mg". Linear in the length of the text.
std::vector<Prescription> read_prescriptions(const CleanText& text, std::span<const Span> names);
// The same for a name that stands alone.
Prescription read_prescription(const CleanText& text, Span name);

// The product that is meant where what follows the name says more than the name itself: "lidocaine 5% patch" is the
// patch, "hydrocodone 10/325" the combination. Else `drug`.
const Drug& product(const Vocabulary& vocabulary, const Drug& drug, const Prescription& prescription);
// Whether a misread name ("some") stands before a strength of the drug.
bool accepts_misread(const Drug& drug, const Prescription& prescription);

// Milligrams of each ingredient in a strength: "10/325 mg" -> {10, 325}; empty where it is not in mg ("4%").
std::vector<double> milligrams(const std::string& strength);

}  // namespace openimr::vocabulary
