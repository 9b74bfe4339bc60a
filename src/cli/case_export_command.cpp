// openimr case export: the file of a case, as an appeal needs it.
#include <filesystem>
#include <fstream>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/case_file.h"
#include "cli/letterhead.h"
#include "cli/office.h"
#include "cli/report.h"
#include "cli/zip_file.h"
#include "letter/paper.h"
#include "office/part_folder.h"

namespace openimr::cli {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> not_written(const std::string& target, const char* remedy) {
  return fail({ErrorCode::unreadable, "cannot be written", "", target, 0, 0, remedy});
}

// A zip archive or a folder: the files one after another, and then whole in its place or not there at all.
class Target {
 public:
  virtual ~Target() = default;
  virtual Result<void> add(const std::string& name, const std::string& bytes) = 0;
  virtual Result<void> keep() = 0;
};

class ZipTarget : public Target {
 public:
  explicit ZipTarget(ZipFile zip) : zip_(std::move(zip)) {}
  Result<void> add(const std::string& name, const std::string& bytes) override { return zip_.add(name, bytes); }
  Result<void> keep() override { return zip_.keep(); }

 private:
  ZipFile zip_;
};

class FolderTarget : public Target {
 public:
  explicit FolderTarget(const fs::path& target) : target_(target), part_(target) {}
  bool is_made() const { return !part_.path().empty(); }
  Result<void> add(const std::string& name, const std::string& bytes) override {
    std::ofstream file(part_.path() / name, std::ios::binary);
    file << bytes;
    if (!file.flush()) return not_written(target_.string(), "Check the room on the disk.");
    return {};
  }
  Result<void> keep() override {
    if (!part_.keep_as(target_)) return not_written(target_.string(), "Name a folder that is not there yet.");
    return {};
  }

 private:
  fs::path target_;
  office::PartFolder part_;
};

Result<std::unique_ptr<Target>> target_for(const std::string& out) {
  const fs::path path = fs::absolute(out).lexically_normal();
  if (path.extension() == ".zip") {
    auto zip = ZipFile::create(path);
    if (!zip) return fail(zip.error());
    return std::make_unique<ZipTarget>(std::move(*zip));
  }
  auto folder = std::make_unique<FolderTarget>(path.has_filename() ? path : path.parent_path());
  if (!folder->is_made()) return not_written(out, "Check the folder and its rights.");
  return folder;
}

// The bytes of an entry: from the store, or made here.
Result<std::string> bytes_of(store::Store& store, const cases::CaseFileParts& parts, const cases::ExportEntry& entry,
                             Date dated) {
  if (entry.document == cases::kHistoryPaper) return letter::paper_pdf(parts.history, dated);
  if (entry.document == cases::kHistoryLines) return parts.history_lines;
  const auto hash = store::Hash::from_hex(entry.document);
  if (!hash)
    return fail({ErrorCode::invalid, "an event names no sound document", entry.document, "", 0, 0,
                 "See openimr store verify."});
  return store.get({*hash});
}

Result<std::size_t> write(store::Store& store, const office::FoundCase& found, const cases::CaseFileParts& parts,
                          const letter::Letterhead& head, Target& to) {
  const auto entries = cases::numbered(parts.entries);
  const auto index = letter::paper_pdf(cases::index_paper(head, found.c.number, entries), found.now.day);
  if (!index) return fail(index.error());
  if (auto added = to.add("0000-index.pdf", *index); !added) return fail(added.error());
  for (const cases::NumberedEntry& each : entries) {
    const auto bytes = bytes_of(store, parts, each.entry, found.now.day);
    if (!bytes) return fail(bytes.error());
    if (auto added = to.add(each.file_name, *bytes); !added) return fail(added.error());
  }
  if (auto kept = to.keep(); !kept) return fail(kept.error());
  return entries.size();
}

}  // namespace

ExitCode case_export(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  const auto found = find_case(**office, options);
  if (!found) return report(found.error(), {});
  const auto history = (*office)->ledger().history(options.number);
  if (!history) return report(history.error(), {});
  const letter::Letterhead head{letterhead_of(options).organisation, found->programme->title()};
  const auto for_whom = options.for_whom == "parties" ? cases::ForWhom::parties : cases::ForWhom::office;
  const cases::CaseFileParts parts = cases::case_file(*found->programme, found->c, *history, head, for_whom);
  auto target = target_for(options.out);
  if (!target) return report(target.error(), {});
  const auto written = write((*office)->store(), *found, parts, head, **target);
  if (!written) return report(written.error(), {});
  out << fmt::format("{}: {} documents and their index in {}.\n", options.number, *written, options.out);
  return ExitCode::done;
}

}  // namespace openimr::cli
