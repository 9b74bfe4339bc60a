// What was tried, and what it did.
#include <algorithm>

#include <gtest/gtest.h>

#include "facts/show.h"
#include "support/engine.h"

namespace openimr::facts {
namespace {

// "concept: response" of every treatment, by concept.
std::string treatments(const Facts& facts) {
  std::vector<std::string> out;
  for (const Fact* fact : named(facts, "treatment")) {
    const std::string response = attribute(*fact, "response");
    out.push_back(fact->concept_name + (response == "-" ? "" : ": " + response));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return fmt::format("{}", fmt::join(out, ", "));
}

TEST(Treatment, HasTheResponseThatIsToldOfIt) {
  const struct {
    const char* text;
    const char* treatments;
  } cases[] = {
      {"Physical therapy helped.", "physical therapy: helped"},
      {"He tried and failed ibuprofen.", "ibuprofen: failed"},
      {"Diclofenac helped the pain about 20%.", "diclofenac: partial"},
      {"She had no relief from physical therapy.", "physical therapy: failed"},
      {"Acupuncture did not help.", "acupuncture: failed"},
      {"Physical therapy gave some relief.", "physical therapy: partial"},
      {"He failed physical therapy and acupuncture.", "acupuncture: failed, physical therapy: failed"},
      {"Physical therapy helped. Acupuncture failed.", "acupuncture: failed, physical therapy: helped"},
      {"Physical therapy helped but acupuncture failed.", "acupuncture: failed, physical therapy: helped"},
      {"Physical therapy was done.", "physical therapy"},
      {"He takes ibuprofen.", ""},
      {"It helped.", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(treatments(testing::facts_of(c.text)), c.treatments) << c.text;
}

TEST(Treatment, DeniedHelpIsFailure) {
  for (const char* text :
       {"Ibuprofen was not effective.", "Ibuprofen was never helpful.", "Ibuprofen without benefit."})
    EXPECT_EQ(treatments(testing::facts_of(text)), "ibuprofen: failed") << text;
}

TEST(PriorVisits, AreCountedBesideTheService) {
  const struct {
    const char* text;
    const char* visits;
  } cases[] = {
      {"He has had 12 sessions of physical therapy.", "12"},
      {"Physical therapy x 8 visits was completed.", "8"},
      {"He completed 6 acupuncture visits.", "6"},
      {"He received 3 weeks of physical therapy.", ""},
      {"Physical therapy was done.", ""},
      {"We request 12 sessions of physical therapy.", ""},
      {"He denies having had 12 sessions of physical therapy.", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(values(testing::facts_of(c.text), "prior_visits"), c.visits) << c.text;
}

// Every fact has a place, and the place holds the very words of its document.
TEST(Facts, AllHaveTheirPlaces) {
  for (const char* example : {"000", "001", "002", "003", "004"}) {
    const auto folder = testing::source_dir() / "examples/cases" / example;
    const auto file = testing::open_case(folder);
    ASSERT_TRUE(file) << example;
    const Facts facts = extract(*file, testing::engine().vocabulary);
    EXPECT_GT(facts.all.size(), 10U) << example;
    for (const Fact& fact : facts.all) {
      ASSERT_FALSE(fact.places.empty()) << example << ' ' << fact.name << ' ' << fact.concept_name;
      for (const Place& place : fact.places) {
        const auto* document = file->file(place.document);
        const std::string_view text = document != nullptr ? document->text.text : std::string_view(file->form);
        ASSERT_LE(place.span.end, text.size());
        EXPECT_EQ(text.substr(place.span.begin, place.span.end - place.span.begin), place.text) << fact.name;
        EXPECT_FALSE(place.text.empty()) << fact.name;
      }
    }
  }
}

}  // namespace
}  // namespace openimr::facts
