// openimr case add: records that arrive for a case.
#include <filesystem>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/data.h"
#include "cli/case_reading.h"
#include "cli/engine.h"
#include "cli/office.h"
#include "cli/report.h"

namespace openimr::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kMostRecordBytes = 512U << 20U;

// "records/report.pdf", or "records/report-2.pdf" where the case has one of that name.
std::string name_for(const fs::path& file, const cases::Case& c, const json& added) {
  const auto taken = [&](const std::string& name) {
    for (const cases::Record& record : c.records) {
      if (record.name == name) return true;
    }
    for (const json& each : added) {
      if (each.at("name") == name) return true;
    }
    return false;
  };
  std::string name = "records/" + file.filename().string();
  for (int i = 2; taken(name); ++i)
    name = fmt::format("records/{}-{}{}", file.stem().string(), i, file.extension().string());
  return name;
}

}  // namespace

ExitCode case_add(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto event = event_by(options, "records-received");
  if (!event) return report(event.error(), {});
  auto office = Office::open(common, options);
  if (!office) return report(office.error(), {});
  const auto c = (*office)->ledger().load(options.number);
  if (!c) return report(c.error(), {});
  std::vector<Error> problems;
  const auto engine = load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  const auto file = open_records(*engine, common, options.files, problems);
  if (!file) return report(file.error(), problems);

  auto added = json::array();
  for (const std::string& path : options.files) {
    const auto bytes = read_file(path, kMostRecordBytes);
    if (!bytes) return report(bytes.error(), {});
    const auto id = (*office)->store().put(*bytes);
    if (!id) return report(id.error(), {});
    json one = {{"document", id->hash.hex()}, {"name", name_for(path, *c, added)}};
    for (const auto& document : file->documents) {
      if (document.name() != path) continue;
      if (!document.kind.empty()) one["kind"] = document.kind;
      if (document.date) one["date"] = document.date->iso();
      break;
    }
    added.push_back(std::move(one));
  }
  event->what = {{"from", options.role}, {"documents", added}};
  const auto done = (*office)->ledger().record(options.number, {*event});
  if (!done) return report(done.error(), {});
  out << fmt::format("{}: {} record{} received; it has {}.\n", options.number, added.size(),
                     added.size() == 1 ? "" : "s", done->records.size());
  return with_losses(ExitCode::done, *file);
}

}  // namespace openimr::cli
