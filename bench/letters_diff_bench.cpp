// What a change to the reader of letters gained and lost: compares two outputs of `openimr read --format jsonl` over
// the same letters, field by field.
//
//   letters_diff BEFORE.jsonl AFTER.jsonl [--details]
//
// Prints one line a field whose values differ: how many before and after, gained and lost; with --details each value,
// the letter it belongs to, and + or -. Letters are matched by case number, else by document. Places are left out. Exit
// code 0 where nothing differs, 1 where something does, 4 where a file cannot be read.
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace {

using Values = std::multiset<std::string>;
using Letter = std::map<std::string, Values>;  // by field: "items[].decision"
using Letters = std::map<std::string, Letter>;

void flatten(const nlohmann::json& json, const std::string& field, Letter& out) {
  if (json.is_object()) {
    for (const auto& [key, value] : json.items()) {
      if (key == "places" || key == "place" || key == "document") continue;
      flatten(value, field.empty() ? key : field + "." + key, out);
    }
  } else if (json.is_array()) {
    for (const auto& entry : json) flatten(entry, field + "[]", out);
  } else if (!json.is_null()) {
    out[field].insert(json.is_string() ? json.get<std::string>() : json.dump());
  }
}

bool read(const char* path, Letters& out) {
  std::ifstream file(path);
  if (!file) return false;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) continue;
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) return false;
    const auto& number = json.value("case_number", nlohmann::json());
    flatten(json, "", out[number.is_string() ? number.get<std::string>() : json.value("document", "?")]);
  }
  return true;
}

struct Difference {
  std::size_t before = 0;
  std::size_t after = 0;
  std::size_t gained = 0;
  std::size_t lost = 0;
  std::vector<std::string> details;
};

void compare(const std::string& number, const Letter& before, const Letter& after,
             std::map<std::string, Difference>& out) {
  std::set<std::string> fields;
  for (const auto& [field, values] : before) fields.insert(field);
  for (const auto& [field, values] : after) fields.insert(field);
  const Values none;
  for (const auto& field : fields) {
    const auto of = [&](const Letter& letter) -> const Values& {
      const auto found = letter.find(field);
      return found == letter.end() ? none : found->second;
    };
    Difference& difference = out[field];
    difference.before += of(before).size();
    difference.after += of(after).size();
    const auto only_in = [&](const Values& these, const Values& those, char sign) {
      Values rest = those;
      std::size_t count = 0;
      for (const auto& value : these) {
        if (const auto same = rest.find(value); same != rest.end()) {
          rest.erase(same);
          continue;
        }
        ++count;
        difference.details.push_back(fmt::format("{} {} {}", sign, number, value));
      }
      return count;
    };
    difference.lost += only_in(of(before), of(after), '-');
    difference.gained += only_in(of(after), of(before), '+');
  }
}

}  // namespace

int main(int count, char** arguments) {
  const bool details = count == 4 && std::string(arguments[3]) == "--details";
  if (count != 3 && !details) {
    std::fputs("letters_diff BEFORE.jsonl AFTER.jsonl [--details]\n", stderr);
    return 2;
  }
  Letters before;
  Letters after;
  for (const auto& [path, letters] : {std::pair{arguments[1], &before}, std::pair{arguments[2], &after}}) {
    if (read(path, *letters)) continue;
    fmt::print(stderr, "{}: not readable as JSON lines of letters\n", path);
    return 4;
  }
  std::map<std::string, Difference> differences;
  for (const auto& [number, letter] : before) compare(number, letter, after[number], differences);
  for (const auto& [number, letter] : after)
    if (!before.contains(number)) compare(number, {}, letter, differences);
  std::size_t same = 0;
  std::size_t gained = 0;
  std::size_t lost = 0;
  fmt::print("{:<44} {:>8} {:>8} {:>8} {:>8}\n", "field", "before", "after", "gained", "lost");
  for (const auto& [field, d] : differences) {
    gained += d.gained;
    lost += d.lost;
    if (d.gained + d.lost == 0) {
      ++same;
      continue;
    }
    fmt::print("{:<44} {:>8} {:>8} {:>8} {:>8}\n", field, d.before, d.after, d.gained, d.lost);
    for (const auto& line : d.details)
      if (details) fmt::print("    {}\n", line);
  }
  fmt::print("{} letters, {} fields the same; {} values gained, {} lost\n", after.size(), same, gained, lost);
  return gained + lost == 0 ? 0 : 1;
}
