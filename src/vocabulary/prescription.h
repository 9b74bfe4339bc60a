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

// A stretch of directions that change ("60 mg x 3 days, 40 mg x 3 days"). What is not stated stays absent.
struct Phase {
  std::optional<double> dose_low;
  std::optional<double> dose_high;
  std::string dose_unit;
  std::optional<double> times_per_day;
  std::optional<double> units_per_day;  // where the doses of a day differ
  std::optional<int> days;
};
// "1 tablet x 2/day x 7d", "60 mg x 3d", "3/day".
std::string to_text(const Phase& phase);

// What is not stated stays absent.
struct Prescription {
  std::optional<std::string> strength;   // of one unit: "10/325 mg", "350 mg", "4%", "25 mcg/h"
  std::optional<std::string> form;       // "tablet", "capsule", "patch", "cream", "suspension", ...
  std::optional<double> dose_low;        // at a time, in dose_unit
  std::optional<double> dose_high;       // same as dose_low unless a range ("1-2") or a split dose ("1 qam, 2 qhs")
  std::optional<std::string> dose_unit;  // "tablet", "patch", "pill", "puff", "drop", "unit", "ml", "g", "mg", ...
  std::optional<std::string> route;      // "oral", "topical", "sublingual", "nasal", ...
  std::optional<std::string> frequency;  // canonical: "3 times a day", "every 6 hours", "every morning and nightly"
  std::optional<double> times_per_day;   // the upper end of a range; every 72 hours = 1/3
  std::optional<double> units_per_day;   // where the text counts by day ("five to six pills a day") or splits the dose
  bool as_needed = false;
  std::optional<std::string> as_needed_for;  // "severe pain"
  Span as_needed_reason;                     // of the clean text; empty where none is written
  std::optional<double> max_per_day;         // "not to exceed 8 a day"
  std::optional<std::string> max_unit;       // of max_per_day where it is not the dose's: "mg", "g"
  std::optional<std::string> duration;       // "14 days"
  std::optional<int> duration_days;          // of all phases together
  std::optional<int> supply_days;            // "30-day supply", which is a duration as well
  std::optional<int> quantity;               // units in one fill
  std::optional<double> amount;              // grams or millilitres in one fill ("420ml")
  std::optional<int> refills;
  std::optional<std::string> taper;  // a step by which the dose changes: "-10% every 7 days", "+300 mg every 3 days"
  std::vector<Phase> phases;         // where there is more than one; dose and frequency above are those of the first
  Span span;                         // all of the clean text that was read, the drug name included

  // The most that is taken in a day, in dose_unit: units_per_day, else dose_high x times_per_day (a dose that is not
  // written counts as one), of the highest phase, and never more than max_per_day. Nothing where no frequency and no
  // maximum is stated.
  std::optional<double> daily_units() const;
};

// Reads around each drug name; `names` are spans of the clean text by position, one result for each. A reading ends at
// the next name, at the end of the sentence, or where the words no longer speak of the drug. "#2 TID" is a dose of two,
// "#60" a quantity; "Some 350mg" is read like any name. What stands once for several names belongs to each: "two Norco
// and one Soma per day", "tramadol (Ultram) 50 mg". Linear in the length of the text.
std::vector<Prescription> read_prescriptions(const CleanText& text, std::span<const Span> names);
// The same for a name that stands alone.
Prescription read_prescription(const CleanText& text, Span name);
// Directions without a drug name, all of the text: "1 tab PO TID PRN pain". An amount in milligrams is the dose.
Prescription read_directions(const CleanText& text);

// The product that is meant where what follows the name says more than the name itself: "lidocaine 5% patch" is the
// patch, "hydrocodone 10/325" the combination. Else `drug`.
const Drug& product(const Vocabulary& vocabulary, const Drug& drug, const Prescription& prescription);
// Whether a misread name ("some") stands before a strength of the drug.
bool accepts_misread(const Drug& drug, const Prescription& prescription);

// Milligrams of each ingredient in a strength: "10/325 mg" -> {10, 325}; empty where it is not in mg ("4%").
std::vector<double> milligrams(const std::string& strength);

}  // namespace openimr::vocabulary
