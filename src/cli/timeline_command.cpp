#include <algorithm>
#include <iostream>
#include <sstream>

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/case_facts.h"
#include "cli/case_reading.h"
#include "cli/commands.h"
#include "cli/deliver.h"
#include "cli/terminal.h"
#include "letter/json.h"
#include "letter/timeline_svg.h"
#include "letter/timeline_text.h"

namespace openimr::cli {
namespace {

using nlohmann::ordered_json;

ordered_json to_json(const facts::TimelinePoint& point) {
  return {{"date", point.date.first.iso()},
          {"until", point.date.is_day() ? ordered_json(nullptr) : ordered_json(point.date.last.iso())},
          {"what", facts::name_of(point.what)},
          {"value", point.value.empty() ? ordered_json(nullptr) : ordered_json(point.value)},
          {"amount", point.amount ? ordered_json(*point.amount) : ordered_json(nullptr)},
          {"place", letter::to_json(point.place)}};
}

ordered_json to_json(const facts::TimelineRow& row) {
  ordered_json out = {{"kind", facts::name_of(row.kind)}, {"name", row.name},
                      {"first", row.first().iso()},       {"last", row.last().iso()},
                      {"points", ordered_json::array()},  {"gaps", ordered_json::array()}};
  for (const auto& point : row.points) out["points"].push_back(to_json(point));
  for (const auto& gap : row.gaps)
    out["gaps"].push_back({{"from", gap.from.iso()}, {"to", gap.to.iso()}, {"visits", gap.visits}});
  return out;
}

ordered_json to_json(const CaseFacts& found) {
  ordered_json out = {
      {"case_number", found.file.case_number}, {"undated", found.timeline.undated}, {"rows", ordered_json::array()}};
  for (const auto& row : found.timeline.rows) out["rows"].push_back(to_json(row));
  return out;
}

std::string format_of(const FactsOptions& options) {
  if (!options.format.empty()) return options.format;
  if (options.out.ends_with(".svg")) return "svg";
  return options.out.ends_with(".json") ? "json" : "text";
}

// Findings are many; a picture of all of them is asked for.
std::size_t leave_out_findings(facts::Timeline& timeline) {
  return std::erase_if(timeline.rows, [](const auto& row) { return row.kind == facts::RowKind::finding; });
}

}  // namespace

ExitCode timeline(const Common& common, const FactsOptions& options, std::ostream& out) {
  auto found = case_facts(common, options);
  if (!found) return found.error();
  const std::string format = format_of(options);
  std::size_t left_out = 0;
  if (format != "json" && options.about.empty() && !options.all) left_out = leave_out_findings(found->timeline);
  std::ostringstream text;
  if (format == "json") {
    text << to_json(*found).dump(2) << '\n';
  } else if (format == "svg") {
    letter::write_timeline_svg(text, found->timeline, found->file.case_number);
  } else {
    letter::write_timeline_text(text, found->timeline, found->file.case_number,
                                {static_cast<std::size_t>(terminal_width(STDOUT_FILENO)),
                                 common.colour && options.out.empty(), !speaks_utf8()});
    if (left_out > 0)
      text << fmt::format("\n{} row{} of findings, symptoms and diagnoses left out; --all shows them.\n", left_out,
                          left_out == 1 ? "" : "s");
  }
  return with_losses(deliver(text.str(), options.out, out), found->file);
}

}  // namespace openimr::cli
