// Data files as people write them, and as nobody should: every refusal names its line.
#include "base/data.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>
#include <unistd.h>

namespace openimr {
namespace {

using nlohmann::json;

TEST(Yaml, ReadsValuesAsYaml12CoreHasThem) {
  const struct {
    const char* yaml;
    json value;
  } cases[] = {
      {"a: 2015-08-25", {{"a", "2015-08-25"}}},
      {"a: 12", {{"a", 12}}},
      {"a: -12", {{"a", -12}}},
      {"a: 1.5", {{"a", 1.5}}},
      {"a: true", {{"a", true}}},
      {"a: yes", {{"a", "yes"}}},
      {"a: no", {{"a", "no"}}},
      {"a: ~", {{"a", nullptr}}},
      {"a:", {{"a", nullptr}}},
      {"a: null", {{"a", nullptr}}},
      {"a: \"12\"", {{"a", "12"}}},
      {"a: 'true'", {{"a", "true"}}},
      {"a: \"\"", {{"a", ""}}},
      {"a: '#20'", {{"a", "#20"}}},
      {"a: 9999999999999999", {{"a", "9999999999999999"}}},
      {"a: [x, {b: 1}]", {{"a", {"x", {{"b", 1}}}}}},
      {"a: \"two\n  lines\"", {{"a", "two lines"}}},
      {"a/b~c: 1", {{"a/b~c", 1}}},
      {"{}", json::object()},
      {"", nullptr},
  };
  for (const auto& c : cases) {
    const auto read = read_yaml(c.yaml, "x.yaml");
    ASSERT_TRUE(read) << c.yaml << ": " << read.error().to_string();
    EXPECT_EQ(read->value, c.value) << c.yaml;
  }
}

TEST(Yaml, RefusesWithTheLine) {
  const struct {
    const char* yaml;
    int line;
    const char* message;  // begins so
  } cases[] = {
      {"a: 1\nb: 2\na: 3\n", 3, "the key 'a' is given twice"},
      {"x:\n  - a: 1\n    b: 2\n    a: 3\n", 4, "the key 'a' is given twice"},
      {"{a: 1, a: 1}", 1, "the key 'a' is given twice"},
      {"a: 1\n[b]: 2\n", 2, "a key that is not a word"},
      {"a: 1\n{b: 1}: 2\n", 2, "a key that is not a word"},
      {"a: &x 1\nb: *x\n", 2, "an alias"},
      {"a: &x\n  - 1\nb:\n  - *x\n", 4, "an alias"},
      {"a: &x [*x]\n", 1, "an alias"},
      {"a: 1\nb: *nobody\n", 2, "not YAML: "},
      {"a:\n\tb: 1\n", 2, "a tab"},
      {"a:\n  b: 1\n\tc: 2\n", 3, "a tab"},
      {"a: 1\nb: [1, 2\n", 2, "not YAML: "},
      {"a: 1\n  b: 2\n", 2, "not YAML: "},
      {"a: Decision: upheld\n", 1, "not YAML: "},
      {"a: 1\n---\nb: 2\n", 2, "more than one document"},
  };
  for (const auto& c : cases) {
    const auto read = read_yaml(c.yaml, "x.yaml");
    if (read) {
      ADD_FAILURE() << "was read:\n" << c.yaml << "\nas " << read->value;
      continue;
    }
    const Error& error = read.error();
    EXPECT_EQ(error.line, c.line) << c.yaml << error.to_string();
    EXPECT_TRUE(error.message.starts_with(c.message)) << c.yaml << error.to_string();
    EXPECT_EQ(error.code, ErrorCode::invalid);
    EXPECT_EQ(error.file, "x.yaml");
    EXPECT_FALSE(error.remedy.empty()) << error.to_string();
  }
}

TEST(Yaml, HoldsItsLimits) {
  const struct {
    const char* yaml;
    DataLimits limits;
    bool fits;
    const char* message;
  } cases[] = {
      {"a: {b: {c: 1}}", {1000, 3, 1000}, true, ""},
      {"a: {b: {c: 1}}", {1000, 2, 1000}, false, "nested deeper than 2 levels"},
      {"a: [[[1]]]", {1000, 3, 1000}, false, "nested deeper than 3 levels"},
      {"[1, 2, 3]", {1000, 9, 4}, true, ""},
      {"[1, 2, 3]", {1000, 9, 3}, false, "more than 3 values"},
      {"a: 12345", {8, 9, 9}, true, ""},
      {"a: 12345", {7, 9, 9}, false, "larger than 7 bytes"},
  };
  for (const auto& c : cases) {
    const auto read = read_yaml(c.yaml, "x.yaml", c.limits);
    EXPECT_EQ(read.has_value(), c.fits) << c.yaml;
    if (!read) EXPECT_EQ(read.error().message, c.message);
  }
}

TEST(Yaml, RefusesBombsQuickly) {
  std::string laughs = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
  for (int i = 1; i <= 12; ++i) {
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int k = 0; k < 10; ++k) laughs += (k == 0 ? "*a" : ", *a") + std::to_string(i - 1);
    laughs += "]\n";
  }
  const auto bomb = read_yaml(laughs, "bomb.yaml");
  ASSERT_FALSE(bomb);
  EXPECT_EQ(bomb.error().line, 2);
  EXPECT_FALSE(read_yaml(std::string(100'000, '['), "deep.yaml"));
  EXPECT_FALSE(read_yaml(std::string(100'000, '{'), "deep.yaml"));
  std::string dashes;
  for (int i = 0; i < 20'000; ++i) dashes += "- ";
  EXPECT_FALSE(read_yaml(dashes + "x", "deep.yaml"));
  EXPECT_FALSE(read_yaml(std::string((4U << 20U) + 1, ' '), "large.yaml"));
}

TEST(Yaml, KnowsTheLineOfEachValue) {
  const auto data = read_yaml(
      "# a comment\ndates:\n  injury: null\n  review: 2015-10-30\nitems:\n  - text: Soma\n"
      "  - text: Norco\n    note:\n      a/b: 1\n",
      "case.yaml");
  ASSERT_TRUE(data);
  const struct {
    const char* pointer;
    int line;
    int column;
  } cases[] = {{"/dates/injury", 3, 3},
               {"/dates/review", 4, 11},
               {"/items/0/text", 6, 11},
               {"/items/1", 7, 5},
               {"/items/1/text", 7, 11},
               {"/items/1/note/a~1b", 9, 12},
               {"/items/1/missing/deep", 7, 5},
               {"/nothing", 2, 1},
               {"", 2, 1}};
  for (const auto& c : cases) {
    EXPECT_EQ(data->mark(c.pointer).line, c.line) << c.pointer;
    EXPECT_EQ(data->mark(c.pointer).column, c.column) << c.pointer;
  }
  EXPECT_EQ(data->text.substr(data->mark("/items/1/text").at, 5), "Norco");
}

// Whatever bytes arrive, the answer is a value or an error with a line of the file.
RC_GTEST_PROP(YamlProperty, EndsInAValueOrAnErrorInsideTheFile, ()) {
  static const std::vector<std::string> pieces = {
      "a",   "b: ", "- ", "\n",    "\n  ", "[", "]",      "{", "}", ", ", "'", "\"",  "&x ", "*x", "#",
      "|\n", "> ",  "\t", "---\n", "? ",   "!", "!!str ", "%", "@", "`",  "~", "1.5", ": ",  "\\", "\xFF"};
  std::string text;
  for (const std::string& part : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
    text += part;
  const auto read = read_yaml(text, "x.yaml");
  if (read) return;
  const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
  RC_ASSERT(read.error().line >= 0);
  RC_ASSERT(read.error().line <= lines + 1);
  RC_ASSERT(!read.error().message.empty());
}

json case_schema() {
  const auto text = read_file(std::filesystem::path(OPENIMR_SOURCE_DIR) / "packs/schema/case.schema.json", 1U << 20U);
  return json::parse(*text);
}

constexpr const char* kGoodCase = R"(case_number: EX-1
programme: ca-dwc-imr
dates:
  injury: null
  review: 2015-10-30
disputed_items:
  - text: Soma 350 mg #20
  - text: Norco
    service_date: null
)";

TEST(CaseSchema, AcceptsAGoodCase) {
  const auto data = read_yaml(kGoodCase, "case.yaml");
  ASSERT_TRUE(data);
  for (const Error& problem : check_schema(*data, case_schema())) ADD_FAILURE() << problem.to_string();
}

TEST(CaseSchema, NamesTheLineOfEachBreach) {
  const struct {
    const char* name;
    const char* from;  // in the good case
    const char* to;
    int line;
    const char* says;  // somewhere in the message
  } cases[] = {
      {"a required key is missing", "case_number: EX-1\n", "", 1, "case_number"},
      {"an unknown key", "programme:", "program:", 2, "program"},
      {"a value of another type", "case_number: EX-1", "case_number: 12", 1, "case_number"},
      {"a date of another form", "review: 2015-10-30", "review: 10/30/2015", 5, "dates/review"},
      {"a null that is not allowed", "review: 2015-10-30", "review: null", 5, "dates/review"},
      {"an unknown key inside", "injury: null", "injurie: null", 4, "injurie"},
      {"an empty list", "disputed_items:\n  - text: Soma 350 mg #20\n  - text: Norco\n    service_date: null\n",
       "disputed_items: []\n", 6, "disputed_items"},
      {"an item without its text", "- text: Norco\n    service_date", "- service_date", 8, "text"},
      {"an empty text", "text: Norco", "text: ''", 8, "disputed_items/1/text"},
      {"a bad date of an item", "service_date: null", "service_date: soon", 9, "disputed_items/1/service_date"},
      {"a bad name of a programme", "ca-dwc-imr", "CA DWC", 2, "programme"},
  };
  const json schema = case_schema();
  for (const auto& c : cases) {
    std::string text = kGoodCase;
    const std::size_t at = text.find(c.from);
    ASSERT_NE(at, std::string::npos) << c.name;
    text.replace(at, std::string_view(c.from).size(), c.to);
    const auto data = read_yaml(text, "case.yaml");
    ASSERT_TRUE(data) << c.name << ": " << data.error().to_string();
    const auto problems = check_schema(*data, schema);
    ASSERT_FALSE(problems.empty()) << c.name;
    const auto right = std::find_if(problems.begin(), problems.end(), [&](const Error& e) {
      return e.line == c.line && e.to_string().find(c.says) != std::string::npos;
    });
    std::string all;
    for (const Error& e : problems) all += e.to_string() + "\n";
    EXPECT_NE(right, problems.end()) << c.name << ", line " << c.line << ":\n" << all;
    for (const Error& e : problems) EXPECT_EQ(e.file, "case.yaml");
  }
}

TEST(CaseSchema, ReportsAllBreachesAtOnce) {
  const auto data = read_yaml("case_number: 1\ndates: {review: soon}\ndisputed_items: [{text: ''}]\n", "case.yaml");
  std::set<int> lines;
  for (const Error& e : check_schema(*data, case_schema())) lines.insert(e.line);
  EXPECT_EQ(lines, (std::set<int>{1, 2, 3}));
}

TEST(ReadFile, SaysWhyItCannot) {
  const auto folder = std::filesystem::temp_directory_path() / ("openimr_read_file_" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "five") << "12345";
  EXPECT_EQ(*read_file(folder / "five", 5), "12345");
  EXPECT_EQ(read_file(folder / "five", 4).error().code, ErrorCode::unreadable);
  EXPECT_EQ(read_file(folder / "five", 4).error().message, "5 bytes, more than the 4 that are read");
  EXPECT_EQ(read_file(folder / "none", 5).error().code, ErrorCode::not_found);
  EXPECT_EQ(read_file(folder, 5).error().code, ErrorCode::unreadable);
  EXPECT_EQ(read_file(folder, 5).error().message, "not a regular file");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace openimr
