#include "letter/writing/line_breaks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "letter/reading/labels.h"

namespace openimr::letter {
namespace {

constexpr std::size_t kLongestLabel = 14;  // words

bool is_decision(std::string_view word) {
  while (word.ends_with('.') || word.ends_with(',') || word.ends_with(';')) word.remove_suffix(1);
  return word == "Upheld" || word == "Overturned" || word == "UPHELD" || word == "OVERTURNED";
}

bool ends_sentence(std::string_view word) {
  const std::size_t last = word.find_last_not_of("\"')");
  return last != std::string_view::npos && (word[last] == '.' || word[last] == '!' || word[last] == '?');
}

// "-", "o", "\u2022Report", "1.", "2)Report".
bool begins_entry(std::string_view word) {
  constexpr std::array<std::string_view, 6> kBullets = {"\u2022", "\u25AA", "\u25CF", "\u00B7", "\u2013", "\uF0B7"};
  if (word == "-" || word == "*" || word == "o") return true;
  if (std::any_of(kBullets.begin(), kBullets.end(), [word](std::string_view b) { return word.starts_with(b); }))
    return true;
  const auto digits = std::find_if_not(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
  if (digits == word.begin() || digits - word.begin() > 3 || digits == word.end() || (*digits != '.' && *digits != ')'))
    return false;
  return digits + 1 == word.end() || std::isdigit(static_cast<unsigned char>(digits[1])) == 0;
}

class Breaker {
 public:
  Breaker(const std::vector<Word>& words, const Column& column) : words_(words), column_(column) {}

  std::vector<std::size_t> ends() const {
    std::vector<std::size_t> out;
    for (std::size_t begin = 0; begin < words_.size(); begin = out.back()) out.push_back(end_of_line(begin));
    return out;
  }

 private:
  std::size_t end_of_line(std::size_t begin) const {
    std::size_t widest = begin + 1;
    double width = words_[begin].width;
    while (widest < words_.size() && width + column_.space + words_[widest].width <= column_.width)
      width += column_.space + words_[widest++].width;
    for (std::size_t end = widest; end > begin; --end)
      if (may_end(begin, end)) return end;
    if (column_.gives_way == GivesWay::rules) return widest;
    std::size_t end = widest + 1;
    while (end < words_.size() && !may_end(begin, end)) ++end;
    return std::min(end, words_.size());
  }

  bool may_end(std::size_t begin, std::size_t end) const {
    if (begin > 0 && is_label(begin, end)) return false;
    if (end == words_.size()) return column_.decides || !ends_like_decision(begin, end);
    const std::string_view last = words_[end - 1].text;
    if (last.ends_with('-') || ends_like_decision(begin, end)) return false;
    if (column_.decides && (end + 1 == words_.size() || ends_sentence(last))) return false;
    return !begins_entry(words_[end].text) && !is_label(end, std::min(end + kLongestLabel, words_.size()));
  }

  bool ends_like_decision(std::size_t begin, std::size_t end) const {
    const std::string_view last = words_[end - 1].text;
    if (const std::size_t colon = last.rfind(':');
        colon != std::string_view::npos && is_decision(last.substr(colon + 1)))
      return true;
    return end - begin >= 2 && is_decision(last) && words_[end - 2].text.ends_with(':');
  }

  // Whether a line of these words would be read as a heading or a label.
  bool is_label(std::size_t begin, std::size_t end) const {
    std::string line;
    for (std::size_t i = begin; i < end; ++i) line.append(i == begin ? "" : " ").append(words_[i].text);
    return !marks_in(Lines(line)).empty();
  }

  const std::vector<Word>& words_;
  const Column& column_;
};

}  // namespace

std::vector<Word> split_words(std::string_view text) {
  std::vector<Word> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) out.push_back({text.substr(at, end - at)});
    at = end + 1;
  }
  return out;
}

std::vector<std::size_t> line_ends(const std::vector<Word>& words, const Column& column) {
  return Breaker(words, column).ends();
}

}  // namespace openimr::letter
