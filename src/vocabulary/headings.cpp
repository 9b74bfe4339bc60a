#include "vocabulary/headings.h"

namespace openimr::vocabulary {
namespace {

std::string_view first_word(std::string_view words) {
  return words.substr(0, words.find(' '));
}

std::string_view last_word(std::string_view words) {
  return words.substr(words.rfind(' ') + 1);
}

}  // namespace

void Headings::add(const std::string& heading, std::size_t section) {
  if (heading.ends_with('*')) {
    const std::string words = heading.substr(0, heading.size() - 1);
    openings_.try_emplace(words, section);
    first_words_.emplace(first_word(words));
  } else if (heading.starts_with('*')) {
    const std::string words = heading.substr(1);
    endings_.try_emplace(words, section);
    last_words_.emplace(last_word(words));
  } else {
    whole_.try_emplace(heading, section);
  }
}

std::optional<std::size_t> Headings::find(std::string_view words) const {
  if (const auto known = whole_.find(words); known != whole_.end()) return known->second;
  if (first_words_.contains(first_word(words))) {
    for (std::size_t end = words.size(); end != std::string_view::npos && end > 0; end = words.rfind(' ', end - 1)) {
      if (const auto known = openings_.find(words.substr(0, end)); known != openings_.end()) return known->second;
    }
  }
  if (last_words_.contains(last_word(words))) {
    for (std::size_t at = words.find(' '); at != std::string_view::npos; at = words.find(' ', at + 1)) {
      if (const auto known = endings_.find(words.substr(at + 1)); known != endings_.end()) return known->second;
    }
  }
  return std::nullopt;
}

}  // namespace openimr::vocabulary
