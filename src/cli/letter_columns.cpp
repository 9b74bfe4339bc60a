#include "cli/letter_columns.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "cli/terminal.h"

namespace openimr::cli {
namespace {

using determination::DecidedItem;
using determination::Decision;
using determination::Determination;
using determination::Printed;
using determination::PrintedDate;

constexpr std::array kTsvColumns = {
    "case_number",
    "item_no",
    "item_text",
    "decision",
    "claims_admin_guideline",
    "reviewer_guideline",
    "rationale",
    "date_assigned",
    "date_of_injury",
    "decision_date",
    "ur_denial_date",
    "application_received",
    "priority",
    "licensure",
    "certification",
    "age",
    "sex",
    "outcome",
    "layout",
    "document",
};

constexpr std::string_view kGap = "  ";
constexpr std::size_t kCaseNumber = 12;
constexpr std::size_t kDecided = 10;
constexpr std::size_t kDecision = 10;
constexpr std::size_t kOutcome = 20;  // "Partially Overturned"
constexpr std::size_t kNarrowOutcome = 10;
constexpr int kWideEnough = 100;  // for the whole outcome

constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kRed = "\033[31m";
constexpr std::string_view kGreen = "\033[32m";
constexpr std::string_view kPlain = "\033[0m";

std::string iso(const PrintedDate& printed) {
  return printed.date ? printed.date->iso() : "";
}

std::string joined(const std::vector<Printed>& list) {
  std::string out;
  for (const Printed& printed : list) out += (out.empty() ? "" : "; ") + printed.text;
  return out;
}

std::string outcome_name(const Determination& letter) {
  const auto outcome = letter.outcome();
  return outcome ? std::string(name_of(*outcome)) : "";
}

// What a person knows the letter by: its case number, else the name of its file.
std::string case_name(const Determination& letter) {
  if (letter.case_number.stated()) return shown(letter.case_number.text);
  return fmt::format("({})", shown(letter.document.substr(letter.document.find_last_of("/:") + 1)));
}

std::string cell(std::string text) {
  std::replace_if(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  return text;
}

template <class Cells>
std::string tsv_line(const Cells& cells) {
  std::string out;
  for (const auto& text : cells) out += cell(text) + '\t';
  out.back() = '\n';
  return out;
}

std::string painted(std::string_view colour, const std::string& text, bool wanted) {
  return wanted ? fmt::format("{}{}{}", colour, text, kPlain) : text;
}

struct Widths {
  std::size_t outcome;
  std::size_t item;
};

Widths widths(int width) {
  const std::size_t outcome = width < kWideEnough ? kNarrowOutcome : kOutcome;
  const auto taken = kCaseNumber + kDecided + outcome + kDecision + 4 * kGap.size();
  return {outcome, static_cast<std::size_t>(std::max(width, kNarrowestTable)) - taken};
}

std::string table_line(const std::array<std::string, 4>& cells, const Widths& widths, const std::string& decision) {
  return fmt::format("{}{}{}{}{}{}{}{}{}\n", in_column(cells[0], kCaseNumber), kGap, in_column(cells[1], kDecided),
                     kGap, in_column(cells[2], widths.outcome), kGap, in_column(cells[3], widths.item), kGap, decision);
}

}  // namespace

std::string tsv_heading() {
  return tsv_line(kTsvColumns);
}

std::string tsv_rows(const Determination& letter) {
  std::string out;
  int number = 0;
  for (const DecidedItem& item : letter.items) {
    const std::array<std::string, kTsvColumns.size()> cells = {
        letter.case_number.text,
        std::to_string(++number),
        item.text.text,
        std::string(name_of(item.decision)),
        item.claims_administrator.paragraph.text,
        item.reviewer.paragraph.text,
        item.rationale.text,
        iso(letter.assigned),
        iso(letter.injury),
        iso(letter.decided),
        iso(letter.ur_denial),
        iso(letter.application_received),
        letter.priority.text,
        joined(letter.licensure),
        joined(letter.certification),
        letter.age ? std::to_string(*letter.age) : "",
        letter.sex.value_or(""),
        outcome_name(letter),
        std::string(name_of(letter.layout)),
        letter.document,
    };
    out += tsv_line(cells);
  }
  return out;
}

std::string table_heading(int width, bool colour) {
  auto line = table_line({"CASE NUMBER", "DECIDED", "OUTCOME", "ITEM"}, widths(width), "DECISION");
  line.pop_back();
  return painted(kBold, line, colour) + '\n';
}

std::string table_rows(const Determination& letter, int width, bool colour) {
  std::string out;
  std::array<std::string, 4> cells = {case_name(letter), iso(letter.decided), outcome_name(letter), ""};
  for (const DecidedItem& item : letter.items) {
    cells[3] = shown(item.text.text);
    const bool upheld = item.decision == Decision::upheld;
    out +=
        table_line(cells, widths(width), painted(upheld ? kRed : kGreen, std::string(name_of(item.decision)), colour));
    cells = {};
  }
  return out;
}

}  // namespace openimr::cli
