// What `openimr guideline check` finds in packs that load.
#include <algorithm>
#include <functional>

#include <gtest/gtest.h>

#include "guidelines/library.h"
#include "guidelines/pack.h"
#include "support/engine.h"

namespace openimr::guidelines {
namespace {

using nlohmann::json;

std::vector<std::string> problems_of(const json& guidelines) {
  const auto library = Library::from_packs(packs_of(guidelines), testing::engine().vocabulary);
  EXPECT_TRUE(library) << library.error().to_string();
  std::vector<std::string> out;
  for (const Error& problem : check(*library, testing::engine().vocabulary)) out.push_back(problem.to_string());
  return out;
}

json another(json criterion, const char* id, json test) {
  criterion["id"] = id;
  criterion["test"] = std::move(test);
  criterion["_line"] = 30;
  return criterion;
}

TEST(Check, FindsNothingInAGoodPack) {
  EXPECT_EQ(problems_of(json::array({good_guideline()})), std::vector<std::string>{});
}

TEST(Check, ReportsEachProblemAlone) {
  struct Break {
    const char* name;
    std::function<void(json&)> apply;  // to the only section
    const char* problem;
  };
  const json finding = {{"fact", "finding"}, {"concept", "tenderness"}};
  const Break breaks[] = {
      {"a section for nobody", [](json& s) { s["applies_to"] = json::object(); },
       "test.yaml:8: a section that applies to nothing: 'carisoprodol'. Name a topic, drug, class, service or kind in "
       "applies_to"},
      {"an unknown drug", [](json& s) { s["applies_to"] = {{"drug", "phlogiston"}}; },
       "test.yaml:8: the section applies to a drug that the vocabulary does not know: 'phlogiston'. Use a name of "
       "packs/vocabulary, or add it there with its words"},
      {"an unknown region", [](json& s) { s["applies_to"] = {{"service", "massage"}, {"region", "tail"}}; },
       "test.yaml:8: the section applies to a region that the vocabulary does not know: 'tail'. Use a name of "
       "packs/vocabulary, or add it there with its words"},
      {"two criteria of one id", [&](json& s) { s["criteria"].push_back(another(good_criterion(), "spasm", finding)); },
       "test.yaml:30: two criteria of one id: 'spasm'. Give one of them an id of its own"},
      {"one fact decides two criteria",
       [](json& s) { s["criteria"].push_back(another(good_criterion(), "again", good_criterion()["test"])); },
       "test.yaml:30: tests the same fact as 'spasm', so one word of the record would decide both: 'again'. Join the "
       "two criteria, or make one of them soft or a note"},
      {"one fact inside a group",
       [](json& s) {
         s["criteria"].push_back(
             another(good_criterion(), "again", {{"any_of", {good_criterion()["test"], {{"fact", "new_injury"}}}}}));
       },
       "test.yaml:30: tests the same fact as 'spasm', so one word of the record would decide both: 'again'. Join the "
       "two criteria, or make one of them soft or a note"},
      {"a fact that nothing makes",
       [](json& s) { s["criteria"].push_back(another(good_criterion(), "other", {{"fact", "aura"}})); },
       "test.yaml:30: unreachable: nothing makes this fact: 'aura'. Use a fact that a term of packs/vocabulary makes, "
       "or add such a term"},
      {"a concept that no word has",
       [](json& s) {
         s["criteria"].push_back(another(good_criterion(), "other", {{"fact", "finding"}, {"concept", "aura"}}));
       },
       "test.yaml:30: unreachable: the vocabulary does not know this concept: 'aura'. Use a name of packs/vocabulary, "
       "or add it there with its words"},
      {"a field that no item has",
       [](json& s) {
         s["criteria"].push_back(another(good_criterion(), "other", {{"item", "colour"}, {"at_most", 1}}));
       },
       "test.yaml:30: no such field of an item: 'colour'. Tests in packs/guidelines/README.md lists them"},
      {"an allowance for nothing",
       [&](json& s) {
         json allowance = another(good_criterion(), "other", finding);
         allowance["kind"] = "allowance";
         s["criteria"].push_back(allowance);
       },
       "test.yaml:30: an allowance that rescues nothing: 'other'. Name the criteria in 'rescues'"},
      {"an allowance for what is not there",
       [&](json& s) {
         json allowance = another(good_criterion(), "other", finding);
         allowance["kind"] = "allowance";
         allowance["rescues"] = {"nobody"};
         s["criteria"].push_back(allowance);
       },
       "test.yaml:30: it rescues no criterion of its section: 'nobody'. Use the id of a criterion of this section"},
      {"a required criterion that rescues",
       [&](json& s) {
         json required = another(good_criterion(), "other", finding);
         required["rescues"] = {"spasm"};
         s["criteria"].push_back(required);
       },
       "test.yaml:30: it rescues no criterion of its section: 'spasm'. Only an allowance rescues: kind: allowance"},
  };
  for (const Break& b : breaks) {
    json guideline = good_guideline();
    b.apply(guideline["sections"][0]);
    EXPECT_EQ(problems_of(json::array({guideline})), std::vector<std::string>{b.problem}) << b.name;
  }
}

TEST(Check, LetsSoftCriteriaAndNotesShareAFact) {
  for (const bool soft : {true, false}) {
    json guideline = good_guideline();
    json again = another(good_criterion(), "again", good_criterion()["test"]);
    if (soft) {
      again["soft"] = true;
    } else {
      again["kind"] = "note";
    }
    guideline["sections"][0]["criteria"].push_back(again);
    EXPECT_EQ(problems_of(json::array({guideline})), std::vector<std::string>{});
  }
}

TEST(Check, ReportsTwoSectionsOfOneId) {
  json guideline = good_guideline();
  guideline["sections"].push_back(guideline["sections"][0]);
  EXPECT_EQ(problems_of(json::array({guideline})),
            std::vector<std::string>{
                "test.yaml:8: two sections of one id: 'carisoprodol'. Give one of them an id of its own"});
}

TEST(Check, ReportsEditionsThatOverlapOrLeaveAGap) {
  const struct {
    const char* until;  // of the first edition; the second begins 2016-07-28
    const char* problem;
  } cases[] = {
      {"2016-07-28", ""},
      {"2016-07-29",
       "test.yaml:1: overlaps with the edition of 2009 (test.yaml): '2016-07-28'. The earlier one should end where "
       "this begins: in_force: { from: 2009-07-18, until: 2016-07-28 }"},
      {nullptr,
       "test.yaml:1: overlaps with the edition of 2009 (test.yaml): '2016-07-28'. The earlier one should end where "
       "this begins: in_force: { from: 2009-07-18, until: 2016-07-28 }"},
      {"2016-07-27",
       "test.yaml:1: leaves a gap after the edition of 2009 (test.yaml): '2016-07-28'. The earlier one should end "
       "where this begins: in_force: { from: 2009-07-18, until: 2016-07-28 }"},
  };
  for (const auto& c : cases) {
    json first = good_guideline();
    first["in_force"]["until"] = c.until == nullptr ? json() : json(c.until);
    json second = good_guideline();
    second["guideline"]["year"] = 2016;
    second["in_force"] = {{"from", "2016-07-28"}, {"until", nullptr}};
    for (const json& order : {json::array({first, second}), json::array({second, first})}) {
      const auto problems = problems_of(order);
      EXPECT_EQ(problems, *c.problem == '\0' ? std::vector<std::string>{} : std::vector<std::string>{c.problem});
    }
  }
}

}  // namespace
}  // namespace openimr::guidelines
