#include <algorithm>
#include <iostream>
#include <ostream>

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/case_reading.h"
#include "cli/commands.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "letter/checklist.h"

namespace openimr::cli {
namespace {

// A line of the request, as if it stood in a form, so that its words have places.
Place add_line(const std::string& text, records::CaseFile& file) {
  const auto begin = static_cast<std::uint32_t>(file.form.size());
  file.form += text + '\n';
  return {"request", 1, {begin, begin + static_cast<std::uint32_t>(text.size())}, text};
}

void add_items(const std::vector<std::string>& items, const vocabulary::Vocabulary& vocabulary,
               records::CaseFile& file) {
  for (const std::string& text : items) {
    file.items.push_back({.text = text,
                          .place = add_line(text, file),
                          .parsed = records::parse_item(text, vocabulary),
                          .service_date = std::nullopt,
                          .denial_reasons = "",
                          .denial_guideline = ""});
  }
}

Result<Date> day_of(const char* option, const std::string& written) {
  const auto day = Date::from_iso(written);
  if (day) return *day;
  return fail({ErrorCode::wrong_use, fmt::format("{}: no such day", option), written, "", 0, 0,
               "Write the date as YYYY-MM-DD."});
}

}  // namespace

ExitCode check(const Common& common, const CheckOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  const auto engine = load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  const auto on = day_of("--on", options.on);
  if (!on) return report(on.error(), problems);
  auto file = open_records(*engine, common, options.records, problems);
  if (!file) return report(file.error(), problems);
  file->dates.review = *on;
  file->dates.request = *on;
  if (!options.injury.empty()) {
    const auto injury = day_of("--injury", options.injury);
    if (!injury) return report(injury.error(), problems);
    file->dates.injury = *injury;
  }
  add_items(options.items, engine->vocabulary, *file);
  if (!options.injury.empty()) file->place_of_injury_date = add_line(options.injury, *file);
  const auto reviewed = review_case(*engine, std::move(*file), options.mme_year, problems);
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
