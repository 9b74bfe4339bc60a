// Words that stand anywhere on a page, and the lines that a reader sees. The words of these pages are 10 points high
// and 9 points are an em.
#include "records/laid_out_text.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

namespace openimr::records {
namespace {

// A word of `width` points from (left, top), 10 points high if nothing else is said.
PageWord word(std::string text, float left, float top, float width, float height = 10, int turn = 0) {
  return {std::move(text), {left, top, left + width, top + height}, static_cast<std::uint8_t>(turn)};
}

std::string text_of(const std::vector<PageWord>& words) {
  LaidOutText out;
  out.add_page({612, 792, words});
  return out.text;
}

struct PageTest {
  const char* name;
  std::vector<PageWord> words;
  const char* text;
};

class Lines : public ::testing::TestWithParam<PageTest> {};

TEST_P(Lines, AreWhatAReaderSees) {
  EXPECT_EQ(text_of(GetParam().words), GetParam().text);
}

const std::vector<PageTest> kPages = {
    {"nothing", {}, ""},
    {"one_word", {word("Soma", 72, 100, 30)}, "Soma\n"},
    {"from_the_left_whatever_the_order",
     {word("mg", 130, 100, 15), word("Soma", 72, 100, 30), word("350", 106, 100, 20)},
     "Soma 350 mg\n"},
    {"from_the_top_whatever_the_order", {word("below", 72, 112, 30), word("above", 72, 100, 30)}, "above\nbelow\n"},
    {"a_baseline_a_little_off", {word("left", 72, 100, 20), word("right", 95, 103, 20)}, "left right\n"},
    {"more_than_half_below_is_another_line", {word("left", 72, 100, 20), word("right", 95, 106, 20)}, "left\nright\n"},
    {"a_raised_letter_stays_on_its_line",
     {word("July", 72, 100, 20), word("1", 95, 100, 5), word("st", 100.2F, 98, 6, 6), word("2015", 110, 100, 20)},
     "July 1st 2015\n"},
    {"a_lowered_letter_too",
     {word("vitamin", 72, 100, 35), word("B", 110, 100, 6), word("12", 116.2F, 105, 8, 6), word("next", 72, 112, 20)},
     "vitamin B12\nnext\n"},
    {"parts_of_a_word", {word("hydro", 72, 100, 25), word("codone", 97.5F, 100, 30)}, "hydrocodone\n"},
    {"a_little_overlap_joins_too", {word("fol", 72, 100, 15), word("low", 86, 100, 15)}, "follow\n"},
    {"printed_over_one_another_is_two_words",
     {word("UPHELD", 72, 100, 50), word("draft", 80, 100, 30)},
     "UPHELD draft\n"},
    {"printed_twice_is_one_word",
     {word("Bold", 72, 100, 20), word("Bold", 72.4F, 100, 20), word("after", 96, 100, 20)},
     "Bold after\n"},
    {"the_same_word_twice_is_two", {word("very", 72, 100, 20), word("very", 95, 100, 20)}, "very very\n"},
    {"columns_stay_apart", {word("Date:", 72, 100, 30), word("Injury:", 140, 100, 30)}, "Date:        Injury:\n"},
    {"the_widest_gap_has_an_end", {word("left", 72, 100, 20), word("right", 560, 100, 20)}, "left            right\n"},
    {"a_gap_of_a_justified_line", {word("wide", 72, 100, 20), word("set", 105, 100, 20)}, "wide set\n"},
    {"paragraphs",
     {word("a", 72, 100, 5), word("b", 72, 112, 5), word("c", 72, 124, 5), word("d", 72, 148, 5),
      word("e", 72, 160, 5)},
     "a\nb\nc\n\nd\ne\n"},
    {"double_spaced_is_no_paragraph",
     {word("a", 72, 100, 5), word("b", 72, 124, 5), word("c", 72, 148, 5)},
     "a\nb\nc\n"},
    {"a_drop_capital_does_not_pull_lines_together",
     {word("T", 72, 100, 30, 34), word("he", 104, 100, 12), word("second", 104, 112, 30), word("third", 104, 124, 30)},
     "T he\nsecond\nthird\n"},
    {"a_large_title",
     {word("DRAFT", 72, 60, 100, 24), word("LETTER", 180, 60, 100, 24), word("a", 72, 100, 5), word("b", 72, 112, 5),
      word("c", 72, 124, 5)},
     "DRAFT LETTER\n\na\nb\nc\n"},
    {"writing_up_the_margin_comes_last",
     {word("Confi", 20, 400, 10, 40, 3), word("dential", 20, 350, 10, 45, 3), word("upright", 72, 380, 40),
      word("lines", 72, 392, 30)},
     "upright\nlines\n\nConfi dential\n"},
    {"writing_down_the_margin",
     {word("down", 600, 140, 10, 40, 1), word("Reads", 600, 100, 10, 36, 1)},
     "Reads down\n"},
    {"upside_down",
     {word("down", 300, 700, 30, 10, 2), word("Upside", 334, 700, 40, 10, 2), word("second", 340, 688, 34, 10, 2)},
     "Upside down\nsecond\n"},
    {"ligatures_are_letters",
     {word("o\xEF\xAC\x83"
           "ce",
           72, 100, 30),
      word("\xEF\xAC\x81t", 106, 100, 12),
      word("\xEF\xAC\x80 \xEF\xAC\x82 \xEF\xAC\x84 \xEF\xAC\x85 \xEF\xAC\x86", 121, 100, 60)},
     "office fit ff fl ffl st st\n"},
    {"soft_hyphens_are_gone",
     {word("hydro\xC2\xAD"
           "codone",
           72, 100, 60)},
     "hydrocodone\n"},
    {"no_break_spaces_are_spaces",
     {word("\xC2\xA0"
           "350\xC2\xA0mg\xC2\xA0",
           72, 100, 40)},
     "350 mg\n"},
    {"control_characters_are_gone", {word("a\x01\x1B[2J\x7F\t\n\f\rb\xC2\x9B", 72, 100, 40)}, "a[2Jb\n"},
    {"direction_marks_are_gone",
     {word("\xE2\x80\xAE"
           "not\xE2\x80\xAC\xE2\x81\xA6 met\xE2\x81\xA9",
           72, 100, 40)},
     "not met\n"},
    {"a_word_of_nothing_is_no_word",
     {word("left", 72, 100, 20), word("\xC2\xAD", 92, 100, 2), word(" ", 93, 100, 2), word("right", 96, 100, 20)},
     "left right\n"},
    {"bytes_that_are_no_letters",
     {word("a\xFF\xC3", 72, 100, 20), word("\xED\xA0\x80", 95, 100, 20)},
     "a\xEF\xBF\xBD\xEF\xBF\xBD \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\n"},
    {"letters_beyond_ascii",
     {word("ni\xC3\xB1o", 72, 100, 20), word("\xE2\x89\xA5", 95, 100, 10), word("\xF0\x9D\x9B\xBC", 108, 100, 10)},
     "ni\xC3\xB1o \xE2\x89\xA5 \xF0\x9D\x9B\xBC\n"},
    {"boxes_without_size", {word("a", 72, 100, 0, 0), word("b", 80, 100, 0, 0)}, "a\nb\n"},
};

INSTANTIATE_TEST_SUITE_P(Pages, Lines, ::testing::ValuesIn(kPages), [](const auto& test) { return test.param.name; });

TEST(LaidOutText, DoesNotDependOnTheOrderOfTheWords) {
  std::vector<PageWord> words;
  for (int line = 0; line < 40; ++line) {
    for (int i = 0; i < 12; ++i) {
      words.push_back(word("w" + std::to_string(line) + "x" + std::to_string(i), 72 + 38.0F * static_cast<float>(i),
                           72 + 14.0F * static_cast<float>(line), 34));
    }
  }
  const std::string in_order = text_of(words);
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(words.begin(), words.end(), random);
    ASSERT_EQ(text_of(words), in_order);
  }
}

LaidOutText three_pages() {
  LaidOutText out;
  out.add_page({612, 792, {word("Soma", 72, 100, 30), word("350mg", 106, 100, 40), word("TID", 72, 112, 20)}});
  out.add_page({612, 792, {}});
  out.add_page({612, 792, {word("Norco", 72, 50, 30)}});
  return out;
}

TEST(LaidOutText, PartsPagesByFormFeedsAndCountsTheEmptyOnes) {
  const auto out = three_pages();
  EXPECT_EQ(out.text, "Soma 350mg\nTID\n\f\fNorco\n");
  EXPECT_EQ(out.page_begins, (std::vector<std::uint32_t>{0, 16, 17}));
}

TEST(LaidOutText, KnowsTheBytesOfEachWord) {
  const auto out = three_pages();
  std::string words;
  for (const WordBox& w : out.words) words += out.text.substr(w.span.begin, w.span.end - w.span.begin) + "|";
  EXPECT_EQ(words, "Soma|350mg|TID|Norco|");
  EXPECT_TRUE(std::is_sorted(out.words.begin(), out.words.end(),
                             [](const WordBox& a, const WordBox& b) { return a.span < b.span; }));
}

struct PlaceTest {
  const char* name;
  Span span;
  int page;
  const char* text;
  std::optional<Box> box;
};

TEST(LaidOutText, PlacesASpan) {
  const PlaceTest tests[] = {
      {"one word", {0, 4}, 1, "Soma", Box{72, 100, 102, 110}},
      {"part of a word", {1, 3}, 1, "om", Box{72, 100, 102, 110}},
      {"two words", {0, 10}, 1, "Soma 350mg", Box{72, 100, 146, 110}},
      {"two lines", {5, 14}, 1, "350mg\nTID", Box{72, 100, 146, 122}},
      {"a space", {4, 5}, 1, " ", std::nullopt},
      {"nothing", {2, 2}, 1, "", std::nullopt},
      {"the empty page", {16, 17}, 2, "\f", std::nullopt},
      {"the last page", {17, 22}, 3, "Norco", Box{72, 50, 102, 60}},
      {"over pages: the box is on the first", {11, 22}, 1, "TID\n\f\fNorco", Box{72, 112, 92, 122}},
      {"beyond the end", {17, 99}, 3, "Norco\n", Box{72, 50, 102, 60}},
      {"after the end", {50, 99}, 3, "", std::nullopt},
  };
  const auto out = three_pages();
  for (const auto& test : tests) {
    const Place place = out.place("records/a.pdf", test.span);
    EXPECT_EQ(place.document, "records/a.pdf") << test.name;
    EXPECT_EQ(place.page, test.page) << test.name;
    EXPECT_EQ(place.text, test.text) << test.name;
    EXPECT_EQ(place.box, test.box) << test.name;
  }
}

TEST(LaidOutText, PlacesASpanOfPlainTextWithoutABox) {
  const auto out = plain("first\n\fsecond\n\f");
  EXPECT_EQ(out.page_begins, (std::vector<std::uint32_t>{0, 7}));
  const Place place = out.place("a.txt", {7, 13});
  EXPECT_EQ(place.page, 2);
  EXPECT_EQ(place.text, "second");
  EXPECT_FALSE(place.box.has_value());
}

}  // namespace
}  // namespace openimr::records
