#include <algorithm>
#include <cctype>

#include "letter/reading/characters.h"
#include "letter/reading/citations.h"
#include "letter/reading/labels.h"

namespace openimr::letter {
namespace {

using determination::Citation;

// One guideline within a list: its title, and where what is cited of it begins and ends.
struct Cited {
  Span title;
  int year = 0;
  Span rest;
};

void add(std::string_view text, const Cited& cited, const CitedTitles& titles, std::vector<CitedPart>& out) {
  Citation citation;
  citation.source = "MTUS";
  citation.year = cited.year;
  Span title = without_marks(text, cited.title);
  if (const std::size_t publisher = begins_with(words(text, title), "ACOEM "); publisher > 0)
    title.begin += static_cast<std::uint32_t>(publisher);
  if (const std::size_t chapter = begins_with(words(text, title), "Chapter "); chapter > 0) {
    std::uint32_t end = title.begin + static_cast<std::uint32_t>(chapter);
    while (end < title.end && std::isdigit(static_cast<unsigned char>(text[end])) != 0) citation.chapter += text[end++];
    title = without_marks(text, {end, title.end});
  }
  citation.title = words(text, title);
  Span rest = cited.rest;
  if (const auto pages = pages_in(text, rest); pages) {
    citation.pages = pages->pages;
    rest.end = pages->span.begin;
  }
  rest = without_marks(text, rest);
  if (const std::size_t label = begins_with(words(text, rest), "Section(s):"); label > 0)
    rest.begin += static_cast<std::uint32_t>(label);
  citation.sections = sections_of(text, rest, titles);
  const Span whole = without_marks(text, {cited.title.begin, cited.rest.end});
  citation.text = words(text, whole);
  out.push_back({std::move(citation), whole});
}

// Begin of the title that ends with the year at `year`: a known title, else what stands after the last ", and ".
std::optional<std::uint32_t> title_before(std::string_view text, Span part, std::uint32_t year,
                                          const CitedTitles& titles) {
  const std::string_view before = text.substr(0, year - 1);
  for (std::uint32_t i = part.begin; i < year; ++i) {
    const bool word_begins = i == part.begin || text[i - 1] == ' ' || text[i - 1] == ',';
    if (word_begins && i + titles.mtus.at_beginning(before.substr(i)) == before.size() && i < before.size()) return i;
  }
  const std::string_view after = text.substr(year + 4, part.end - year - 4);
  const bool list_goes_on = after.empty() || after.starts_with(",") || after.starts_with(".");
  const std::size_t joint = before.rfind(", and ");
  if (!list_goes_on || joint == std::string_view::npos || joint < part.begin) return std::nullopt;
  return static_cast<std::uint32_t>(joint + 6);
}

// "A 2004, Section(s): x, and B 2016": from 2015 on.
std::vector<Cited> dated(std::string_view text, Span part, const CitedTitles& titles) {
  std::vector<Cited> out;
  for (auto year = year_in(text, part); year; year = year_in(text, {*year + 4, part.end})) {
    if (*year == part.begin || text[*year - 1] != ' ') continue;
    const Span before{out.empty() ? part.begin : out.back().rest.begin, part.end};
    const auto known = title_before(text, before, *year, titles);
    std::uint32_t title = part.begin;
    if (out.empty()) {
      // The first title begins the list, known or not; a parenthesis means that the year is not a title's.
      if (words(text, {part.begin, *year}).find('(') != std::string_view::npos) return {};
    } else if (known) {
      title = *known;
      out.back().rest.end = title;
      Span& rest = out.back().rest;
      rest = without_marks(text, rest);
      if (words(text, rest).ends_with(" and")) rest.end -= 4;
      if (words(text, rest) == "and") rest.end = rest.begin;
    } else {
      continue;
    }
    out.push_back({{title, *year - 1}, year_at(text, *year), {*year + 4, part.end}});
  }
  return out;
}

// "Chronic Pain Treatment Guidelines Opioids Page(s): 75-79", "ACOEM Chapter 10 Elbow Disorders (Revised 2007)":
// before.
std::vector<Cited> undated(std::string_view text, Span part, const CitedTitles& titles) {
  std::vector<Cited> out;
  const auto at = [&](std::uint32_t i) -> std::uint32_t {
    std::uint32_t from = i;
    if (const std::size_t acoem = begins_with(words(text, {from, part.end}), "ACOEM "); acoem > 0)
      from += static_cast<std::uint32_t>(acoem);
    const std::uint32_t chapter_from = from;
    if (const std::size_t chapter = begins_with(words(text, {from, part.end}), "Chapter "); chapter > 0) {
      from += static_cast<std::uint32_t>(chapter);
      while (from < part.end && (std::isdigit(static_cast<unsigned char>(text[from])) != 0 || text[from] == ' '))
        ++from;
    }
    const std::size_t length = titles.mtus.at_beginning(words(text, {from, part.end}));
    if (length == 0) return from > chapter_from ? from : 0;
    const std::string_view title = words(text, {from, from + static_cast<std::uint32_t>(length)});
    const bool whole =
        from > i || title.ends_with("Guidelines") || title.ends_with("Complaints") || title.ends_with("Disorders");
    return whole ? from + static_cast<std::uint32_t>(length) : 0;
  };
  for (std::uint32_t i = part.begin; i < part.end; ++i) {
    const bool begins = i == part.begin || text[i - 1] == ',' ||
                        (text[i - 1] == ' ' && i >= part.begin + 2 && (text[i - 2] == ',' || text[i - 2] == '.'));
    if (!begins || text[i] == ' ') continue;
    const std::uint32_t end = at(i);
    if (end == 0) continue;
    if (!out.empty()) out.back().rest.end = i;
    Cited cited{{i, end}, 0, {end, part.end}};
    // A year in parentheses right after the title.
    const Span after = without_marks(text, {end, part.end});
    if (after.begin < part.end && text[after.begin] == '(') {
      const auto close = static_cast<std::uint32_t>(std::min<std::size_t>(text.find(')', after.begin), part.end));
      if (const auto year = year_in(text, {after.begin + 1, close}); year) {
        cited.year = year_at(text, *year);
        cited.rest.begin = std::min(close + 1, part.end);
      }
    }
    out.push_back(cited);
    i = end - 1;
  }
  return out;
}

}  // namespace

void read_mtus(std::string_view paragraph, Span part, const CitedTitles& titles, std::vector<CitedPart>& out) {
  part = without_marks(paragraph, part);
  if (part.empty()) return;
  std::vector<Cited> cited = dated(paragraph, part, titles);
  if (cited.empty()) cited = undated(paragraph, part, titles);
  if (cited.empty()) cited.push_back({part, 0, {part.end, part.end}});
  for (const Cited& one : cited) add(paragraph, one, titles, out);
}

}  // namespace openimr::letter
