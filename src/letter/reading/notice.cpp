#include "letter/reading/notice.h"

#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "letter/reading/header.h"
#include "letter/reading/items.h"

namespace openimr::letter {
namespace {

using determination::DecidedItem;

constexpr std::string_view kDetermined = "has determined the request for";

struct Stated {
  determination::Printed text;
  determination::Decision decision;
  Span words;
};

// Every statement of lines [first, last), by its number; one without a number is 1.
Result<std::map<int, Stated>> statements(const Lines& lines, std::size_t first, std::size_t last,
                                         std::string_view file) {
  std::map<int, Stated> out;
  const Folded folded = lines.fold({lines[first].span.begin, lines[last - 1].span.end});
  const std::string_view text(folded.text);
  for (std::size_t at = text.find(kDetermined); at != std::string_view::npos; at = text.find(kDetermined, at + 1)) {
    if (text.substr(at + kDetermined.size(), 1) != " ") continue;  // "the request forms"
    const std::size_t from = at + kDetermined.size() + 1;
    const std::size_t next = std::min(text.find(kDetermined, from), text.size());
    const std::size_t core = text.substr(from, next - from).find("medically necessary");
    if (core == std::string_view::npos) continue;
    const auto necessity = last_necessity(text.substr(from, std::min(core + 40, next - from)));
    if (!necessity) continue;
    const std::uint32_t line_begin = lines[lines.line_of(folded.to_original(at, at + 1).begin)].span.begin;
    const std::size_t line = lines.line_of(line_begin);
    auto numbering = numbering_of(lines.at(line));
    if (!numbering && line > first) numbering = numbering_of(lines.at(line - 1));
    const int number = numbering ? numbering->number : 1;
    std::size_t end = from + necessity->begin;
    while (end > from && text[end - 1] == ' ') --end;
    if (end == from) continue;  // it does not say for what
    Stated stated{lines.printed(folded.to_original(from, end)), necessity->decision,
                  folded.to_original(from + necessity->begin, from + necessity->end)};
    const auto [known, is_new] = out.try_emplace(number, stated);
    if (!is_new && known->second.decision != stated.decision) {
      return fail({ErrorCode::invalid, fmt::format("the letter decides item {} in two ways", number), stated.text.text,
                   std::string(file), 0, 0, "Read the letter by eye."});
    }
  }
  return out;
}

// The paragraph on what was relied on, parted into the two sides' sentences.
void read_relied(const Lines& lines, Span span, DecidedItem& item) {
  const Folded folded = lines.fold(span);
  const std::string_view text(folded.text);
  const std::size_t claims = text.find("The Claims Administrator");
  const std::size_t reviewer =
      std::min(text.find("The Expert Reviewer", claims == std::string_view::npos ? 0 : claims),
               text.find("The Physician Reviewer", claims == std::string_view::npos ? 0 : claims));
  if (claims != std::string_view::npos) {
    item.claims_administrator.paragraph = lines.printed(folded.to_original(claims, std::min(reviewer, text.size())));
  }
  if (reviewer < text.size()) item.reviewer.paragraph = lines.printed(folded.to_original(reviewer, text.size()));
}

}  // namespace

Result<std::vector<DecidedItem>> read_notice_items(const Lines& lines, std::size_t first, std::size_t last,
                                                   const std::vector<Mark>& marks, std::string_view file) {
  auto stated = statements(lines, first, last, file);
  if (!stated) return fail(stated.error());
  std::map<int, DecidedItem> items;
  for (auto& [number, statement] : *stated)
    items[number] = {std::move(statement.text), true, statement.decision, statement.words, {}, {}, {}, {}, {}};
  DecidedItem* current = items.size() == 1 ? &items.begin()->second : nullptr;
  for (std::size_t m = 0; m < marks.size(); ++m) {
    const Mark& mark = marks[m];
    // To the next label; sentences are part of the text.
    const auto text = [&] {
      std::size_t next = m + 1;
      while (next < marks.size() && marks[next].label >= Label::claims_administrator_sentence) ++next;
      return Span{mark.end, next < marks.size() ? marks[next].begin : lines[last - 1].span.end};
    };
    if (mark.label == Label::regarding) {
      const auto numbering = numbering_of(lines.at(mark.line));
      const auto found = items.find(numbering ? numbering->number : 1);
      current = found == items.end() ? nullptr : &found->second;
    } else if (current != nullptr && mark.label == Label::relied) {
      read_relied(lines, text(), *current);
    } else if (current != nullptr && mark.label == Label::rationale) {
      current->rationale = lines.printed(text());
    }
  }
  std::vector<DecidedItem> out;
  for (auto& [number, item] : items) {
    if (!item.rationale.stated()) {
      return fail({ErrorCode::invalid,
                   fmt::format("item {} has no rationale: the letter is cut off, or damaged", number), item.text.text,
                   std::string(file), 0, 0, "Read the letter again from its source."});
    }
    out.push_back(std::move(item));
  }
  return out;
}

void read_notice_dates(const Lines& lines, std::size_t first, std::size_t last, determination::Determination& letter) {
  const Folded folded = lines.fold({lines[first].span.begin, lines[last - 1].span.end});
  const std::string_view text(folded.text);
  const auto after = [&](std::string_view words, std::size_t from, determination::PrintedDate& date) {
    if (date.date || from == std::string_view::npos) return;
    const std::size_t at = text.find(words, from);
    if (at == std::string_view::npos) return;
    const std::size_t begin = at + words.size();
    if (const auto found = header_date(text.substr(begin)); found)
      date = {found->date, folded.to_original(begin, begin + found->length)};
  };
  after("Independent Medical Review was filed on ", 0, letter.application_received);
  after("Utilization Review Denial dated ", 0, letter.ur_denial);
  after("was provided to the above parties on ", text.find("Notice of Assignment"), letter.assigned);
}

}  // namespace openimr::letter
