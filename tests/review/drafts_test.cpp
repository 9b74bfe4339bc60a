// Properties of whole drafts: what one more record can change, and that every sentence has its reasons.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>
#include <re2/re2.h>

#include "letter/json.h"
#include "review/draft.h"
#include "review/summary.h"
#include "support/engine.h"

namespace openimr {
namespace {

using determination::CriterionTrace;
using determination::Draft;
using determination::Sentence;
using testing::TestCase;

// One sentence each, by what it says: affirmed, negated, without bearing.
const std::vector<std::string> kSentences = {
    "Examination shows lumbar muscle spasm.",
    "Palpation reveals paraspinal spasms on the left.",
    "He presents with an acute exacerbation of his low back pain.",
    "Soma was started on 10/05/2015.",
    "He tried and failed ibuprofen.",
    "Soma is for short-term use only.",
    "With Soma he has had functional improvement.",
    "He takes Norco 10/325 mg twice daily.",
    "Pain is 8/10 without and 4/10 with medication.",
    "A urine drug screen on 5/6/2015 was consistent.",
    "There is no muscle spasm.",
    "Examination shows no lumbar muscle spasm.",
    "He denies any acute exacerbation.",
    "There was no functional improvement with Soma.",
    "He denies side effects.",
    "Soma is not for short-term use.",
    "He has been taking Soma since at least 03/11/2014.",
    "A note dated 5/6/2014: He takes Soma 350 mg.",
    "He has a history of muscle spasm.",
    "Possible muscle spasm.",
    "He should return if muscle spasm develops.",
    "His mother suffers from muscle spasms.",
    "He takes Soma 350 mg.",
    "He lives with his wife.",
    "An MRI of the lumbar spine was done on 3/4/2015.",
    "Physical therapy did not help.",
    "He plans to have a lumbar fusion.",
    "The weather was fine.",
};

TestCase case_of(const std::vector<std::string>& first, const std::vector<std::string>& added,
                 const std::string& item) {
  TestCase out{.items = {item},
               .records = {},
               .review = "2015-10-30",
               .request = "2015-10-12",
               .denial = "2015-10-20",
               .service = ""};
  out.records.emplace_back("records/first.txt", fmt::format("{}\n", fmt::join(first, "\n")));
  if (!added.empty()) out.records.emplace_back("records/second.txt", fmt::format("{}\n", fmt::join(added, "\n")));
  return out;
}

std::string state_of(const CriterionTrace& c) {
  return c.evaluated.conflict ? "conflict" : std::string(name_of(c.evaluated.finding));
}

bool has_place_in(const CriterionTrace& c, const char* document) {
  const auto& places = c.evaluated.places;
  return std::any_of(places.begin(), places.end(), [&](const Place& p) { return p.document == document; });
}

// Findings that a record which is added may change without contradicting: met and not met only to a conflict, with the
// words of both documents; what is not documented may become anything.
std::string forbidden_change(const CriterionTrace& before, const CriterionTrace& after) {
  const std::string from = state_of(before);
  const std::string to = state_of(after);
  if (from == to || from == "not documented") return "";
  std::string change = fmt::format("{}: {} -> {}", before.evaluated.criterion->id, from, to);
  if (from == "conflict") return change;
  if (to != "conflict") return change;
  return has_place_in(after, "records/first.txt") && has_place_in(after, "records/second.txt")
             ? ""
             : change + " without places in both documents";
}

// Whether something in the added record speaks against what was found before.
std::vector<std::string> forbidden_changes(const TestCase& with_one, const TestCase& with_both) {
  const Draft before = testing::draft_of(with_one);
  const Draft after = testing::draft_of(with_both);
  std::vector<std::string> out;
  for (const CriterionTrace& c : before.items.front().criteria) {
    const auto* now = testing::criterion(after.items.front(), c.evaluated.criterion->id);
    if (now == nullptr) continue;  // it is no longer a first request
    if (auto change = forbidden_change(c, *now); !change.empty()) out.push_back(std::move(change));
  }
  return out;
}

TEST(AddedRecord, TurnsAFindingOnlyWhereItContradicts) {
  const struct {
    const char* first;
    const char* added;
    const char* criterion;
    const char* before;
    const char* after;
  } cases[] = {
      {"Examination shows muscle spasm.", "There is no muscle spasm.", "muscle-spasm", "met", "conflict"},
      {"There is no muscle spasm.", "Examination shows muscle spasm.", "muscle-spasm", "not met", "conflict"},
      {"Examination shows muscle spasm.", "The weather was fine.", "muscle-spasm", "met", "met"},
      {"Examination shows muscle spasm.", "He has a history of muscle spasm.", "muscle-spasm", "met", "met"},
      {"Examination shows muscle spasm.", "Possible muscle spasm.", "muscle-spasm", "met", "met"},
      {"Examination shows lumbar muscle spasm.", "There is no cervical muscle spasm.", "muscle-spasm", "met", "met"},
      {"There is no cervical muscle spasm.", "Examination shows lumbar muscle spasm.", "muscle-spasm", "not met",
       "met"},
      {"The weather was fine.", "There is no muscle spasm.", "muscle-spasm", "not documented", "not met"},
      {"Soma was started on 10/05/2015.", "He has been taking Soma since at least 03/11/2014.", "short-course", "met",
       "conflict"},
      {"Soma was started on 10/05/2015.", "A note dated 5/6/2014: He takes Soma 350 mg.", "short-course", "met",
       "conflict"},
      {"With Soma he has had functional improvement.", "There was no functional improvement with Soma.",
       "functional-improvement", "met", "conflict"},
      {"He presents with an acute exacerbation.", "He denies any acute exacerbation.", "acute-exacerbation", "met",
       "conflict"},
  };
  for (const auto& c : cases) {
    const auto one = testing::draft_of(case_of({c.first}, {}, "Soma 350 mg #20"));
    const auto both = testing::draft_of(case_of({c.first}, {c.added}, "Soma 350 mg #20"));
    const auto* before = testing::criterion(one.items.front(), c.criterion);
    const auto* after = testing::criterion(both.items.front(), c.criterion);
    ASSERT_TRUE(before != nullptr && after != nullptr) << c.criterion;
    EXPECT_EQ(state_of(*before), c.before) << c.first;
    EXPECT_EQ(state_of(*after), c.after) << c.first << " + " << c.added;
    if (std::string_view(c.after) != "conflict") continue;
    EXPECT_TRUE(has_place_in(*after, "records/first.txt") && has_place_in(*after, "records/second.txt")) << c.first;
    EXPECT_EQ(after->evaluated.finding, guidelines::Finding::not_documented);
    EXPECT_TRUE(std::any_of(both.warnings.begin(), both.warnings.end(),
                            [](const auto& warning) { return warning.code == "conflict"; }));
  }
}

// An order to start a drug says that it is not in use yet. A record that says it is, speaks against that.
TEST(AddedRecord, OfUseContradictsAnOrderToStart) {
  for (const char* added : {"He takes Soma 350 mg.", "He has been taking Soma since at least 03/11/2014."}) {
    const auto one = testing::draft_of(case_of({"Start Soma 350 mg."}, {}, "Soma 350 mg #20"));
    const auto both = testing::draft_of(case_of({"Start Soma 350 mg."}, {added}, "Soma 350 mg #20"));
    EXPECT_EQ(state_of(*testing::criterion(one.items.front(), "short-course")), "met");
    EXPECT_EQ(state_of(*testing::criterion(both.items.front(), "short-course")), "conflict") << added;
  }
  // The plan itself may name the drug again without contradicting its start.
  const auto plan =
      testing::draft_of(case_of({"Start Soma 350 mg."}, {"Soma is for short-term use only."}, "Soma 350 mg #20"));
  EXPECT_EQ(state_of(*testing::criterion(plan.items.front(), "short-course")), "met");
}

std::vector<std::string> some_sentences(int most) {
  std::vector<std::string> out;
  const int count = *rc::gen::inRange(0, most);
  out.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) out.push_back(*rc::gen::elementOf(kSentences));
  return out;
}

RC_GTEST_PROP(AddedRecordProperty, TurnsAFindingOnlyWhereItContradicts, ()) {
  const std::string item = *rc::gen::elementOf(std::vector<std::string>{"Soma 350 mg #20", "Flexeril 10 mg #30"});
  const auto first = some_sentences(6);
  auto added = some_sentences(4);
  added.push_back(*rc::gen::elementOf(kSentences));
  const auto changes = forbidden_changes(case_of(first, {}, item), case_of(first, added, item));
  if (!changes.empty()) {
    RC_LOG() << fmt::format("{}\nfirst: {}\nadded: {}\n", fmt::join(changes, "; "), fmt::join(first, " "),
                            fmt::join(added, " "));
  }
  RC_ASSERT(changes.empty());
}

// The order in which documents arrive changes no finding.
RC_GTEST_PROP(AddedRecordProperty, ChangesFindingsAlikeInEitherOrder, ()) {
  const TestCase forward = case_of(some_sentences(5), {*rc::gen::elementOf(kSentences)}, "Soma 350 mg #20");
  TestCase backward = forward;
  std::reverse(backward.records.begin(), backward.records.end());
  const Draft a = testing::draft_of(forward);
  const Draft b = testing::draft_of(backward);
  RC_ASSERT(a.items.front().decision == b.items.front().decision);
  for (const CriterionTrace& c : a.items.front().criteria) {
    const auto* other = testing::criterion(b.items.front(), c.evaluated.criterion->id);
    RC_ASSERT(other != nullptr);
    RC_ASSERT(state_of(c) == state_of(*other));
  }
}

// --- Every sentence has its reasons ---

// The words of a place or citation in which a reader would look something up.
std::string words_of(const determination::Reason& reason) {
  if (const auto* place = std::get_if<Place>(&reason)) return review::quoted(*place);
  const auto& citation = std::get<determination::Citation>(reason);
  return fmt::format("{} {} {} {} {} {} {} {}", citation.source, citation.title, citation.year, citation.chapter,
                     fmt::join(citation.sections, " "), fmt::join(citation.pages, " "), citation.text, citation.says);
}

std::set<std::string> numbers_in(const std::string& text) {
  static const RE2 number("([0-9]+(?:[./-][0-9]+)*)");
  std::set<std::string> out;
  re2::StringPiece rest(text);
  for (std::string found; RE2::FindAndConsume(&rest, number, &found);) out.insert(found);
  return out;
}

std::set<std::string> drugs_in(const std::string& text) {
  const CleanText clean(text);
  const auto& vocabulary = testing::engine().vocabulary;
  std::set<std::string> out;
  for (const auto& mention : vocabulary.find(clean)) {
    if (mention.kind == vocabulary::TermKind::drug && !mention.misread)
      out.insert(vocabulary.drugs()[mention.index].name);
  }
  return out;
}

// What a sentence says that none of its reasons says; empty where all is well.
std::string unfounded(const Sentence& sentence) {
  if (sentence.reasons.empty()) return "no reason: " + sentence.text;
  std::string reasons;
  for (const auto& reason : sentence.reasons) reasons += words_of(reason) + "\n";
  for (const std::string& number : numbers_in(sentence.text)) {
    if (!numbers_in(reasons).contains(number)) return fmt::format("number {} of: {}", number, sentence.text);
  }
  const auto known = drugs_in(reasons);
  for (const std::string& drug : drugs_in(sentence.text)) {
    if (!known.contains(drug)) return fmt::format("drug {} of: {}", drug, sentence.text);
  }
  return "";
}

std::vector<std::string> all_unfounded(const Draft& draft) {
  std::vector<std::string> out;
  const auto look = [&out](const std::vector<Sentence>& sentences) {
    for (const Sentence& sentence : sentences) {
      if (auto problem = unfounded(sentence); !problem.empty()) out.push_back(std::move(problem));
    }
  };
  look(draft.summary);
  for (const auto& item : draft.items) look(item.rationale);
  return out;
}

Draft draft_of_example(const std::string& example) {
  const auto file = testing::open_case(testing::source_dir() / "examples/cases" / example);
  EXPECT_TRUE(file) << example;
  return testing::draft_of(*file);
}

TEST(Sentences, OfTheExamplesSayOnlyWhatTheirReasonsSay) {
  for (const char* example : {"000", "001", "002", "003", "004"}) {
    const Draft draft = draft_of_example(example);
    EXPECT_GE(draft.summary.size(), 3U) << example;
    for (const auto& item : draft.items) EXPECT_FALSE(item.rationale.empty()) << item.text;
    for (const auto& problem : all_unfounded(draft)) ADD_FAILURE() << example << ", " << problem;
  }
}

RC_GTEST_PROP(SentencesProperty, SayOnlyWhatTheirReasonsSay, ()) {
  const std::string item = *rc::gen::elementOf(
      std::vector<std::string>{"Soma 350 mg #20", "Norco 10/325mg #120 with 3 refills", "Ambien 10 mg #30", "Xanax 1mg",
                               "Massage therapy 2 x 6 for the low back", "Flux capacitor 3000"});
  TestCase test = case_of(some_sentences(8), some_sentences(5), item);
  test.review = *rc::gen::elementOf(std::vector<std::string>{"2015-10-30", "2016-08-15", "2018-01-05"});
  const auto problems = all_unfounded(testing::draft_of(test));
  if (!problems.empty()) RC_LOG() << fmt::format("{}\n", fmt::join(problems, "\n"));
  RC_ASSERT(problems.empty());
}

RC_GTEST_PROP(DraftProperty, IsTheSameForTheSameInput, ()) {
  const TestCase test = case_of(some_sentences(8), some_sentences(5), "Soma 350 mg #20");
  RC_ASSERT(letter::to_json(testing::draft_of(test)).dump() == letter::to_json(testing::draft_of(test)).dump());
}

TEST(ADraft, OfTheExamplesIsTheSameTwice) {
  for (const char* example : {"000", "001", "002", "003", "004"}) {
    EXPECT_EQ(letter::to_json(draft_of_example(example)).dump(), letter::to_json(draft_of_example(example)).dump());
  }
}

// Two guidelines of a step ask for the same signs: it is said once, with both as reasons.
TEST(ADraft, SaysOnceWhatTwoGuidelinesAsk) {
  testing::TestCase test;
  test.review = "2017-01-10";
  test.items = {"EMG/NCS bilateral upper extremities"};
  test.records = {{"records/note.txt", "The worker has neck pain. Physical therapy did not help."}};
  const auto draft = testing::draft_of(test);
  const auto& item = draft.items.front();
  ASSERT_EQ(item.citations.size(), 2U);
  bool of_both = false;
  for (const auto& sentence : item.rationale) {
    const auto same = [&](const determination::Sentence& other) { return other.text == sentence.text; };
    EXPECT_EQ(std::count_if(item.rationale.begin(), item.rationale.end(), same), 1) << sentence.text;
    const auto cites = [](const determination::Reason& reason) {
      return std::holds_alternative<determination::Citation>(reason);
    };
    of_both = of_both || std::count_if(sentence.reasons.begin(), sentence.reasons.end(), cites) == 2;
  }
  EXPECT_TRUE(of_both);
}

TEST(ADraft, BeforeTheFirstEditionIsRefused) {
  const auto file = testing::make_case({.items = {"Soma 350 mg #20"},
                                        .records = {},
                                        .review = "2005-01-01",
                                        .request = "",
                                        .denial = "",
                                        .service = ""});
  const auto draft = review::draft(file, facts::extract(file, testing::engine().vocabulary), testing::engine().library,
                                   testing::engine().vocabulary, "");
  ASSERT_FALSE(draft);
  EXPECT_TRUE(draft.error().message.starts_with("no guideline was in force on this day")) << draft.error().to_string();
  EXPECT_EQ(draft.error().offending, "2005-01-01");
}

TEST(ADraft, DecidesARetrospectiveItemByItsServiceDate) {
  TestCase test = case_of({"He has pain."}, {}, "Soma 350 mg #20");
  test.review = "2016-09-01";
  EXPECT_EQ(testing::draft_of(test).items.front().decided_for.iso(), "2016-09-01");
  test.service = "2016-05-01";
  const auto item = testing::draft_of(test).items.front();
  EXPECT_EQ(item.decided_for.iso(), "2016-05-01");
  ASSERT_FALSE(item.citations.empty());
  EXPECT_EQ(item.citations.front().year, 2009);
}

TEST(ADraft, OfAnItemThatNoGuidelineAddressesDecidesNothing) {
  const auto draft = testing::draft_of(case_of({"He has pain."}, {}, "Flux capacitor 3000"));
  const auto& item = draft.items.front();
  EXPECT_FALSE(item.addressed);
  EXPECT_EQ(item.decision, std::nullopt);
  EXPECT_TRUE(item.criteria.empty() && item.citations.empty());
  EXPECT_EQ(item.searched.size(), 4U);
  EXPECT_EQ(item.rationale.size(), 1U);
  EXPECT_EQ(draft.warnings.front().code, "not_addressed");
}

}  // namespace
}  // namespace openimr
