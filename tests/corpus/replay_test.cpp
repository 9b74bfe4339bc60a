// A case decided again must not know how it was decided: copies out of which decision, reviewer's guideline or
// rationale were cut give the same drafts.
#include "corpus/replay.h"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "letter/json.h"
#include "support/engine.h"
#include "support/letters.h"

namespace openimr::corpus {
namespace {

using determination::Determination;

// What is cut out of a copy.
struct Cut {
  const char* name;
  bool decision, guideline, rationale;
};
constexpr Cut kCuts[] = {{"decision", true, false, false},
                         {"decision and rationale", true, false, true},
                         {"reviewer's guideline", false, true, false},
                         {"all", true, true, true}};

std::string without(const std::string& text, const Determination& letter, const Cut& cut) {
  std::vector<Span> spans;
  for (const auto& item : letter.items) {
    if (cut.decision) spans.push_back(item.decision_span);
    if (cut.guideline) spans.push_back(item.reviewer.paragraph.span);
    if (cut.rationale) spans.push_back(item.rationale.span);
  }
  std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin > b.begin; });
  std::string out = text;
  for (const Span span : spans) out.erase(span.begin, span.end - span.begin);
  return out;
}

std::vector<Result<Determination>> read(const std::string& text) {
  return testing::letter_reader().read(text, "letter.txt", letter::Needed::before_the_decision);
}

// Everything that was drafted for the items of a text, but for places, which lie elsewhere in a copy.
std::vector<std::string> drafts(const std::string& text) {
  std::vector<std::string> out;
  for (auto& letter : read(text)) {
    if (!letter) {
      out.push_back(letter.error().to_string());
      continue;
    }
    letter::interpret(*letter, text, testing::engine().vocabulary);
    const auto place_of = [&](Span span) {
      return Place{letter->document, 1, span, text.substr(span.begin, span.end - span.begin)};
    };
    const auto items = replay(*letter, text, place_of, testing::engine().library, testing::engine().vocabulary);
    if (!items) {
      out.push_back(items.error().to_string());
      continue;
    }
    for (const ReplayedItem& item : *items) {
      std::string line = item.case_number + "|" + item.draft.text + "|" + item.topic + "|" +
                         (item.draft.decision ? std::string(name_of(*item.draft.decision)) : "not addressed");
      for (const auto& citation : item.draft.citations) line += "|" + citation.text;
      for (const auto& sentence : item.draft.rationale) line += "|" + sentence.text;
      for (const auto& c : item.draft.criteria) {
        line += "|" + c.evaluated.criterion->id + " " + std::string(guidelines::name_of(c.evaluated.finding));
        for (const Place& place : c.evaluated.places) {
          EXPECT_EQ(place.text, text.substr(place.span.begin, place.span.end - place.span.begin));
          line += " '" + place.text + "'";
        }
      }
      out.push_back(line);
    }
  }
  return out;
}

void expect_same_without_the_decision(const std::filesystem::path& file) {
  const std::string text = testing::read_whole(file);
  const auto whole = drafts(text);
  const auto letters = read(text);
  for (const Cut& cut : kCuts) {
    std::string copy = text;
    for (auto letter = letters.rbegin(); letter != letters.rend(); ++letter) {
      if (*letter) copy = without(copy, **letter, cut);
    }
    EXPECT_EQ(drafts(copy), whole) << file.filename() << " without " << cut.name;
  }
}

TEST(Replay, OfTheSamplesKnowsNothingOfTheDecision) {
  for (const char* name : {"000", "001", "002", "003", "004"})
    expect_same_without_the_decision(testing::source_dir() / "examples" / "letters" / (std::string(name) + ".txt"));
}

TEST(SharedReplay, KnowsNothingOfTheDecision) {
  for (const auto& entry : std::filesystem::directory_iterator(testing::shared_folder() / "letters" / "text"))
    expect_same_without_the_decision(entry.path());
}

TEST(Replay, CarriesThePhysicianBesideTheDraft) {
  const std::string text = testing::read_whole(testing::source_dir() / "examples" / "letters" / "004.txt");
  const Determination letter = testing::read_letter(text);
  const auto items = replay(
      letter, text, [](Span span) { return Place{"004.txt", 1, span, ""}; }, testing::engine().library,
      testing::engine().vocabulary);
  ASSERT_TRUE(items);
  ASSERT_EQ(items->size(), 3U);
  EXPECT_EQ(items->front().number, 1);
  EXPECT_EQ(items->front().physician, determination::Decision::upheld);
  EXPECT_FALSE(items->front().physician_rationale.empty());
  ASSERT_FALSE(items->front().physician_citations.empty());
  EXPECT_EQ(items->front().physician_citations.front().title, "Neck and Upper Back Complaints");
}

TEST(Replay, NeedsADay) {
  Determination letter;
  letter.document = "letter.txt";
  const auto items =
      replay(letter, "", [](Span) { return Place{}; }, testing::engine().library, testing::engine().vocabulary);
  ASSERT_FALSE(items);
  EXPECT_EQ(items.error().to_string(),
            "letter.txt: the letter has no date by which to choose an edition. Give the letter with its head, or with "
            "dates in its summary.");
}

}  // namespace
}  // namespace openimr::corpus
