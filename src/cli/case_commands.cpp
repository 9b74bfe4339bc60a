#include <ostream>
#include <sstream>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/data.h"
#include "cli/case_facts.h"
#include "cli/case_reading.h"
#include "cli/commands.h"
#include "cli/deliver.h"
#include "cli/report.h"
#include "letter/json.h"
#include "letter/text.h"
#include "office/engine.h"

namespace openimr::cli {

ExitCode review(const Common& common, const CaseOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  auto opened = open_case(*engine, common, options.folder, problems);
  if (!opened) return report(opened.error(), problems);
  auto reviewed = office::review_case(*engine, std::move(*opened), options.mme_year, problems);
  if (!reviewed) return report(reviewed.error(), problems);
  std::ostringstream text;
  if (options.format == "json") {
    text << letter::to_json(reviewed->draft).dump(2) << '\n';
  } else {
    letter::write_text(text, reviewed->draft, {100, common.colour && options.out.empty()});
  }
  return with_losses(deliver(text.str(), options.out, out), reviewed->file);
}

ExitCode case_check(const Common& common, const CaseOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  // A draft is the whole check: it also fails where no edition was in force.
  auto opened = open_case(*engine, common, options.folder, problems);
  if (!opened) return report(opened.error(), problems);
  auto reviewed = office::review_case(*engine, std::move(*opened), options.mme_year, problems);
  if (!reviewed) return report(reviewed.error(), problems);
  const openimr::records::CaseFile* file = &reviewed->file;
  warn(reviewed->facts, *file);
  for (const auto& item : file->items) {
    if (item.parsed.concept_name) continue;
    std::cerr << fmt::format("warning: {}/case.yaml:{}: no drug or service is recognised in '{}'\n", options.folder,
                             line_at(file->form, item.place.span.begin), item.text);
  }
  out << fmt::format("{}: the case is sound: {} disputed item{}, {} document{}\n", options.folder, file->items.size(),
                     file->items.size() == 1 ? "" : "s", file->documents.size(),
                     file->documents.size() == 1 ? "" : "s");
  return with_losses(ExitCode::done, *file);
}

}  // namespace openimr::cli
