// Text as records damage it, and what it must be before anything is searched in it. '\n' in the expected text ends a
// sentence; '|' in a list of sentences stands between two of them.
#include "base/clean_text.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/plain_clean_text.h"

namespace openimr {
namespace {

struct Damage {
  const char* name;
  const char* original;
  const char* clean;
};

class Damaged : public ::testing::TestWithParam<Damage> {};

TEST_P(Damaged, TextIsMadeWhole) {
  EXPECT_EQ(CleanText(GetParam().original).text(), GetParam().clean);
}

const Damage kDamages[] = {
    {"nothing_at_all", "", ""},
    {"white_space_only", " \n\t\r\n \f ", ""},
    {"capitals", "SPASM of the L4 area", "spasm of the l4 area"},
    {"runs_of_spaces_and_tabs", "  low \t back   pain  ", "low back pain"},
    {"carriage_returns", "low back\r\npain", "low back pain"},
    {"a_wrapped_paragraph", "The injured worker complains of ongoing chronic\nlow back pain.",
     "the injured worker complains of ongoing chronic low back pain."},
    {"a_line_that_wraps_before_a_name", "The treatment plan of this visit includes more of\nNorco for the pain.",
     "the treatment plan of this visit includes more of norco for the pain."},
    {"double_line_spacing",
     "The injured worker was diagnosed as having lumbago;\n\nchronic pain syndrome. Treatment to date included\n\n"
     "physical therapy; medications. Currently, she takes\n\nSoma and she complains of ongoing chronic lower back",
     "the injured worker was diagnosed as having lumbago; chronic pain syndrome. treatment to date included physical "
     "therapy; medications. currently, she takes soma and she complains of ongoing chronic lower back"},
    {"a_blank_line_between_paragraphs", "Gait is antalgic\n\nStrength is full", "gait is antalgic\nstrength is full"},
    {"a_page_break_in_mid_sentence", "She was on the same\n\n\f\n\nmedication regimen.",
     "she was on the same medication regimen."},
    {"a_page_break_after_a_sentence", "She was stable.\n\n\f\n\nmedication was continued.",
     "she was stable.\nmedication was continued."},
    {"a_full_stop_without_its_space", "unchanged from this report.There were no other findings",
     "unchanged from this report. there were no other findings"},
    {"a_comma_without_its_space", "Low Back Complaints,Chronic Pain", "low back complaints, chronic pain"},
    {"a_colon_without_its_space", "Assessment:Lumbago", "assessment: lumbago"},
    {"a_list_glued_to_its_colon", "the diagnoses are:1. Status post fusion",
     "the diagnoses are: 1. status post fusion"},
    {"a_list_number_glued_to_the_entry_before", "multiple lumbar fusions2. Lumbar disease3. Chronic pain",
     "multiple lumbar fusions\n2. lumbar disease\n3. chronic pain"},
    {"a_sentence_glued_to_a_roman_numeral", "L2-L3 grade IIAccording to this report",
     "l2-l3 grade ii\naccording to this report"},
    {"a_sentence_glued_to_a_word", "ongoing back painThe patient walks", "ongoing back pain\nthe patient walks"},
    {"a_name_with_a_capital_inside_stays", "He takes OxyContin and MiraLAX", "he takes oxycontin and miralax"},
    {"a_capital_word_with_roman_letters_stays", "An MRI and a CT of the XIphoid", "an mri and a ct of the xiphoid"},
    {"decimals_and_times_stay", "7.5 mg at 10:30, 1,200 mg", "7.5 mg at 10:30, 1,200 mg"},
    {"hyphens_between_letters", "a flare-up and non-certification", "a flare up and non certification"},
    {"a_hyphen_after_a_number", "a 63-year-old worker, 2-week course", "a 63 year old worker, 2 week course"},
    {"levels_of_the_spine_keep_their_hyphen", "L2-L3, L5-S1, C5-7", "l2-l3, l5-s1, c5-7"},
    {"dates_and_strengths_keep_their_hyphen", "8-19-15, 10-325mg", "8-19-15, 10-325mg"},
    {"a_word_that_its_hyphen_carries_over_a_line_end", "A letter of non-\n\ncertification was sent",
     "a letter of non certification was sent"},
    {"a_strength_that_its_hyphen_carries_over_a_line_end", "hydrocodone 10-\n325mg", "hydrocodone 10-325mg"},
    {"a_dash_at_a_line_end_is_no_hyphen", "Assessment -\nlumbago", "assessment - lumbago"},
    {"typographic_quotes", "\xE2\x80\x9Cslow\xE2\x80\x9D and the patient\xE2\x80\x99s \xE2\x80\x98limp\xE2\x80\x99",
     "\"slow\" and the patient's 'limp'"},
    {"typographic_dashes",
     "pain 5\xE2\x80\x93"
     "7 of 10 \xE2\x80\x94 worse",
     "pain 5-7 of 10 - worse"},
    {"a_space_that_does_not_break", "350\xC2\xA0mg", "350 mg"},
    {"a_byte_order_mark", "\xEF\xBB\xBFGait is normal", "gait is normal"},
    {"a_soft_hyphen_inside_a_word",
     "medi\xC2\xAD"
     "cation",
     "medication"},
    {"letters_of_other_alphabets_stay", "caf\xC3\xA9 visit", "caf\xC3\xA9 visit"},
    {"a_numbered_list", "Plan:\n1. Norco\n2. Soma", "plan:\n1. norco\n2. soma"},
    {"a_numbered_list_with_brackets", "He takes\n1) Norco daily\n2) Soma", "he takes\n1) norco daily\n2) soma"},
    {"a_list_with_dashes", "He takes\n- norco daily\n- soma", "he takes\n- norco daily\n- soma"},
    {"a_list_with_bullets", "He takes\n\xE2\x80\xA2 norco daily\n\xE2\x80\xA2 soma", "he takes\n* norco daily\n* soma"},
    {"a_heading_with_its_text", "without any change\nPast Medical History: asthma\nPlan: rest",
     "without any change\npast medical history: asthma\nplan: rest"},
    {"a_heading_on_its_own_line", "FAMILY HISTORY:\nasthma", "family history:\nasthma"},
};

std::string name_of_damage(const ::testing::TestParamInfo<Damage>& info) {
  return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Records, Damaged, ::testing::ValuesIn(kDamages), name_of_damage);

std::string sentences_of(const CleanText& clean) {
  std::vector<std::string_view> out;
  for (const Span s : clean.sentences()) out.push_back(clean.text().substr(s.begin, s.end - s.begin));
  return fmt::format("{}", fmt::join(out, " | "));
}

TEST(Sentences, EndWhereAReaderEndsThem) {
  const struct {
    const char* original;
    const char* sentences;
  } cases[] = {
      {"", ""},
      {"Gait is normal", "gait is normal"},
      {"Gait is normal. Strength is full.", "gait is normal. | strength is full."},
      {"Is it worse? He denies it! 2 visits helped.", "is it worse? | he denies it! | 2 visits helped."},
      {"She said \"It hurts.\" He agreed.", "she said \"it hurts.\" | he agreed."},
      {"It hurts (at night.) He sleeps.", "it hurts (at night.) | he sleeps."},
      {"Seen by Dr. Smith today. Well.", "seen by dr. smith today. | well."},
      {"Massage vs. Acupuncture was discussed.", "massage vs. acupuncture was discussed."},
      {"At 9 a.m. He came in. He left.", "at 9 a.m. he came in. | he left."},
      {"Approx. 20 percent. Better.", "approx. 20 percent. | better."},
      {"J. Smith saw him.", "j. smith saw him."},
      {"Norco 7.5 mg was given.", "norco 7.5 mg was given."},
      {"pain rated 5. he walks", "pain rated 5. he walks"},
      {"1. Lumbago. 2. Spasm.", "1. lumbago. | 2. spasm."},
      {"1. Lumbago\n2. Spasm", "1. lumbago | 2. spasm"},
      {"unchanged from this report.There were none", "unchanged from this report. | there were none"},
      {"spondylosis grade IIAccording to him", "spondylosis grade ii | according to him"},
      {"FAMILY HISTORY:\nAsthma.", "family history: | asthma."},
  };
  for (const auto& c : cases) EXPECT_EQ(sentences_of(CleanText(c.original)), c.sentences) << c.original;
}

TEST(CleanSpan, ComesFromTheWordsOfTheOriginal) {
  const struct {
    const char* original;
    const char* clean;  // to find
    const char* words;  // of the original
  } cases[] = {
      {"He takes SOMA daily", "soma", "SOMA"},
      {"low   back\n\npain", "low back pain", "low   back\n\npain"},
      {"a Flare-Up today", "flare up", "Flare-Up"},
      {"\xE2\x80\x9Cslow\xE2\x80\x9D", "\"slow\"", "\xE2\x80\x9Cslow\xE2\x80\x9D"},
      {"caf\xC3\xA9 visit", "caf\xC3\xA9", "caf\xC3\xA9"},
      {"report.There were", "there", "There"},
      {"grade IIAccording to", "ii", "II"},
      {"fusions2. Lumbar", "fusions", "fusions"},
  };
  for (const auto& c : cases) {
    const CleanText text(c.original);
    const std::size_t at = text.text().find(c.clean);
    ASSERT_NE(at, std::string_view::npos) << c.clean << " in " << text.text();
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + std::string_view(c.clean).size())};
    EXPECT_EQ(text.original_text(span), c.words);
  }
}

TEST(CleanSpan, KnowsItsCapitals) {
  const CleanText text("no PT, pt");
  EXPECT_TRUE(text.is_upper(3) && text.is_upper(4));
  EXPECT_FALSE(text.is_upper(0) || text.is_upper(7) || text.is_upper(8));
}

// Pieces of every damage, and bytes that are no text at all.
rc::Gen<std::string> damaged_text() {
  static const std::vector<std::string> pieces = {"spasm",
                                                  "The ",
                                                  "X. The ",
                                                  "X. Sample ",
                                                  "IIAccording",
                                                  "are:1. ",
                                                  "fusions2. Lumbar",
                                                  "report.There",
                                                  "flare-up",
                                                  " ",
                                                  "\n",
                                                  "\n\n",
                                                  "\r\n",
                                                  "\t",
                                                  "\f",
                                                  ".",
                                                  ". ",
                                                  "? ",
                                                  ": ",
                                                  "- ",
                                                  "1. ",
                                                  "12) ",
                                                  "\xE2\x80\x9C",
                                                  "\xE2\x80\x99",
                                                  "\xC2\xA0",
                                                  "\xC2\xAD",
                                                  "\xE2\x80\xA2 ",
                                                  "\xEF\xBB\xBF",
                                                  "\xC3\xA9",
                                                  "\xE2",
                                                  "\x80",
                                                  "\xFF",
                                                  "Dr. ",
                                                  "a.m. ",
                                                  "Plan:",
                                                  "8-19-15",
                                                  "L2-L3",
                                                  "\"",
                                                  "'",
                                                  "(",
                                                  ") ",
                                                  "A",
                                                  "z",
                                                  "7",
                                                  "X",
                                                  "-"};
  const auto piece = rc::gen::oneOf(rc::gen::elementOf(pieces),
                                    rc::gen::map(rc::gen::arbitrary<char>(), [](char c) { return std::string(1, c); }));
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += part;
    return out;
  });
}

bool is_space(char c) {
  return c == ' ' || c == '\n';
}

void check_spans(const CleanText& text) {
  const auto size = static_cast<std::uint32_t>(text.text().size());
  const auto length = static_cast<std::uint32_t>(text.original().size());
  Span previous;
  for (std::uint32_t at = 0; at < size; ++at) {
    const Span one = text.to_original({at, at + 1});
    RC_ASSERT(!one.empty());
    RC_ASSERT(one.end <= length);
    RC_ASSERT(previous.begin <= one.begin);
    RC_ASSERT(previous.end <= one.end);
    previous = one;
  }
  if (size == 0) return;
  const auto begin = *rc::gen::inRange<std::uint32_t>(0, size);
  const auto end = *rc::gen::inRange<std::uint32_t>(begin + 1, size + 1);
  const Span span = text.to_original({begin, end});
  RC_ASSERT(span.begin == text.to_original({begin, begin + 1}).begin);
  RC_ASSERT(span.end == text.to_original({end - 1, end}).end);
}

void check_sentences(const CleanText& text) {
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < text.sentences().size(); ++i) {
    const Span sentence = text.sentences()[i];
    RC_ASSERT(!sentence.empty());
    RC_ASSERT(sentence.end <= text.text().size());
    for (; at < sentence.begin; ++at) RC_ASSERT(is_space(text.text()[at]));
    RC_ASSERT(at == sentence.begin);
    RC_ASSERT(!is_space(text.text()[sentence.begin]));
    RC_ASSERT(!is_space(text.text()[sentence.end - 1]));
    RC_ASSERT(text.sentence_at(sentence.begin) == i);
    RC_ASSERT(text.sentence_at(sentence.end - 1) == i);
    at = sentence.end;
  }
  for (; at < text.text().size(); ++at) RC_ASSERT(is_space(text.text()[at]));
}

void check_characters(const CleanText& text) {
  RC_ASSERT(text.text().find("  ") == std::string_view::npos);
  RC_ASSERT(text.text().find("\n ") == std::string_view::npos);
  RC_ASSERT(text.text().find(" \n") == std::string_view::npos);
  for (const char c : text.text()) {
    RC_ASSERT(c < 'A' || c > 'Z');
    RC_ASSERT(std::string_view("\t\r\f\v").find(c) == std::string_view::npos);
  }
}

RC_GTEST_PROP(CleanTextProperty, EverySpanMapsIntoTheOriginalInOrder, ()) {
  check_spans(CleanText(*damaged_text()));
}

RC_GTEST_PROP(CleanTextProperty, SentencesCoverAllWordsInOrder, ()) {
  check_sentences(CleanText(*damaged_text()));
}

RC_GTEST_PROP(CleanTextProperty, HasNeitherCapitalsNorDoubledSpaces, ()) {
  check_characters(CleanText(*damaged_text()));
}

// Nothing that is written gets lost: the letters and digits of the clean text are those of the original.
RC_GTEST_PROP(CleanTextProperty, KeepsEveryLetterAndDigit, ()) {
  const std::string original = *damaged_text();
  const auto word_characters = [](std::string_view text) {
    std::string out;
    for (const char c : text) {
      const bool capital = c >= 'A' && c <= 'Z';
      if (capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        out += capital ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return out;
  };
  RC_ASSERT(word_characters(CleanText(original).text()) == word_characters(original));
}

// Written from the grammar of RFC 3629 (UTF8-octets), one rule a line, so that it can be read beside it.
std::size_t slow_first_invalid(std::string_view text) {
  struct Form {
    std::vector<std::pair<int, int>> bytes;
  };
  static const std::vector<Form> grammar = {{{{0x00, 0x7F}}},
                                            {{{0xC2, 0xDF}, {0x80, 0xBF}}},
                                            {{{0xE0, 0xE0}, {0xA0, 0xBF}, {0x80, 0xBF}}},
                                            {{{0xE1, 0xEC}, {0x80, 0xBF}, {0x80, 0xBF}}},
                                            {{{0xED, 0xED}, {0x80, 0x9F}, {0x80, 0xBF}}},
                                            {{{0xEE, 0xEF}, {0x80, 0xBF}, {0x80, 0xBF}}},
                                            {{{0xF0, 0xF0}, {0x90, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
                                            {{{0xF1, 0xF3}, {0x80, 0xBF}, {0x80, 0xBF}, {0x80, 0xBF}}},
                                            {{{0xF4, 0xF4}, {0x80, 0x8F}, {0x80, 0xBF}, {0x80, 0xBF}}}};
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t taken = 0;
    for (const Form& form : grammar) {
      bool fits = at + form.bytes.size() <= text.size();
      for (std::size_t i = 0; fits && i < form.bytes.size(); ++i) {
        const int byte = static_cast<unsigned char>(text[at + i]);
        fits = byte >= form.bytes[i].first && byte <= form.bytes[i].second;
      }
      if (fits) taken = form.bytes.size();
    }
    if (taken == 0) return at;
    at += taken;
  }
  return std::string_view::npos;
}

void expect_as_slow(const std::string& original) {
  const CleanText fast(original);
  const testing::PlainCleanText slow(original);
  ASSERT_EQ(fast.text(), slow.text());
  ASSERT_EQ(fast.sentences(), slow.sentences()) << original;
  for (std::uint32_t i = 0; i < slow.text().size(); ++i) {
    ASSERT_EQ(fast.to_original({i, i + 1}), slow.to_original({i, i + 1})) << original << "\nat " << i;
    ASSERT_EQ(fast.is_upper(i), slow.is_upper(i)) << original << "\nat " << i;
  }
}

TEST(Utf8, AgreesWithTheGrammarOnEveryTwoAndManyThreeBytes) {
  std::string text(3, ' ');
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) {
      for (const int c : {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF}) {
        text = {static_cast<char>(a), static_cast<char>(b), static_cast<char>(c)};
        ASSERT_EQ(first_invalid_utf8(text), slow_first_invalid(text)) << a << ' ' << b << ' ' << c;
      }
    }
  }
}

// Pieces of reports and what happens to them, in any order.
RC_GTEST_PROP(CleanTextProperty, AgreesWithTheSlowOne, ()) {
  static const std::vector<std::string> pieces = {"low back",
                                                  " ",
                                                  "  ",
                                                  "\n",
                                                  "\n\n",
                                                  "\r\n",
                                                  "\f",
                                                  "\t",
                                                  ".",
                                                  ",",
                                                  ":",
                                                  ";",
                                                  "-",
                                                  "- ",
                                                  "* ",
                                                  "1. ",
                                                  "12)",
                                                  "(",
                                                  ")",
                                                  "\"",
                                                  "'",
                                                  "Dr.",
                                                  "no.",
                                                  "4.",
                                                  "Pain",
                                                  "I",
                                                  "IV",
                                                  "The ",
                                                  "There ",
                                                  "a",
                                                  "Z",
                                                  "7",
                                                  "2015",
                                                  "non",
                                                  "report",
                                                  "L4",
                                                  "HISTORY:",
                                                  "?",
                                                  "!",
                                                  "+",
                                                  "/",
                                                  "\xC2\xA0",
                                                  "\xE2\x80\x99",
                                                  "\xE2\x80\x93",
                                                  "\xE2\x80\xA2",
                                                  "\xEF\xBB\xBF",
                                                  "\xC2\xAD",
                                                  "\xC3\xA9",
                                                  "\xE2",
                                                  "\x80",
                                                  "long words without any stop that go on and on "};
  std::string text;
  for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) text += piece;
  expect_as_slow(text);
}

TEST(CleanText, CutsWhatHasNoEndAsTheSlowOne) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i % 700 == 699 ? "Stop. " : "word ";
  expect_as_slow(text);
}

RC_GTEST_PROP(Utf8Property, AgreesWithTheGrammar, ()) {
  static const std::vector<std::string> pieces = {"a",
                                                  "\xC2\x80",
                                                  "\xDF\xBF",
                                                  "\xE0\xA0\x80",
                                                  "\xED\x9F\xBF",
                                                  "\xEE\x80\x80",
                                                  "\xF0\x90\x80\x80",
                                                  "\xF4\x8F\xBF\xBF",
                                                  "\xF0",
                                                  "\xF4\x90",
                                                  "\xED\xA0",
                                                  "\x80",
                                                  "\xC0"};
  const auto piece = rc::gen::oneOf(rc::gen::elementOf(pieces), rc::gen::map(rc::gen::inRange(0, 256), [](int byte) {
                                      return std::string(1, static_cast<char>(byte));
                                    }));
  std::string text;
  for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) text += part;
  RC_ASSERT(first_invalid_utf8(text) == slow_first_invalid(text));
}

TEST(Line, CountsFromOne) {
  EXPECT_EQ(line_at("a\nb\n", 0), 1);
  EXPECT_EQ(line_at("a\nb\n", 1), 1);
  EXPECT_EQ(line_at("a\nb\n", 2), 2);
  EXPECT_EQ(line_at("a\nb\n", 99), 3);
}

}  // namespace
}  // namespace openimr
