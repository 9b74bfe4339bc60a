#include "letter/writing/blocks.h"

#include <algorithm>
#include <cctype>

#include <fmt/core.h>

#include "letter/paper.h"
#include "letter/reading/lines.h"
#include "letter/writing/citation_text.h"
#include "letter/writing/wording.h"

namespace openimr::letter {
namespace {

using determination::Determination;
using determination::Printed;

constexpr const char* kTitle = "Independent Medical Review Final Determination";

std::string printed_date(const determination::PrintedDate& date) {
  return date.date ? printed_day(*date.date) : "";
}

std::string listed(const std::vector<Printed>& list) {
  std::string out;
  for (const Printed& printed : list) out += (out.empty() ? "" : ", ") + printed.text;
  return out;
}

std::string capitals(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::toupper(c); });
  return out;
}

class Builder {
 public:
  void add(BlockKind kind, const std::string& text) { add(kind, "", text); }
  void add(BlockKind kind, const char* label, const std::string& text) {
    std::string words = as_printed(text);
    if (!words.empty()) blocks_.push_back({kind, label, std::move(words), std::nullopt});
  }
  void add_item(const determination::DecidedItem& item) {
    blocks_.push_back({BlockKind::item, "", as_printed(item.text.text), item.decision});
    add(BlockKind::labelled,
        "Claims Administrator guideline:", guideline_paragraph(item.claims_administrator, Side::claims_administrator));
    add(BlockKind::labelled, "Expert Reviewer guideline:", guideline_paragraph(item.reviewer, Side::reviewer));
    add(BlockKind::labelled, "Decision rationale:", item.rationale.text);
  }
  std::vector<Block> take() { return std::move(blocks_); }

 private:
  std::vector<Block> blocks_;
};

void add_head(Builder& out, const Determination& letter, const Letterhead& head) {
  out.add(BlockKind::organisation, head.organisation);
  out.add(BlockKind::programme, head.programme);
  out.add(BlockKind::title, kTitle);
  out.add(BlockKind::header_row, "Case Number:", letter.case_number.text);
  out.add(BlockKind::header_row, "Date Assigned:", printed_date(letter.assigned));
  out.add(BlockKind::header_row, "Date of Injury:", printed_date(letter.injury));
  out.add(BlockKind::header_row, "Decision Date:", printed_date(letter.decided));
  out.add(BlockKind::header_row, "UR Denial Date:", printed_date(letter.ur_denial));
  out.add(BlockKind::header_row, "Priority:", letter.priority.text);
  out.add(BlockKind::header_row, "Application Received:", printed_date(letter.application_received));
}

void add_outcome(Builder& out, const Determination& letter) {
  const auto outcome = letter.outcome();
  if (!outcome) return;
  out.add(BlockKind::outcome, "Final Determination:", capitals(determination::name_of(*outcome)));
  std::vector<determination::Decision> decisions;
  decisions.reserve(letter.items.size());
  for (const auto& item : letter.items) decisions.push_back(item.decision);
  for (const std::string& paragraph : what_it_means(decisions)) out.add(BlockKind::meaning, paragraph);
}

void add_reviewer(Builder& out, const Determination& letter) {
  out.add(BlockKind::heading, "HOW THE DETERMINATION WAS MADE");
  out.add(BlockKind::paragraph, std::string(kHowItWasMade));
  if (letter.licensure.empty() && letter.certification.empty() && letter.subspecialty.empty()) return;
  out.add(BlockKind::paragraph, std::string(kCredentials));
  out.add(BlockKind::credential, "State(s) of Licensure:", listed(letter.licensure));
  out.add(BlockKind::credential, "Certification(s)/Specialty:", listed(letter.certification));
  out.add(BlockKind::credential, "Subspecialty:", listed(letter.subspecialty));
}

void add_notice(Builder& out, const Determination& letter) {
  const AppealNotice notice = appeal_notice(letter.case_number.text);
  out.add(BlockKind::heading, "WHAT YOU CAN DO IF YOU DISAGREE");
  for (const std::string& paragraph : notice.before) out.add(BlockKind::paragraph, paragraph);
  for (const std::string& ground : notice.grounds) out.add(BlockKind::list_entry, ground);
  out.add(BlockKind::paragraph, notice.after);
}

}  // namespace

std::string as_printed(const std::string& text) {
  return Lines(text).fold({0, static_cast<std::uint32_t>(text.size())}).text;
}

std::string_view Block::decision_word() const {
  return decision ? determination::name_of(*decision) : std::string_view();
}

std::string Block::words() const {
  std::string out = label.empty() ? text : label + " " + text;
  if (decision) out += fmt::format(": {}", decision_word());
  return out;
}

std::vector<Block> blocks_of(const Determination& letter, const Letterhead& head) {
  Builder out;
  add_head(out, letter, head);
  add_outcome(out, letter);
  add_reviewer(out, letter);
  if (!letter.records_reviewed.empty()) {
    out.add(BlockKind::heading, "DOCUMENTS REVIEWED");
    for (const Printed& record : letter.records_reviewed) out.add(BlockKind::list_entry, record.text);
  }
  if (letter.summary.stated()) {
    out.add(BlockKind::heading, "CLINICAL CASE SUMMARY");
    out.add(BlockKind::paragraph, letter.summary.text);
  }
  out.add(BlockKind::heading, "ISSUES, DECISIONS AND RATIONALES");
  for (const auto& item : letter.items) out.add_item(item);
  add_notice(out, letter);
  return out.take();
}

std::string running_foot(const Determination& letter) {
  return letter.case_number.stated() ? fmt::format("Case {} - ", as_printed(letter.case_number.text)) : "";
}

std::string document_title(const Determination& letter) {
  return letter.case_number.stated() ? fmt::format("{}, case {}", kTitle, as_printed(letter.case_number.text)) : kTitle;
}

}  // namespace openimr::letter
