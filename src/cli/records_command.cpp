// openimr records: the inventory of a case, and the text in which places are counted.
#include <algorithm>
#include <iostream>
#include <sstream>
#include <tuple>

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/case_reading.h"
#include "cli/commands.h"
#include "cli/deliver.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "office/engine.h"

namespace openimr::cli {
namespace {

using openimr::records::CaseFile;
using openimr::records::Document;
using openimr::records::PageOfFile;
using openimr::records::PageSource;
using openimr::records::ReadPage;

const ReadPage& page_of(const Document& document, int page) {
  return document.file().pages[static_cast<std::size_t>(page - 1)];
}

std::string numbers(const char* one, const char* many, int first, int last) {
  return first == last ? fmt::format("{} {}", one, first) : fmt::format("{} {}-{}", many, first, last);
}

std::size_t words_in(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool white = c == ' ' || c == '\n';
    count += !white && !inside ? 1 : 0;
    inside = !white;
  }
  return count;
}

// A page that says the same as the one before it: both repeat, both were lost for one reason, both are scans.
bool goes_on(const ReadPage& before, const ReadPage& page) {
  if (before.blank != page.blank || before.loss != page.loss || before.source != page.source) return false;
  if (!before.same_as || !page.same_as) return !before.same_as && !page.same_as;
  return *page.same_as == PageOfFile{before.same_as->file, before.same_as->page + 1};
}

// What there is to say of a document's pages: "p. 7-9 repeat p. 1-3; p. 12 unreadable: ...".
std::string notes_of(const Document& document) {
  std::vector<std::string> notes;
  int scanned = 0;
  for (int page = document.first_page(); page <= document.last_page();) {
    int last = page;
    while (last < document.last_page() && goes_on(page_of(document, last), page_of(document, last + 1))) ++last;
    const ReadPage& read = page_of(document, page);
    const std::string these = numbers("p.", "p.", page, last);
    if (read.source == PageSource::scan) scanned += last - page + 1;
    if (!read.loss.empty()) {
      notes.push_back(fmt::format("{} unreadable: {}", these, read.loss));
    } else if (read.blank) {
      notes.push_back(these + " blank");
    } else if (read.same_as) {
      const std::string first = read.same_as->file == document.name() ? "" : read.same_as->file + " ";
      notes.push_back(fmt::format("{} repeat{} {}{}", these, page == last ? "s" : "", first,
                                  numbers("p.", "p.", read.same_as->page, read.same_as->page + last - page)));
    }
    page = last + 1;
  }
  if (scanned > 0)
    notes.insert(notes.begin(), scanned == document.pages() ? "scanned" : fmt::format("{} p. scanned", scanned));
  std::string out;
  for (const std::string& note : notes) out += (out.empty() ? "" : "; ") + note;
  return out;
}

std::string pages_of(const Document& document) {
  return document.first_page() == document.last_page()
             ? fmt::format("{}", document.first_page())
             : fmt::format("{}-{}", document.first_page(), document.last_page());
}

struct Row {
  const Document* document;
  std::string pages, kind, date, author, words, notes;
};

std::vector<Row> rows_of(const CaseFile& file, bool by_date) {
  std::vector<Row> rows;
  for (const Document& document : file.documents) {
    rows.push_back({&document, pages_of(document), document.kind.empty() ? "other" : document.kind,
                    document.date ? document.date->iso() : "", shown(document.author),
                    fmt::format("{}", words_in(document.text.text())), shown(notes_of(document))});
  }
  if (by_date) {
    const auto key = [](const Row& row) {
      return std::tuple(row.date.empty(), std::string_view(row.date), row.document);
    };
    std::sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return key(a) < key(b); });
  }
  return rows;
}

std::string count(std::size_t n, const char* one, const char* many = nullptr) {
  return fmt::format("{} {}", n, n == 1 ? std::string(one) : many == nullptr ? std::string(one) + "s" : many);
}

std::string totals(const CaseFile& file) {
  std::size_t pages = 0, repeated = 0, blank = 0, unreadable = 0;
  for (const auto& record : file.files) {
    pages += record->pages.size();
    for (const ReadPage& page : record->pages) {
      repeated += page.same_as ? 1 : 0;
      blank += page.blank ? 1 : 0;
      unreadable += page.loss.empty() ? 0 : 1;
    }
  }
  return fmt::format("{}, {}, {}: {} repeated, {} blank, {} unreadable", count(file.files.size(), "file"),
                     count(file.documents.size(), "document"), count(pages, "page"), repeated, blank, unreadable);
}

// Words in lines of at most `width`, a word at least in each.
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (!lines.back().empty() && shown_width(lines.back()) + 1 + shown_width(word) > width) lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + word;
  }
  return lines;
}

void print_table(const CaseFile& file, const std::vector<Row>& rows, bool by_date, std::size_t width,
                 std::ostream& out) {
  std::size_t pages = 5, kind = 4, author = 6;
  for (const Row& row : rows) {
    pages = std::max(pages, row.pages.size());
    kind = std::max(kind, row.kind.size());
    author = std::max(author, shown_width(row.author));
  }
  author = std::min(author, width < 100 ? std::size_t{20} : std::size_t{30});
  const std::size_t before_notes = pages + 2 + kind + 2 + 10 + 2 + author + 2 + 6 + 2;
  const std::size_t notes = width > before_notes + 20 ? width - before_notes : 0;  // 0: on lines of their own
  const auto line = [&](const std::string& p, const std::string& k, const std::string& d, const std::string& a,
                        const std::string& w, const std::string& n) {
    std::string text = fmt::format("{:>{}}  {}  {}  {}  {:>6}", p, pages, in_column(k, kind), in_column(d, 10),
                                   in_column(a, author), w);
    const auto lines = wrapped(n, notes > 0 ? notes : width - pages - 2);
    if (notes > 0) text += "  " + lines[0];
    text.erase(text.find_last_not_of(' ') + 1);
    out << text << '\n';
    const std::size_t indent = notes > 0 ? before_notes : pages + 2;
    for (std::size_t i = notes > 0 ? 1 : 0; i < lines.size(); ++i) {
      if (!lines[i].empty()) out << std::string(indent, ' ') << lines[i] << '\n';
    }
  };
  line("pages", "kind", "date", "author", "words", notes > 0 ? "notes" : "");
  const Document* last = nullptr;
  for (const Row& row : rows) {
    if (by_date || last == nullptr || last->name() != row.document->name()) out << shown(row.document->name()) << '\n';
    last = row.document;
    line(row.pages, row.kind, row.date.empty() ? "-" : row.date, row.author.empty() ? "-" : row.author, row.words,
         row.notes);
  }
  out << totals(file) << '\n';
}

nlohmann::json to_json(const Row& row) {
  const Document& document = *row.document;
  nlohmann::json out = {{"file", document.name()},
                        {"first_page", document.first_page()},
                        {"last_page", document.last_page()},
                        {"kind", document.kind.empty() ? nlohmann::json() : nlohmann::json(document.kind)},
                        {"date", document.date ? nlohmann::json(document.date->iso()) : nlohmann::json()},
                        {"author", document.author.empty() ? nlohmann::json() : nlohmann::json(document.author)},
                        {"words", words_in(document.text.text())},
                        {"begins_by", nlohmann::json::array()},
                        {"pages", nlohmann::json::array()}};
  for (const auto& evidence : document.evidence)
    out["begins_by"].push_back({{"shows", evidence.shows}, {"weight", evidence.weight}});
  for (int page = document.first_page(); page <= document.last_page(); ++page) {
    const ReadPage& read = page_of(document, page);
    static constexpr const char* kSources[] = {"text", "text_layer", "scan"};
    nlohmann::json one = {
        {"page", page}, {"source", kSources[static_cast<std::size_t>(read.source)]}, {"blank", read.blank}};
    if (read.source == PageSource::scan) one["confidence"] = read.confidence;
    if (!read.loss.empty()) one["loss"] = read.loss;
    if (read.same_as) one["same_as"] = {{"file", read.same_as->file}, {"page", read.same_as->page}};
    out["pages"].push_back(std::move(one));
  }
  return out;
}

std::string in_field(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  return text;
}

Error unknown_document(const RecordsOptions& options) {
  return {ErrorCode::not_found,
          "no such document in the case",
          options.document,
          options.folder,
          0,
          0,
          "openimr records DIR lists them."};
}

ExitCode print_text(const CaseFile& file, const RecordsOptions& options, std::ostream& out) {
  if (options.document == "case.yaml") return deliver(file.form, "", out);
  const auto* record = file.file(options.document);
  if (record == nullptr) return report(unknown_document(options), {});
  if (options.page == 0) return deliver(record->text.text, "", out);
  const auto& begins = record->text.page_begins;
  if (static_cast<std::size_t>(options.page) > begins.size()) {
    return report({ErrorCode::not_found, "no such page in the document", fmt::format("{}", options.page),
                   options.document, 0, 0, fmt::format("It has {}.", count(begins.size(), "page"))},
                  {});
  }
  const std::size_t begin = begins[static_cast<std::size_t>(options.page) - 1];
  const std::size_t end = static_cast<std::size_t>(options.page) < begins.size()
                              ? begins[static_cast<std::size_t>(options.page)]
                              : record->text.text.size();
  return deliver(record->text.text.substr(begin, end - begin), "", out);
}

}  // namespace

ExitCode records(const Common& common, const RecordsOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  auto file = open_case(*engine, common, options.folder, problems);
  if (!file) return report(file.error(), problems);
  const ExitCode read = with_losses(ExitCode::done, *file);
  if (!options.document.empty()) {
    const ExitCode printed = print_text(*file, options, out);
    return printed == ExitCode::done ? read : printed;
  }
  const bool by_date = options.sort == "date";
  const std::vector<Row> rows = rows_of(*file, by_date);
  if (options.format == "json") {
    nlohmann::json all = {{"case_number", file->case_number}, {"documents", nlohmann::json::array()}};
    for (const Row& row : rows) all["documents"].push_back(to_json(row));
    out << all.dump(2) << '\n';
  } else if (options.format == "tsv") {
    out << "file\tpages\tkind\tdate\tauthor\twords\tnotes\n";
    for (const Row& row : rows) {
      out << in_field(row.document->name()) << '\t' << row.pages << '\t' << row.document->kind << '\t' << row.date
          << '\t' << in_field(row.author) << '\t' << row.words << '\t' << in_field(row.notes) << '\n';
    }
  } else {
    const int width = is_terminal(STDOUT_FILENO) ? terminal_width(STDOUT_FILENO) : 120;
    print_table(*file, rows, by_date, static_cast<std::size_t>(std::max(width, 60)), out);
  }
  return read;
}

}  // namespace openimr::cli
