// Where lines may end: each rule with a text that would break it.
#include "letter/writing/line_breaks.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace openimr {
namespace {

using letter::Column;
using letter::GivesWay;
using letter::Word;

std::vector<std::string> wrapped(const std::string& text, const Column& column) {
  std::vector<Word> words = letter::split_words(text);
  for (Word& word : words) word.width = static_cast<double>(word.text.size());
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (const std::size_t end : letter::line_ends(words, column)) {
    std::string& line = out.emplace_back();
    for (std::size_t i = begin; i < end; ++i) line.append(i == begin ? "" : " ").append(words[i].text);
    begin = end;
  }
  return out;
}

struct Wrapping {
  const char* rule;
  std::string text;
  double width;
  std::vector<std::string> lines;
  GivesWay gives_way = GivesWay::width;
  bool decides = false;
};

TEST(LineBreaks, KeepTheirRules) {
  const std::vector<Wrapping> table = {
      {"as many words as fit", "one two three four", 9, {"one two", "three", "four"}},
      {"a long word has its own line", "a extraordinarily b", 6, {"a", "extraordinarily", "b"}},
      {"nothing is one line less", "", 10, {}},
      {"never after a hyphen", "three or four- week trial", 14, {"three or", "four- week", "trial"}},
      {"not after a dash, nor before it", "the neck - the back", 10, {"the", "neck - the", "back"}},
      {"hyphens within words are no matter", "a 52-year-old man", 13, {"a 52-year-old", "man"}},
      {"not before a label",
       "says in the Decision rationale: that it",
       12,
       {"says in", "the Decision", "rationale:", "that it"}},
      {"not before a label of another layout",
       "as the MAXIMUS guideline: says so",
       10,
       {"as", "the MAXIMUS", "guideline:", "says so"}},
      {"a label in any case of letters",
       "with a priority: standard one",
       8,
       {"with", "a priority:", "standard", "one"}},
      {"a heading may not be a whole line",
       "see the clinical case summary for more",
       21,
       {"see the clinical case", "summary for more"}},
      {"nor the last line", "see the clinical case summary", 22, {"see the clinical case", "summary"}},
      {"not before what marks a list",
       "was given 1. Soma and 2) Norco",
       10,
       {"was", "given 1.", "Soma", "and 2)", "Norco"}},
      {"a number is no such mark", "flexion was 2.5 cm in 2013.", 12, {"flexion was", "2.5 cm in", "2013."}},
      {"no line ends like a decision",
       "the first review: Upheld by another",
       21,
       {"the first review:", "Upheld by another"}},
      {"with a full stop neither",
       "the first review: Upheld. Then another",
       25,
       {"the first review:", "Upheld. Then another"}},
      {"nor does the last", "the first review: Upheld", 30, {"the first review:", "Upheld"}},
      {"an item keeps its decision", "Soma 350 mg: Upheld", 15, {"Soma 350", "mg: Upheld"}, GivesWay::width, true},
      {"an item on one line", "Soma: Overturned", 30, {"Soma: Overturned"}, GivesWay::width, true},
      {"an item's lines end in no sentence",
       "X #60 was asked for. X #20 was given. X #40: Upheld",
       38,
       {"X #60 was asked for. X #20 was", "given. X #40: Upheld"},
       GivesWay::width,
       true},
      {"the width gives way in text", "a- b- c- d e", 5, {"a- b- c- d", "e"}},
      {"the rules give way on a page", "a- b- c- d e", 5, {"a- b-", "c- d", "e"}, GivesWay::rules},
  };
  for (const Wrapping& row : table) {
    const Column column{row.width, 1, row.gives_way, row.decides};
    EXPECT_EQ(wrapped(row.text, column), row.lines) << row.rule;
  }
}

// Whatever the text, all its words are there in order, and on a page no line is wider than the column unless one word
// is.
TEST(LineBreaks, LoseNothing) {
  rc::check([] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("a", "four-", "-", "Upheld", "review:", "Decision", "rationale:", "1.",
                                      "Priority:", "pain.", "extraordinarily"));
    std::string text;
    for (const auto& piece : pieces) text += (text.empty() ? "" : " ") + piece;
    const auto give = *rc::gen::element(GivesWay::width, GivesWay::rules);
    const Column column{static_cast<double>(*rc::gen::inRange(1, 40)), 1, give, *rc::gen::arbitrary<bool>()};
    std::string joined;
    for (const std::string& line : wrapped(text, column)) {
      joined += (joined.empty() ? "" : " ") + line;
      const bool one_word = line.find(' ') == std::string::npos;
      RC_ASSERT(give == GivesWay::width || one_word || static_cast<double>(line.size()) <= column.width);
    }
    RC_ASSERT(joined == text);
  });
}

}  // namespace
}  // namespace openimr
