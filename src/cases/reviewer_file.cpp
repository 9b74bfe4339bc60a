#include "cases/reviewer_file.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/ascii.h"
#include "base/data.h"

namespace openimr::cases {
namespace {

using nlohmann::json;

constexpr DataLimits kWhole{64U << 20U, 8, 10'000'000};
constexpr DataLimits kLine{1U << 20U, 8, 10'000};

// Each line as a value of one list, its places moved to where the line stands.
DataFile read_lines(const std::string& text, const std::string& file, std::vector<Error>& problems) {
  DataFile out{file, "", json::array(), {}};
  int number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (std::all_of(line.begin(), line.end(), is_white)) continue;
    auto read = read_yaml(line, file, kLine);
    if (!read) {
      problems.push_back(read.error());
      problems.back().line = number;
      continue;
    }
    for (auto& [pointer, mark] : read->marks)
      out.marks[fmt::format("/{}{}", out.value.size(), pointer)] = {number, mark.column, mark.at};
    out.value.push_back(std::move(read->value));
  }
  return out;
}

Result<DataFile> read(const std::string& text, const std::string& file, std::vector<Error>& problems) {
  if (text.find_first_not_of(" \t\r\n") == text.find('{')) return read_lines(text, file, problems);
  return read_yaml(text, file, kWhole);
}

// "California" is written where "CA" belongs: the schema has the names beside the codes.
void name_the_state(Error& problem, const json& schema) {
  if (problem.message.find("/state: ") == std::string::npos) return;
  std::string written = problem.offending;
  std::transform(written.begin(), written.end(), written.begin(), lower);
  for (const auto& [code, name] : schema.at("definitions").at("state").at("names").items()) {
    std::string known = fmt::format("\"{}\"", name.get<std::string>());
    std::transform(known.begin(), known.end(), known.begin(), lower);
    if (written == known) problem.remedy = fmt::format("Write {}", code);
  }
}

std::string text_in(const json& row, const char* key) {
  return row.contains(key) && row[key].is_string() ? row[key].get<std::string>() : "";
}

std::optional<int> number_in(const json& row, const char* key) {
  return row.contains(key) && row[key].is_number() ? std::optional(row[key].get<int>()) : std::nullopt;
}

std::vector<std::string> texts_in(const json& row, const char* key) {
  return row.contains(key) ? row[key].get<std::vector<std::string>>() : std::vector<std::string>();
}

const json& part(const json& row, const char* key) {
  static const json kNone = json::object();
  return row.contains(key) ? row[key] : kNone;
}

// What the schema has let through, as values; days and ids are checked here.
class Rows {
 public:
  Rows(const DataFile& data, std::vector<Error>& problems) : data_(data), problems_(problems) {}

  std::vector<Reviewer> read() {
    std::vector<Reviewer> out;
    for (std::size_t i = 0; i < data_.value.size(); ++i) {
      out.push_back(reviewer(data_.value[i], fmt::format("/{}", i)));
      const auto [first, is_new] = ids_.emplace(out.back().id, i);
      if (!is_new)
        add(fmt::format("/{}/id", i), "the id of another reviewer too", out.back().id,
            fmt::format("Give each an id of their own; the other stands in line {}",
                        data_.mark(fmt::format("/{}/id", first->second)).line));
    }
    return out;
  }

 private:
  void add(const std::string& pointer, const std::string& message, const std::string& offending, std::string remedy) {
    const Mark mark = data_.mark(pointer);
    problems_.push_back({ErrorCode::invalid, fmt::format("{}: {}", pointer.substr(1), message), offending, data_.file,
                         mark.line, mark.column, std::move(remedy)});
  }

  std::optional<Date> day(const json& row, const std::string& at, const char* key) {
    const std::string written = text_in(row, key);
    if (written.empty()) return std::nullopt;
    const auto day = Date::from_iso(written);
    if (!day) add(fmt::format("{}/{}", at, key), "no such day", written, "Write a day of the calendar as YYYY-MM-DD");
    return day;
  }

  Licence licence(const json& row, const std::string& at) {
    Licence out{text_in(row, "type"),   text_in(row, "state"), licence_status_named(text_in(row, "status")).value(),
                text_in(row, "number"), day(row, at, "from"),  day(row, at, "until")};
    if (out.from && out.until && *out.until <= *out.from)
      add(at + "/until", "it ends before it begins", out.until->iso(), "Write a day after 'from', or null");
    return out;
  }

  Reviewer reviewer(const json& row, const std::string& at) {
    Reviewer out;
    out.id = text_in(row, "id");
    out.name = text_in(row, "name");
    for (std::size_t i = 0; i < part(row, "licences").size(); ++i)
      out.licences.push_back(licence(row["licences"][i], fmt::format("{}/licences/{}", at, i)));
    for (std::size_t i = 0; i < part(row, "certifications").size(); ++i) {
      const json& each = row["certifications"][i];
      out.certifications.push_back({text_in(each, "board"), text_in(each, "specialty"), text_in(each, "subspecialty"),
                                    day(each, fmt::format("{}/certifications/{}", at, i), "until")});
    }
    out.years = number_in(part(row, "practice"), "years");
    out.hours_per_week = number_in(part(row, "practice"), "hours_per_week");
    out.per_day = row["capacity"]["per_day"].get<int>();
    out.per_week = row["capacity"]["per_week"].get<int>();
    out.excluded_parties = texts_in(part(row, "exclusions"), "parties");
    out.excluded_items = texts_in(part(row, "exclusions"), "items");
    if (part(row, "disciplined").is_boolean()) out.disciplined = row["disciplined"].get<bool>();
    if (part(row, "appointments").is_array()) out.appointments = texts_in(row, "appointments");
    for (const json& each : part(row, "relations")) {
      Relation relation{text_in(each, "to"), program::relation_kind_named(text_in(each, "kind")).value(),
                        text_in(each, "tie"), text_in(each, "detail"), std::nullopt};
      if (part(each, "share_of_income").is_number()) relation.share_of_income = each["share_of_income"].get<double>();
      out.relations.push_back(std::move(relation));
    }
    return out;
  }

  const DataFile& data_;
  std::vector<Error>& problems_;
  std::map<std::string, std::size_t> ids_;  // to the place of the first
};

}  // namespace

Result<std::vector<Reviewer>> reviewers_from_json(const std::string& text, const std::string& file, const json& schema,
                                                  std::vector<Error>& problems) {
  const std::size_t before = problems.size();
  const auto data = read(text, file, problems);
  if (!data) {
    problems.push_back(data.error());
    return fail(data.error());
  }
  auto found = check_schema(*data, schema);
  for (Error& problem : found) name_the_state(problem, schema);
  std::vector<Reviewer> out;
  if (found.empty()) out = Rows(*data, problems).read();
  problems.insert(problems.end(), found.begin(), found.end());
  if (problems.size() > before) return fail(problems[before]);
  return out;
}

}  // namespace openimr::cases
