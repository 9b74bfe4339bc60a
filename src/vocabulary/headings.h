// The headings that packs/vocabulary/sections.yaml knows.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace openimr::vocabulary {

class Headings {
 public:
  // A heading as clean text has it: whole, or with a star where any words may follow ("mri*") or go before ("*exam").
  // Of two that are equal the first stands.
  void add(const std::string& heading, std::size_t section);

  // The section that these words head; nothing where none is known. Whole headings go before those that begin with
  // known words, and these before those that end with them; more known words before fewer.
  std::optional<std::size_t> find(std::string_view words) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view words) const { return std::hash<std::string_view>{}(words); }
  };
  using Sections = std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>>;
  using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;

  Sections whole_, openings_, endings_;
  Words first_words_, last_words_;  // of openings and of endings
};

}  // namespace openimr::vocabulary
