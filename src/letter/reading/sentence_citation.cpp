#include <algorithm>
#include <optional>

#include "letter/reading/characters.h"
#include "letter/reading/citations.h"
#include "letter/reading/labels.h"

namespace openimr::letter {
namespace {

constexpr std::uint32_t kBasedItsDecision = 30;  // "based his/her decision on": characters to "decision"

// The longest known title within [part); nothing where there is none.
std::optional<Span> known_title(std::string_view text, Span part, const TitleList& titles) {
  std::optional<Span> best;
  for (std::uint32_t i = part.begin; i < part.end; ++i) {
    if (i > part.begin && text[i - 1] != ' ' && text[i - 1] != '(') continue;
    const auto length = static_cast<std::uint32_t>(titles.at_beginning(words(text, {i, part.end})));
    if (length > 0 && (!best || length > best->end - best->begin)) best = Span{i, i + length};
  }
  return best;
}

// What is cited of the MTUS in free words: its title, year, "Chapter 12", pages, and what is left as sections.
void add_mtus(std::string_view text, Span part, const CitedTitles& titles, std::vector<CitedPart>& out) {
  determination::Citation citation;
  citation.source = "MTUS";
  citation.text = words(text, part);
  const Span whole = part;
  if (const auto pages = pages_in(text, part); pages) {
    citation.pages = pages->pages;
    part.end = pages->span.begin;
  }
  if (const auto year = year_in(text, part); year) citation.year = year_at(text, *year);
  if (const auto chapter = find_word(text, part, "Chapter "); chapter) {
    for (std::uint32_t i = *chapter + 8; i < part.end && text[i] >= '0' && text[i] <= '9'; ++i)
      citation.chapter += text[i];
  }
  Span title = known_title(text, part, titles.mtus).value_or(Span{});
  if (title.empty()) {
    title = {part.begin, part.begin};
    while (title.end < part.end && text[title.end] != ',' && text[title.end] != '(') ++title.end;
    title = without_marks(text, title);
  }
  citation.title = words(text, title);
  for (const Span entry : split_list(text, part)) {
    const bool other = entry.overlaps(title) || find_word(text, entry, "ACOEM") || find_word(text, entry, "Edition") ||
                       find_word(text, entry, "Chapter") || year_in(text, entry);
    if (!other) citation.sections.emplace_back(words(text, entry));
  }
  out.push_back({std::move(citation), whole});
}

}  // namespace

// "The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines (2009), pg. 22, which
// is part of the Medical Treatment Utilization Schedule (MTUS)."
void read_sentence(std::string_view paragraph, Span part, const CitedTitles& titles, std::vector<CitedPart>& out) {
  const auto based = find_word(paragraph, part, "based");
  const auto on = based ? find_word(paragraph, {*based, part.end}, "decision on") : std::nullopt;
  if (!on || *on > *based + kBasedItsDecision) return;
  part.begin = *on + 11;
  // A full stop after "pg" or "pp" ends no sentence.
  for (std::size_t at = paragraph.find(". ", part.begin); at != std::string_view::npos;
       at = paragraph.find(". ", at + 1)) {
    const std::string_view before = paragraph.substr(0, at);
    if (before.ends_with("pg") || before.ends_with("pp") || before.ends_with("pgs") || before.ends_with(" p")) continue;
    part.end = std::min(part.end, static_cast<std::uint32_t>(at));
    break;
  }
  part = without_marks(paragraph, part);
  for (const std::string_view lead : {"the ", "The "})
    if (words(paragraph, part).starts_with(lead)) part.begin += 4;
  bool mtus = false;
  if (const auto which = find_word(paragraph, part, "which"); which) {
    const Span clause{*which, part.end};
    mtus = find_word(paragraph, clause, "part of the").has_value() && !find_word(paragraph, clause, "not").has_value();
    part.end = *which;
  }
  part = without_marks(paragraph, part);
  if (const std::size_t length = begins_with(words(paragraph, part), "MTUS "); length > 0) {
    mtus = true;
    part.begin += static_cast<std::uint32_t>(length);
  }
  if (!mtus) {
    if (begins_with(words(paragraph, part), "Non-MTUS ") > 0) part.begin += 9;
    read_other(paragraph, part, titles, out);
    return;
  }
  add_mtus(paragraph, part, titles, out);
}

}  // namespace openimr::letter
