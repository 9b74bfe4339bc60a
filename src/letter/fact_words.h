// How a fact is told to a person: in words, with a sign for how the record asserts it.
#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "base/place.h"
#include "facts/fact.h"

namespace openimr::letter {

// A sign of its own for each assertion; `ascii` where the screen has no others. The word always stands beside it.
std::string_view sign_of(facts::Assertion assertion, bool ascii = false);
std::string word_of(facts::Assertion assertion);  // "other person"

// "pain_score" as "Pain score".
std::string kind_in_words(std::string_view fact_name);

// What the fact says besides its concept: "350 mg, 3 times a day, #100", "at least 350 days", "8/10".
std::string value_in_words(const facts::Fact& fact);

// "2015-08-19", "2015-08", "2015", "2015-08-19 to 2015-09-02".
std::string date_in_words(const DateRange& date);
// "Aug 19, 2015"
std::string date_for_people(Date date);

// "1 page", "1,204 pages"
std::string count_in_words(std::size_t count, std::string_view what);
// What was read: "12 documents, 640 pages, 28 of them unreadable".
std::string searched_in_words(const facts::Facts& facts);

// "records/pr2.txt p. 3"
std::string place_in_words(const Place& place);

}  // namespace openimr::letter
