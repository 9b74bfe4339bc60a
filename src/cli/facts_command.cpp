#include <algorithm>
#include <iostream>
#include <set>
#include <sstream>

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/case_facts.h"
#include "cli/case_reading.h"
#include "cli/commands.h"
#include "cli/deliver.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "letter/facts_html.h"
#include "letter/facts_table.h"
#include "letter/json.h"

namespace openimr::cli {
namespace {

using nlohmann::ordered_json;

// A list of places and facts that a program reads whole.
ordered_json as_one(const CaseFacts& found) {
  ordered_json out = {
      {"case_number", found.file.case_number}, {"searched", ordered_json::array()}, {"facts", ordered_json::array()}};
  for (const auto& document : found.facts.searched) {
    ordered_json unreadable = ordered_json::array();
    for (const auto& [page, why] : document.unreadable) unreadable.push_back({{"page", page}, {"why", why}});
    out["searched"].push_back({{"document", document.name},
                               {"kind", document.kind.empty() ? ordered_json(nullptr) : ordered_json(document.kind)},
                               {"first_page", document.first_page},
                               {"pages", document.pages},
                               {"blank", document.blank},
                               {"repeated", document.repeated},
                               {"unreadable", std::move(unreadable)}});
  }
  for (const auto& fact : found.facts.all) out["facts"].push_back(letter::to_json(fact));
  return out;
}

std::string format_of(const FactsOptions& options) {
  if (!options.format.empty()) return options.format;
  if (options.out.ends_with(".html")) return "html";
  if (options.out.ends_with(".json")) return "json";
  return options.out.empty() && is_terminal(STDOUT_FILENO) ? "table" : "jsonl";
}

}  // namespace

ExitCode facts(const Common& common, const FactsOptions& options, std::ostream& out) {
  auto found = case_facts(common, options);
  if (!found) return found.error();
  const std::string format = format_of(options);
  std::ostringstream text;
  if (format == "jsonl") {
    for (const auto& fact : found->facts.all) text << letter::to_json(fact).dump() << '\n';
  } else if (format == "json") {
    text << as_one(*found).dump(2) << '\n';
  } else if (format == "html") {
    letter::write_facts_html(text, found->file, found->facts, found->timeline, {options.all_pages});
  } else {
    letter::write_facts_table(
        text, found->facts,
        {static_cast<std::size_t>(terminal_width(STDOUT_FILENO)), common.colour && options.out.empty(), !speaks_utf8(),
         options.by == "date" ? letter::GroupBy::date : letter::GroupBy::kind});
  }
  warn(found->facts, found->file);
  return with_losses(deliver(text.str(), options.out, out), found->file);
}

}  // namespace openimr::cli
