// Dates that count from another day: "three months ago", "yesterday", "since last month", "in June", "at the last
// visit", "two weeks after surgery".
//
// The day that they count from is that of the visit or document that says them. A date is as wide as its words justify:
// of days one day, of weeks half a week to either side, of months half a month, of years half a year; "about" doubles
// that, "a few" and "several" are two to five and two to eight of their unit, and a named month or week is all of it.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/clean_text.h"
#include "base/date.h"
#include "base/place.h"
#include "facts/sentence_words.h"

namespace openimr::facts {

// What the words may count from. Words that count from a day that is not known give no date.
struct Anchors {
  std::optional<Date> today;  // of the visit or document
  std::optional<Date> last_visit;
  std::optional<Date> surgery;
  std::optional<Date> injury;
};

// Whether the words are of this kind, and the date they give. `words` are in lower case with single spaces.
std::optional<DateRange> relative_date(std::string_view words, const Anchors& anchors);

// Where such words stand, by position. They do not overlap.
std::vector<Span> find_relative_dates(const CleanText& text);
// The same where it is known which sentences may hold some.
std::vector<Span> find_relative_dates(const CleanText& text, std::span<const SentenceWords> sentences);

}  // namespace openimr::facts
