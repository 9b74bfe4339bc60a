// Editions by name, and what changed between two.
#include "guidelines/difference.h"

#include <gtest/gtest.h>

#include "guidelines/pack.h"
#include "support/engine.h"

namespace openimr::guidelines {
namespace {

using nlohmann::json;

Library library_of(json guidelines) {
  return Library::from_packs(packs_of(std::move(guidelines)), testing::engine().vocabulary).value();
}

json later_edition() {
  json out = good_guideline();
  out["guideline"]["year"] = 2016;
  out["in_force"] = {{"from", "2016-07-28"}, {"until", nullptr}};
  return out;
}

TEST(Editions, HaveANameWhateverTheNumberOfItsFiles) {
  json second_file = good_guideline();
  second_file["sections"][0]["id"] = "another";
  json chapter = good_guideline();
  chapter["guideline"]["chapter"] = "Pain (Chronic)";
  const Library library = library_of({good_guideline(), second_file, later_edition(), chapter});
  const auto editions = editions_of(library);
  ASSERT_EQ(editions.size(), 3U);
  EXPECT_EQ(editions[0].id, "mtus-test-guideline-2009");
  EXPECT_EQ(editions[0].parts.size(), 2U);
  EXPECT_EQ(editions[1].id, "mtus-test-guideline-2016");
  EXPECT_EQ(editions[2].id, "mtus-test-guideline-2009-pain-chronic");
}

// What is done to the later edition, and the changes that must be told.
TEST(Changes, AreToldByCriterion) {
  const struct {
    const char* what;
    void (*change)(json& section);
    std::vector<std::string> told;
  } cases[] = {
      {"nothing", [](json&) {}, {}},
      {"another page", [](json& s) { s["pages"] = "30"; }, {"changed carisoprodol ", "changed carisoprodol spasm"}},
      {"another kind", [](json& s) { s["criteria"][0]["kind"] = "limit"; }, {"changed carisoprodol spasm"}},
      {"another standing",
       [](json& s) { s["criteria"][0]["standing"] = "unverified"; },
       {"changed carisoprodol spasm"}},
      {"another fact",
       [](json& s) { s["criteria"][0]["test"]["concept"] = "tenderness"; },
       {"changed carisoprodol spasm"}},
      {"another name",
       [](json& s) { s["criteria"][0]["id"] = "cramp"; },
       {"removed carisoprodol spasm", "added carisoprodol cramp"}},
      {"another section", [](json& s) { s["id"] = "soma"; }, {"removed carisoprodol ", "added soma "}},
  };
  for (const auto& c : cases) {
    json later = later_edition();
    c.change(later["sections"][0]);
    const Library library = library_of({good_guideline(), later});
    const auto editions = editions_of(library);
    std::vector<std::string> told;
    for (const Change& change : changes_between(editions[0], editions[1]))
      told.push_back(std::string(name_of(change.kind)) + " " + change.section + " " + change.criterion);
    EXPECT_EQ(told, c.told) << c.what;
  }
}

}  // namespace
}  // namespace openimr::guidelines
