// openimr case open: a case of the store from a case folder.
#include <filesystem>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/data.h"
#include "cli/case_reading.h"
#include "cli/office.h"
#include "cli/report.h"
#include "office/engine.h"
#include "office/kept_record.h"

namespace openimr::cli {
namespace {

using nlohmann::json;
using openimr::records::CaseFile;

void put_day(json& what, const char* field, const std::optional<Date>& day) {
  if (day) what[field] = day->iso();
}

// The application as its form tells it. `form` is the whole of case.yaml, which was checked.
json application_of(const CaseFile& file, const json& form, const program::Programme& usual) {
  json what = {{"programme", file.programme.empty() ? usual.id() : file.programme},
               {"priority", file.priority.empty() ? "standard" : file.priority},
               {"items", json::array()}};
  put_day(what, "injury", file.dates.injury);
  put_day(what, "request", file.dates.request);
  put_day(what, "ur_decision", file.dates.ur_decision);
  for (const char* field : {"ur_served_by", "claim", "parties"}) {
    if (form.contains(field) && !form[field].is_null()) what[field] = form[field];
  }
  if (file.age) what["age"] = *file.age;
  if (file.sex) what["sex"] = *file.sex;
  for (const auto& item : file.items) {
    json one = {{"text", item.text}};
    put_day(one, "service_date", item.service_date);
    if (!item.denial_reasons.empty()) one["reasons"] = item.denial_reasons;
    if (!item.denial_guideline.empty()) one["guideline"] = item.denial_guideline;
    what["items"].push_back(std::move(one));
  }
  return what;
}

// Keeps every file of the records, and lists them.
Result<json> keep_records(office::Office& office, const CaseFile& file) {
  auto out = json::array();
  for (const auto& record : file.files) {
    auto one = office::keep_record(office.store(), std::filesystem::path(file.folder) / record->name, record->name,
                                   file, record->name);
    if (!one) return fail(one.error());
    out.push_back(std::move(*one));
  }
  return out;
}

}  // namespace

ExitCode case_open(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto event = event_by(options, "application-received");
  if (!event) return report(event.error(), {});
  std::vector<Error> problems;
  auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  const auto file = open_case(*engine, common, options.folder, problems);
  if (!file) return report(file.error(), problems);
  const auto form = read_yaml(file->form, options.folder + "/case.yaml");
  if (!form) return report(form.error(), {});
  auto office = open_office(common, options, true);
  if (!office) return report(office.error(), {});
  event->what = application_of(*file, form->value, (*office)->law().usual());
  const std::string number = options.number.empty() ? file->case_number : options.number;
  const auto before = (*office)->ledger().load(number);
  if (before)
    return report(
        {ErrorCode::wrong_use, "there is a case of this number", number, "", 0, 0, "Give another one: --number."}, {});
  const auto records = keep_records(**office, *file);
  if (!records) return report(records.error(), {});
  if (!records->empty()) event->what["documents"] = *records;
  const auto opened = (*office)->ledger().record(number, {*event});
  if (!opened) return report(opened.error(), {});
  out << fmt::format("{}: received, {} item{}, {} record{}.\n", number, opened->items.size(),
                     opened->items.size() == 1 ? "" : "s", opened->records.size(),
                     opened->records.size() == 1 ? "" : "s");
  const auto same = office::others_of_dispute(**office, *opened);
  if (!same) return report(same.error(), {});
  for (const std::string& other : *same)
    out << fmt::format("The same claim and denial stand in {}: is this a duplicate (duplicate-found of={})?\n", other,
                       other);
  return with_losses(ExitCode::done, *file);
}

}  // namespace openimr::cli
