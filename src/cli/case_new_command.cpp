// openimr case new: a case folder from the two forms that every case starts with, for a clerk to confirm.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "base/pattern.h"
#include "cli/case_reading.h"
#include "cli/commands.h"
#include "cli/engine.h"
#include "cli/reader_path.h"
#include "cli/report.h"
#include "records/documents.h"
#include "records/form_fields.h"
#include "records/record_reader.h"
#include "records/written_days.h"

namespace openimr::cli {
namespace {

namespace fs = std::filesystem;
using openimr::records::Document;
using openimr::records::FieldLabels;
using openimr::records::FormField;

// A form of the case and its fields; no document where the files hold none of its kind.
struct Form {
  const Document* document = nullptr;
  std::vector<FormField> fields;

  const FormField* field(std::string_view name) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const FormField& f) { return f.field == name; });
    return found == fields.end() ? nullptr : &*found;
  }
};

std::string in_quotes(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

class CaseYaml {
 public:
  CaseYaml(Form application, Form denial, std::string today)
      : application_(std::move(application)), denial_(std::move(denial)), today_(std::move(today)) {}

  std::string write(const std::string& name) {
    out_ =
        "# Read from the forms by openimr case new. Confirm each value marked so against its place, and take the mark "
        "away.\n";
    out_ += fmt::format("case_number: {}  # confirm: the folder's name; the assignment gives the number\n",
                        in_quotes(name));
    out_ += "programme: ca-dwc-imr\n";
    priority();
    out_ += "dates:\n";
    day("injury", "injury_date", {&application_, &denial_});
    day("request", "request_date", {&denial_, &application_});
    day("ur_decision", "ur_date", {&denial_, &application_});
    day("application", "application_date", {&application_});
    out_ += fmt::format("  review: {}  # confirm: today; the day the determination is made\n", today_);
    out_ += "assumed: [dates.review]\nur_served_by: null  # confirm: no field of the forms tells it\n";
    age();
    parties();
    items();
    records();
    return out_;
  }

  const std::vector<std::string>& warnings() const { return warnings_; }

 private:
  static std::string place(const Form& form, const FormField& field) {
    const Place at = form.document->file().text.place(form.document->name(),
                                                      {field.span.begin + offset(form), field.span.end + offset(form)});
    std::string words = at.text.substr(0, 160);
    std::replace_if(words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return fmt::format("{} p. {}: {}", at.document, at.page, in_quotes(words));
  }
  static std::uint32_t offset(const Form& form) {
    return form.document->file().text.page_begins[static_cast<std::size_t>(form.document->first_page() - 1)];
  }

  std::string searched(const std::vector<const Form*>& forms) const {
    std::string out;
    for (const Form* form : forms) {
      if (form->document == nullptr) continue;
      out += fmt::format("{}{} p. {}-{}", out.empty() ? "" : ", ", form->document->name(), form->document->first_page(),
                         form->document->last_page());
    }
    return out.empty() ? "no such form among the files" : "not found; searched " + out;
  }

  void day(const char* key, const char* field, const std::vector<const Form*>& forms) {
    std::optional<Date> chosen;
    std::string where;
    for (const Form* form : forms) {
      const FormField* found = form->field(field);
      const auto days =
          found == nullptr ? std::vector<openimr::records::WrittenDay>{} : openimr::records::written_days(found->value);
      if (days.empty()) continue;
      if (!chosen) {
        chosen = days.front().date;
        where = place(*form, *found);
      } else if (*chosen != days.front().date) {
        warnings_.push_back(fmt::format("dates.{}: the forms differ: {}; {}", key, where, place(*form, *found)));
        where += "; differs: " + place(*form, *found);
      }
    }
    out_ += chosen ? fmt::format("  {}: {}  # confirm: {}\n", key, chosen->iso(), where)
                   : fmt::format("  {}: null  # {}\n", key, searched(forms));
  }

  // "[X] Regular  [ ] Expedited", or the one word.
  void priority() {
    static const RE2 ticked_expedited(
        "(?i)(?:\\[ ?x ?\\]|\\bx|☒|☑) *expedited|expedited *(?:\\[ ?x ?\\]|\\bx\\b|☒|☑) *(?:$|[^a-z])");
    static const RE2 expedited("(?i)expedited");
    static const RE2 regular("(?i)regular|standard");
    const FormField* type = application_.field("review_type");
    const bool told =
        type != nullptr && (contains_match(type->value, expedited) || contains_match(type->value, regular));
    const bool is_expedited =
        told && (contains_match(type->value, ticked_expedited) ||
                 (contains_match(type->value, expedited) && !contains_match(type->value, regular)));
    out_ += fmt::format("priority: {}  # confirm: {}\n", is_expedited ? "expedited" : "standard",
                        told ? place(application_, *type) : "assumed; " + searched({&application_}));
  }

  void age() {
    for (const Form* form : {&application_, &denial_}) {
      const FormField* birth = form->field("birth_date");
      if (birth == nullptr) continue;
      const auto days = openimr::records::written_days(birth->value);
      const auto today = Date::from_iso(today_);
      if (days.empty() || !today || days.front().date > *today) continue;
      const std::string born = days.front().date.iso();
      const int years =
          std::stoi(today_.substr(0, 4)) - std::stoi(born.substr(0, 4)) - (today_.substr(5) < born.substr(5) ? 1 : 0);
      out_ += fmt::format(
          "injured_worker:\n  age: {}  # confirm: at the review, from {}\n  sex: null  # no field of the forms tells "
          "it\n",
          years, place(*form, *birth));
      return;
    }
    out_ += fmt::format("injured_worker:\n  age: null  # {}\n  sex: null  # no field of the forms tells it\n",
                        searched({&application_, &denial_}));
  }

  void parties() {
    std::string rows;
    for (const char* role : {"employee", "employer", "claims_administrator", "requesting_physician"}) {
      for (const Form* form : {&application_, &denial_}) {
        const FormField* found = form->field(role);
        if (found == nullptr) continue;
        const std::string name = std::string_view(role) == "employee" ? "injured_worker" : role;
        rows += fmt::format("  - {{ role: {}, name: {} }}  # confirm: {}\n", name, in_quotes(found->value),
                            place(*form, *found));
        break;
      }
    }
    out_ += rows.empty() ? "parties: []  # " + searched({&application_, &denial_}) + "\n" : "parties:\n" + rows;
  }

  // "1. Soma 350 mg #100": without its number or bullet.
  static std::string item_of(std::string line) {
    std::size_t at = 0;
    while (at < line.size() && at < 3 && line[at] >= '0' && line[at] <= '9') ++at;
    const bool numbered = at > 0 && at + 1 < line.size() && (line[at] == '.' || line[at] == ')') && line[at + 1] == ' ';
    const bool bullet = line.size() > 2 && (line[0] == '-' || line[0] == '*') && line[1] == ' ';
    return numbered ? line.substr(line.find_first_not_of(' ', at + 1)) : bullet ? line.substr(2) : line;
  }

  static std::vector<std::string> items_of(const FormField* field) {
    std::vector<std::string> out;
    if (field == nullptr) return out;
    for (const std::string& line : field->lines) {
      std::istringstream parts(line);
      for (std::string part; std::getline(parts, part, ';');) {
        const std::size_t begin = part.find_first_not_of(' ');
        if (begin != std::string::npos) out.push_back(item_of(part.substr(begin)));
      }
    }
    return out;
  }

  void items() {
    out_ += "disputed_items:\n";
    const FormField* denied = denial_.field("items");
    const Form& form = application_.field("items") != nullptr ? application_ : denial_;
    const FormField* found = form.field("items");
    if (found == nullptr) {
      const std::string where = searched({&application_, &denial_});
      out_ += fmt::format("  - text: \"(not found in the forms)\"  # confirm: {}\n", where);
      warnings_.push_back("disputed_items: " + where);
      return;
    }
    if (denied != nullptr && items_of(found) != items_of(denied))
      warnings_.push_back(
          fmt::format("disputed_items: the forms differ: {}; {}", place(form, *found), place(denial_, *denied)));
    for (const std::string& item : items_of(found)) {
      out_ +=
          fmt::format("  - text: {}  # confirm: {}\n    service_date: null\n", in_quotes(item), place(form, *found));
      std::string told;
      for (const char* key : {"reasons", "guideline"}) {
        if (const FormField* field = denial_.field(key))
          told += fmt::format("      {}: {}  # confirm: {}\n", key, in_quotes(field->value), place(denial_, *field));
      }
      if (!told.empty()) out_ += "    claims_administrator:\n" + told;
    }
  }

  void records() {
    std::string rows;
    std::set<std::string> listed;
    for (const Form* form : {&application_, &denial_}) {
      const Document* document = form->document;
      const bool whole = document != nullptr && document->pages() == static_cast<int>(document->file().pages.size());
      if (!whole || !listed.insert(document->name()).second) continue;
      rows += fmt::format("  - {{ file: {}, kind: {}, date: {} }}\n", in_quotes(document->name()), document->kind,
                          document->date ? document->date->iso() : "null");
    }
    if (!rows.empty()) out_ += "records:\n" + rows;
  }

  Form application_;
  Form denial_;
  std::string today_;
  std::string out_;
  std::vector<std::string> warnings_;
};

Form form_of(const std::vector<Document>& documents, std::string_view kind, const FieldLabels& labels) {
  const auto found =
      std::find_if(documents.begin(), documents.end(), [&](const Document& d) { return d.kind == kind; });
  if (found == documents.end()) return {};
  return {&*found, openimr::records::form_fields(found->text.original(), labels)};
}

FieldLabels labels_of(const nlohmann::json& vocabulary) {
  FieldLabels out;
  for (const auto& row : vocabulary.value("form_fields", nlohmann::json::array())) {
    for (const auto& words : row["words"]) out.emplace(words.get<std::string>(), row["field"].get<std::string>());
  }
  return out;
}

// A folder that is gone again unless it is kept.
class PartFolder {
 public:
  explicit PartFolder(const fs::path& target) {
    std::string name = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~PartFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  PartFolder(const PartFolder&) = delete;
  PartFolder& operator=(const PartFolder&) = delete;
  const fs::path& path() const { return path_; }
  bool keep_as(const fs::path& target) {
    std::error_code failed;
    fs::permissions(path_, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec, failed);
    fs::rename(path_, target, failed);
    if (!failed) path_.clear();
    return !failed;
  }

 private:
  fs::path path_;
};

Error not_written(const fs::path& target) {
  return {ErrorCode::unreadable,
          "the case folder cannot be written",
          "",
          target.string(),
          0,
          0,
          "Check the folder above it and its rights."};
}

}  // namespace

ExitCode case_new(const Common& common, const CaseNewOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  auto packs = load_packs(common.packs, problems);
  if (!packs) return report(packs.error(), problems);
  const FieldLabels labels = labels_of(packs->data["vocabulary"]);
  auto engine = make_engine(std::move(*packs));
  if (!engine) return report(engine.error(), problems);

  std::error_code failed;
  fs::path target = fs::absolute(options.folder, failed).lexically_normal();
  if (!target.has_filename()) target = target.parent_path();
  if (fs::exists(target, failed) && !fs::is_empty(target, failed)) {
    return report({ErrorCode::invalid, "the folder is there and not empty", "", options.folder, 0, 0,
                   "Name a new folder; nothing is written over."},
                  {});
  }
  PartFolder part(target);
  if (part.path().empty() || !fs::create_directory(part.path() / "records", failed))
    return report(not_written(target), {});
  std::vector<openimr::records::RecordSource> sources;
  for (const std::string& file : options.from) {
    const std::string name = "records/" + fs::path(file).filename().string();
    if (!fs::is_regular_file(file, failed)) {
      return report({ErrorCode::not_found, "no such file", "", file, 0, 0, "Name files that are there."}, {});
    }
    if (!fs::copy_file(file, part.path() / name, failed)) {
      return report(fs::exists(part.path() / name) ? Error{ErrorCode::wrong_use, "two files of one name",
                                                           name.substr(8), file, 0, 0, "Rename one of them."}
                                                   : not_written(target),
                    {});
    }
    sources.push_back({name, part.path() / name});
  }
  openimr::records::RecordReader reader({.program = reader_path(), .jobs = common.reading.jobs});
  const auto read = reader.read(sources, target);
  std::vector<Document> documents;
  for (const auto& file : read.files) {
    for (Document& document : openimr::records::documents_of(file, {}, engine->vocabulary))
      documents.push_back(std::move(document));
  }
  CaseYaml yaml(form_of(documents, "imr_application", labels), form_of(documents, "ur_decision", labels),
                options.today);
  const std::string text = yaml.write(target.filename().string());
  {
    std::ofstream file(part.path() / "case.yaml", std::ios::binary);
    file << text;
    if (!file.flush()) return report(not_written(target), {});
  }
  if (!part.keep_as(target)) return report(not_written(target), {});
  for (const Error& loss : read.losses) std::cerr << "warning: " << loss.to_string() << '\n';
  for (const std::string& warning : yaml.warnings()) std::cerr << "warning: " << warning << '\n';
  out << fmt::format("{}: a new case of {} file{}. Confirm what is marked in case.yaml, then: openimr case check {}\n",
                     options.folder, sources.size(), sources.size() == 1 ? "" : "s", options.folder);
  return read.losses.empty() && yaml.warnings().empty() ? ExitCode::done : ExitCode::skipped;
}

}  // namespace openimr::cli
