#include <algorithm>
#include <ostream>
#include <sstream>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/data.h"
#include "cli/commands.h"
#include "cli/deliver.h"
#include "cli/engine.h"
#include "cli/report.h"
#include "facts/extract.h"
#include "letter/json.h"
#include "letter/text.h"

namespace openimr::cli {
namespace {

// A warning with the places that it rests on: "warning: ...: DIR/case.yaml:7 "2015-09-22"; ...".
void warn(const facts::Contradiction& contradiction, const records::CaseFile& file) {
  std::string where;
  for (const Place& place : contradiction.places) {
    const auto* record = file.file(place.document);
    const std::string_view text = record == nullptr ? std::string_view(file.form) : record->text.text;
    where += fmt::format("{} {}/{}:{} \"{}\"", where.empty() ? ":" : ";", file.folder, place.document,
                         line_at(text, place.span.begin), place.text);
  }
  std::cerr << "warning: " << contradiction.message << where << '\n';
}

void print_fact(const facts::Fact& fact, std::size_t number, std::ostream& out) {
  std::string line =
      fmt::format("{:>4}  {:<18} {:<30} {:<12}", number, fact.name, fact.concept_name, facts::name_of(fact.assertion));
  if (fact.date) line += " " + fact.date->first.iso();
  const auto value = letter::to_json(fact)["value"];
  if (!value.is_null()) line += " " + (value.is_string() ? value.get<std::string>() : value.dump());
  out << line << '\n';
  for (const auto& [key, text] : fact.attributes) out << fmt::format("        {}: {}\n", key, text);
  for (const Place& place : fact.places) {
    std::string words = place.text;
    std::replace(words.begin(), words.end(), '\n', ' ');
    out << fmt::format("        \"{}\" - {} p. {} ({}-{})\n", words, place.document, place.page, place.span.begin,
                       place.span.end);
  }
}

struct Marked {
  Span span;
  std::vector<std::size_t> facts;
};

// The file with the words of its facts in brackets, each with the numbers of the facts.
void print_marked(const records::RecordFile& file, const facts::Facts& facts, bool colour, std::ostream& out) {
  std::vector<Marked> marks;
  for (std::size_t i = 0; i < facts.all.size(); ++i) {
    for (const Place& place : facts.all[i].places) {
      if (place.document == file.name) marks.push_back({place.span, {i + 1}});
    }
  }
  std::sort(marks.begin(), marks.end(), [](const Marked& a, const Marked& b) { return a.span < b.span; });
  std::vector<Marked> merged;
  for (const Marked& mark : marks) {
    if (!merged.empty() && mark.span.begin < merged.back().span.end) {
      merged.back().span.end = std::max(merged.back().span.end, mark.span.end);
      if (std::find(merged.back().facts.begin(), merged.back().facts.end(), mark.facts[0]) == merged.back().facts.end())
        merged.back().facts.push_back(mark.facts[0]);
    } else {
      merged.push_back(mark);
    }
  }
  out << fmt::format("\n--- {} ---\n", file.name);
  const std::string_view text = file.text.text;
  std::size_t at = 0;
  for (const Marked& mark : merged) {
    std::string numbers;
    for (const std::size_t number : mark.facts) numbers += fmt::format("{}{}", numbers.empty() ? "" : ",", number);
    out << text.substr(at, mark.span.begin - at) << (colour ? "\033[4m" : "\u27E6")
        << text.substr(mark.span.begin, mark.span.end - mark.span.begin) << (colour ? "\033[0m" : "\u27E7") << '('
        << numbers << ')';
    at = mark.span.end;
  }
  out << text.substr(at) << '\n';
}

}  // namespace

ExitCode review(const Common& common, const CaseOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  auto engine = load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  auto reviewed = review_case(*engine, options.folder, options.mme_year, problems);
  if (!reviewed) return report(reviewed.error(), problems);
  std::ostringstream text;
  if (options.format == "json") {
    text << letter::to_json(reviewed->draft).dump(2) << '\n';
  } else {
    letter::write_text(text, reviewed->draft, {100, common.colour && options.out.empty()});
  }
  return deliver(text.str(), options.out, out);
}

ExitCode facts(const Common& common, const CaseOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  auto engine = load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  auto file = records::open_case(options.folder, engine->schemas["case"], engine->vocabulary, problems);
  if (!file) return report(file.error(), problems);
  const auto found = openimr::facts::extract(*file, engine->vocabulary, {options.mme_year});
  std::ostringstream text;
  if (options.format == "jsonl") {
    for (const auto& fact : found.all) text << letter::to_json(fact).dump() << '\n';
  } else {
    for (std::size_t i = 0; i < found.all.size(); ++i) print_fact(found.all[i], i + 1, text);
    for (const auto& record : file->files) print_marked(*record, found, common.colour && options.out.empty(), text);
  }
  for (const auto& contradiction : found.contradictions) warn(contradiction, *file);
  return deliver(text.str(), options.out, out);
}

ExitCode records(const Common& common, const CaseOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  auto engine = load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  auto file = openimr::records::open_case(options.folder, engine->schemas["case"], engine->vocabulary, problems);
  if (!file) return report(file.error(), problems);
  if (options.document.empty()) {
    for (const auto& document : file->documents) {
      out << fmt::format("{}  {}  {}  {} page{}  {} bytes\n", document.name(),
                         document.kind.empty() ? "-" : document.kind, document.date ? document.date->iso() : "-",
                         document.pages(), document.pages() == 1 ? "" : "s", document.text.original().size());
    }
    return ExitCode::done;
  }
  if (options.document == "case.yaml") return deliver(file->form, "", out);
  const auto* record = file->file(options.document);
  if (record == nullptr) {
    std::cerr << Error{ErrorCode::not_found,
                       "no such document in the case",
                       options.document,
                       options.folder,
                       0,
                       0,
                       "openimr records DIR lists them."}
                     .to_string()
              << '\n';
    return ExitCode::bad_input;
  }
  return deliver(record->text.text, "", out);
}

ExitCode case_check(const Common& common, const CaseOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  auto engine = load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  // A draft is the whole check: it also fails where no edition was in force.
  auto reviewed = review_case(*engine, options.folder, options.mme_year, problems);
  if (!reviewed) return report(reviewed.error(), problems);
  const openimr::records::CaseFile* file = &reviewed->file;
  for (const auto& contradiction : reviewed->facts.contradictions) warn(contradiction, *file);
  for (const auto& item : file->items) {
    if (item.parsed.concept_name) continue;
    std::cerr << fmt::format("warning: {}/case.yaml:{}: no drug or service is recognised in '{}'\n", options.folder,
                             line_at(file->form, item.place.span.begin), item.text);
  }
  out << fmt::format("{}: the case is sound: {} disputed item{}, {} document{}\n", options.folder, file->items.size(),
                     file->items.size() == 1 ? "" : "s", file->documents.size(),
                     file->documents.size() == 1 ? "" : "s");
  return ExitCode::done;
}

}  // namespace openimr::cli
