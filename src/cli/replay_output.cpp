#include "cli/replay_output.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/replay_changes.h"
#include "cli/terminal.h"
#include "letter/json.h"

namespace openimr::cli {
namespace {

using corpus::Baseline;
using corpus::Confusion;
using corpus::Figure;
using corpus::ReplayedItem;
using nlohmann::ordered_json;

constexpr std::string_view kTraining =
    "Criteria were observed in published letters of this time: on letters that they were observed in, these are "
    "training "
    "figures.";

ordered_json number(std::optional<double> value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json interval(const Figure& figure) {
  if (!figure.interval) return nullptr;
  return {figure.interval->low, figure.interval->high};
}

ordered_json counts(const Confusion& c) {
  return {{"items", c.items()},
          {"overturned_by_both", c.overturned_both},
          {"overturned_by_us_alone", c.overturned_ours},
          {"overturned_by_the_physician_alone", c.overturned_physician},
          {"upheld_by_both", c.upheld_both}};
}

ordered_json decided_by(const ReplayedItem& item) {
  ordered_json out = ordered_json::array();
  for (const auto& c : item.draft.criteria) {
    if (!c.decided) continue;
    out.push_back({{"section", c.evaluated.section->id},
                   {"criterion", c.evaluated.criterion->id},
                   {"kind", guidelines::name_of(c.evaluated.criterion->kind)},
                   {"finding", guidelines::name_of(c.evaluated.finding)},
                   {"standing", guidelines::name_of(c.evaluated.criterion->standing)}});
  }
  return out;
}

ordered_json decision(std::optional<determination::Decision> value) {
  return value ? ordered_json(name_of(*value)) : ordered_json(nullptr);
}

ordered_json changes(const corpus::Changes& since) {
  const auto counted = [](const corpus::GainsAndLosses& c) {
    return ordered_json{{"gained", c.gained}, {"lost", c.lost}};
  };
  ordered_json out = {{"in_both", since.in_both},        {"only_before", since.only_before},
                      {"only_now", since.only_now},      {"decisions", counted(since.decisions)},
                      {"titles", counted(since.titles)}, {"sections", counted(since.sections)},
                      {"items", ordered_json::array()}};
  for (const auto& item : since.items) {
    out["items"].push_back({{"case_number", item.now.case_number},
                            {"item_no", item.now.number},
                            {"before", decision(item.before.decision)},
                            {"now", decision(item.now.draft.decision)},
                            {"topic_before", item.before.topic},
                            {"topic_now", item.now.topic}});
  }
  return out;
}

std::string shown_share(std::optional<double> value) {
  return value ? fmt::format("{:.3f}", *value) : "-";
}

std::string shown_figure(const Figure& figure) {
  std::string out = shown_share(figure.value);
  if (figure.interval) out += fmt::format("  ({:.3f} to {:.3f})", figure.interval->low, figure.interval->high);
  return out;
}

std::string line(std::string_view what, const std::string& value) {
  return fmt::format("  {:<34}{}\n", what, value);
}

std::string shown_baseline(const Baseline& baseline) {
  return fmt::format("accuracy {}, balanced accuracy {}, Matthews correlation {}",
                     shown_share(baseline.confusion.accuracy()), shown_share(baseline.confusion.balanced_accuracy()),
                     shown_share(baseline.confusion.matthews_correlation()));
}

}  // namespace

std::string replay_jsonl(const ReplayReport& report) {
  std::string out;
  for (const ReplayedItem& item : report.items) {
    ordered_json row = {{"case_number", item.case_number},
                        {"item_no", item.number},
                        {"item_text", item.draft.text},
                        {"topic", item.topic.empty() ? ordered_json(nullptr) : ordered_json(item.topic)},
                        {"addressed", item.draft.addressed},
                        {"decision", decision(item.draft.decision)},
                        {"physician_decision", decision(item.physician)}};
    row["citations"] = ordered_json::array();
    for (const auto& citation : item.draft.citations) row["citations"].push_back(letter::to_json(citation));
    row["decided_by"] = decided_by(item);
    out += row.dump() + '\n';
  }
  return out;
}

std::string replay_json(const ReplayReport& report) {
  const corpus::Agreement& a = report.agreement;
  ordered_json out = {{"letters", report.letters},
                      {"items", a.items},
                      {"compared", a.compared},
                      {"topics", a.topics},
                      {"accuracy", number(a.accuracy.value)},
                      {"accuracy_interval", interval(a.accuracy)},
                      {"balanced_accuracy", number(a.balanced_accuracy.value)},
                      {"balanced_accuracy_interval", interval(a.balanced_accuracy)},
                      {"matthews_correlation", number(a.matthews_correlation.value)},
                      {"matthews_correlation_interval", interval(a.matthews_correlation)},
                      {"overturned_precision", number(a.confusion.overturned_precision())},
                      {"overturned_recall", number(a.confusion.overturned_recall())},
                      {"topic_coverage", a.topic_coverage},
                      {"not_addressed_share", a.not_addressed_share},
                      {"title_agreement", number(a.title_agreement)},
                      {"section_agreement", number(a.section_agreement)},
                      {"citations_per_item", a.citations_per_item},
                      {"counts", counts(a.confusion)}};
  out["by_category"] = ordered_json::object();
  for (const auto& [category, confusion] : a.by_category) out["by_category"][category] = counts(confusion);
  out["standings"] = a.standings;
  for (const Baseline& baseline : report.baselines) {
    out["baselines"].push_back({{"name", baseline.name},
                                {"accuracy", number(baseline.confusion.accuracy())},
                                {"balanced_accuracy", number(baseline.confusion.balanced_accuracy())},
                                {"matthews_correlation", number(baseline.confusion.matthews_correlation())},
                                {"counts", counts(baseline.confusion)}});
  }
  if (report.changes) out["changes"] = changes(*report.changes);
  out["note"] = kTraining;
  return out.dump(2) + '\n';
}

std::string replay_table(const ReplayReport& report, int width) {
  const corpus::Agreement& a = report.agreement;
  std::string out =
      fmt::format("{} items of {} letters, {} with a decision to compare\n\n", a.items, report.letters, a.compared);
  out += line("accuracy", shown_figure(a.accuracy));
  out += line("balanced accuracy", shown_figure(a.balanced_accuracy));
  out += line("Matthews correlation", shown_figure(a.matthews_correlation));
  out += line("Overturned: precision, recall",
              shown_share(a.confusion.overturned_precision()) + ", " + shown_share(a.confusion.overturned_recall()));
  out += line("addressed by a guideline", fmt::format("{:.3f}, {} topics", a.topic_coverage, a.topics));
  out += line("reviewer's title, section", shown_share(a.title_agreement) + ", " + shown_share(a.section_agreement));
  out += line("citations an item", fmt::format("{:.2f}", a.citations_per_item));
  for (const Baseline& baseline : report.baselines) out += line(baseline.name, shown_baseline(baseline));
  std::string standings;
  for (const auto& [standing, n] : a.standings)
    standings += fmt::format("{}{} {}", standings.empty() ? "" : ", ", n, standing);
  out += line("criteria that decided", standings);
  out += fmt::format("\n  {:<44}{:>6}{:>8}{:>8}{:>10}{:>10}\n", "CATEGORY", "ITEMS", "UPHELD", "OVERT.", "OURS ONLY",
                     "MISSED");
  for (const auto& [category, c] : a.by_category) {
    out += fmt::format("  {}{:>6}{:>8}{:>8}{:>10}{:>10}\n", in_column(category, 44), c.items(),
                       c.upheld_both + c.overturned_ours, c.overturned_both + c.overturned_physician, c.overturned_ours,
                       c.overturned_physician);
  }
  out += "\nDecided otherwise than the physician:\n";
  for (const ReplayedItem& item : report.items) {
    if (!item.physician || item.counted() == *item.physician) continue;
    const std::string ours = item.draft.decision ? std::string(name_of(*item.draft.decision)) : "not addressed";
    const auto left = static_cast<std::size_t>(std::max(width, 80)) - 60;
    out += fmt::format("  {} {:>2}  {}  physician {:<11} ours {}\n", shown(item.case_number), item.number,
                       in_column(shown(item.draft.text), left), name_of(*item.physician), ours);
    if (report.rationales) out += rationales_side_by_side(item, width) + '\n';
  }
  if (report.changes) out += changes_table(*report.changes, width);
  return out + fmt::format("\n{}\n", kTraining);
}

}  // namespace openimr::cli
