#include "base/words.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/first_letters.h"

namespace openimr {
namespace {

bool is_digit_byte(char c) {
  return c >= '0' && c <= '9';
}

bool is_word_byte(char c) {
  return is_digit_byte(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

template <class Is>
std::vector<Span> runs(std::string_view text, Is is) {
  std::vector<Span> out;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (!is(text[at])) continue;
    if (out.empty() || out.back().end != at) out.push_back({at, at});
    out.back().end = at + 1;
  }
  return out;
}

void expect_as_byte_by_byte(const std::string& text) {
  const Words found = words_in(text);
  EXPECT_EQ(found.words, runs(text, is_word_byte)) << text;
  EXPECT_EQ(found.numbers, runs(text, is_digit_byte)) << text;
  EXPECT_EQ(found.is_ascii, text.find_first_of("\xC3\xA9") == std::string::npos) << text;
}

TEST(Words, AreThoseFoundByteByByte) {
  expect_as_byte_by_byte("");
  expect_as_byte_by_byte("a");
  expect_as_byte_by_byte("pain at l4-5, 8/10 (norco 10/325 mg) caf\xC3\xA9");
  for (const std::size_t length : {7U, 8U, 63U, 64U, 65U, 128U, 200U}) {
    expect_as_byte_by_byte(std::string(length, 'a'));
    expect_as_byte_by_byte(std::string(length, '7'));
    expect_as_byte_by_byte(std::string(length, '.'));
    expect_as_byte_by_byte(std::string(length, 'a') + " " + std::string(length, '1'));
  }
}

RC_GTEST_PROP(Words, AreThoseFoundByteByByteInAnyText, ()) {
  static const std::string kBytes = "az09`{/: -.,\n\xC3\xA9";
  const auto picks = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kBytes.size()));
  std::string text;
  for (const std::size_t pick : picks) text.append(1 + pick % 3, kBytes[pick]);
  expect_as_byte_by_byte(text);
}

TEST(FirstLetters, TellWhetherAnyWordBeginsSo) {
  FirstLetters letters;
  letters.add("refill");
  letters.add("ran out of");
  for (const char* text : {"refill", "a refill of", "he ran out", "(refilled)"})
    EXPECT_TRUE(letters.begin_a_word_of(text)) << text;
  for (const char* text : {"", "re", "prefill", "4refill", "_refill", "he has none"})
    EXPECT_FALSE(letters.begin_a_word_of(text)) << text;
  letters.add("#1");
  EXPECT_TRUE(letters.begin_a_word_of("he has none"));
}

}  // namespace
}  // namespace openimr
