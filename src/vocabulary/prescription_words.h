// The words that prescriptions are made of: forms, what is counted at a time, routes, and words that may stand between.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "vocabulary/amounts.h"

namespace openimr::vocabulary {

// What one word says in a prescription; what it does not say is empty. The texts live as long as the program.
struct PrescriptionWord {
  std::string_view form;   // "tabs" -> "tablet"
  std::string_view unit;   // what a dose counts: "tabs" -> "tablet", "sprays" -> "spray", "tsp" -> "teaspoon"
  std::string_view route;  // "po" -> "oral"
  bool counted = false;    // a number before it counts units or packages: "60 count", "3 tubes"
  bool package = false;    // a number before it is never a dose: "tube", "box"
  bool filler = false;     // may stand between the parts without ending the reading: "take", "for", "HCl"
  bool gives = false;      // a verb of giving, before a dose: "take", "apply", "inject"
  bool begins = false;     // a part of a prescription may begin with it; with a word that does not, none does
};
const PrescriptionWord& prescription_word(std::string_view word);

// "g", "ml", "mg": the unit of an amount that no form counts; empty where the word is none.
std::string_view measure_of(std::string_view word);

// Whether the token at `at` exists and is the word, or one of the words.
bool is(std::span<const Token> tokens, std::size_t at, std::string_view word);
bool is_any(std::span<const Token> tokens, std::size_t at, std::initializer_list<std::string_view> words);
// What the token at `at` says; nothing where there is no token.
const PrescriptionWord& word_at(std::span<const Token> tokens, std::size_t at);

}  // namespace openimr::vocabulary
