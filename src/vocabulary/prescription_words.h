// The words that prescriptions are made of.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "vocabulary/amounts.h"

namespace openimr::vocabulary {

// "tabs" -> "tablet", "patches" -> "patch"; nothing where the word is no form.
std::optional<std::string> form_of(std::string_view word);
// "po" -> "oral"; nothing where the word is no route.
std::optional<std::string> route_of(std::string_view word);
// Whether the word may stand between the parts of a prescription without ending it ("take", "for", "HCl", "pain").
bool is_filler(std::string_view word);

// Whether the token at `at` exists and is the word, or one of the words.
bool is(std::span<const Token> tokens, std::size_t at, std::string_view word);
bool is_any(std::span<const Token> tokens, std::size_t at, std::initializer_list<std::string_view> words);
// Whether it names what is counted: a form, "count", "pills".
bool is_count_unit(std::span<const Token> tokens, std::size_t at);

}  // namespace openimr::vocabulary
