// Whether words stand in a text, whatever their letter case and what stands between them. Inside cases/ only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace openimr::cases {

// The words of a text in small letters: runs of letters, digits and bytes beyond ASCII.
std::vector<std::string> plain_words(std::string_view text);

// Whether `wanted` stands in `text`, word after word. No words stand nowhere.
bool has_in_a_row(const std::vector<std::string>& text, const std::vector<std::string>& wanted);

// Whether a person is named: the last name within three words behind the first name or behind "Dr", or right before the
// first name or "MD" and its like. Titles that come with the name do not count as part of it.
bool names_person(const std::vector<std::string>& text, std::string_view name);

}  // namespace openimr::cases
