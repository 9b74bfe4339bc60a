// Packs to guidelines: from JSON that its schema has checked to plain structs.
#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "guidelines/library.h"
#include "guidelines/search_words.h"

namespace openimr::guidelines {
namespace {

using nlohmann::json;

// Thrown inside this file only: the compiler of a deeply nested value leaves by one way.
struct Broken {
  Error error;
};

constexpr const char* kWriteDay = "Write a day of the calendar as YYYY-MM-DD";

std::string text(const json& object, const char* key) {
  return object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : std::string{};
}

std::vector<std::string> list(const json& object, const char* key) {
  if (!object.contains(key)) return {};
  if (object[key].is_string()) return {object[key].get<std::string>()};
  return object[key].is_array() ? object[key].get<std::vector<std::string>>() : std::vector<std::string>{};
}

class Compiler {
 public:
  Compiler(const json& pack, SearchWords& search_words)
      : pack_(pack), search_words_(search_words), file_(text(pack, "_file")) {}

  Guideline compile() {
    const json& head = pack_.at("guideline");
    const json& force = pack_.at("in_force");
    Guideline out{.source = text(head, "source"),
                  .title = text(head, "title"),
                  .year = head.value("year", json()).is_number_integer() ? head["year"].get<int>() : 0,
                  .chapter = text(head, "chapter"),
                  .from = date(force, "from").value(),
                  .until = date(force, "until"),
                  .origin = text(pack_, "source"),
                  .file = file_,
                  .line = pack_.value("_line", 1),
                  .sections = {}};
    if (out.origin.empty()) {
      refuse(1, "a guideline without a source", out.title,
             "Name the regulation or publication that its content comes from: source: \"...\"");
    }
    if (out.until && *out.until <= out.from) {
      refuse(out.line, "the edition ends before it begins", out.until->iso(),
             "Write as 'until' the first day on which it no longer holds, or null");
    }
    for (const json& row : pack_.at("sections")) out.sections.push_back(section(row));
    return out;
  }

 private:
  Section section(const json& row) {
    Section out;
    out.line = row.value("_line", 0);
    out.id = text(row, "id");
    out.title = text(row, "title");
    out.pages = text(row, "pages");
    out.position = text(row, "position");
    out.says = text(row, "says");
    out.standing = standing(row, out.line);
    if (row.contains("also")) {
      for (const json& also : row["also"]) out.also.push_back(reference(also));
    }
    const json scopes = row.at("applies_to").is_array() ? row["applies_to"] : json::array({row["applies_to"]});
    for (const json& scope : scopes) add_scopes(scope, out.applies_to, out.line);
    if (row.contains("criteria")) {
      for (const json& criterion : row["criteria"]) out.criteria.push_back(compile_criterion(criterion, out));
    }
    if (row.contains("remarks")) {
      for (const json& remark : row["remarks"]) {
        out.remarks.push_back({text(remark, "id"), text(remark, "on") != "overturned", when(remark, out.line),
                               text(remark, "says"), text(remark, "title"), text(remark, "pages"),
                               standing(remark, out.line)});
      }
    }
    return out;
  }

  static Reference reference(const json& row) {
    Reference out{text(row, "title"), text(row, "pages"), "", "", "", 0};
    if (!row.contains("guideline")) return out;
    const json& other = row["guideline"];
    out.guideline_source = text(other, "source");
    out.guideline_title = text(other, "title");
    out.chapter = text(other, "chapter");
    if (other.contains("year") && other["year"].is_number_integer()) out.year = other["year"].get<int>();
    return out;
  }

  // One scope for each service, drug, topic or class that the row lists.
  void add_scopes(const json& row, std::vector<Scope>& out, int line) {
    Scope scope;
    scope.regions = list(row, "region");
    scope.kind = text(row, "kind");
    if (row.contains("post_operative")) scope.post_operative = row["post_operative"].get<bool>();
    if (row.contains("since_injury")) {
      scope.since_injury_from = bound(row["since_injury"], "at_least", line);
      scope.since_injury_to = bound(row["since_injury"], "at_most", line);
    }
    if (row.contains("since_surgery")) scope.since_surgery_to = bound(row["since_surgery"], "at_most", line);
    const std::size_t before = out.size();
    for (const auto& [key, field] : {std::pair{"service", &Scope::service},
                                     {"drug", &Scope::drug},
                                     {"class", &Scope::drug_class},
                                     {"topic", &Scope::topic}}) {
      if (row.contains(key) && row[key].is_string()) scope.*field = row[key].get<std::string>();
    }
    for (const auto& [key, field] : {std::pair{"service", &Scope::service},
                                     {"drug", &Scope::drug},
                                     {"class", &Scope::drug_class},
                                     {"topic", &Scope::topic}}) {
      if (!row.contains(key) || !row[key].is_array()) continue;
      for (std::string& name : list(row, key)) {
        Scope one = scope;
        one.*field = std::move(name);
        out.push_back(std::move(one));
      }
    }
    if (out.size() == before) out.push_back(std::move(scope));
  }

  Criterion compile_criterion(const json& row, const Section& section) {
    Criterion out;
    out.line = row.value("_line", 0);
    out.id = text(row, "id");
    out.ref = text(row, "ref");
    out.kind = kind(row, out.line);
    out.says = text(row, "says");
    out.absent = text(row, "absent");
    out.failed = text(row, "failed");
    out.shown_by = text(row, "shown_by");
    out.when = when(row, out.line);
    out.soft = row.value("soft", false);
    out.rescues = list(row, "rescues");
    out.title = text(row, "title").empty() ? section.title : text(row, "title");
    out.pages = !text(row, "pages").empty() ? text(row, "pages") : text(row, "title").empty() ? section.pages : "";
    out.standing = standing(row, out.line);
    out.source = text(row, "source");
    if (out.source.empty())
      refuse(out.line, "a criterion without a source", out.id, "Say where its wording comes from: source: \"...\"");
    if (row.contains("test")) {
      out.test = test(row["test"], out.line);
      out.words = search_words_.of(*out.test);
    }
    if (!out.test && out.kind != Kind::note)
      refuse(out.line, "a criterion without a test", out.id, "Add a test, or make it a note");
    return out;
  }

  Test test(const json& row, int line) {
    Test out;
    if (row.contains("any_of") || row.contains("all_of")) {
      const bool any = row.contains("any_of");
      out.form = any ? Test::Form::any_of : Test::Form::all_of;
      for (const json& part : row[any ? "any_of" : "all_of"]) out.parts.push_back(test(part, line));
      if (out.parts.empty()) refuse(line, "an empty group of tests", "", "Name at least one test in it");
      return out;
    }
    if (row.contains("not")) {
      out.form = Test::Form::negation;
      out.parts.push_back(test(row["not"], line));
      return out;
    }
    if (row.contains("ingredient")) {
      out.form = Test::Form::ingredient;
      out.concepts = list(row, "ingredient");
      return out;
    }
    if (row.contains("other_item")) return other_item(row);
    out.form = row.contains("item") ? Test::Form::item : Test::Form::fact;
    out.name = text(row, out.form == Test::Form::item ? "item" : "fact");
    if (out.name.empty()) refuse(line, "a test that asks for nothing", row.dump(), "Name a fact: { fact: ... }");
    add_names(row, out);
    out.stated = row.value("stated", false);
    out.plus_requested = row.value("plus_requested", false);
    out.responses = list(row, "response");
    out.regions = list(row, "region");
    out.of = text(row, "of");
    out.either = text(row, "documented") == "either";
    out.past = text(row, "documented") == "past";
    out.at_most = bound(row, "at_most", line);
    out.at_least = bound(row, "at_least", line);
    if (row.contains("equals"))
      out.equals = row["equals"].is_string() ? row["equals"].get<std::string>() : row["equals"].dump();
    return out;
  }

  static void add_names(const json& row, Test& out) {
    for (const char* key : {"concept", "drug", "class", "topic", "service"}) {
      for (std::string& name : list(row, key)) out.concepts.push_back(std::move(name));
    }
  }

  static Test other_item(const json& row) {
    Test out;
    out.form = Test::Form::other_item;
    out.name = text(row["other_item"], "kind");
    add_names(row["other_item"], out);
    if (row.contains("decision")) out.stands = text(row, "decision") == "overturned";
    out.without = text(row, "without") == "met" ? Truth::yes : Truth::no;
    return out;
  }

  // A number, or a count of days: "3 weeks", "28 days".
  std::optional<double> bound(const json& row, const char* key, int line) {
    if (!row.contains(key)) return std::nullopt;
    if (row[key].is_number()) return row[key].get<double>();
    const std::string written = text(row, key);
    const std::size_t space = written.find(' ');
    const std::string unit = space == std::string::npos ? "" : written.substr(space + 1);
    static const std::map<std::string, double, std::less<>> kDays = {{"day", 1},    {"days", 1},   {"week", 7},
                                                                     {"weeks", 7},  {"month", 30}, {"months", 30},
                                                                     {"year", 365}, {"years", 365}};
    const auto days = kDays.find(unit);
    constexpr std::size_t kLongestCount = 6;
    if (days == kDays.end() || space == 0 || space > kLongestCount || written.find_first_not_of("0123456789") != space)
      refuse(line, "not a bound", written, "Write a number, or whole days, weeks, months or years: 3 weeks");
    return days->second * std::stod(written);
  }

  Kind kind(const json& row, int line) {
    const std::string name = text(row, "kind");
    for (const Kind kind : {Kind::required, Kind::limit, Kind::exclusion, Kind::allowance, Kind::note}) {
      if (name == name_of(kind)) return kind;
    }
    refuse(line, "no such kind of criterion", name, "Use required, limit, exclusion, allowance or note");
  }

  Standing standing(const json& row, int line) {
    const std::string name = text(row, "standing");
    for (const Standing standing :
         {Standing::confirmed, Standing::inferred, Standing::reported, Standing::unverified}) {
      if (name == name_of(standing)) return standing;
    }
    refuse(line, "a rule without a standing", name, "Use confirmed, inferred, reported or unverified");
  }

  When when(const json& row, int line) {
    const std::string name = text(row, "when");
    if (name.empty()) return When::always;
    if (name == "continuation") return When::continuation;
    if (name == "new") return When::new_start;
    if (name == "post_operative") return When::post_operative;
    refuse(line, "no such kind of request", name, "Use continuation, new or post_operative, or leave it out");
  }

  std::optional<Date> date(const json& row, const char* key) {
    const std::string written = text(row, key);
    const auto value = Date::from_iso(written);
    if (!value && (!written.empty() || key[0] == 'f'))
      refuse(pack_.value("_line", 1), "an edition without a date", written, kWriteDay);
    return value;
  }

  [[noreturn]] void refuse(int line, std::string message, std::string offending, std::string remedy) const {
    throw Broken{{ErrorCode::invalid, std::move(message), std::move(offending), file_, line, 0, std::move(remedy)}};
  }

  const json& pack_;
  SearchWords& search_words_;
  std::string file_;
};

SearchSequence sequence(const json& row) {
  const std::string from = text(row.at("in_force"), "from");
  const std::string until = text(row.at("in_force"), "until");
  const auto first = Date::from_iso(from);
  const auto end = Date::from_iso(until);
  const std::string file = row.value("_file", "packs/guidelines/search-sequence.yaml");
  const int line = row.value("_line", 0);
  if (!first || (!end && !until.empty())) {
    throw Broken{
        {ErrorCode::invalid, "a search sequence without a date", first ? until : from, file, line, 0, kWriteDay}};
  }
  if (end && *end <= *first) {
    throw Broken{{ErrorCode::invalid, "the search sequence ends before it begins", until, file, line, 0,
                  "Write as 'until' the first day on which it no longer holds, or null"}};
  }
  SearchSequence out{*first, end, row.value("strict", true), list(row, "levels"), {}, file, line};
  for (const json& step : row.at("steps"))
    out.steps.push_back({text(step, "id"), text(step, "says"), list(step, "sources")});
  return out;
}

}  // namespace

Result<Library> Library::from_packs(const json& packs, const vocabulary::Vocabulary& vocabulary) {
  Library out;
  SearchWords search_words(vocabulary);
  try {
    for (const json& pack : packs.at("guidelines")) out.guidelines_.push_back(Compiler(pack, search_words).compile());
    for (const json& row : packs.at("search_sequence")) out.sequences_.push_back(sequence(row));
  } catch (const Broken& broken) {
    return fail(broken.error);
  } catch (const json::exception& error) {
    return fail({ErrorCode::invalid, std::string("a pack of another shape: ") + error.what(), "", "packs/guidelines", 0,
                 0, "Run openimr guideline check."});
  }
  if (out.guidelines_.empty() || out.sequences_.empty()) {
    return fail({ErrorCode::invalid, out.guidelines_.empty() ? "no guideline" : "no search sequence", "",
                 "packs/guidelines", 0, 0,
                 out.guidelines_.empty() ? "Add a file with a guideline" : "Add search-sequence.yaml"});
  }
  return out;
}

}  // namespace openimr::guidelines
