// Which sections of which edition speak of an item on a day.
#include "guidelines/library.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "guidelines/pack.h"
#include "records/disputed_item.h"
#include "support/engine.h"

namespace openimr::guidelines {
namespace {

const Library& library() {
  return testing::engine().library;
}

SearchResult search_for(const std::string& text, const std::string& day,
                        const std::vector<std::string>& complaints = {}) {
  records::DisputedItem item;
  item.text = text;
  item.parsed = records::parse_item(text, testing::engine().vocabulary);
  return library().search(item, {complaints, {}}, Date::from_iso(day).value(), testing::engine().vocabulary);
}

// "title year: section" of each section found.
std::string found(const SearchResult& result) {
  std::vector<std::string> out;
  out.reserve(result.sections.size());
  for (const Applicable& a : result.sections)
    out.push_back(fmt::format("{} {}: {}", a.guideline->source, a.guideline->year, a.section->id));
  return fmt::format("{}", fmt::join(out, ", "));
}

// "the MTUS -, ACOEM or ODG +": the steps tried, and whether they addressed the item.
std::string steps(const SearchResult& result) {
  std::string out;
  for (const Searched& step : result.steps) out += step.addressed ? '+' : '-';
  return out;
}

TEST(Edition, FollowsTheDayAndIsHalfOpen) {
  const struct {
    const char* day;
    const char* found;
  } cases[] = {
      {"2007-06-14", ""},
      {"2009-07-17", ""},
      {"2009-07-18", "MTUS 2009: carisoprodol"},
      {"2015-10-30", "MTUS 2009: carisoprodol"},
      {"2016-07-27", "MTUS 2009: carisoprodol"},
      {"2016-07-28", "MTUS 2016: carisoprodol"},
      {"2017-11-30", "MTUS 2016: carisoprodol"},
      {"2017-12-01", "MTUS 2017: carisoprodol"},
      {"2024-01-01", "MTUS 2017: carisoprodol"},
  };
  for (const auto& c : cases) EXPECT_EQ(found(search_for("Soma 350 mg #20", c.day)), c.found) << c.day;
}

TEST(Edition, HasItsOwnFirstAndLastDay) {
  const auto guideline =
      Library::from_packs(packs_of(nlohmann::json::array({good_guideline()})), testing::engine().vocabulary);
  ASSERT_TRUE(guideline);
  const Guideline& g = guideline->guidelines().front();
  EXPECT_FALSE(g.in_force(Date::of(2009, 7, 17).value()));
  EXPECT_TRUE(g.in_force(Date::of(2009, 7, 18).value()));
  EXPECT_TRUE(g.in_force(Date::of(2016, 7, 27).value()));
  EXPECT_FALSE(g.in_force(Date::of(2016, 7, 28).value()));
}

TEST(Search, StopsAtTheFirstStepThatAddressesTheItem) {
  const struct {
    const char* item;
    const char* day;
    const char* steps;
    const char* found;
  } cases[] = {
      {"Soma 350 mg #20", "2015-10-30", "+", "MTUS 2009: carisoprodol"},
      {"Ambien 10 mg #30", "2015-10-30", "-+", "ODG 0: zolpidem"},
      {"Ambien 10 mg #30", "2016-08-01", "+", "MTUS 2016: insomnia"},
      {"Flux capacitor 3000", "2015-10-30", "----", ""},
      {"Flux capacitor 3000", "2012-01-01", "----", ""},
      {"Flux capacitor 3000", "2024-01-01", "----", ""},
      {"Soma 350 mg #20", "2000-01-01", "", ""},
  };
  for (const auto& c : cases) {
    const auto result = search_for(c.item, c.day);
    EXPECT_EQ(steps(result), c.steps) << c.item << " on " << c.day;
    EXPECT_EQ(found(result), c.found) << c.item << " on " << c.day;
  }
}

TEST(Search, NamesTheGuidelinesItLookedThrough) {
  const auto result = search_for("Ambien 10 mg #30", "2015-10-30");
  ASSERT_EQ(result.steps.size(), 2U);
  const auto& mtus = result.steps.front().guidelines;
  EXPECT_NE(std::find(mtus.begin(), mtus.end(), "MTUS Chronic Pain Medical Treatment 2009"), mtus.end());
  for (const std::string& title : mtus) EXPECT_TRUE(title.starts_with("MTUS ")) << title;
  EXPECT_TRUE(result.strict);
  EXPECT_FALSE(search_for("Soma", "2017-01-01").strict);
  EXPECT_TRUE(search_for("Soma", "2016-12-31").strict);
}

TEST(Section, OfTheDrugWinsOverThatOfItsTopic) {
  const struct {
    const char* item;
    const char* day;
    const char* found;
  } cases[] = {
      {"Flexeril 10 mg #30", "2015-10-30", "MTUS 2009: cyclobenzaprine"},
      {"Skelaxin 800 mg #30", "2015-10-30", "MTUS 2009: muscle-relaxants"},
      {"Zanaflex 4 mg #30", "2015-10-30", "MTUS 2009: tizanidine"},
      {"Norco 10/325mg #120", "2015-10-30", "MTUS 2009: opioids"},
      {"Ultram 50 mg #60", "2015-10-30", "MTUS 2009: tramadol"},
      {"Xanax 1mg", "2015-10-30", "MTUS 2009: benzodiazepines"},
      {"Lunesta 2 mg #30", "2015-10-30", "ODG 0: eszopiclone"},
  };
  for (const auto& c : cases) EXPECT_EQ(found(search_for(c.item, c.day)), c.found) << c.item;
}

TEST(Section, OfARegionNeedsTheRegionOfItemOrComplaint) {
  const struct {
    const char* item;
    std::vector<std::string> complaints;
    const char* found;
  } cases[] = {
      {"Massage therapy", {}, "MTUS 2009: massage"},
      {"Massage therapy", {"knee"}, "MTUS 2009: massage"},
      {"Massage therapy", {"cervical spine"}, "MTUS 2004: massage, MTUS 2009: massage"},
      {"Massage therapy for the low back", {"cervical spine"}, "MTUS 2004: massage, MTUS 2009: massage"},
  };
  for (const auto& c : cases) {
    const auto result = search_for(c.item, "2015-10-30", c.complaints);
    EXPECT_EQ(found(result), c.found) << c.item;
    for (const Applicable& a : result.sections) {
      if (a.guideline->year == 2004)
        EXPECT_EQ(a.guideline->title.starts_with("Low Back"), std::string_view(c.item).ends_with("low back")) << c.item;
    }
  }
}

TEST(Scope, IsMoreSpecificByDrugThenTopicThenClassAndByRegion) {
  Scope drug, topic, service, by_class;
  drug.drug = topic.topic = service.service = by_class.drug_class = "x";
  EXPECT_GT(drug.specificity(), topic.specificity());
  EXPECT_GT(topic.specificity(), by_class.specificity());
  EXPECT_EQ(topic.specificity(), service.specificity());
  Scope regional = service;
  regional.regions = {"knee"};
  EXPECT_GT(regional.specificity(), service.specificity());
}

TEST(Packs, AreWithoutProblems) {
  for (const Error& problem : check(library(), testing::engine().vocabulary)) ADD_FAILURE() << problem.to_string();
}

}  // namespace
}  // namespace openimr::guidelines
