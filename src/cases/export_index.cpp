#include "cases/export_index.h"

#include <algorithm>

#include <fmt/format.h>

namespace openimr::cases {
namespace {

using letter::PaperBlock;
using letter::PaperBlockKind;

constexpr std::size_t kDigits = 4;
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kGroup = 8;

// Letters and digits in lower case, hyphens for all between them.
std::string slug(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool plain = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (plain && out.size() < kLongestName) out += lower;
    if (!plain && !out.empty() && out.back() != '-' && out.size() < kLongestName) out += '-';
  }
  if (out.ends_with('-')) out.pop_back();
  return out;
}

std::string file_name(int number, std::size_t digits, const ExportEntry& entry) {
  std::string out = fmt::format("{:0{}}-{}", number, digits, slug(name_of(entry.kind)));
  const std::string name = slug(entry.name);
  if (!name.empty()) out += "-" + name;
  if (entry.date) out += "-" + entry.date->iso();
  const std::string suffix = slug(entry.suffix);
  return suffix.empty() ? out : out + "." + suffix;
}

std::string counted(int count, const char* what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

letter::Paper paper(const letter::Letterhead& head, const std::string& case_number, const char* title) {
  return {head, {}, title, case_number, {{PaperBlockKind::row, "Case number:", case_number}}, {}};
}

// ", 14:30"
std::string time_of(const program::Moment& on) {
  return on.minute ? fmt::format(", {:02}:{:02}", *on.minute / 60, *on.minute % 60) : "";
}

// Eight characters at a time, so that two can be compared by eye.
std::string in_groups(const std::string& hash) {
  std::string out;
  for (std::size_t at = 0; at < hash.size(); at += kGroup) out += (at == 0 ? "" : " ") + hash.substr(at, kGroup);
  return out;
}

}  // namespace

std::string_view name_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::record:
      return "record";
    case EntryKind::notice:
      return "notice";
    case EntryKind::proof_of_service:
      return "proof of service";
    case EntryKind::event_log:
      return "event log";
    case EntryKind::determination:
      return "determination";
  }
  return "";
}

std::vector<NumberedEntry> numbered(std::vector<ExportEntry> entries) {
  const std::size_t digits = std::max(kDigits, std::to_string(entries.size()).size());
  std::vector<NumberedEntry> out;
  out.reserve(entries.size());
  for (ExportEntry& entry : entries) {
    const int number = static_cast<int>(out.size()) + 1;
    std::string name = file_name(number, digits, entry);
    out.push_back({number, std::move(name), std::move(entry)});
  }
  return out;
}

letter::Paper index_paper(const letter::Letterhead& head, const std::string& case_number,
                          const std::vector<NumberedEntry>& entries) {
  letter::Paper out = paper(head, case_number, "Index of the case file");
  out.references.push_back(
      {PaperBlockKind::row, "In this file:", counted(static_cast<int>(entries.size()), "document")});
  out.blocks.push_back({PaperBlockKind::heading, "", "DOCUMENTS"});
  for (const NumberedEntry& each : entries) {
    const std::string day = each.entry.date ? letter::printed_day(*each.entry.date) : "no date";
    const std::string pages = each.entry.pages ? "; " + counted(*each.entry.pages, "page") : "";
    out.blocks.push_back({PaperBlockKind::row, fmt::format("{}. {}", each.number, day),
                          fmt::format("{}: {}{}", name_of(each.entry.kind), each.entry.title, pages)});
  }
  return out;
}

letter::Paper history_paper(const letter::Letterhead& head, const std::string& case_number,
                            const std::vector<HistoryEvent>& events) {
  letter::Paper out = paper(head, case_number, "History of the case");
  out.blocks.push_back({PaperBlockKind::paragraph, "",
                        "Each event has a hash of itself and of all events before it, so that none can be changed, "
                        "added or taken away unseen."});
  out.blocks.push_back({PaperBlockKind::heading, "", "EVENTS"});
  for (const HistoryEvent& event : events) {
    const std::string why = event.why.empty() ? "" : fmt::format(" Why: {}.", event.why);
    out.blocks.push_back(
        {PaperBlockKind::row, fmt::format("{}. {}", event.number, letter::printed_day(event.on.day)),
         fmt::format("{} ({}{}).{} Hash: {}", event.what, event.who, time_of(event.on), why, in_groups(event.hash))});
  }
  return out;
}

}  // namespace openimr::cases
