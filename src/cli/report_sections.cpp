#include "cli/report_sections.h"

#include <array>
#include <ostream>

#include <fmt/format.h>

#include "base/date.h"

namespace openimr::cli {
namespace {

using nlohmann::ordered_json;

std::string as_words(const nlohmann::json& value) {
  if (value.is_null()) return "";
  return value.is_string() ? value.get<std::string>() : value.dump();
}

void print_json(std::ostream& out, const office::Report& report) {
  ordered_json all = {{"report", report.id}, {"month", report.month}, {"as_of", report.as_of}};
  for (const office::ReportSection& section : report.sections) {
    auto rows = ordered_json::array();
    for (const auto& row : section.rows.rows) {
      ordered_json one;
      for (std::size_t i = 0; i < row.size(); ++i) one[section.rows.columns[i].name] = row[i];
      rows.push_back(std::move(one));
    }
    all[section.id] = std::move(rows);
  }
  out << all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

Rows figures_of(const office::Report& report) {
  Rows out{{{"report", ""}, {"month", ""}, {"section", ""}, {"row", ""}, {"figure", ""}, {"value", ""}}, {}, ""};
  for (const office::ReportSection& section : report.sections) {
    for (const auto& row : section.rows.rows) {
      for (std::size_t i = 1; i < row.size(); ++i) {
        out.rows.push_back({report.id, report.month, section.id, as_words(row.front()), section.rows.columns[i].name,
                            as_words(row[i])});
      }
    }
  }
  return out;
}

void print_table(std::ostream& out, const office::Report& report, std::size_t width, bool colour) {
  const char* const bold = colour ? "\x1b[1m" : "";
  const char* const plain = colour ? "\x1b[0m" : "";
  out << fmt::format("{}{}, {}{} (as of {})\n", bold, report.title, month_words(report.month), plain, report.as_of);
  for (const office::ReportSection& section : report.sections) {
    out << fmt::format("\n{}{}{}\n", bold, section.title, plain);
    print_rows(out, section.rows, "table", width, false);
    if (!section.note.empty() && !section.rows.rows.empty()) out << section.note << '\n';
  }
}

}  // namespace

std::string month_words(const std::string& month) {
  static constexpr std::array<const char*, 12> kNames = {"January",   "February", "March",    "April",
                                                         "May",       "June",     "July",     "August",
                                                         "September", "October",  "November", "December"};
  const auto day = Date::from_iso(month + "-01");
  if (!day) return month;
  const unsigned number = static_cast<unsigned>(day->civil().month());
  return fmt::format("{} {}", kNames.at(number - 1), static_cast<int>(day->civil().year()));
}

void print_report(std::ostream& out, const office::Report& report, const std::string& format, std::size_t width,
                  bool colour) {
  if (format == "json") {
    print_json(out, report);
  } else if (format == "csv") {
    print_rows(out, figures_of(report), "csv", width, false);
  } else {
    print_table(out, report, width, colour);
  }
}

}  // namespace openimr::cli
