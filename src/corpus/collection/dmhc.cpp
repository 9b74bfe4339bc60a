#include "corpus/collection/dmhc.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/ascii.h"
#include "corpus/collection/facets.h"

namespace openimr::corpus {
namespace {

constexpr std::size_t kLargestRow = 1U << 20U;

struct Row {
  int line = 1;  // that it begins on
  std::vector<std::string> fields;
  bool is_whole = true;  // else a quotation never ended, or the row is too large
};

// The rows of a CSV (RFC 4180): a field in quotation marks may hold line ends and the separator.
class Rows {
 public:
  Rows(std::string_view text, char separator) : text_(text), separator_(separator) {}

  std::optional<Row> next() {
    if (at_ >= text_.size()) return {};
    Row out;
    out.line = line_;
    std::size_t size = 0;
    for (bool more = true; more;) more = take_field(out, size);
    return out;
  }

 private:
  // False where the row ends with it.
  bool take_field(Row& row, std::size_t& size) {
    std::string field;
    bool quoted = at_ < text_.size() && text_[at_] == '"';
    if (quoted) ++at_;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') ++line_;
      if (++size > kLargestRow) row.is_whole = false;
      if (quoted && c == '"') {
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
          ++at_;
        } else {
          quoted = false;
          continue;
        }
      } else if (!quoted && (c == separator_ || c == '\n')) {
        break;
      }
      if (row.is_whole) field += c;
    }
    if (quoted) row.is_whole = false;
    if (!field.empty() && field.back() == '\r') field.pop_back();
    row.fields.push_back(std::move(field));
    const bool more = at_ < text_.size() && text_[at_] == separator_;
    ++at_;
    return more;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
};

// "Treatment Sub Category", "TreatmentSubCategory": the same column.
std::string column_name(std::string_view title) {
  std::string out;
  for (const char c : title) {
    if (is_letter(c)) out += lower(c);
  }
  return out;
}

constexpr std::array<std::string_view, 10> kColumns = {
    "referenceid",       "reportyear",           "diagnosiscategory", "diagnosissubcategory",
    "treatmentcategory", "treatmentsubcategory", "determination",     "type",
    "agerange",          "patientgender"};

class Reading {
 public:
  Reading(const Row& head, std::string file) : file_(std::move(file)) {
    for (std::size_t i = 0; i < head.fields.size(); ++i) columns_.emplace(column_name(head.fields[i]), i);
    width_ = head.fields.size();
  }

  std::string missing() const {
    for (const std::string_view name : kColumns) {
      if (!columns_.contains(name)) return std::string(name);
    }
    return {};
  }

  Result<Published> read(const Row& row) const {
    const auto wrong = [&](std::string message, std::string offending, std::string remedy) {
      return fail(
          {ErrorCode::invalid, std::move(message), std::move(offending), file_, row.line, 0, std::move(remedy)});
    };
    if (!row.is_whole)
      return wrong("the row never ends", "", "End its quotation mark, or part it: a row has at most 1 MiB.");
    if (row.fields.size() != width_)
      return wrong(fmt::format("the row has {} fields and the head {}", row.fields.size(), width_), "",
                   "Put a field that holds the separator in quotation marks.");
    Published out;
    out.source = "dmhc";
    out.reference = of(row, "referenceid");
    if (out.reference.empty()) return wrong("the row has no Reference ID", "", "Give it, or take the row out.");
    const std::string year = of(row, "reportyear");
    const auto read = std::from_chars(year.data(), year.data() + year.size(), out.year);
    constexpr int kFirstYear = 1990;
    constexpr int kLastYear = 2100;
    if (read.ec != std::errc() || read.ptr != year.data() + year.size() || out.year < kFirstYear ||
        out.year > kLastYear)
      return wrong("this is no year of a report", year, "Write it as 2016.");
    PublishedItem item;
    item.decision = decision_of(of(row, "determination"));
    if (!item.decision)
      return wrong("this says of no decision whether it was upheld or overturned", of(row, "determination"),
                   "Write \"Upheld Decision of Health Plan\" or \"Overturned Decision of Health Plan\".");
    item.kind = folded(of(row, "type"));
    item.category = of(row, "treatmentcategory");
    item.subcategory = of(row, "treatmentsubcategory");
    item.text = item.subcategory.empty() ? item.category : fmt::format("{}: {}", item.category, item.subcategory);
    for (const std::string_view column : {"diagnosiscategory", "diagnosissubcategory"}) {
      if (std::string diagnosis = of(row, column); !diagnosis.empty()) out.diagnoses.push_back(std::move(diagnosis));
    }
    out.age_range = of(row, "agerange");
    out.sex = folded(of(row, "patientgender"));
    if (columns_.contains("findings")) out.text = of(row, "findings");
    out.items.push_back(std::move(item));
    return out;
  }

 private:
  std::string of(const Row& row, std::string_view column) const {
    const std::string& field = row.fields[columns_.find(column)->second];
    const auto begin = field.find_first_not_of(" \t");
    if (begin == std::string::npos) return {};
    return field.substr(begin, field.find_last_not_of(" \t") + 1 - begin);
  }

  static std::optional<determination::Decision> decision_of(const std::string& text) {
    const std::string plain = folded(text);
    if (plain.starts_with("upheld")) return determination::Decision::upheld;
    if (plain.starts_with("overturned")) return determination::Decision::overturned;
    return {};
  }

  std::string file_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::size_t width_ = 0;
};

bool is_blank(const Row& row) {
  return row.fields.size() == 1 && row.fields.front().find_first_not_of(" \t") == std::string::npos;
}

}  // namespace

std::vector<Result<Published>> read_dmhc(std::string_view text, const std::string& file) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::string_view head_line = text.substr(0, text.find('\n'));
  const char separator = std::count(head_line.begin(), head_line.end(), ';') > 0 ? ';' : ',';
  Rows rows(text, separator);
  const auto head = rows.next();
  const Reading reading(head.value_or(Row{}), file);
  std::vector<Result<Published>> out;
  if (const std::string missing = reading.missing(); !missing.empty()) {
    out.emplace_back(fail({ErrorCode::invalid, "a column of the DMHC's determinations is missing", missing, file, 1, 0,
                           "Give the file as the department publishes it, with its first line."}));
    return out;
  }
  while (const auto row = rows.next()) {
    if (!is_blank(*row)) out.push_back(reading.read(*row));
  }
  return out;
}

}  // namespace openimr::corpus
