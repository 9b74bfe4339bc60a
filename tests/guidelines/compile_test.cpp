// Packs that cannot be understood do not load, and say why.
#include <functional>

#include <gtest/gtest.h>

#include "guidelines/library.h"
#include "guidelines/pack.h"
#include "support/engine.h"

namespace openimr::guidelines {
namespace {

using nlohmann::json;

Result<Library> compile(const json& packs) {
  return Library::from_packs(packs, testing::engine().vocabulary);
}

TEST(Library, TakesAGoodPack) {
  const auto library = compile(packs_of(json::array({good_guideline()})));
  ASSERT_TRUE(library) << library.error().to_string();
  ASSERT_EQ(library->guidelines().size(), 1U);
  const Guideline& guideline = library->guidelines().front();
  EXPECT_EQ(guideline.full_title(), "MTUS Test Guideline 2009");
  EXPECT_EQ(guideline.from.iso(), "2009-07-18");
  EXPECT_EQ(library->first_day().iso(), "2009-07-18");
  const Criterion& criterion = guideline.sections.at(0).criteria.at(0);
  EXPECT_EQ(criterion.kind, Kind::required);
  EXPECT_EQ(criterion.title, "Carisoprodol") << "the section's own";
  EXPECT_EQ(criterion.pages, "29, 63-66");
  EXPECT_EQ(criterion.line, 12);
}

TEST(Library, RefusesWhatItCannotUnderstand) {
  struct Break {
    const char* name;
    std::function<void(json&)> apply;  // to the guideline
    const char* error;
  };
  const auto section = [](json& g) -> json& { return g["sections"][0]; };
  const auto criterion = [](json& g) -> json& { return g["sections"][0]["criteria"][0]; };
  const Break breaks[] = {
      {"kind", [&](json& g) { criterion(g)["kind"] = "must"; },
       "test.yaml:12: no such kind of criterion: 'must'. Use required, limit, exclusion, allowance or note"},
      {"no kind", [&](json& g) { criterion(g).erase("kind"); },
       "test.yaml:12: no such kind of criterion. Use required, limit, exclusion, allowance or note"},
      {"no first day", [&](json& g) { g["in_force"].erase("from"); },
       "test.yaml:1: an edition without a date. Write a day of the calendar as YYYY-MM-DD"},
      {"a first day that is none", [&](json& g) { g["in_force"]["from"] = "2009-02-30"; },
       "test.yaml:1: an edition without a date: '2009-02-30'. Write a day of the calendar as YYYY-MM-DD"},
      {"a last day that is none", [&](json& g) { g["in_force"]["until"] = "2016-02-30"; },
       "test.yaml:1: an edition without a date: '2016-02-30'. Write a day of the calendar as YYYY-MM-DD"},
      {"an end before the beginning", [&](json& g) { g["in_force"]["until"] = "2009-07-18"; },
       "test.yaml:1: the edition ends before it begins: '2009-07-18'. Write as 'until' the first day on which it no "
       "longer holds, or null"},
      {"no standing", [&](json& g) { criterion(g).erase("standing"); },
       "test.yaml:12: a rule without a standing. Use confirmed, inferred, reported or unverified"},
      {"a standing that is none", [&](json& g) { criterion(g)["standing"] = "sure"; },
       "test.yaml:12: a rule without a standing: 'sure'. Use confirmed, inferred, reported or unverified"},
      {"a section without standing", [&](json& g) { section(g).erase("standing"); },
       "test.yaml:8: a rule without a standing. Use confirmed, inferred, reported or unverified"},
      {"a guideline without a source", [&](json& g) { g.erase("source"); },
       "test.yaml:1: a guideline without a source: 'Test Guideline'. Name the regulation or publication that its "
       "content comes from: source: \"...\""},
      {"a criterion without a source", [&](json& g) { criterion(g).erase("source"); },
       "test.yaml:12: a criterion without a source: 'spasm'. Say where its wording comes from: source: \"...\""},
      {"no test", [&](json& g) { criterion(g).erase("test"); },
       "test.yaml:12: a criterion without a test: 'spasm'. Add a test, or make it a note"},
      {"an empty group", [&](json& g) { criterion(g)["test"] = {{"any_of", json::array()}}; },
       "test.yaml:12: an empty group of tests. Name at least one test in it"},
      {"a test of nothing", [&](json& g) { criterion(g)["test"] = {{"of", "item.drug"}}; },
       "test.yaml:12: a test that asks for nothing: '{\"of\":\"item.drug\"}'. Name a fact: { fact: ... }"},
      {"a request that is none", [&](json& g) { criterion(g)["when"] = "always"; },
       "test.yaml:12: no such kind of request: 'always'. Use continuation, new or post_operative, or leave it out"},
      {"a bound without a unit", [&](json& g) { criterion(g)["test"]["at_most"] = "3"; },
       "test.yaml:12: not a bound: '3'. Write a number, or whole days, weeks, months or years: 3 weeks"},
      {"a bound in moons", [&](json& g) { criterion(g)["test"]["at_most"] = "3 moons"; },
       "test.yaml:12: not a bound: '3 moons'. Write a number, or whole days, weeks, months or years: 3 weeks"},
      {"a bound in words", [&](json& g) { criterion(g)["test"]["at_most"] = "three weeks"; },
       "test.yaml:12: not a bound: 'three weeks'. Write a number, or whole days, weeks, months or years: 3 weeks"},
      {"a bound without a number", [&](json& g) { criterion(g)["test"]["at_most"] = " weeks"; },
       "test.yaml:12: not a bound: ' weeks'. Write a number, or whole days, weeks, months or years: 3 weeks"},
  };
  for (const Break& b : breaks) {
    json guideline = good_guideline();
    b.apply(guideline);
    const auto library = compile(packs_of(json::array({guideline})));
    ASSERT_FALSE(library) << b.name;
    EXPECT_EQ(library.error().to_string(), b.error) << b.name;
    EXPECT_EQ(library.error().code, ErrorCode::invalid) << b.name;
  }
}

TEST(Library, RefusesAnotherShapeAndNothingAtAll) {
  json without_sections = good_guideline();
  without_sections.erase("sections");
  EXPECT_TRUE(
      compile(packs_of(json::array({without_sections}))).error().message.starts_with("a pack of another shape"));
  EXPECT_TRUE(compile(json::object()).error().message.starts_with("a pack of another shape"));
  EXPECT_EQ(compile(packs_of(json::array())).error().message, "no guideline");
  json packs = packs_of(json::array({good_guideline()}));
  packs["search_sequence"] = json::array();
  EXPECT_EQ(compile(packs).error().message, "no search sequence");
}

TEST(Library, RefusesASearchSequenceWithoutItsDates) {
  for (const char* key : {"from", "until"}) {
    json packs = packs_of(json::array({good_guideline()}));
    packs["search_sequence"][0]["in_force"][key] = "2015-02-30";
    const auto library = compile(packs);
    ASSERT_FALSE(library) << key;
    EXPECT_EQ(library.error().message, "a search sequence without a date");
    EXPECT_EQ(library.error().offending, "2015-02-30");
  }
}

TEST(Library, TakesAGuidelineWithoutAYear) {
  json guideline = good_guideline();
  guideline["guideline"].erase("year");
  const auto library = compile(packs_of(json::array({guideline})));
  ASSERT_TRUE(library);
  EXPECT_EQ(library->guidelines().front().full_title(), "MTUS Test Guideline");
}

TEST(Bound, IsCountedInDays) {
  const struct {
    json written;
    double days;
  } cases[] = {{"3 weeks", 21}, {"28 days", 28}, {"1 day", 1}, {"2 months", 60},
               {"1 year", 365}, {120, 120},      {1.5, 1.5}};
  for (const auto& c : cases) {
    json guideline = good_guideline();
    guideline["sections"][0]["criteria"][0]["test"]["at_most"] = c.written;
    const auto library = compile(packs_of(json::array({guideline})));
    ASSERT_TRUE(library) << c.written;
    const auto& test = library->guidelines()[0].sections[0].criteria[0].test;
    ASSERT_TRUE(test) << c.written;
    EXPECT_EQ(test->at_most, c.days) << c.written;
  }
}

TEST(Pages, AreExpanded) {
  const struct {
    const char* written;
    std::vector<int> pages;
  } cases[] = {{"", {}},
               {"29", {29}},
               {"29, 63-66", {29, 63, 64, 65, 66}},
               {"63 - 66", {63, 64, 65, 66}},
               {"63-64, 70, 72-73", {63, 64, 70, 72, 73}},
               {"63-63", {63}},
               {"66-63", {66, 63}},
               {"p. 29", {29}},
               {"iv", {}},
               {"1-1000", {1, 1000}},
               {"-5", {5}},
               {"5-", {5}},
               {"63-64-65", {63, 64, 65}}};
  for (const auto& c : cases) EXPECT_EQ(expand_pages(c.written), c.pages) << c.written;
}

}  // namespace
}  // namespace openimr::guidelines
