#include "letter/reading/labels.h"

#include <array>
#include <cctype>

#include "letter/reading/characters.h"

namespace openimr::letter {
namespace {

enum class Form : std::uint8_t {
  heading,   // a line of its own, with or without a colon
  label,     // text may follow
  sentence,  // the words belong to the text
  numbered,  // a label after a number: "1) Regarding ..."
};

struct Row {
  Label label;
  Form form;
  std::string_view words;
};

constexpr std::array kRows = {
    Row{Label::own_title, Form::heading, "Independent Medical Review Final Determination"},
    Row{Label::notice_title, Form::heading, "Notice of Independent Medical Review Determination"},
    Row{Label::professional, Form::heading, "MEDICAL PROFESSIONAL REVIEW"},
    Row{Label::review_title, Form::heading, "Independent Medical Review"},
    Row{Label::case_number, Form::label, "Case Number:"},
    Row{Label::case_number, Form::label, "MAXIMUS Case Number:"},
    Row{Label::case_number, Form::label, "IMR Case Number:"},
    Row{Label::assigned, Form::label, "Date Assigned:"},
    Row{Label::injury, Form::label, "Date of Injury:"},
    Row{Label::decided, Form::label, "Decision Date:"},
    Row{Label::dated, Form::label, "Dated:"},
    Row{Label::ur_denial, Form::label, "UR Denial Date:"},
    Row{Label::ur_denial, Form::label, "Date of UR Decision:"},
    Row{Label::priority, Form::label, "Priority:"},
    Row{Label::application, Form::label, "Application Received:"},
    Row{Label::application, Form::label, "IMR Application Received:"},
    Row{Label::how, Form::heading, "HOW THE IMR FINAL DETERMINATION WAS MADE"},
    Row{Label::own_how, Form::heading, "HOW THE DETERMINATION WAS MADE"},
    Row{Label::qualifications, Form::heading, "MEDICAL REVIEWER QUALIFICATIONS"},
    Row{Label::qualifications, Form::heading, "Medical Qualifications of the Expert Reviewer"},
    Row{Label::documents, Form::heading, "DOCUMENTS REVIEWED"},
    Row{Label::documents, Form::heading, "Documents Reviewed for Determination"},
    Row{Label::summary, Form::heading, "CLINICAL CASE SUMMARY"},
    Row{Label::summary, Form::heading, "Expert Reviewer Case Summary"},
    Row{Label::summary, Form::heading, "Case Summary"},
    Row{Label::issue, Form::heading, "ISSUE AT DISPUTE"},
    Row{Label::issue, Form::heading, "ISSUES AT DISPUTE"},
    Row{Label::issue, Form::heading, "ISSUE(S) AT DISPUTE"},
    Row{Label::decisions, Form::heading, "IMR ISSUES, DECISIONS AND RATIONALES"},
    Row{Label::decisions, Form::heading, "ISSUES, DECISIONS AND RATIONALES"},
    Row{Label::decisions_of_documents_reviewed, Form::heading, "IMR DECISION(S) AND RATIONALE(S)"},
    Row{Label::decisions, Form::heading, "DECISION(S) AND RATIONALE(S)"},
    Row{Label::decisions, Form::heading, "DECISION AND RATIONALE"},
    Row{Label::decisions, Form::heading, "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE"},
    Row{Label::disputed, Form::label, "The Final Determination was based on decisions for the disputed"},
    Row{Label::closing, Form::heading, "WHAT YOU CAN DO IF YOU DISAGREE"},
    Row{Label::closing, Form::heading, "Effect of the Decision"},
    Row{Label::closing, Form::label, "Sincerely,"},
    Row{Label::licensure, Form::label, "State(s) of Licensure:"},
    Row{Label::licensure, Form::label, "State of Licensure:"},
    Row{Label::certification, Form::label, "Certification(s)/Specialty:"},
    Row{Label::subspecialty, Form::label, "Subspecialty:"},
    Row{Label::claims_administrator, Form::label, "Claims Administrator guideline:"},
    Row{Label::reviewer, Form::label, "MAXIMUS guideline:"},
    Row{Label::reviewer, Form::label, "Expert Reviewer guideline:"},
    Row{Label::rationale, Form::label, "Decision rationale:"},
    Row{Label::rationale, Form::label, "Rationale for the Decision:"},
    Row{Label::rationale, Form::label, "The Physician Reviewer's decision rationale:"},
    Row{Label::rationale, Form::label, "The Expert Reviewer's decision rationale:"},
    Row{Label::relied, Form::label, "Section of the Medical Treatment Utilization Schedule Relied Upon"},
    Row{Label::regarding, Form::numbered, "Regarding the request for"},
    Row{Label::claims_administrator_sentence, Form::sentence, "The Claims Administrator based"},
    Row{Label::claims_administrator_sentence, Form::sentence, "The Claims Administrator did not"},
    Row{Label::reviewer_sentence, Form::sentence, "The Physician Reviewer based"},
    Row{Label::reviewer_sentence, Form::sentence, "The Physician Reviewer did not"},
    Row{Label::reviewer_sentence, Form::sentence, "The Expert Reviewer based"},
    Row{Label::reviewer_sentence, Form::sentence, "The Expert Reviewer did not"},
    Row{Label::reviewer_sentence, Form::sentence, "The Expert Reviewer found"},
};

// Rows by the first letter of their words, so that most lines are told apart by one look.
const std::array<std::vector<const Row*>, 256>& rows_by_letter() {
  static const auto rows = [] {
    std::array<std::vector<const Row*>, 256> out;
    for (const Row& row : kRows) {
      const auto first = static_cast<unsigned char>(lower(row.words.front()));
      out[first].push_back(&row);
      out[static_cast<unsigned char>(first - 'a' + 'A')].push_back(&row);
    }
    return out;
  }();
  return rows;
}

// The length of "1) ", "12. " at the beginning, 0 where there is none.
std::size_t numbering(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && i < 3 && std::isdigit(static_cast<unsigned char>(line[i])) != 0) ++i;
  if (i == 0 || i >= line.size() || (line[i] != ')' && line[i] != '.')) return 0;
  ++i;
  while (i < line.size() && line[i] == ' ') ++i;
  return i;
}

// Most lines that share a label's first letter differ from it soon: here, unless white space was widened before.
bool may_begin(std::string_view line, std::size_t at, std::string_view words) {
  constexpr std::size_t kLooked = 5;
  if (line.size() <= at + kLooked) return true;
  if (lower(line[at + kLooked]) == lower(words[kLooked])) return true;
  for (std::size_t i = at; i < at + kLooked; ++i)
    if (static_cast<unsigned char>(line[i]) >= 0x80 || line[i] == '\t' || (line[i] == ' ' && line[i + 1] == ' '))
      return true;
  return false;
}

bool only_a_colon(std::string_view rest) {
  return rest.empty() || rest == ":";
}

}  // namespace

std::size_t begins_with(std::string_view text, std::string_view pattern) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (at >= text.size()) return 0;
    if (pattern[i] == ' ') {
      if (text[at] != ' ' && text[at] != '\t') return 0;
      while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    } else if (pattern[i] == '\'' && text.substr(at).starts_with("\u2019")) {
      at += 3;
    } else if (lower(text[at]) == lower(pattern[i])) {
      ++at;
    } else {
      return 0;
    }
  }
  return at;
}

std::vector<Mark> marks_in(const Lines& lines) {
  const auto& rows = rows_by_letter();
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines.at(i);
    const std::size_t number = std::isdigit(static_cast<unsigned char>(line.front())) != 0 ? numbering(line) : 0;
    if (number >= line.size()) continue;
    for (const Row* row : rows[static_cast<unsigned char>(line[number])]) {
      if ((row->form == Form::numbered) != (number > 0) || !may_begin(line, number, row->words)) continue;
      const std::size_t length = begins_with(line.substr(number), row->words);
      if (length == 0) continue;
      if (row->form == Form::heading && !only_a_colon(line.substr(number + length))) continue;
      const std::uint32_t begin = lines[i].span.begin;
      const auto end = row->form == Form::sentence  ? begin
                       : row->form == Form::heading ? lines[i].span.end
                                                    : begin + static_cast<std::uint32_t>(number + length);
      marks.push_back({row->label, i, begin, end});
      break;
    }
  }
  return marks;
}

std::vector<std::string_view> all_label_words() {
  std::vector<std::string_view> out;
  for (const Row& row : kRows) out.push_back(row.words);
  return out;
}

std::string_view words_of(Label label) {
  for (const Row& row : kRows)
    if (row.label == label) return row.words;
  return "";
}

}  // namespace openimr::letter
