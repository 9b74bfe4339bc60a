// Answers by boxes, as forms print them behind a question: "Fever [ ] yes [x] no", "☐ yes ☒ no", "(x) yes ( ) no",
// "yes __ no _x_", "Y / N".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace openimr::facts {

enum class BoxAnswer : std::uint8_t { yes, no, undecided };

// The answer that begins at `at` of a clean text, behind no more than a colon, a dash or dots; nothing where none does.
// With both boxes or neither marked it is undecided.
std::optional<BoxAnswer> answer_by_boxes(std::string_view text, std::size_t at);

// Whether the word at [begin, end) stands by a box or in "yes / no", and so is a choice that a form offers.
bool is_offered(std::string_view text, std::size_t begin, std::size_t end);

// Whether an empty box stands before this byte: "[ ] fever" is offered, not said.
bool is_box_left_empty(std::string_view text, std::size_t begin);

}  // namespace openimr::facts
