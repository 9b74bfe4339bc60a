#include "cli/replay_changes.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/terminal.h"

namespace openimr::cli {
namespace {

using corpus::ChangedItem;
using corpus::EarlierItem;
using corpus::GainsAndLosses;
using determination::Decision;
using nlohmann::json;

std::string text_at(const json& row, const char* key) {
  const auto found = row.find(key);
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<EarlierItem> earlier_item(const json& row) {
  const bool is_item = row.is_object() && row.contains("case_number") && row.contains("item_no") &&
                       row["item_no"].is_number_integer() && row.contains("decision") && row.contains("citations") &&
                       row["citations"].is_array();
  if (!is_item) return std::nullopt;
  EarlierItem out;
  out.case_number = text_at(row, "case_number");
  out.number = row["item_no"].get<int>();
  out.topic = text_at(row, "topic");
  const std::string decision = text_at(row, "decision");
  if (decision == name_of(Decision::upheld)) out.decision = Decision::upheld;
  if (decision == name_of(Decision::overturned)) out.decision = Decision::overturned;
  for (const json& cited : row["citations"]) {
    if (!cited.is_object()) return std::nullopt;
    determination::Citation citation;
    citation.title = text_at(cited, "title");
    if (const auto sections = cited.find("sections"); sections != cited.end() && sections->is_array()) {
      for (const json& section : *sections) {
        if (section.is_string()) citation.sections.push_back(section.get<std::string>());
      }
    }
    out.citations.push_back(std::move(citation));
  }
  return out;
}

std::string gained_and_lost(std::string_view what, const GainsAndLosses& counted) {
  return fmt::format("  {:<34}{} gained, {} lost\n", what, counted.gained, counted.lost);
}

char sign_of(const ChangedItem& item) {
  if (!item.agrees_now || item.agreed_before == item.agrees_now) return '~';
  return *item.agrees_now ? '+' : '-';
}

std::string decided(const std::optional<Decision>& decision) {
  return decision ? std::string(name_of(*decision)) : "not addressed";
}

// Lines of whole words; a word that is longer than a line has one of its own.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> out(1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, end - at));
    at = end + 1;
    if (word.empty()) continue;
    const std::size_t taken = shown_width(out.back());
    if (taken > 0 && taken + 1 + shown_width(word) > width) out.emplace_back();
    out.back() += (out.back().empty() ? "" : " ") + word;
  }
  return out;
}

}  // namespace

Result<std::vector<EarlierItem>> read_earlier_replay(std::string_view lines, const std::string& file) {
  std::vector<EarlierItem> out;
  int number = 0;
  for (std::size_t at = 0; at < lines.size();) {
    ++number;
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string_view line = lines.substr(at, end - at);
    at = end + 1;
    if (line.empty()) continue;
    const auto item = earlier_item(json::parse(line.begin(), line.end(), nullptr, false));
    if (!item) {
      return fail({ErrorCode::invalid, "no item of a replay", std::string(line.substr(0, 60)), file, number, 0,
                   "Give what `openimr replay --format jsonl` printed earlier."});
    }
    out.push_back(*item);
  }
  return out;
}

std::string changes_table(const corpus::Changes& changes, int width) {
  std::string out = fmt::format("\nSince then: {} items in both, {} only then, {} only now\n", changes.in_both,
                                changes.only_before, changes.only_now);
  out += gained_and_lost("decisions as the physician's", changes.decisions);
  out += gained_and_lost("reviewer's title", changes.titles);
  out += gained_and_lost("reviewer's section", changes.sections);
  const auto left = static_cast<std::size_t>(std::max(width, 80)) - 58;
  for (const ChangedItem& item : changes.items) {
    const std::string topic =
        item.before.topic == item.now.topic ? "" : fmt::format("  ({} -> {})", item.before.topic, item.now.topic);
    out += fmt::format("  {} {} {:>2}  {}  {} -> {}{}\n", sign_of(item), shown(item.now.case_number), item.now.number,
                       in_column(shown(item.now.draft.text), left), decided(item.before.decision),
                       decided(item.now.draft.decision), shown(topic));
  }
  return out;
}

std::string rationales_side_by_side(const corpus::ReplayedItem& item, int width) {
  const auto column = (static_cast<std::size_t>(std::max(width, 80)) - 9) / 2;
  std::string ours;
  for (const auto& sentence : item.draft.rationale) ours += (ours.empty() ? "" : " ") + sentence.text;
  const auto left = wrapped(shown(item.physician_rationale), column);
  const auto right = wrapped(shown(ours), column);
  std::string out = fmt::format("      {}   {}\n", in_column("PHYSICIAN", column), "DRAFT");
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    const std::string mine = i < right.size() ? right[i] : "";
    out += fmt::format("      {}{}{}\n", in_column(i < left.size() ? left[i] : "", column), mine.empty() ? "" : "   ",
                       mine);
  }
  return out;
}

}  // namespace openimr::cli
