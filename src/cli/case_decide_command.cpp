// openimr case decide and submit: the reviewer's decision on each item, in their own words or in those of the draft.
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/case_json.h"
#include "cli/office.h"
#include "cli/report.h"

namespace openimr::cli {
namespace {

using cases::Case;
using nlohmann::json;

tl::unexpected<Error> refuse(std::string message, std::string offending, std::string remedy) {
  return fail({ErrorCode::wrong_use, std::move(message), std::move(offending), "", 0, 0, std::move(remedy)});
}

Result<json> draft_of(Office& office, const Case& c) {
  const auto hash = store::Hash::from_hex(c.draft);
  if (!hash)
    return refuse("the case has no draft", c.number, "Have it prepared (case draft), or write your own words.");
  const auto bytes = office.store().get({*hash});
  if (!bytes) return fail(bytes.error());
  return json::parse(*bytes);
}

std::string sentences(const json& list) {
  std::string out;
  for (const json& each : list) out += (out.empty() ? "" : " ") + each.at("text").get<std::string>();
  return out;
}

// "MTUS Chronic Pain 2009, ...": the citations as a letter prints them, one after another.
std::string citations(const json& list) {
  std::string out;
  for (const json& each : list) {
    const std::string source = each.value("source", "");
    const std::string text = each.at("text").get<std::string>();
    const bool mtus = source == "MTUS" && !text.starts_with("MTUS");
    out += fmt::format("{}Decision based on {}{}{}", out.empty() ? "" : ". ",
                       source == "MTUS" ? "" : "Non-MTUS Citation ", mtus ? "MTUS " : "", text);
  }
  return out;
}

// The words of the draft for an item of the case, which proposes this decision.
Result<json> words_of_draft(Office& office, const Case& c, std::size_t number, const std::string& decision) {
  if (number < 1 || number > c.items.size())
    return refuse("there is no such item", std::to_string(number), fmt::format("The case has {}.", c.items.size()));
  if (!cases::shows_draft(c, c.items[number - 1]))
    return refuse("the reviewer's own finding comes first", std::to_string(number),
                  "Record it before the draft is seen (case do CASE own-finding-recorded).");
  const auto draft = draft_of(office, c);
  if (!draft) return fail(draft.error());
  std::size_t of_draft = 0;
  for (std::size_t i = 0; i + 1 < number; ++i) of_draft += c.items[i].is_open() ? 1 : 0;
  const json& item = draft->at("items").at(of_draft);
  if (item.at("decision") != decision)
    return refuse("the draft does not propose this decision", decision, "Give your own words: --rationale.");
  return json{{"rationale", sentences(item.at("rationale"))}, {"citation", citations(item.at("citations"))}};
}

}  // namespace

ExitCode case_decide(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto event = event_by(options, "item-decided");
  if (!event) return report(event.error(), {});
  auto office = Office::open(common, options);
  if (!office) return report(office.error(), {});
  event->what = {{"item", options.item}, {"decision", options.decision}};
  if (options.by_draft) {
    const auto c = (*office)->ledger().load(options.number);
    if (!c) return report(c.error(), {});
    const auto words = words_of_draft(**office, *c, static_cast<std::size_t>(options.item), options.decision);
    if (!words) return report(words.error(), {});
    event->what.update(*words);
  }
  if (!options.rationale.empty()) event->what["rationale"] = options.rationale;
  if (!options.citation.empty()) event->what["citation"] = options.citation;
  const auto done = (*office)->ledger().record(options.number, {*event});
  if (!done) return report(done.error(), {});
  out << fmt::format("{}: item {} is decided: {}.\n", options.number, options.item, options.decision);
  return ExitCode::done;
}

ExitCode case_submit(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto acting = act_on_case(common, options, "submitted");
  if (!acting) return report(acting.error(), {});
  auto& [event, office, found] = *acting;
  std::string summary = options.summary;
  if (options.by_draft) {
    const auto draft = draft_of(*office, found.c);
    if (!draft) return report(draft.error(), {});
    summary = sentences(draft->at("summary"));
  }
  if (!summary.empty()) event.what["summary"] = summary;
  const auto done = office->ledger().record(options.number, {event});
  if (!done) return report(done.error(), {});
  out << fmt::format("{}: submitted; it is '{}'.\n", options.number, done->state);
  return ExitCode::done;
}

}  // namespace openimr::cli
