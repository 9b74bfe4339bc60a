// openimr case draft and findings: a draft of a case in the store, and what it found.
#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/case_json.h"
#include "cli/case_reading.h"
#include "cli/deliver.h"
#include "cli/office.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "office/drafting.h"

namespace openimr::cli {
namespace {

using cases::Case;
using nlohmann::json;

constexpr std::size_t kWidth = 100;

// "met             duration-of-use: used for no longer than three weeks (p. 3 of records/pr2.txt)"
std::string criterion_lines(const json& criterion) {
  std::string out = fmt::format("{}: {}", criterion.value("id", ""), criterion.value("says", ""));
  const json& places = criterion.value("places", json::array());
  if (!places.empty()) out += fmt::format(" ({}, p. {})", places[0].value("document", ""), places[0].value("page", 0));
  return in_lines(shown(out), fmt::format("    {:<14}  ", criterion.value("finding", "")), kWidth);
}

std::string findings_view(const Case& c, const json& draft) {
  std::string out;
  for (std::size_t i = 0; i < c.items.size(); ++i) {
    const cases::Item& item = c.items[i];
    const json* of_draft = office::item_of_draft(draft, c, i);
    if (!item.is_open() || of_draft == nullptr) continue;
    const json& found = *of_draft;
    out += fmt::format("{}  {}\n", i + 1, item.text);
    for (const json& criterion : found.at("criteria")) out += criterion_lines(criterion);
    if (!cases::shows_draft(c, item)) {
      out +=
          "  The draft's decision and rationale are shown after the reviewer's own finding (own-finding-recorded).\n";
      continue;
    }
    out += fmt::format("  Draft: {}\n", found.at("decision").is_null() ? "not addressed by a loaded guideline"
                                                                       : found.at("decision").get<std::string>());
    std::string rationale;
    for (const json& sentence : found.at("rationale")) rationale += sentence.value("text", "") + " ";
    out += in_lines(shown(rationale), "  ", kWidth);
  }
  return out;
}

}  // namespace

ExitCode case_draft(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto acting = act_on_case(common, options, "draft-prepared");
  if (!acting) return report(acting.error(), {});
  auto& [event, office, found] = *acting;
  std::vector<Error> problems;
  const auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  ReadingAtCommand reading(common, "");
  const auto reviewed = office::review_of(*office, *engine, reading.reader(), found, problems);
  if (!reviewed) return report(reviewed.error(), problems);
  tell_losses(reviewed->file);
  const auto done = office::keep_draft(*office, found, *reviewed, event);
  if (!done) return report(done.error(), {});
  const std::size_t items = reviewed->draft.items.size();
  out << fmt::format("{}: a draft of {} item{} is prepared. The reviewer decides: openimr case findings {}\n",
                     options.number, items, items == 1 ? "" : "s", options.number);
  return with_losses(ExitCode::done, reviewed->file);
}

ExitCode case_findings(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  const auto c = (*office)->ledger().load(options.number);
  if (!c) return report(c.error(), {});
  const auto draft = office::draft_of((*office)->store(), *c);
  if (!draft) return report(draft.error(), {});
  return deliver(findings_view(*c, *draft), options.out, out);
}

}  // namespace openimr::cli
