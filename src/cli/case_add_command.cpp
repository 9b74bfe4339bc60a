// openimr case add: records that arrive for a case.
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/case_reading.h"
#include "cli/office.h"
#include "cli/report.h"
#include "office/engine.h"
#include "office/kept_record.h"
#include "office/record_names.h"

namespace openimr::cli {

ExitCode case_add(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto acting = act_on_case(common, options, "records-received");
  if (!acting) return report(acting.error(), {});
  auto& [event, office, found] = *acting;
  std::vector<Error> problems;
  const auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  const auto file = open_records(*engine, common, options.files, problems);
  if (!file) return report(file.error(), problems);

  auto added = nlohmann::json::array();
  for (const std::string& path : options.files) {
    auto one = office::keep_record(office->store(), path, office::record_name(path, found.c, added), *file, path);
    if (!one) return report(one.error(), {});
    added.push_back(std::move(*one));
  }
  event.what = {{"from", options.role}, {"documents", added}};
  const auto done = office->ledger().record(options.number, {event});
  if (!done) return report(done.error(), {});
  out << fmt::format("{}: {} record{} received; it has {}.\n", options.number, added.size(),
                     added.size() == 1 ? "" : "s", done->records.size());
  return with_losses(ExitCode::done, *file);
}

}  // namespace openimr::cli
