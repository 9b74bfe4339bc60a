#include "cli/rows.h"

#include <algorithm>
#include <ostream>

#include "base/csv.h"
#include "cli/terminal.h"

namespace openimr::cli {
namespace {

constexpr const char* kBold = "\x1b[1m";
constexpr const char* kPlain = "\x1b[0m";
constexpr std::size_t kBetween = 2;

std::string as_text(const nlohmann::json& value) {
  if (value.is_null()) return "";
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "";
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string as_csv(const nlohmann::json& value) {
  return csv_field(value.is_boolean() ? value.dump() : as_text(value));
}

void print_csv(std::ostream& out, const Rows& rows) {
  for (std::size_t i = 0; i < rows.columns.size(); ++i) out << (i > 0 ? "," : "") << rows.columns[i].name;
  out << "\r\n";
  for (const auto& row : rows.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out << (i > 0 ? "," : "") << as_csv(row[i]);
    out << "\r\n";
  }
}

void print_json(std::ostream& out, const Rows& rows) {
  auto all = nlohmann::ordered_json::array();
  for (const auto& row : rows.rows) {
    nlohmann::ordered_json one;
    for (std::size_t i = 0; i < row.size(); ++i) one[rows.columns[i].name] = row[i];
    all.push_back(std::move(one));
  }
  out << all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

// As wide as the widest value, then the columns that may be cut give way, the widest first.
std::vector<std::size_t> widths_of(const Rows& rows, std::size_t width) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < rows.columns.size(); ++i) {
    std::size_t widest = shown_width(rows.columns[i].title);
    for (const auto& row : rows.rows) widest = std::max(widest, shown_width(shown(as_text(row[i]))));
    out.push_back(widest);
  }
  const auto total = [&] {
    std::size_t sum = kBetween * (out.empty() ? 0 : out.size() - 1);
    for (const std::size_t each : out) sum += each;
    return sum;
  };
  while (total() > width) {
    std::size_t widest = out.size();
    for (std::size_t i = 0; i < out.size(); ++i) {
      const std::size_t least = rows.columns[i].least_wide;
      if (least > 0 && out[i] > least && (widest == out.size() || out[i] > out[widest])) widest = i;
    }
    if (widest == out.size()) break;
    --out[widest];
  }
  return out;
}

std::string in_its_column(const Column& column, const std::string& text, std::size_t width) {
  const std::size_t wide = shown_width(text);
  return column.numbers && wide < width ? std::string(width - wide, ' ') + text : in_column(text, width);
}

void print_table(std::ostream& out, const Rows& rows, std::size_t width, bool colour) {
  if (rows.rows.empty()) {
    out << rows.when_empty << '\n';
    return;
  }
  const auto widths = widths_of(rows, width);
  const auto line = [&](const auto& text_of) {
    std::string one;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (i > 0) one += std::string(kBetween, ' ');
      one += in_its_column(rows.columns[i], text_of(i), widths[i]);
    }
    one.erase(one.find_last_not_of(' ') + 1);
    return one;
  };
  const std::string heading = line([&](std::size_t i) { return rows.columns[i].title; });
  out << (colour ? kBold : "") << heading << (colour ? kPlain : "") << '\n';
  for (const auto& row : rows.rows) out << line([&](std::size_t i) { return shown(as_text(row[i])); }) << '\n';
}

}  // namespace

void print_rows(std::ostream& out, const Rows& rows, const std::string& format, std::size_t width, bool colour) {
  if (format == "csv") {
    print_csv(out, rows);
  } else if (format == "json") {
    print_json(out, rows);
  } else {
    print_table(out, rows, width, colour);
  }
}

}  // namespace openimr::cli
