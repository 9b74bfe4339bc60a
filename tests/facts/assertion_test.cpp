// Whether the words around a statement affirm it. The words in braces are the statement.
#include "facts/assertion.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>
#include <sstream>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/engine.h"

namespace openimr::facts {
namespace {

struct Marked {
  std::string text;
  std::vector<std::string> statements;
  std::vector<std::size_t> at;  // in the original
};

Marked unmark(std::string_view marked) {
  Marked out;
  for (const char c : marked) {
    if (c == '{') {
      out.at.push_back(out.text.size());
      out.statements.emplace_back();
    } else if (c == '}') {
      out.statements.back() = out.text.substr(out.at.back());
    } else {
      out.text += c;
    }
  }
  return out;
}

// The assertions of the statements in braces, in order.
std::string assertions_in(std::string_view marked) {
  const Marked text = unmark(marked);
  const CleanText clean(text.text);
  const auto& vocabulary = testing::engine().vocabulary;
  const Assertions assertions(clean, vocabulary.find(clean), vocabulary);
  std::string out;
  for (std::size_t i = 0; i < text.statements.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(text.at[i]);
    const auto size = static_cast<std::uint32_t>(text.statements[i].size());
    // Offsets hold where cleaning changes no lengths; the tables are written so.
    EXPECT_EQ(clean.original_text({begin, begin + size}), text.statements[i]) << "write it as clean text: " << marked;
    out += (out.empty() ? "" : ", ") + std::string(name_of(assertions.of({begin, begin + size}).assertion));
  }
  return out;
}

struct Case {
  const char* text;
  const char* assertion;
};

class Statement : public ::testing::TestWithParam<Case> {};

TEST_P(Statement, AsAReaderReadsIt) {
  EXPECT_EQ(assertions_in(GetParam().text), GetParam().assertion) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Meaning, Statement,
    ::testing::Values(Case{"Examination shows {muscle spasm}.", "present"},
                      Case{"He has {weakness} and {numbness}.", "present, present"},
                      Case{"There is no {muscle spasm}.", "negated"}, Case{"She denies {side effects}.", "negated"},
                      Case{"Gait is without {limp}.", "negated"},
                      Case{"The exam was negative for {tenderness}.", "negated"},
                      Case{"He doesn't have {weakness}.", "negated"}, Case{"{Radiculopathy} was ruled out.", "negated"},
                      Case{"{Straight leg raise} is negative.", "negated"}, Case{"{Atrophy} is absent.", "negated"},
                      Case{"Possible {radiculopathy}.", "possible"}, Case{"We suspect {radiculopathy}.", "possible"},
                      Case{"{Radiculopathy} is suspected.", "possible"},
                      Case{"{Radiculopathy} cannot be ruled out.", "possible"},
                      Case{"He has a history of {muscle spasm}.", "historical"}, Case{"s/p {fusion}.", "historical"},
                      Case{"He had {numbness} in the past.", "historical"},
                      Case{"He should return if {weakness} develops.", "hypothetical"},
                      Case{"She was warned of {constipation}.", "hypothetical"},
                      Case{"Continue only if {functional improvement} is shown.", "conditional"},
                      Case{"His mother suffers from {muscle spasms}.", "other_person"},
                      Case{"Family history of {diabetes}.", "other_person"}, Case{"We plan {surgery}.", "planned"},
                      Case{"She is scheduled for {surgery}.", "planned"}, Case{"We recommend {massage}.", "planned"},
                      Case{"We request {massage}.", "requested"}, Case{"Authorization for {massage}.", "requested"},
                      Case{"{Massage} was non-certified.", "requested"}, Case{"He stopped taking {Norco}.", "stopped"},
                      Case{"{Norco} was discontinued.", "stopped"}));

INSTANTIATE_TEST_SUITE_P(Reach, Statement,
                         ::testing::Values(
                             // lists
                             Case{"He denies {nausea}, {constipation} or {drowsiness}.", "negated, negated, negated"},
                             Case{"No {weakness} or {numbness}.", "negated, negated"},
                             Case{"There is neither {atrophy} nor {weakness}.", "negated, negated"},
                             // terminators
                             Case{"No {weakness} but {numbness} in the foot.", "negated, present"},
                             Case{"He denies {weakness}, however {numbness} is noted.", "negated, present"},
                             Case{"There is no {weakness}; {numbness} is noted.", "negated, present"},
                             Case{"No {atrophy} although {weakness} is seen.", "negated, present"},
                             // sentences
                             Case{"There is no {weakness}. {Numbness} is noted.", "negated, present"},
                             Case{"{Numbness} is noted. No {weakness}.", "present, negated"},
                             // parentheses
                             Case{"He has {spasm} (no {weakness}) and {tenderness}.", "present, negated, present"},
                             Case{"{Tenderness} (denies {numbness}) is noted.", "present, negated"},
                             // what only looks like a cue
                             Case{"No change in {muscle spasm}.", "present"},
                             Case{"There is no improvement in his {weakness}.", "present"},
                             Case{"Not only {weakness} was found.", "present"},
                             // the stronger cue
                             Case{"His father has no {diabetes}.", "other_person"},
                             Case{"He denies a history of {depression}.", "negated"},
                             Case{"Return if no {functional improvement} is seen.", "hypothetical"},
                             Case{"No possible {radiculopathy}.", "negated"}));

INSTANTIATE_TEST_SUITE_P(
    Headings, Statement,
    ::testing::Values(Case{"Fever: none.\n{Weakness} is noted.", "present"}, Case{"{Numbness}: none", "negated"},
                      Case{"Family history:\n{Diabetes}.\n{Depression}.", "other_person, other_person"},
                      Case{"Family history: {diabetes}.", "other_person"},
                      Case{"Family history:\n{Diabetes}.\nExamination: {Weakness}.", "other_person, present"},
                      Case{"EXTREMITIES: No {clubbing} or {cyanosis}.", "negated, negated"},
                      Case{"PULMONARY: Denies any {shortness of breath}.", "negated"}, Case{"{Fever}: no.", "negated"},
                      Case{"Past medical history: {diabetes}.", "historical"}));

TEST(Assertion, OfAFactIsThatOfItsWords) {
  const auto facts = testing::facts_of("There is no muscle spasm. Lumbar tenderness is noted.");
  const auto spasm =
      std::find_if(facts.all.begin(), facts.all.end(), [](const Fact& f) { return f.concept_name == "muscle spasm"; });
  ASSERT_NE(spasm, facts.all.end());
  EXPECT_EQ(spasm->assertion, Assertion::negated);
  EXPECT_EQ(spasm->places.front().text, "muscle spasm");
}

TEST(AssertionNames, AreTenAndDiffer) {
  std::set<std::string_view> names;
  for (int i = 0; i < 10; ++i) names.insert(name_of(static_cast<Assertion>(i)));
  EXPECT_EQ(names.size(), 10U);
}

// The sentences of real reports, with conditions marked in capitals by their authors: how well negation is read.
struct Score {
  int right = 0, missed = 0, wrong = 0;
  double precision() const { return right + wrong == 0 ? 0 : 1.0 * right / (right + wrong); }
  double recall() const { return right + missed == 0 ? 0 : 1.0 * right / (right + missed); }
  double f1() const { return 2 * precision() * recall() / (precision() + recall()); }
};

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string column; std::getline(in, column, '\t');) out.push_back(column);
  return out;
}

// Where the condition stands in the sentence: as it is written in capitals there, else in any case.
std::size_t find_condition(std::string condition, const std::string& sentence) {
  std::transform(condition.begin(), condition.end(), condition.begin(), ::toupper);
  if (const std::size_t at = sentence.find(condition); at != std::string::npos) return at;
  std::string upper = sentence;
  std::transform(upper.begin(), upper.end(), upper.begin(), ::toupper);
  return upper.find(condition);
}

// The span of the clean text that comes from [begin, end) of the original.
Span clean_span(const CleanText& text, std::size_t begin, std::size_t end) {
  Span out{0, 0};
  for (std::uint32_t i = 0; i < text.text().size(); ++i) {
    const Span from = text.to_original({i, i + 1});
    if (from.begin < begin) out.begin = i + 1;
    if (from.begin < end) out.end = i + 1;
  }
  return out;
}

TEST(SharedAssertions, ReadNegationInRealSentences) {
  const char* named = std::getenv("OPENIMR_SHARED");
  const auto file = (named != nullptr ? std::filesystem::path(named) : testing::source_dir() / "../shared") /
                    "assertion/sentences_open.tsv";
  if (named == nullptr && !std::filesystem::exists(file)) GTEST_SKIP() << "no shared material beside the project";
  std::istringstream in(testing::read_whole(file));
  const auto& vocabulary = testing::engine().vocabulary;
  Score score;
  std::string misses;
  int unread = 0;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const auto row = columns(line);
    ASSERT_GE(row.size(), 4U) << line;
    const std::size_t at = find_condition(row[1], row[2]);
    if (at == std::string::npos) {
      ++unread;
      continue;
    }
    const CleanText clean(row[2]);
    const Assertions assertions(clean, vocabulary.find(clean), vocabulary);
    const Span span = clean_span(clean, at, at + row[1].size());
    if (span.empty()) {
      ++unread;
      continue;
    }
    const bool negated = assertions.of(span).assertion == Assertion::negated;
    const bool expected = row[3].starts_with("Negated");
    if (negated && expected) ++score.right;
    if (negated && !expected) ++score.wrong;
    if (!negated && expected) ++score.missed;
    if (negated != expected) misses += fmt::format("{} {}: {}\n", expected ? "missed" : "wrong ", row[1], row[2]);
  }
  std::cout << fmt::format(
      "negated: precision {:.3f}, recall {:.3f}, F1 {:.3f} ({} right, {} wrong, {} missed; {} rows "
      "whose condition is not in their sentence)\n",
      score.precision(), score.recall(), score.f1(), score.right, score.wrong, score.missed, unread);
  if (std::getenv("OPENIMR_SHOW_MISSES") != nullptr) std::cout << misses;
  EXPECT_GE(score.f1(), 0.85);
  EXPECT_LT(unread, 400);
}

}  // namespace
}  // namespace openimr::facts
