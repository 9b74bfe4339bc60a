// openimr corpus export, openimr corpus show.
#include <fstream>
#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/csv.h"
#include "cli/corpus/options.h"
#include "cli/deliver.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "corpus/collection/collection.h"

namespace openimr::cli {
namespace {

using corpus::Published;

std::string json_of(const Published& letter) {
  return corpus::to_json(letter).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

constexpr std::string_view kHead =
    "id,source,reference,decided,injury,age,sex,specialties,states,item,decision,kind,drug,class,treatment,category,"
    "subcategory,body_parts,guidelines,sections\n";

// A row for each item.
std::string csv_of(const Published& letter) {
  const auto list = [](const std::vector<std::string>& values) {
    return csv_field(fmt::format("{}", fmt::join(values, "; ")));
  };
  const auto day = [](const std::optional<Date>& date) { return date ? date->iso() : std::string(); };
  std::string out;
  for (const corpus::PublishedItem& item : letter.items) {
    const std::vector<std::string> fields = {
        letter.id(),
        csv_field(letter.source),
        csv_field(letter.reference),
        day(letter.decided),
        day(letter.injury),
        letter.age ? std::to_string(*letter.age) : csv_field(letter.age_range),
        csv_field(letter.sex),
        list(letter.specialties),
        list(letter.states),
        csv_field(item.text),
        item.decision ? std::string(determination::name_of(*item.decision)) : std::string(),
        csv_field(item.kind),
        csv_field(item.drug),
        csv_field(item.drug_class),
        csv_field(item.treatment),
        csv_field(item.category),
        csv_field(item.subcategory),
        list(item.body_parts),
        list(item.guidelines),
        list(item.sections)};
    out += fmt::format("{}\n", fmt::join(fields, ","));
  }
  return out;
}

Result<void> write_all(const corpus::LetterStore& store, const std::string& format, std::ostream& out) {
  if (format == "csv") out << kHead;
  return store.each(0, 1, 0, [&](std::int64_t, const Published& letter) {
    out << (format == "csv" ? csv_of(letter) : json_of(letter) + "\n");
    return static_cast<bool>(out);
  });
}

Error not_written(const std::string& file) {
  return {ErrorCode::unreadable, "cannot be written", "", file, 0, 0, "Make room, or name another file."};
}

}  // namespace

ExitCode corpus_export(const Common& /*common*/, const CorpusOptions& options, std::ostream& out) {
  const auto store = corpus::LetterStore::open(corpus::letters_file(options.folder), corpus::LetterStore::Make::no);
  if (!store) return report(store.error(), {});
  const std::string format = options.format.empty() ? "jsonl" : options.format;
  if (options.out.empty()) {
    const auto done = write_all(*store, format, out);
    return done ? ExitCode::done : report(done.error(), {});
  }
  const std::string part = options.out + ".part";
  std::error_code ignored;
  std::ofstream file(part, std::ios::binary);
  const auto done = write_all(*store, format, file);
  file.flush();
  const bool is_whole = done && static_cast<bool>(file);
  file.close();
  std::error_code refused;
  if (is_whole) std::filesystem::rename(part, options.out, refused);
  if (is_whole && !refused) return ExitCode::done;
  std::filesystem::remove(part, ignored);
  return report(done ? not_written(options.out) : done.error(), {});
}

ExitCode corpus_show(const Common& /*common*/, const CorpusOptions& options, std::ostream& out) {
  const auto store = corpus::LetterStore::open(corpus::letters_file(options.folder), corpus::LetterStore::Make::no);
  if (!store) return report(store.error(), {});
  const auto letter = store->find(options.id);
  if (!letter) return report(letter.error(), {});
  if (!*letter)
    return report(
        {ErrorCode::not_found, "no letter has this id", options.id, "", 0, 0, "Take one that openimr search shows."},
        {});
  return deliver(options.format == "json" ? json_of(**letter) + "\n" : (*letter)->text, options.out, out);
}

}  // namespace openimr::cli
