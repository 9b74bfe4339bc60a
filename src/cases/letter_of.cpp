#include "cases/letter_of.h"

#include <algorithm>

#include <fmt/format.h>

namespace openimr::cases {
namespace {

using determination::DecidedItem;
using determination::Determination;
using determination::Printed;

Printed printed(std::string text) {
  return {std::move(text), {}};
}

determination::Relied relied(const std::string& paragraph, const letter::CitationReader& citations) {
  determination::Relied out;
  if (paragraph.empty()) return out;
  out.paragraph = printed(paragraph);
  for (const letter::CitedPart& part : citations.read(paragraph)) out.citations.push_back({part.citation, {}});
  return out;
}

// "Decision based on MTUS ..." as letters print it.
std::string as_paragraph(const std::string& citation) {
  if (citation.empty() || citation.find("based on") != std::string::npos) return citation;
  return fmt::format("Decision based on {}{}", citation.starts_with("MTUS") ? "" : "Non-MTUS Citation ", citation);
}

void add_once(std::vector<Printed>& list, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    const bool there = std::any_of(list.begin(), list.end(), [&](const Printed& each) { return each.text == text; });
    if (!there) list.push_back(printed(text));
  }
}

// One analysis, or those of all reviewers, each with its decision.
std::string rationale_of(const Case& c, const Item& item) {
  std::vector<const ItemDecision*> all;
  for (const CaseReviewer& reviewer : c.reviewers) {
    if (const ItemDecision* decided = item.by(reviewer.id)) all.push_back(decided);
  }
  if (all.size() == 1) return all.front()->rationale;
  std::string out;
  for (std::size_t i = 0; i < all.size(); ++i)
    out += fmt::format("{}Reviewer {} of {} ({}): {}", i > 0 ? " " : "", i + 1, all.size(),
                       determination::name_of(all[i]->decision), all[i]->rationale);
  return out;
}

// What the deciding reviewers cite: those of the majority, or of the side that an even split decides for.
std::string citation_of(const Case& c, const Item& item, Decision decision) {
  for (const CaseReviewer& reviewer : c.reviewers) {
    const ItemDecision* decided = item.by(reviewer.id);
    if (decided != nullptr && decided->decision == decision && !decided->citation.empty()) return decided->citation;
  }
  return "";
}

DecidedItem item_of(const program::Programme& programme, const Case& c, std::size_t i,
                    const letter::CitationReader& citations) {
  const Item& item = c.items[i];
  DecidedItem out;
  out.text = printed(item.text);
  const auto decision = decision_on(programme, c, i);
  out.decided = decision.has_value();
  if (decision) out.decision = *decision;
  out.claims_administrator = relied(as_paragraph(item.denial_guideline), citations);
  out.reviewer = relied(as_paragraph(decision ? citation_of(c, item, *decision) : ""), citations);
  out.rationale = printed(rationale_of(c, item));
  return out;
}

// "pr2-2015-08-19.txt (pr2, 2015-08-19)"
std::string record_words(const Record& record) {
  const auto slash = record.name.rfind('/');
  std::string kind = record.kind;
  std::replace(kind.begin(), kind.end(), '_', ' ');
  const std::string date = record.date ? record.date->iso() : "";
  const std::string both = kind.empty() || date.empty() ? kind + date : kind + ", " + date;
  const std::string name = slash == std::string::npos ? record.name : record.name.substr(slash + 1);
  return both.empty() ? name : fmt::format("{} ({})", name, both);
}

}  // namespace

Determination determination_of(const program::Programme& programme, const Case& c,
                               const letter::CitationReader& citations, Date decided) {
  Determination out;
  out.layout = determination::Layout::openimr;
  out.case_number = printed(c.number);
  out.priority = printed(c.priority == "expedited" ? "Expedited" : "Standard");
  if (c.assigned) out.assigned.date = c.assigned->day;
  out.decided.date = decided;
  out.injury.date = c.injury;
  out.ur_denial.date = c.ur_decision;
  if (c.received) out.application_received.date = c.received->day;
  for (const CaseReviewer& reviewer : c.reviewers) {
    add_once(out.licensure, reviewer.licences);
    add_once(out.certification, reviewer.certifications);
  }
  out.summary = printed(c.summary);
  for (const Record& record : c.records) out.records_reviewed.push_back(printed(record_words(record)));
  for (std::size_t i = 0; i < c.items.size(); ++i) {
    if (c.items[i].is_open()) out.items.push_back(item_of(programme, c, i, citations));
  }
  out.age = c.age;
  if (!c.sex.empty()) out.sex = c.sex;
  return out;
}

}  // namespace openimr::cases
