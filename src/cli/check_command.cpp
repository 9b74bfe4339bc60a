#include <algorithm>
#include <iostream>
#include <ostream>

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/case_reading.h"
#include "cli/commands.h"
#include "cli/deliver.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "letter/checklist.h"
#include "office/checking.h"
#include "office/engine.h"

namespace openimr::cli {
namespace {

Result<Date> day_of(const char* option, const std::string& written) {
  const auto day = Date::from_iso(written);
  if (day) return *day;
  return fail({ErrorCode::wrong_use, fmt::format("{}: no such day", option), written, "", 0, 0,
               "Write the date as YYYY-MM-DD."});
}

}  // namespace

ExitCode check(const Common& common, const CheckOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  const auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  const auto on = day_of("--on", options.on);
  if (!on) return report(on.error(), problems);
  auto file = open_records(*engine, common, options.records, problems);
  if (!file) return report(file.error(), problems);
  office::Request request{options.items, *on, std::nullopt, options.mme_year};
  if (!options.injury.empty()) {
    const auto injury = day_of("--injury", options.injury);
    if (!injury) return report(injury.error(), problems);
    request.injury = *injury;
  }
  const auto reviewed = office::check_request(*engine, std::move(*file), request, problems);
  if (!reviewed) return report(reviewed.error(), problems);
  const bool json = options.format == "json";
  const int width =
      is_terminal(STDOUT_FILENO) && options.out.empty() ? std::min(terminal_width(STDOUT_FILENO), 100) : 100;
  const ExitCode delivered =
      deliver(json ? letter::checklist_json(reviewed->draft).dump(2) + '\n' : letter::checklist(reviewed->draft, width),
              options.out, out);
  if (delivered != ExitCode::done) return delivered;
  if (!letter::is_complete(reviewed->draft)) return ExitCode::failed;
  return with_losses(ExitCode::done, reviewed->file);
}

}  // namespace openimr::cli
