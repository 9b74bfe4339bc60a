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

#include "../bench/labelled_sentences.h"
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
  const auto& vocabulary = testing::engine().vocabulary;
  const records::Document document("report.txt", text.text, vocabulary);
  const CleanText& clean = document.text;
  const auto mentions = vocabulary.find(clean);
  const Assertions assertions(document, mentions, vocabulary);
  // A service, like one that is not in the vocabulary, is no complaint.
  const auto kind_at = [&](std::uint32_t begin) {
    const bool is_service = std::any_of(mentions.begin(), mentions.end(), [&](const auto& mention) {
      return mention.span.begin <= begin && begin < mention.span.end && mention.kind == vocabulary::TermKind::service;
    });
    return is_service ? Assertions::Kind::statement : Assertions::Kind::complaint;
  };
  std::string out;
  for (std::size_t i = 0; i < text.statements.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(text.at[i]);
    const auto size = static_cast<std::uint32_t>(text.statements[i].size());
    // Offsets hold where cleaning changes no lengths; the tables are written so.
    EXPECT_EQ(clean.original_text({begin, begin + size}), text.statements[i]) << "write it as clean text: " << marked;
    out += (out.empty() ? "" : ", ") +
           std::string(name_of(assertions.of({begin, begin + size}, kind_at(begin)).assertion));
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
    Affirmed, Statement,
    ::testing::Values(Case{"INDICATIONS: The patient has {weakness} of the hand.", "present"},
                      Case{"INDICATIONS FOR SURGERY: The patient has {weakness} of the hand.", "present"},
                      Case{"Examination shows {muscle spasm}.", "present"},
                      Case{"He has {weakness} and {numbness}.", "present, present"},
                      Case{"She reports {fever}, {chills} and {nausea}.", "present, present, present"},
                      Case{"{Tenderness} is noted at L4-5.", "present"},
                      Case{"He continues to have {numbness} in the foot.", "present"},
                      Case{"Pain is worse with {stiffness} in the morning.", "present"}));

INSTANTIATE_TEST_SUITE_P(
    Negated, Statement,
    ::testing::Values(
        Case{"No {change in vision}, no syncope.", "negated"}, Case{"No change: {pain} persists.", "present"},
        Case{"Low back {pain} with negative {straight leg raising}.", "present, negated"},
        Case{"She refused the tablet, as she said that it worsened her {headaches}.", "present"},
        Case{"{Babinski} is downgoing bilaterally.", "negated"}, Case{"{Babinski}, toes are downgoing.", "negated"},
        Case{"No acute fracture, {osteopenia} is present.", "present"},
        Case{"No rebound, mild {tenderness}.", "present"}, Case{"No rebound, {tenderness} or guarding.", "negated"},
        Case{"{Homans sign} is negative.", "negated"}, Case{"There is no {muscle spasm}.", "negated"},
        Case{"She denies {side effects}.", "negated"}, Case{"He denied {fever}.", "negated"},
        Case{"The patient denies any {chest pain}.", "negated"}, Case{"Gait is without {limp}.", "negated"},
        Case{"Without evidence of {infection}.", "negated"}, Case{"No evidence of {fracture}.", "negated"},
        Case{"No sign of {infection}.", "negated"}, Case{"No signs or symptoms of {infection}.", "negated"},
        Case{"There was no evidence for {instability}.", "negated"},
        Case{"The exam was negative for {tenderness}.", "negated"},
        Case{"Negative for {stroke}/{CVA}.", "negated, negated"}, Case{"He doesn't have {weakness}.", "negated"},
        Case{"He did not have any {nausea}.", "negated"}, Case{"She has never had {seizures}.", "negated"},
        Case{"He is free of {pain}.", "negated"}, Case{"Absence of {atrophy}.", "negated"},
        Case{"There is a lack of {sensation}.", "negated"}, Case{"No complaints of {numbness}.", "negated"},
        Case{"He does not have any complaints of {numbness}.", "negated"},
        Case{"No further episodes of {vertigo}.", "negated"}, Case{"He no longer has {numbness}.", "negated"},
        Case{"She can no longer {sleep through the night}.", "negated"}, Case{"She is unable to {chew}.", "negated"},
        Case{"X-rays fail to reveal {fracture}, CT failed to reveal {fracture}.", "present, negated"},
        Case{"The findings do not support a diagnosis of {radiculopathy}.", "negated"},
        Case{"I do not believe that he has {radiculopathy}.", "negated"},
        Case{"There is neither {atrophy} nor {weakness}.", "negated, negated"},
        Case{"Non {displaced fracture}.", "negated"}, Case{"Negative {Spurling}.", "negated"},
        Case{"W/o {edema}.", "negated"}));

INSTANTIATE_TEST_SUITE_P(
    NegatedByWhatFollows, Statement,
    ::testing::Values(
        Case{"{Radiculopathy} was ruled out.", "negated"}, Case{"{Radiculopathy} has been excluded.", "negated"},
        Case{"{Straight leg raise} is negative.", "negated"}, Case{"{Atrophy} is absent.", "negated"},
        Case{"{Infection} is unlikely.", "negated"}, Case{"{Edema} was not seen.", "negated"},
        Case{"{Spasm} not noted.", "negated"}, Case{"{Clonus} was not elicited.", "negated"},
        Case{"{Masses} are not palpable.", "negated"}, Case{"{Fever}: none.", "negated"},
        Case{"{Fever}: no.", "negated"}, Case{"{Fever}: denies.", "negated"}, Case{"{Tobacco}: never.", "negated"},
        Case{"{Tobacco}: quit ten years ago.", "negated"}, Case{"{Alcohol}: does not drink.", "negated"},
        Case{"{Fever}: negative.", "negated"}, Case{"{Fever} (-).", "negated"}, Case{"{Numbness} - none", "negated"},
        Case{"{Tinel} sign negative.", "negated"}, Case{"{Numbness} has resolved.", "negated"},
        Case{"His {cough} subsided.", "negated"}, Case{"{Complications}: N/A", "negated"},
        Case{"{Drains}: Not given", "negated"}, Case{"{Atrophy} could not be appreciated.", "negated"},
        Case{"The films did not reveal {fracture}.", "negated"}, Case{"{Weakness} is no longer present.", "negated"}));

INSTANTIATE_TEST_SUITE_P(
    Lists, Statement,
    ::testing::Values(
        Case{"He denies {nausea}, {constipation} or {drowsiness}.", "negated, negated, negated"},
        Case{"No {weakness} or {numbness}.", "negated, negated"},
        Case{"No {fever}, {chills}, or {night sweats}.", "negated, negated, negated"},
        Case{"No {fever}, no {chills}, no {cough}.", "negated, negated, negated"},
        Case{"Without {bruising}, {swelling}, {redness} or {warmth}.", "negated, negated, negated, negated"},
        Case{"{Fever}, {chills} and {cough} are absent.", "negated, negated, negated"},
        Case{"{Atrophy}, {weakness}, {clonus}, {spasticity} and {tremor} were not seen.",
             "negated, negated, negated, negated, negated"},
        Case{"{Nausea} and {vomiting} are denied.", "negated, negated"},
        Case{"{Nausea}, {vomiting}, {constipation} and {itching} were denied.", "negated, negated, negated, negated"},
        Case{"EXTREMITIES: No {clubbing} or {cyanosis}.", "negated, negated"},
        Case{"PULMONARY: Denies any {shortness of breath}.", "negated"}, Case{"{Numbness}: none", "negated"}));

INSTANTIATE_TEST_SUITE_P(
    WhereAReachEnds, Statement,
    ::testing::Values(Case{"No {weakness} but {numbness} in the foot.", "negated, present"},
                      Case{"He denies {weakness}, however {numbness} is noted.", "negated, present"},
                      Case{"There is no {weakness}; {numbness} is noted.", "negated, present"},
                      Case{"No {atrophy} although {weakness} is seen.", "negated, present"},
                      Case{"No {deformity} except for {swelling}.", "negated, present"},
                      Case{"No {fever}, but has {chills}.", "negated, present"},
                      Case{"No {atrophy}, positive for {weakness}.", "negated, present"},
                      Case{"He denies {numbness} and reports {weakness}.", "negated, present"},
                      Case{"No {fever} and there is {cough}.", "negated, present"},
                      Case{"No {numbness} because of {stenosis}.", "negated, present"},
                      Case{"There is no {weakness}. {Numbness} is noted.", "negated, present"},
                      Case{"{Numbness} is noted. No {weakness}.", "present, negated"},
                      Case{"He has {spasm} (no {weakness}) and {tenderness}.", "present, negated, present"},
                      Case{"{Tenderness} (denies {numbness}) is noted.", "present, negated"},
                      Case{"He has no {deafness}, also has {tremor}.", "negated, present"},
                      Case{"There is no {fracture} and remained {tender}.", "negated, present"},
                      Case{"He has no pain, says Dr. X. There is {weakness}.", "present"},
                      Case{"She has a history of {stroke} which has left {weakness}.", "historical, present"},
                      Case{"He gives no history of {deafness} and denies {nausea}.", "negated, negated"},
                      Case{"REVIEW OF SYSTEMS: No {fever}. PLAN: {Surgery}.", "negated, planned"}));

INSTANTIATE_TEST_SUITE_P(
    OnlyLooksLikeACue, Statement,
    ::testing::Values(
        Case{"No change in {muscle spasm}.", "present"}, Case{"There is no improvement in his {weakness}.", "present"},
        Case{"Not only {weakness} was found.", "present"},
        Case{"Not only {weakness} but also {numbness} was found.", "present, present"},
        Case{"There is no lack of {tenderness}.", "present"}, Case{"He is not without {pain}.", "present"},
        Case{"He does not deny {alcohol use}.", "present"}, Case{"{Headache} is not uncommon.", "present"},
        Case{"CT without contrast shows {stenosis}.", "present"},
        Case{"CT with and without contrast shows {stenosis}.", "present"},
        Case{"Gram negative {infection}.", "present"}, Case{"{Weakness} has not resolved.", "present"},
        Case{"The {numbness} has partially resolved.", "present"},
        Case{"Oxygen saturation in the 90s with {cough}.", "present"},
        Case{"Mother states that he has {headaches}.", "present"}, Case{"His wife reports {snoring}.", "present"},
        Case{"She comes for evaluation of her {knee pain}.", "present"},
        Case{"After negative aspiration the {spasm} was injected.", "present"},
        Case{"He had a history of {back pain} for many years.", "present"},
        Case{"History of {numbness}, progressively worsening.", "present"},
        Case{"We plan surgery for her {numbness}.", "present"},
        Case{"We ask for authorization for massage for {spasm}.", "present"},
        Case{"His {pain} is not relieved by ice.", "present"},
        Case{"There is no doubt that he has {radiculopathy}.", "present"},
        Case{"He walks without difficulty and has a {limp}.", "present"},
        Case{"{Swelling} is seen as previously noted.", "present"},
        Case{"He was seen at the previous hospital with {fever}.", "present"},
        Case{"A 45 year old man with {weakness}.", "present"}, Case{"A two week history of {cough}.", "present"},
        Case{"Answer: No. The {weakness} is from the fall.", "present"},
        Case{"No guarantee was given and {numbness} may stay.", "present"},
        Case{"The {deformity} as previously described is seen.", "present"},
        Case{"History of present illness: {weakness} of the leg.", "present"}));

INSTANTIATE_TEST_SUITE_P(
    Possible, Statement,
    ::testing::Values(
        Case{"Possible {radiculopathy}.", "possible"}, Case{"Probable {stenosis}.", "possible"},
        Case{"We suspect {radiculopathy}.", "possible"}, Case{"{Radiculopathy} is suspected.", "possible"},
        Case{"{Radiculopathy} cannot be ruled out.", "possible"}, Case{"{Fracture} cannot be excluded.", "possible"},
        Case{"{Fracture} has not been ruled out.", "possible"}, Case{"Cannot rule out {fracture}.", "possible"},
        Case{"We cannot exclude {infection}.", "possible"}, Case{"This does not rule out {infection}.", "possible"},
        Case{"Rule out {fracture}.", "possible"}, Case{"R/o {fracture}.", "possible"},
        Case{"Suspicious for {infection}.", "possible"}, Case{"Concern for {infection}.", "possible"},
        Case{"Questionable {instability}.", "possible"}, Case{"{Stenosis} versus {herniation}.", "possible, possible"},
        Case{"Findings suggestive of {stenosis}.", "possible"},
        Case{"Findings may represent {scar tissue}.", "possible"}, Case{"{Stenosis} may be present.", "possible"},
        Case{"+/- {spasm}", "possible"}, Case{"+/-{spasm}", "possible"},
        Case{"{Consent} is not documented.", "possible"}));

INSTANTIATE_TEST_SUITE_P(
    Historical, Statement,
    ::testing::Values(
        Case{"He has a history of {numbness}.", "historical"}, Case{"Hx of {seizures}.", "historical"},
        Case{"H/o {stroke}.", "historical"}, Case{"s/p {fusion}.", "historical"},
        Case{"Status post {laminectomy}.", "historical"}, Case{"He had {numbness} in the past.", "historical"},
        Case{"In the past he had {numbness}.", "historical"}, Case{"Prior {fusion} of the neck.", "historical"},
        Case{"He had a previous diagnosis of {depression}.", "historical"},
        Case{"Previously he had {numbness}.", "historical"},
        Case{"There is an old {fracture} of the rib.", "historical"}, Case{"{Seizures} as a child.", "historical"},
        Case{"{Seizures} in childhood.", "historical"}, Case{"{Tonsillectomy} at age 12.", "historical"},
        Case{"{Fracture} at the age of 20.", "historical"}, Case{"{Fracture} two years ago.", "historical"},
        Case{"{Fracture} of the hip many years ago.", "historical"},
        Case{"Three years ago he had {numbness}.", "historical"}, Case{"{Fracture} in 1998.", "historical"},
        Case{"Left hip {fracture} repair in 2006.", "historical"}, Case{"{Laminectomy} in the 1990s.", "historical"},
        Case{"{Melanoma} in remission.", "historical"}, Case{"{Radiculopathy} by history.", "historical"},
        Case{"His {heart disease} history is long.", "historical"},
        Case{"The last pill made her {nauseated} the last time.", "historical"},
        Case{"{Pain} which began two years ago.", "present"}, Case{"{Fever} in the past 2 days.", "present"},
        Case{"{Fever} over the past week.", "present"}, Case{"{Fever} in 12 of the visits.", "present"},
        Case{"{Weakness} in 20150 patients.", "present"}));

INSTANTIATE_TEST_SUITE_P(
    Hypothetical, Statement,
    ::testing::Values(Case{"He should return if {weakness} develops.", "hypothetical"},
                      Case{"She was warned of {constipation}.", "hypothetical"},
                      Case{"Risks include {infection} and {bleeding}.", "hypothetical, hypothetical"},
                      Case{"Call for any {fever}.", "hypothetical"}, Case{"To prevent {falls}.", "hypothetical"},
                      Case{"Ibuprofen as needed for {cramps}.", "hypothetical"},
                      Case{"Opioids can cause {sedation}.", "hypothetical"},
                      Case{"If {numbness} should occur, call.", "hypothetical"},
                      Case{"Return if no {functional improvement} is seen.", "hypothetical"},
                      Case{"He is allergic to {Norco}.", "hypothetical"}));

INSTANTIATE_TEST_SUITE_P(Conditional, Statement,
                         ::testing::Values(Case{"Continue only if {functional improvement} is shown.", "conditional"},
                                           Case{"{Surgery} only if he fails.", "conditional"},
                                           Case{"{Numbness} only when sitting.", "conditional"},
                                           Case{"{Surgery} depending on the MRI.", "conditional"},
                                           Case{"Unless {weakness} is shown, none.", "conditional"}));

INSTANTIATE_TEST_SUITE_P(AnotherPerson, Statement,
                         ::testing::Values(Case{"His mother suffers from {muscle spasms}.", "other_person"},
                                           Case{"Family history of {diabetes}.", "other_person"},
                                           Case{"Her father had {diabetes}.", "other_person"},
                                           Case{"His brother has {gout}.", "other_person"},
                                           Case{"{Diabetes} in the family.", "other_person"},
                                           Case{"{Cancer} in her mother.", "other_person"},
                                           Case{"His father has no {diabetes}.", "other_person"},
                                           Case{"FH: {diabetes}.", "other_person"}));

INSTANTIATE_TEST_SUITE_P(
    Planned, Statement,
    ::testing::Values(Case{"We plan {surgery}.", "planned"}, Case{"She is scheduled for {surgery}.", "planned"},
                      Case{"We recommend {massage}.", "planned"}, Case{"He will undergo {surgery}.", "planned"},
                      Case{"{Surgery} is recommended.", "planned"}, Case{"Consider {surgery}.", "planned"},
                      Case{"She wishes to proceed; candidate for {surgery}.", "planned"}));

INSTANTIATE_TEST_SUITE_P(
    Requested, Statement,
    ::testing::Values(Case{"We request {massage}.", "requested"}, Case{"Authorization for {massage}.", "requested"},
                      Case{"{Massage} was non-certified.", "requested"}, Case{"{Massage} is requested.", "requested"},
                      Case{"RFA for {massage}.", "requested"}, Case{"Requesting {MRI}.", "requested"}));

INSTANTIATE_TEST_SUITE_P(Stopped, Statement,
                         ::testing::Values(Case{"He stopped taking {Norco}.", "stopped"},
                                           Case{"{Norco} was discontinued.", "stopped"},
                                           Case{"He is no longer taking {Norco}.", "stopped"},
                                           Case{"She was weaned off {Norco}.", "stopped"},
                                           Case{"He quit {Norco}.", "stopped"}));

INSTANTIATE_TEST_SUITE_P(TheStrongerCue, Statement,
                         ::testing::Values(Case{"He denies a history of {depression}.", "negated"},
                                           Case{"No history of {stroke}.", "negated"},
                                           Case{"No possible {radiculopathy}.", "negated"},
                                           Case{"She has no family history of {diabetes}.", "other_person"}));

INSTANTIATE_TEST_SUITE_P(
    SignsAndBoxes, Statement,
    ::testing::Values(Case{"+{spasm}, -{weakness}", "present, negated"},
                      Case{"+{spasm} / -{weakness}", "present, negated"},
                      Case{"+{spasm}/-{weakness}", "present, negated"}, Case{"{Fever} [ ] Yes [x] No", "negated"},
                      Case{"{Fever} [x] Yes [ ] No", "present"}, Case{"{Fever} [X] Yes [ ] No", "present"},
                      Case{"{Fever} [ ] Yes [ ] No", "possible"}, Case{"{Fever}: ( ) yes (x) no", "negated"},
                      Case{"{Fever}: (x) yes ( ) no", "present"}, Case{"{Fever} \u2610 Yes \u2612 No", "negated"},
                      Case{"{Fever} \u2612 Yes \u2610 No", "present"}, Case{"{Fever} Yes [ ] No [x]", "negated"},
                      Case{"{Fever} Yes [x] No [ ]", "present"}, Case{"{Fever} __ Yes _x_ No", "negated"},
                      Case{"{Fever} Y / N", "possible"}, Case{"{Fever} Yes / No", "possible"},
                      Case{"{Fever} yes/no", "possible"}, Case{"{Fever} [ ] N/A [x] No", "present"},
                      Case{"{Fever} [ ] Yes [x] No {Cough} [x] Yes [ ] No", "negated, present"},
                      Case{"[ ] {fever} [x] {cough}", "possible, present"},
                      Case{"\u2610 {fever} \u2612 {cough}", "possible, present"}));

INSTANTIATE_TEST_SUITE_P(
    Sections, Statement,
    ::testing::Values(Case{"Fever: none.\n{Weakness} is noted.", "present"},
                      Case{"Family history:\n{Diabetes}.\n{Depression}.", "other_person, other_person"},
                      Case{"Family history: {diabetes}.", "other_person"},
                      Case{"Family history:\n{Diabetes}.\nExamination: {Weakness}.", "other_person, present"},
                      Case{"Past medical history: {diabetes}.", "historical"},
                      Case{"PAST MEDICAL HISTORY: {Hypertension}, {diabetes}.", "historical, historical"},
                      Case{"PAST MEDICAL HISTORY:\n{Hypertension}\n{Diabetes}\nEXAMINATION:\n{Weakness}",
                           "historical, historical, present"},
                      Case{"PAST MEDICAL HISTORY: No {diabetes}.", "negated"},
                      Case{"PAST SURGICAL HISTORY:\n{Appendectomy}", "historical"},
                      Case{"ALLERGIES:\n{Norco}\n{Soma}", "hypothetical, hypothetical"},
                      Case{"SOCIAL HISTORY: {Smoker}.", "present"},
                      Case{"SOCIAL HISTORY: Denies {alcohol use}.", "negated"}, Case{"PLAN:\n{Massage}\n", "planned"},
                      Case{"PLAN:\nHe was found to have {weakness}.", "present"},
                      Case{"RISKS:\n{Bleeding}", "hypothetical"},
                      Case{"REQUEST FOR AUTHORIZATION:\n{Massage}", "requested"}));

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

// The sentences of real reports, with conditions marked in capitals by their authors.
TEST(SharedAssertions, ReadNegationAndHistoryInRealSentences) {
  const char* named = std::getenv("OPENIMR_SHARED");
  const auto file = (named != nullptr ? std::filesystem::path(named) : testing::source_dir() / "../shared") /
                    "assertion/sentences_open.tsv";
  if (named == nullptr && !std::filesystem::exists(file)) GTEST_SKIP() << "no shared material beside the project";
  const auto sentences = bench::read_labelled(testing::read_whole(file));
  ASSERT_TRUE(sentences) << sentences.error().to_string();
  bench::Score negation;
  bench::Score history;
  for (const bench::LabelledSentence& sentence : *sentences) {
    const auto read = bench::read_assertion(sentence, testing::engine().vocabulary);
    negation.count(read.negated, sentence.negated);
    history.count(read.historical, sentence.historical);
  }
  EXPECT_GE(negation.f1(), 0.985);
  EXPECT_GE(history.f1(), 0.72);
}

}  // namespace
}  // namespace openimr::facts
