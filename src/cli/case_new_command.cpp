// openimr case new: a case folder from the two forms that every case starts with, for a clerk to confirm.
#include <fstream>
#include <iostream>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "cli/case_forms.h"
#include "cli/case_yaml.h"
#include "cli/commands.h"
#include "cli/report.h"
#include "office/engine.h"
#include "office/part_folder.h"
#include "office/reader_path.h"
#include "records/documents.h"
#include "records/record_reader.h"

namespace openimr::cli {
namespace {

namespace fs = std::filesystem;
using openimr::records::Document;
using openimr::records::FieldLabels;
using openimr::records::RecordSource;

Error not_written(const fs::path& target) {
  return {ErrorCode::unreadable,
          "the case folder cannot be written",
          "",
          target.string(),
          0,
          0,
          "Check the folder above it and its rights."};
}

// Copies the files into the records of a case; the sources by their names there.
Result<std::vector<RecordSource>> copy_records(const std::vector<std::string>& files, const fs::path& folder,
                                               const fs::path& target) {
  std::error_code failed;
  if (folder.empty() || !fs::create_directory(folder / "records", failed)) return fail(not_written(target));
  std::vector<RecordSource> out;
  for (const std::string& file : files) {
    const std::string own = fs::path(file).filename().string();
    const std::string name = "records/" + own;
    if (!fs::is_regular_file(file, failed))
      return fail({ErrorCode::not_found, "no such file", "", file, 0, 0, "Name files that are there."});
    if (fs::exists(folder / name, failed))
      return fail({ErrorCode::wrong_use, "two files of one name", own, file, 0, 0, "Rename one of them."});
    if (!fs::copy_file(file, folder / name, failed)) return fail(not_written(target));
    out.push_back({name, folder / name});
  }
  return out;
}

std::vector<Document> documents_in(const openimr::records::ReadRecords& read,
                                   const vocabulary::Vocabulary& vocabulary) {
  std::vector<Document> out;
  for (const auto& file : read.files) {
    for (Document& document : openimr::records::documents_of(file, {}, vocabulary)) out.push_back(std::move(document));
  }
  return out;
}

bool write_file(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  return static_cast<bool>(file.flush());
}

}  // namespace

ExitCode case_new(const Common& common, const CaseNewOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  auto packs = office::load_packs(common.packs, problems);
  if (!packs) return report(packs.error(), problems);
  const FieldLabels labels = labels_of(packs->data["vocabulary"]);
  auto engine = office::make_engine(std::move(*packs));
  if (!engine) return report(engine.error(), problems);

  std::error_code failed;
  fs::path target = fs::absolute(options.folder, failed).lexically_normal();
  if (!target.has_filename()) target = target.parent_path();
  if (fs::exists(target, failed) && !fs::is_empty(target, failed)) {
    return report({ErrorCode::invalid, "the folder is there and not empty", "", options.folder, 0, 0,
                   "Name a new folder; nothing is written over."},
                  {});
  }
  office::PartFolder part(target);
  const auto sources = copy_records(options.from, part.path(), target);
  if (!sources) return report(sources.error(), {});
  openimr::records::RecordReader reader({.program = office::reader_path(), .jobs = common.reading.jobs});
  const auto read = reader.read(*sources, target);
  const std::vector<Document> documents = documents_in(read, engine->vocabulary);
  const auto written = case_yaml(form_of(documents, "imr_application", labels),
                                 form_of(documents, "ur_decision", labels), target.filename().string(), options.today);
  if (!write_file(part.path() / "case.yaml", written.yaml) || !part.keep_as(target))
    return report(not_written(target), {});
  for (const Error& loss : read.losses) std::cerr << "warning: " << loss.to_string() << '\n';
  for (const std::string& warning : written.warnings) std::cerr << "warning: " << warning << '\n';
  out << fmt::format("{}: a new case of {} file{}. Confirm what is marked in case.yaml, then: openimr case check {}\n",
                     options.folder, sources->size(), sources->size() == 1 ? "" : "s", options.folder);
  return read.losses.empty() && written.warnings.empty() ? ExitCode::done : ExitCode::skipped;
}

}  // namespace openimr::cli
