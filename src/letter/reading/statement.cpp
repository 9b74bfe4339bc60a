#include <algorithm>
#include <array>
#include <cctype>

#include "letter/reading/items.h"

namespace openimr::letter {
namespace {

using determination::Decision;

bool ends_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == '"' || line.back() == ')' || line.back() == '\'')) line.remove_suffix(1);
  if (line.ends_with("\u201D")) line.remove_suffix(3);
  return !line.empty() && (line.back() == '.' || line.back() == '!' || line.back() == '?');
}

// How rationales close; tells the end of one from an item's text where no empty line does.
bool closes_rationale(std::string_view line) {
  constexpr std::array<std::string_view, 6> kWords = {"necessary", "appropriate", "indicated",
                                                      "supported", "warranted",   "certified"};
  for (const std::string_view word : kWords)
    if (line.find(word) != std::string_view::npos) return true;
  return false;
}

// A partial approval is worded in several sentences: what was requested, what was authorized, what remains.
bool remainder_without_original(std::string_view text) {
  const bool remainder = text.find("IMR eligible") != std::string_view::npos ||
                         text.find("leaving the original request") != std::string_view::npos ||
                         text.find("authorized by the") != std::string_view::npos;
  return remainder && text.find("the original request.") == std::string_view::npos;
}

constexpr std::size_t kMostLinesOfItem = 60;  // where a rationale stands before it

std::size_t without_lead(std::string_view text) {
  constexpr std::array<std::string_view, 8> kLeads = {"The request for an ",
                                                      "The request for a ",
                                                      "The request for the ",
                                                      "The request for ",
                                                      "Request for ",
                                                      "Whether the ",
                                                      "Whether ",
                                                      "The "};
  for (const std::string_view lead : kLeads)
    if (const std::size_t length = begins_with(text, lead); length > 0) return length;
  return 0;
}

std::optional<Statement> colon_statement(const Lines& lines, std::size_t first, std::size_t last, int usual_gap,
                                         bool rationale_before) {
  const std::string_view line = lines.at(last);
  const bool upheld = line.ends_with("Upheld");
  if (!upheld && !line.ends_with("Overturned")) return std::nullopt;
  const std::uint32_t length = upheld ? 6 : 10;
  const Span words{lines[last].span.end - length, lines[last].span.end};
  const Span before = trimmed(lines.text(), {lines[first].span.begin, words.begin});
  if (before.empty() || lines.text()[before.end - 1] != ':') return std::nullopt;
  const std::uint32_t colon = before.end - 1;
  const std::size_t text_line = lines.line_of(colon);
  const std::size_t begin = rationale_before ? first_line_of_item(lines, first, text_line, usual_gap) : first;
  const Span text = trimmed(lines.text(), {lines[begin].span.begin, colon});
  if (text.empty()) return std::nullopt;
  return Statement{text, upheld ? Decision::upheld : Decision::overturned, words};
}

// "1. X is not medically necessary and appropriate."
std::optional<Statement> necessity_statement(const Lines& lines, std::size_t first, std::size_t last,
                                             bool rationale_before) {
  std::size_t begin = last;
  if (rationale_before) first = std::max(first, last - std::min(last, kMostLinesOfItem));
  while (begin > first && !numbering_of(lines.at(begin)) && !lines[begin].new_page &&
         !(rationale_before && begin != last && ends_sentence(lines.at(begin - 1)))) {
    --begin;
  }
  const auto number = numbering_of(lines.at(begin));
  if (rationale_before && !number) return std::nullopt;
  const std::uint32_t from = lines[begin].span.begin + static_cast<std::uint32_t>(number ? number->length : 0);
  const Folded folded = lines.fold({from, lines[last].span.end});
  const auto necessity = last_necessity(folded.text);
  if (!necessity) return std::nullopt;
  const std::string_view rest = std::string_view(folded.text).substr(necessity->end);
  if (rest.find_first_not_of(". ") != std::string_view::npos) return std::nullopt;
  std::size_t text_begin = without_lead(folded.text);
  std::size_t text_end = necessity->begin;
  while (text_end > text_begin && (folded.text[text_end - 1] == ' ' || folded.text[text_end - 1] == ',')) --text_end;
  if (text_begin >= text_end) return std::nullopt;
  return Statement{folded.to_original(text_begin, text_end), necessity->decision,
                   folded.to_original(necessity->begin, necessity->end)};
}

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

}  // namespace

std::size_t first_line_of_item(const Lines& lines, std::size_t first, std::size_t last, int usual_gap) {
  first = std::max(first, last - std::min(last, kMostLinesOfItem));
  std::size_t paragraph = last;
  while (paragraph > first && !lines.begins_paragraph(paragraph, usual_gap)) --paragraph;
  std::size_t sentence = last;
  const auto up = [&] {
    while (sentence > paragraph && !ends_sentence(lines.at(sentence - 1))) --sentence;
  };
  up();
  const auto words = [&](std::size_t from, std::size_t to) {
    return lines.fold({lines[from].span.begin, lines[to].span.end}).text;
  };
  while (sentence > paragraph && remainder_without_original(words(sentence, last))) {
    --sentence;
    up();
  }
  if (sentence == paragraph || paragraph == first) return sentence;
  // Both an empty line and a sentence's end offer themselves: what stands between them is the rationale's last
  // paragraph if it closes as rationales do and the paragraph before does not.
  const bool between_closes = closes_rationale(lines.at(sentence - 1));
  return !between_closes && closes_rationale(lines.at(paragraph - 1)) ? paragraph : sentence;
}

std::optional<Numbering> numbering_of(std::string_view line) {
  std::size_t i = 0;
  int number = 0;
  while (i < line.size() && i < 3 && std::isdigit(static_cast<unsigned char>(line[i])) != 0)
    number = number * 10 + (line[i++] - '0');
  if (i == 0 || i >= line.size() || (line[i] != ')' && line[i] != '.')) return std::nullopt;
  ++i;
  const std::size_t marked = i;
  while (i < line.size() && line[i] == ' ') ++i;
  if (i == marked && (i >= line.size() || !is_letter(line[i]))) return std::nullopt;
  return Numbering{number, i};
}

std::optional<Necessity> last_necessity(std::string_view folded) {
  constexpr std::string_view kCore = "medically necessary";
  const std::size_t core = folded.rfind(kCore);
  if (core == std::string_view::npos || core == 0) return std::nullopt;
  std::size_t end = core + kCore.size();
  for (const std::string_view tail : {" and appropriate", " or appropriate"})
    if (folded.substr(end).starts_with(tail)) end += tail.size();
  // Backwards: "not", glued or not, then the verb.
  std::size_t begin = core;
  const auto skip_spaces = [&] {
    while (begin > 0 && folded[begin - 1] == ' ') --begin;
  };
  const auto take = [&](std::string_view word) {
    if (begin < word.size() || folded.substr(begin - word.size(), word.size()) != word) return false;
    begin -= word.size();
    return true;
  };
  skip_spaces();
  const bool denied = take("not") || take("NOT");
  skip_spaces();
  if (!take(" is") && !take(" are") && !take(" was") && !take(" were")) return std::nullopt;
  return Necessity{denied ? Decision::upheld : Decision::overturned, begin + 1, end};
}

std::optional<Statement> statement_at_end(const Lines& lines, std::size_t first, std::size_t last, int usual_gap,
                                          bool rationale_before) {
  while (last > first && lines[last].page_edge) --last;
  while (first < last && lines[first].page_edge) ++first;
  if (auto colon = colon_statement(lines, first, last, usual_gap, rationale_before)) return colon;
  return necessity_statement(lines, first, last, rationale_before);
}

}  // namespace openimr::letter
