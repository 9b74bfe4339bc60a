// Sections of reports by their headings.
#include "records/sections.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <re2/re2.h>

#include "base/data.h"
#include "base/pattern.h"
#include "records/document.h"
#include "support/words.h"

namespace openimr::records {
namespace {

using testing::words;

// "allergies[nkda.] treatment plan[1. norco.]": the sections of a text with their bodies.
std::string sections_of(std::string_view text) {
  const CleanText clean(text);
  std::string out;
  for (const Section& section : find_sections(clean, words())) {
    std::string body(clean.text().substr(section.body.begin, section.body.end - section.body.begin));
    std::replace(body.begin(), body.end(), '\n', '/');
    out += (out.empty() ? "" : " ") + section.name + "[" + body + "]";
  }
  return out;
}

struct Case {
  const char* what;
  const char* text;
  const char* sections;
};

TEST(Sections, BeginAtTheirHeadings) {
  const Case cases[] = {
      {"a line with a colon", "Allergies: NKDA.\nCurrent Medications: Norco.\n",
       "allergies[nkda.] medications[norco.]"},
      {"capitals", "PAST MEDICAL HISTORY:  Diabetes.\n\nPLAN:  1. Refill Norco.",
       "past medical history[diabetes.] "
       "treatment plan[1. refill norco.]"},
      {"a line of its own", "PHYSICAL EXAMINATION\nThe neck is supple.\n\nDiagnoses\nNeck strain.",
       "physical examination[the neck is supple.] diagnoses[neck strain.]"},
      {"a dash", "Current Medications - Norco 10/325.\nWork Status - modified duty.",
       "medications[norco 10/325.] work status[modified duty.]"},
      {"no dash between words", "Plan B is to wait.", ""},
      {"a number", "3. Work Status: off work\n4. Treatment Plan: therapy",
       "work status[off work/4.] treatment plan[therapy]"},
      {"a bullet", "* Allergies: latex\n- Social History: smokes", "allergies[latex/-] social history[smokes]"},
      {"inside a paragraph, in capitals", "He was seen today. ALLERGIES: None. MEDICATIONS: Soma. He returns.",
       "allergies[none.] medications[soma. he returns.]"},
      {"inside a paragraph, behind a full stop",
       "He was seen today. Social History: He smokes. Family history: cancer.",
       "social history[he smokes.] family history[cancer.]"},
      {"in capitals behind other words", "he is doing well ASSESSMENT: Neck strain PLAN: Therapy",
       "diagnoses[neck strain] treatment plan[therapy]"},
      {"not in the middle of a sentence", "He has these allergies: latex. We discussed the plan: surgery.", ""},
      {"not part of longer capitals", "LETTER ABOUT THE PLAN: see there.", ""},
      {"two in a row", "HISTORY: MEDICATIONS: Norco", "history of present illness[] medications[norco]"},
      {"what begins like a kind", "MRI of the Lumbar Spine: disc bulge.\nCT SCAN, HEAD: normal.",
       "diagnostic studies[disc bulge.] diagnostic studies[normal.]"},
      {"what ends like a kind", "Hand Examination: normal.", "physical examination[normal.]"},
      {"text without headings", "The patient takes Norco at 10:30 each day.", ""},
      {"nothing", "", ""},
      {"a colon alone", ":", ""},
      {"typographic dash", "Allergies \xE2\x80\x93 None", "allergies[none]"},
  };
  for (const Case& c : cases) EXPECT_EQ(sections_of(c.text), c.sections) << c.what;
}

TEST(Sections, PartsStayInTheirSection) {
  const Case cases[] = {
      {"parts of the examination", "PHYSICAL EXAMINATION:\nLumbar Spine: tender.\nNEUROLOGIC: intact.\nPLAN: rest.",
       "physical examination[lumbar spine: tender./neurologic: intact.] treatment plan[rest.]"},
      {"parts of the review of systems", "REVIEW OF SYSTEMS: HEENT: negative. CARDIAC: negative.",
       "review of systems[heent: negative. cardiac: negative.]"},
      {"a part where nothing is open", "HEENT: normal. NECK: supple.", "physical examination[normal. neck: supple.]"},
      {"a part behind a short section", "ALLERGIES: none.\nLungs: clear.",
       "allergies[none.] physical examination[clear.]"},
      {"unknown words in a long section", "PLAN: rest.\nCERTIFICATE OF TRAVEL: given.",
       "treatment plan[rest./certificate of travel: given.]"},
      {"unknown words end a short one", "FAMILY HISTORY: Father had a stroke.\nCERTIFICATE OF TRAVEL: He has diabetes.",
       "family history[father had a stroke.]"},
      {"unknown words that are not a heading", "Medications:\nMorning: Norco\nEvening: Soma",
       "medications[morning: norco/evening: soma]"},
  };
  for (const Case& c : cases) EXPECT_EQ(sections_of(c.text), c.sections) << c.what;
}

TEST(Sections, KnowWhatABareStatementUnderThemMeans) {
  const std::map<std::string, vocabulary::CueMeaning> expected = {
      {"family history", vocabulary::CueMeaning::other_person},
      {"past medical history", vocabulary::CueMeaning::historical},
      {"past surgical history", vocabulary::CueMeaning::historical},
      {"past medications", vocabulary::CueMeaning::historical},
      {"treatment plan", vocabulary::CueMeaning::planned},
      {"request for authorization", vocabulary::CueMeaning::requested},
      {"informed consent", vocabulary::CueMeaning::hypothetical},
  };
  for (const auto& [name, reading] : expected) {
    ASSERT_NE(words().section_kind(name), nullptr) << name;
    EXPECT_EQ(words().section_kind(name)->reading, reading) << name;
  }
  for (const char* name : {"medications", "diagnoses", "assessment and plan", "physical examination"}) {
    ASSERT_NE(words().section_kind(name), nullptr) << name;
    EXPECT_FALSE(words().section_kind(name)->reading) << name;
  }
}

TEST(Sections, EveryHeadingStandsOnceInThePack) {
  const auto file = read_file(std::filesystem::path(OPENIMR_SOURCE_DIR) / "packs/vocabulary/sections.yaml", 1U << 20U);
  ASSERT_TRUE(file);
  const auto pack = read_yaml(*file, "sections.yaml", {1U << 20U, 16, 10'000});
  ASSERT_TRUE(pack);
  std::set<std::string> seen;
  for (const auto& row : pack->value["sections"]) {
    for (const std::string heading : row["headings"]) {
      EXPECT_TRUE(seen.insert(heading).second) << heading;
      if (!heading.starts_with('*') && !heading.ends_with('*')) {
        const auto* kind = words().section_headed(heading);
        EXPECT_TRUE(kind != nullptr) << heading << " is not written as clean text has it";
      }
    }
  }
  EXPECT_GT(seen.size(), 400U);
}

TEST(Sections, OfADocumentAreFoundByPosition) {
  const Document document("records/a.txt", "Seen today.\nALLERGIES: Soma.\nPLAN: Norco.", words());
  const auto at = [&](std::string_view word) {
    return document.section_at(static_cast<std::uint32_t>(document.text.text().find(word)));
  };
  EXPECT_EQ(at("seen"), nullptr);
  ASSERT_NE(at("soma"), nullptr);
  EXPECT_EQ(at("soma")->name, "allergies");
  EXPECT_EQ(at("norco")->name, "treatment plan");
}

// A text of nothing but colons and words that might be headings takes no more time for each byte than any other.
TEST(Sections, TakeTimeInProportionToTheText) {
  std::string text;
  while (text.size() < 4'000'000) text += "A B C D E F G H:I:J K PLAN OF A: - ";
  const CleanText clean(text);
  EXPECT_LT(find_sections(clean, words()).size(), text.size());
}

// Lines that look like headings in the dictated reports: nine in ten are known, and the rest is printed.
TEST(SharedSections, AreKnownInDictatedReports) {
  const auto folder = testing::shared_folder() / "records";
  if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << "no " << folder;
  static const RE2 kHeading("^([A-Z][A-Z0-9/&,'() -]{2,60}):");
  std::size_t all = 0;
  std::size_t known = 0;
  std::map<std::string, int> unknown;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto text = read_file(entry.path(), 1U << 20U);
    ASSERT_TRUE(text);
    const Document document(entry.path().filename().string(), *text, words());
    for (const Section& section : document.sections) {
      EXPECT_LE(section.heading.end, section.body.begin);
      EXPECT_LE(section.body.end, document.text.text().size());
    }
    std::size_t from = 0;
    while (from < text->size()) {
      const std::size_t end = std::min(text->find('\n', from), text->size());
      std::string heading;
      if (contains_match(std::string_view(*text).substr(from, end - from), kHeading, &heading)) {
        ++all;
        const CleanText clean(heading);
        if (words().section_headed(clean.text()) != nullptr) {
          ++known;
        } else {
          ++unknown[heading];
        }
      }
      from = end + 1;
    }
  }
  std::cout << known << " of " << all << " lines that look like headings are known\n";
  for (const auto& [heading, times] : unknown) std::cout << "  not known: " << heading << " (" << times << ")\n";
  EXPECT_GE(static_cast<double>(known), 0.9 * static_cast<double>(all));
}

}  // namespace
}  // namespace openimr::records
