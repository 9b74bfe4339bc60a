#include "records/page_look.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/pattern.h"
#include "records/printed_lines.h"

namespace openimr::records {
namespace {

constexpr std::size_t kHeadLines = 14;
constexpr std::size_t kFootLines = 8;
constexpr std::size_t kTopLines = 3;
constexpr std::size_t kWordsBeforeTitle = 3;

std::size_t count_words(std::string_view words) {
  return words.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
}

// Whether `title`, which stands at `at`, does so whole and with few words before it; one of one word, with few behind
// it.
bool is_titled(std::string_view words, std::size_t at, std::string_view title) {
  if (at > 0 && words[at - 1] != ' ') return false;
  const std::size_t end = at + title.size();
  if (end < words.size() && (is_letter(words[end]) || is_digit(words[end]))) return false;
  if (count_words(words.substr(0, at)) > kWordsBeforeTitle) return false;
  return title.find(' ') != std::string_view::npos || count_words(words) <= 4;
}

using Title = std::pair<const vocabulary::RecordKind*, std::size_t>;  // and its length

// The longest title of all kinds in some words.
Title longest_title(const std::string& text, const vocabulary::RecordWords& words) {
  Title best{nullptr, 0};
  words.titles.each(text, [&](const vocabulary::Phrase& title, std::size_t at) {
    if (title.words.size() > best.second && is_titled(text, at, title.words))
      best = {&words.kinds[title.of], title.words.size()};
  });
  return best;
}

Title title_of(std::string_view cell, const vocabulary::RecordWords& words) {
  if (!is_written_as_heading(cell)) return {nullptr, 0};
  // "MRI of the lumbar spine: disc bulge" is a heading with its text, "Electrodiagnostic study: EMG" a title.
  if (const std::size_t colon = cell.find(':'); colon != std::string_view::npos && colon + 1 < cell.size()) {
    const Title behind = longest_title(words_of(cell.substr(colon + 1)), words);
    if (behind.first == nullptr) return {nullptr, 0};
  }
  return longest_title(words_of(cell), words);
}

std::optional<PageNumber> number_of(std::string_view line) {
  static const RE2 page("(?i)\\bpage\\s*:?\\s*#?\\s*(\\d{1,4})(?:\\s*(?:of|/)\\s*(\\d{1,4}))?\\b");
  static const RE2 bare("-?\\s*(\\d{1,3})\\s+(?:of|OF|/)\\s+(\\d{1,3})\\s*-?");
  static const RE2 dashes("-\\s*(\\d{1,3})\\s*-");
  std::string number;
  std::string of;
  if (!contains_match(line, page, &number, &of) && !is_match(line, bare, &number, &of) &&
      !is_match(line, dashes, &number))
    return std::nullopt;
  return PageNumber{std::stoi(number), of.empty() ? 0 : std::stoi(of)};
}

bool is_label(std::string_view cell, const vocabulary::Vocabulary& vocabulary) {
  const std::size_t colon = cell.find(':');
  if (colon == std::string_view::npos || colon > 40) return false;
  const auto* kind = vocabulary.section_headed(words_of(cell.substr(0, colon)));
  return kind != nullptr && kind->is_part && kind->name == "identification";
}

}  // namespace

PageLook look_at(std::string_view page, const vocabulary::Vocabulary& vocabulary) {
  const auto& words = vocabulary.record_words();
  PageLook look;
  std::vector<std::string_view> lines = printed_lines(page);
  look.empty = lines.empty();
  while (!lines.empty() && is_fax_line(lines.front())) lines.erase(lines.begin());
  while (!lines.empty() && is_fax_line(lines.back())) lines.pop_back();
  if (lines.empty()) return look;

  const std::size_t head = std::min(lines.size(), kHeadLines);
  const std::size_t foot = lines.size() - std::min(lines.size(), kFootLines);
  std::size_t longest = 0;
  for (std::size_t i = 0; i < head; ++i) {
    if (i < kTopLines) look.head.push_back(words_of(lines[i]));
    if (!look.number) look.number = number_of(lines[i]);
    static const RE2 salutation("(?i)^(?:dear\\s|to whom it may concern)");
    look.salutes = look.salutes || contains_match(lines[i], salutation);
    for (const std::string_view cell : cells_of(lines[i])) {
      if (is_label(cell, vocabulary)) ++look.labels;
      const auto [kind, length] = title_of(cell, words);
      if (length > longest) {
        look.title = PageTitle{kind, i < kTopLines};
        longest = length;
      }
    }
  }
  for (std::size_t i = std::max(foot, head); i < lines.size() && !look.number; ++i) look.number = number_of(lines[i]);
  const auto from = static_cast<std::size_t>(lines[head - 1].data() + lines[head - 1].size() - page.data());
  look.day = best_day(page.substr(0, from), words);
  const auto foot_begin = static_cast<std::size_t>(lines[foot].data() - page.data());
  look.signed_off = !author_of(page.substr(foot_begin), words).empty();
  return look;
}

}  // namespace openimr::records
