#include "cases/case_file.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/ascii.h"
#include "cases/case_json.h"
#include "cases/event_types.h"

namespace openimr::cases {
namespace {

using nlohmann::ordered_json;

// Reviewers' ids, and what stands in their place.
using Names = std::map<std::string, std::string, std::less<>>;

Names names_for(const Case& c, const std::vector<KeptEvent>& history) {
  Names out;
  const auto add = [&out](const std::string& id) {
    if (!id.empty()) out.emplace(id, fmt::format("expert reviewer {}", out.size() + 1));
  };
  for (const KeptEvent& each : history) add(each.event.text("reviewer"));
  for (const CaseReviewer& each : c.reviewers) add(each.id);
  return out;
}

bool is_of_id(char c) {
  return is_letter(c) || is_digit(c) || c == '.' || c == '_' || c == '-';
}

// The text with each id that stands in it as a word of its own replaced. A full stop behind an id ends a sentence.
std::string without_ids(std::string_view text, const Names& names) {
  std::string out;
  while (!text.empty()) {
    const auto end_of = [&](const auto& is) {
      return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is) - text.begin());
    };
    const std::size_t other = end_of([](char c) { return !is_of_id(c); });
    out += text.substr(0, other);
    text.remove_prefix(other);
    std::string_view word = text.substr(0, end_of(is_of_id));
    text.remove_prefix(word.size());
    std::string behind;
    if (!names.contains(word) && word.ends_with('.')) {
      word.remove_suffix(1);
      behind = ".";
    }
    const auto name = names.find(word);
    out += (name == names.end() ? std::string(word) : name->second) + behind;
  }
  return out;
}

void replace_ids(ordered_json& value, const Names& names) {
  if (value.is_string()) value = without_ids(value.get_ref<const std::string&>(), names);
  if (value.is_structured()) {
    for (auto& each : value) replace_ids(each, names);
  }
}

std::string suffix_of(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || name.find('/', dot) != std::string::npos ? "" : name.substr(dot);
}

void add_records(const Case& c, std::vector<ExportEntry>& out) {
  for (const Record& record : c.records) {
    const std::string title = record.name.substr(record.name.rfind('/') + 1);
    out.push_back({EntryKind::record, title, record.kind,
                   record.date ? record.date : std::optional(record.received.day), std::nullopt, record.document,
                   suffix_of(record.name)});
  }
}

// Each notice as PDF and text, and the proof of service behind the copies that it is of.
void add_sent(const program::Programme& programme, const Case& c, std::vector<ExportEntry>& out) {
  for (std::size_t i = 0; i < c.sent.size(); ++i) {
    const Sent& sent = c.sent[i];
    const program::Notice* notice = programme.correspondence().notice(sent.notice);
    const program::PartyRole* party = programme.party(sent.to.role);
    const std::string title = fmt::format("{}, to the {}", notice == nullptr ? sent.notice : notice->title,
                                          party == nullptr ? sent.to.role : party->says);
    const std::string name = sent.notice + "-" + sent.to.role;
    if (!sent.pdf.empty()) out.push_back({EntryKind::notice, title, name, sent.on.day, std::nullopt, sent.pdf, ".pdf"});
    if (!sent.text.empty())
      out.push_back({EntryKind::notice, title + ", as text", name, sent.on.day, std::nullopt, sent.text, ".txt"});
    const auto is_of_same = [&](const Sent& other) { return other.proof == sent.proof; };
    const auto next = c.sent.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    if (sent.proof.empty() || std::any_of(next, c.sent.end(), is_of_same)) continue;
    const auto first = std::find_if(c.sent.begin(), c.sent.end(), is_of_same);
    const program::Notice* served = programme.correspondence().notice(first->notice);
    out.push_back({EntryKind::proof_of_service, served == nullptr ? "determination" : served->title, first->notice,
                   sent.on.day, std::nullopt, sent.proof, ".pdf"});
  }
}

void add_letters(const Case& c, std::vector<ExportEntry>& out) {
  for (std::size_t i = 0; i < c.letters.size(); ++i) {
    const Letter& letter = c.letters[i];
    const bool is_last = i + 1 == c.letters.size();
    const std::string title = c.letters.size() == 1 ? "as signed"
                                                    : fmt::format("letter {} of {}{}", i + 1, c.letters.size(),
                                                                  is_last ? ", which holds" : "");
    struct Form {
      const std::string& document;
      const char* words;
      const char* suffix;
    };
    for (const auto& [document, words, suffix] : {Form{letter.pdf, "", ".pdf"}, Form{letter.text, ", as text", ".txt"},
                                                  Form{letter.letter, ", as data", ".json"}}) {
      if (!document.empty())
        out.push_back({EntryKind::determination, title + words, "", letter.on.day, std::nullopt, document, suffix});
    }
  }
}

}  // namespace

CaseFileParts case_file(const program::Programme& programme, const Case& c, const std::vector<KeptEvent>& history,
                        const letter::Letterhead& head, ForWhom for_whom) {
  CaseFileParts out;
  add_records(c, out.entries);
  add_sent(programme, c, out.entries);
  add_letters(c, out.entries);
  const std::optional<Date> last = c.last ? std::optional(c.last->day) : std::nullopt;
  out.entries.push_back(
      {EntryKind::event_log, "history of the case", "", last, std::nullopt, std::string(kHistoryPaper), ".pdf"});
  out.entries.push_back({EntryKind::event_log, "history of the case, as data", "", last, std::nullopt,
                         std::string(kHistoryLines), ".jsonl"});

  const Names names = for_whom == ForWhom::parties ? names_for(c, history) : Names{};
  std::vector<HistoryEvent> events;
  for (const KeptEvent& each : history) {
    const CaseEvent& event = each.event;
    const EventType* type = event_type(event.type);
    events.push_back({each.version, event.on, event.who.role, type == nullptr ? event.type : std::string(type->says),
                      without_ids(event.why, names), each.hash.hex()});
    ordered_json line = to_json(each);
    replace_ids(line, names);
    out.history_lines += line.dump() + "\n";
  }
  out.history = history_paper(head, c.number, events);
  return out;
}

}  // namespace openimr::cases
