// openimr case draft and findings: a draft of a case in the store, and what it found.
#include <filesystem>
#include <fstream>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cases/case_form.h"
#include "cases/case_json.h"
#include "cli/case_reading.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "cli/office.h"
#include "cli/part_folder.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "letter/json.h"

namespace openimr::cli {
namespace {

namespace fs = std::filesystem;
using cases::Case;
using nlohmann::json;

constexpr std::size_t kWidth = 100;

bool write_file(const fs::path& path, const std::string& bytes) {
  std::error_code failed;
  fs::create_directories(path.parent_path(), failed);
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  return static_cast<bool>(file.flush());
}

// Whether a record's name stays below the folder of a case.
bool stays_inside(const std::string& name) {
  const fs::path path = fs::path(name).lexically_normal();
  return name.starts_with("records/") && path.begin() != path.end() && *path.begin() == "records";
}

// The case file of a case, in a folder for as long as the draft is made.
Result<void> write_case_file(Office& office, const Case& c, const cases::CaseForm& form, const fs::path& folder) {
  const Error not_written = {ErrorCode::unreadable,
                             "the case cannot be laid out for a draft",
                             "",
                             folder.string(),
                             0,
                             0,
                             "Check the folder for temporary files and its rights."};
  if (folder.empty() || !write_file(folder / "case.yaml", form.yaml)) return fail(not_written);
  for (const cases::Record& record : c.records) {
    const auto hash = store::Hash::from_hex(record.document);
    if (!hash || !stays_inside(record.name))
      return fail({ErrorCode::invalid, "a record has no sound name", record.document, c.number, 0, 0,
                   "Its name has to lie below records/."});
    const auto bytes = office.store().get({*hash});
    if (!bytes) return fail(bytes.error());
    if (!write_file(folder / record.name, *bytes)) return fail(not_written);
  }
  return {};
}

json decisions_of(const determination::Draft& draft, const cases::CaseForm& form) {
  auto out = json::array();
  for (std::size_t i = 0; i < draft.items.size() && i < form.items.size(); ++i) {
    const auto& decision = draft.items[i].decision;
    out.push_back(
        {{"item", form.items[i] + 1}, {"decision", decision ? json(determination::name_of(*decision)) : json()}});
  }
  return out;
}

// "met             duration-of-use: used for no longer than three weeks (p. 3 of records/pr2.txt)"
std::string criterion_lines(const json& criterion) {
  std::string out = fmt::format("{}: {}", criterion.value("id", ""), criterion.value("says", ""));
  const json& places = criterion.value("places", json::array());
  if (!places.empty()) out += fmt::format(" ({}, p. {})", places[0].value("document", ""), places[0].value("page", 0));
  return in_lines(shown(out), fmt::format("    {:<14}  ", criterion.value("finding", "")), kWidth);
}

std::string findings_view(const Case& c, const json& draft) {
  std::string out;
  std::size_t of_draft = 0;
  for (std::size_t i = 0; i < c.items.size(); ++i) {
    const cases::Item& item = c.items[i];
    if (!item.is_open() || of_draft >= draft.at("items").size()) continue;
    const json& found = draft.at("items")[of_draft++];
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
  const auto engine = load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);

  const cases::CaseForm form = cases::form_of(found.c, event.on.day);
  const PartFolder folder(fs::temp_directory_path() / "openimr-draft");
  if (auto laid_out = write_case_file(*office, found.c, form, folder.path()); !laid_out)
    return report(laid_out.error(), {});
  Common reading = common;
  reading.reading.no_cache = true;
  auto file = open_case(*engine, reading, folder.path().string(), problems);
  if (!file) return report(file.error(), problems);
  const auto reviewed = review_case(*engine, std::move(*file), 0, problems);
  if (!reviewed) return report(reviewed.error(), problems);
  const auto id = office->store().put(letter::to_json(reviewed->draft).dump());
  if (!id) return report(id.error(), {});
  event.what = {{"draft", id->hash.hex()}, {"decisions", decisions_of(reviewed->draft, form)}};
  const auto done = office->ledger().record(options.number, {event});
  if (!done) return report(done.error(), {});
  out << fmt::format("{}: a draft of {} item{} is prepared. The reviewer decides: openimr case findings {}\n",
                     options.number, reviewed->draft.items.size(), reviewed->draft.items.size() == 1 ? "" : "s",
                     options.number);
  return with_losses(ExitCode::done, reviewed->file);
}

ExitCode case_findings(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto office = Office::open(common, options);
  if (!office) return report(office.error(), {});
  const auto c = (*office)->ledger().load(options.number);
  if (!c) return report(c.error(), {});
  const auto hash = store::Hash::from_hex(c->draft);
  if (!hash)
    return report({ErrorCode::not_found, "the case has no draft", options.number, "", 0, 0,
                   fmt::format("Have it prepared: openimr case draft {}.", options.number)},
                  {});
  const auto bytes = (*office)->store().get({*hash});
  if (!bytes) return report(bytes.error(), {});
  return deliver(findings_view(*c, json::parse(*bytes)), options.out, out);
}

}  // namespace openimr::cli
