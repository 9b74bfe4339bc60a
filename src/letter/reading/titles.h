// The titles by which guidelines are cited, and the small words around them: lists, pages, years.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/place.h"

namespace openimr::letter {

// Titles to be found at a place of a text: without regard to case and commas, "&" as "and", the longest first.
class TitleList {
 public:
  TitleList() = default;
  explicit TitleList(const nlohmann::json& titles);
  // The length in `text` of the longest title that it begins with, as whole words; 0 where none does.
  std::size_t at_beginning(std::string_view text) const;
  // The same for a title that ends exactly where the text does.
  bool is(std::string_view text) const { return !text.empty() && at_beginning(text) == text.size(); }

 private:
  std::array<std::vector<std::string>, 26> by_letter_;
};

struct CitedTitles {
  explicit CitedTitles(const nlohmann::json& pack);
  TitleList mtus;
  TitleList comma_sections;
  TitleList joined_sections;
  TitleList odg_chapters;
};

// Without white space, commas and other marks that only part one thing from the next, at both ends.
Span without_marks(std::string_view text, Span part);

// The entries of [part): split at commas and semicolons outside parentheses. Nothing empty.
std::vector<Span> split_list(std::string_view text, Span part);

// Section titles of [part) as the MTUS words them: titles that hold a comma stay whole, numbered ones run to the next
// number, titles printed one after another without a comma are parted.
std::vector<std::string> sections_of(std::string_view text, Span part, const CitedTitles& titles);

// "Page(s): 63-65, 70", "pg. 607": the first such within [part), its span, and the pages with ranges written out.
struct Pages {
  Span span;
  std::vector<int> pages;
};
std::optional<Pages> pages_in(std::string_view text, Span part);

// The first year 1900-2099 within [part) that stands by itself; its begin.
std::optional<std::uint32_t> year_in(std::string_view text, Span part);
int year_at(std::string_view text, std::uint32_t begin);

// Where `word` begins within [part), any case; nothing where it does not.
std::optional<std::uint32_t> find_word(std::string_view text, Span part, std::string_view word);

}  // namespace openimr::letter
