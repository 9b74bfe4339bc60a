#include "records/case_file.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/data.h"
#include "records/documents.h"
#include "records/duplicates.h"

namespace openimr::records {
namespace {

using nlohmann::json;

constexpr std::size_t kCaseFileBytes = 1U << 20U;
constexpr std::size_t kDocuments = 2000;

// The place of a value of case.yaml: the words as they stand there.
Place place_in_form(const DataFile& form, const std::string& pointer, const std::string& words) {
  const std::size_t from = form.mark(pointer).at;
  const std::size_t at = form.text.find(words, std::min(from, form.text.size()));
  if (words.empty() || at == std::string::npos) return {"case.yaml", 1, {0, 0}, ""};
  return {"case.yaml", 1, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}, words};
}

std::string text_or_empty(const json& object, const char* key) {
  return object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : std::string{};
}

class Opener {
 public:
  Opener(const std::filesystem::path& folder, const vocabulary::Vocabulary& vocabulary, RecordReader& reader,
         std::vector<Error>& problems)
      : folder_(folder), vocabulary_(vocabulary), reader_(reader), problems_(problems) {}

  std::optional<CaseFile> open(const json& schema) {
    auto form = read_form(schema);
    if (!form) return std::nullopt;
    const json& value = form->value;
    const std::optional<Date> review = date(*form, "/dates/review", value["dates"], "review");
    CaseFile out{
        .folder = folder_.string(),
        .form = form->text,
        .case_number = value["case_number"].get<std::string>(),
        .programme = text_or_empty(value, "programme"),
        .priority = text_or_empty(value, "priority"),
        .dates = {.injury = date(*form, "/dates/injury", value["dates"], "injury"),
                  .request = date(*form, "/dates/request", value["dates"], "request"),
                  .ur_decision = date(*form, "/dates/ur_decision", value["dates"], "ur_decision"),
                  .application = date(*form, "/dates/application", value["dates"], "application"),
                  .review = review ? *review : *Date::of(2000, 1, 1)},
        .assumed =
            value.contains("assumed") ? value["assumed"].get<std::vector<std::string>>() : std::vector<std::string>{},
        .age = std::nullopt,
        .sex = std::nullopt,
        .items = {},
        .evidence = {},
        .files = {},
        .documents = {},
        .losses = {},
        .place_of_review_date = place_in_form(*form, "/dates/review", text_or_empty(value["dates"], "review")),
        .place_of_injury_date = place_in_form(*form, "/dates/injury", text_or_empty(value["dates"], "injury")),
        .place_of_request_date = place_in_form(*form, "/dates/request", text_or_empty(value["dates"], "request")),
        .place_of_ur_date = place_in_form(*form, "/dates/ur_decision", text_or_empty(value["dates"], "ur_decision"))};
    if (value.contains("injured_worker") && value["injured_worker"].is_object()) {
      const json& worker = value["injured_worker"];
      if (worker.contains("age") && worker["age"].is_number_integer()) out.age = worker["age"].get<int>();
      if (worker.contains("sex") && worker["sex"].is_string()) out.sex = worker["sex"].get<std::string>();
    }
    read_items(*form, out);
    read_evidence(*form, out);
    read_documents(*form, out);
    return out;
  }

 private:
  std::optional<DataFile> read_form(const json& schema) {
    const std::filesystem::path path = folder_ / "case.yaml";
    if (!std::filesystem::is_directory(folder_)) {
      problems_.push_back({ErrorCode::not_found, "no such case folder", "", folder_.string(), 0, 0,
                           "Name a folder that holds case.yaml and records/."});
      return std::nullopt;
    }
    auto text = read_file(path, kCaseFileBytes);
    if (!text) {
      problems_.push_back(text.error());
      return std::nullopt;
    }
    if (const std::size_t at = first_invalid_utf8(*text); at != std::string::npos) {
      problems_.push_back(
          {ErrorCode::unreadable, "not UTF-8", "", path.string(), line_at(*text, at), 0, "Save the file as UTF-8."});
      return std::nullopt;
    }
    auto form = read_yaml(std::move(*text), path.string(), {kCaseFileBytes, 16, 10'000});
    if (!form) {
      problems_.push_back(form.error());
      return std::nullopt;
    }
    auto broken = check_schema(*form, schema);
    if (broken.empty()) return std::move(*form);
    for (Error& error : broken) error.remedy = "See docs/formats.md, Case folder";
    problems_.insert(problems_.end(), broken.begin(), broken.end());
    return std::nullopt;
  }

  std::optional<Date> date(const DataFile& form, const std::string& pointer, const json& object, const char* key) {
    const std::string text = text_or_empty(object, key);
    if (text.empty()) return std::nullopt;
    const auto value = Date::from_iso(text);
    if (!value) {
      problems_.push_back({ErrorCode::invalid, pointer.substr(1) + ": no such day", text, form.file,
                           form.mark(pointer).line, 0, "Write the date as YYYY-MM-DD."});
    }
    return value;
  }

  void read_items(const DataFile& form, CaseFile& out) {
    const json& items = form.value["disputed_items"];
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::string pointer = fmt::format("/disputed_items/{}", i);
      DisputedItem item;
      item.text = items[i]["text"].get<std::string>();
      item.place = place_in_form(form, pointer + "/text", item.text);
      item.parsed = parse_item(item.text, vocabulary_);
      item.service_date = date(form, pointer + "/service_date", items[i], "service_date");
      item.parsed.retrospective = item.parsed.retrospective || item.service_date.has_value();
      if (items[i].contains("claims_administrator") && items[i]["claims_administrator"].is_object()) {
        item.denial_reasons = text_or_empty(items[i]["claims_administrator"], "reasons");
        item.denial_guideline = text_or_empty(items[i]["claims_administrator"], "guideline");
      }
      out.items.push_back(std::move(item));
    }
  }

  void read_evidence(const DataFile& form, CaseFile& out) {
    if (!form.value.contains("evidence") || !form.value["evidence"].is_array()) return;
    const json& rows = form.value["evidence"];
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string pointer = fmt::format("/evidence/{}", i);
      CitedEvidence row{
          .kind = rows[i]["kind"] == "study" ? CitedEvidence::Kind::study : CitedEvidence::Kind::guideline,
          .by = rows[i]["by"].get<std::string>(),
          .citation = rows[i]["citation"].get<std::string>(),
          .recommends = rows[i]["recommends"] == "for",
          .level = text_or_empty(rows[i], "level"),
          .applies = rows[i].value("applies", true),
          .biased = rows[i].value("biased", false),
          .challenges_mtus = rows[i].value("challenges_mtus", false),
          .why = text_or_empty(rows[i], "why"),
          .items = rows[i].value("items", std::vector<int>{}),
          .place = {}};
      row.place = place_in_form(form, pointer + "/citation", row.citation);
      for (const int number : row.items) {
        if (number >= 1 && static_cast<std::size_t>(number) <= out.items.size()) continue;
        problems_.push_back({ErrorCode::invalid, pointer.substr(1) + ": no such item", std::to_string(number),
                             form.file, form.mark(pointer).line, 0,
                             fmt::format("The case has {} disputed items; count from 1.", out.items.size())});
      }
      out.evidence.push_back(std::move(row));
    }
  }

  struct Known {
    std::string kind;
    std::optional<Date> date;
    int line = 0;
    bool found = false;
  };

  void read_documents(const DataFile& form, CaseFile& out) {
    std::map<std::string, Known> known;
    if (form.value.contains("records") && form.value["records"].is_array()) {
      const json& rows = form.value["records"];
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string pointer = fmt::format("/records/{}", i);
        const auto name = rows[i]["file"].get<std::string>();
        const int line = form.mark(pointer + "/file").line;
        const bool first = known
                               .try_emplace(name, Known{text_or_empty(rows[i], "kind"),
                                                        date(form, pointer + "/date", rows[i], "date"), line, false})
                               .second;
        if (!first) {
          problems_.push_back(
              {ErrorCode::invalid, "the record is listed twice", name, form.file, line, 0, "Keep one of the rows."});
        }
      }
    }
    std::vector<std::string> names = document_names();
    for (const std::string& name : names) {
      if (const auto found = known.find(name); found != known.end()) found->second.found = true;
    }
    for (const auto& [name, row] : known) {
      if (!row.found) {
        problems_.push_back({ErrorCode::not_found, "the record is listed and is not there", name, form.file, row.line,
                             0, "Add the file or remove the row."});
      }
    }
    if (problems_.empty()) read_files(names, known, out);
    if (names.empty()) {
      problems_.push_back({ErrorCode::not_found, "no records", "", (folder_ / "records").string(), 0, 0,
                           "Put the documents of the case there, one file each."});
    }
  }

  std::vector<std::string> document_names() {
    std::vector<std::string> names;
    std::error_code failed;
    std::error_code none;
    for (std::filesystem::recursive_directory_iterator it(folder_ / "records", failed), end; !failed && it != end;
         it.increment(failed)) {
      const auto type = it->status(none).type();  // not found: a link to nowhere, which is a record that is lost
      const bool is_record =
          type == std::filesystem::file_type::regular || type == std::filesystem::file_type::not_found;
      if (!is_record || it->path().filename().string().starts_with('.')) continue;
      names.push_back(it->path().lexically_relative(folder_).generic_string());
      if (names.size() > kDocuments) {
        problems_.push_back({ErrorCode::invalid, fmt::format("more than {} documents", kDocuments), "",
                             (folder_ / "records").string(), 0, 0, "Split the case file."});
        break;
      }
    }
    if (failed && failed != std::errc::no_such_file_or_directory) {
      problems_.push_back({ErrorCode::unreadable, "the records cannot all be listed: " + failed.message(), "",
                           (folder_ / "records").string(), 0, 0, "Make it a folder in which you may read all."});
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  void read_files(const std::vector<std::string>& names, const std::map<std::string, Known>& known, CaseFile& out) {
    std::vector<RecordSource> sources;
    for (const std::string& name : names) sources.push_back({name, folder_ / name});
    ReadRecords records = reader_.read(sources, folder_);
    out.losses = std::move(records.losses);
    mark_duplicates(records.files);
    for (auto& file : records.files) {
      const auto row = known.find(file->name);
      const KnownDocument told =
          row == known.end() ? KnownDocument{} : KnownDocument{row->second.kind, row->second.date};
      out.files.push_back(std::move(file));
      for (Document& document : documents_of(out.files.back(), told, vocabulary_))
        out.documents.push_back(std::move(document));
    }
  }

  const std::filesystem::path& folder_;
  const vocabulary::Vocabulary& vocabulary_;
  RecordReader& reader_;
  std::vector<Error>& problems_;
};

}  // namespace

Document& CaseFile::add_document(std::string name, std::string text, const vocabulary::Vocabulary& vocabulary) {
  files.push_back(std::make_shared<RecordFile>(text_file(std::move(name), std::move(text))));
  return documents.emplace_back(files.back(), 1, static_cast<int>(files.back()->pages.size()), vocabulary);
}

const RecordFile* CaseFile::file(std::string_view name) const {
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file->name == name; });
  return found == files.end() ? nullptr : found->get();
}

CaseFile case_of_records(const std::vector<RecordSource>& sources, const vocabulary::Vocabulary& vocabulary,
                         RecordReader& reader) {
  ReadRecords records = reader.read(sources, "");
  CaseFile out{.folder = "",
               .form = "",
               .case_number = "",
               .programme = "",
               .priority = "",
               .dates = {.injury = std::nullopt,
                         .request = std::nullopt,
                         .ur_decision = std::nullopt,
                         .application = std::nullopt,
                         .review = *Date::of(2000, 1, 1)},
               .assumed = {},
               .age = std::nullopt,
               .sex = std::nullopt,
               .items = {},
               .evidence = {},
               .files = {},
               .documents = {},
               .losses = std::move(records.losses),
               .place_of_review_date = {},
               .place_of_injury_date = {},
               .place_of_request_date = {},
               .place_of_ur_date = {}};
  mark_duplicates(records.files);
  for (auto& file : records.files) {
    out.files.push_back(std::move(file));
    for (Document& document : documents_of(out.files.back(), {}, vocabulary))
      out.documents.push_back(std::move(document));
  }
  return out;
}

Result<CaseFile> open_case(const std::filesystem::path& folder, const json& case_schema,
                           const vocabulary::Vocabulary& vocabulary, RecordReader& reader,
                           std::vector<Error>& problems) {
  auto opened = Opener(folder, vocabulary, reader, problems).open(case_schema);
  if (!problems.empty()) return fail(problems.front());
  return std::move(*opened);
}

}  // namespace openimr::records
