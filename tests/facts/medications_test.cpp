// Drugs in use: what is taken, how much of an opioid that is in morphine, and since when.
#include <gtest/gtest.h>

#include "facts/show.h"
#include "support/engine.h"

namespace openimr::facts {
namespace {

using testing::TestCase;

TestCase case_of(std::vector<std::pair<std::string, std::string>> records, std::vector<std::string> items = {}) {
  return {
      .items = std::move(items), .records = std::move(records), .request = "2015-10-01", .denial = "", .service = ""};
}

std::string line(const Fact& fact) {
  return fmt::format("{} {} {} {} {}", fact.concept_name, name_of(fact.assertion), attribute(fact, "strength"),
                     attribute(fact, "units_per_day"), attribute(fact, "status"));
}

TEST(Medication, IsReadWithDoseAndAssertion) {
  const struct {
    const char* text;
    const char* medication;  // concept, assertion, strength, units a day, status
  } cases[] = {
      {"The patient takes MS Contin 15mg BID.", "morphine present 15 mg 2 continued"},
      {"Hydrocodone-APAP 10-325mg #2 TID.", "hydrocodone/acetaminophen present 10/325 mg 6 -"},
      {"Some 350mg 1-2 PO TID #100.", "carisoprodol present 350 mg 6 -"},
      {"He denies use of Soma.", "carisoprodol negated - - -"},
      {"Soma was discontinued.", "carisoprodol stopped - - stopped"},
      {"Norco is requested.", "hydrocodone/acetaminophen requested - - -"},
      {"Start Soma 350 mg.", "carisoprodol present 350 mg - started"},
      {"Continue Soma 350 mg.", "carisoprodol present 350 mg - continued"},
      {"His wife takes Xanax.", "alprazolam other_person - - continued"},
      {"Increase Neurontin to 600 mg TID.", "gabapentin present 600 mg 3 increased"},
      {"Cymbalta was increased to 60 mg daily.", "duloxetine present 60 mg 1 increased"},
      {"She has increased pain and takes Norco.", "hydrocodone/acetaminophen present - - continued"},
      {"Decrease the dose of Norco to 5/325 mg BID.", "hydrocodone/acetaminophen present 5/325 mg 2 decreased"},
      {"Norco was tapered to 2 tablets per day.", "hydrocodone/acetaminophen present - 2 decreased"},
      {"He was weaned off Norco.", "hydrocodone/acetaminophen stopped - - stopped"},
      {"Norco was held before the operation.", "hydrocodone/acetaminophen stopped - - held"},
      {"The patient refuses Norco.", "hydrocodone/acetaminophen negated - - refused"},
      {"She declined to take Norco.", "hydrocodone/acetaminophen negated - - refused"},
      {"He is allergic to Soma.", "carisoprodol hypothetical - - allergic"},
      {"No known drug allergies. He takes Soma.", "carisoprodol present - - continued"},
      {"Soma allergy.", "carisoprodol hypothetical - - allergic"},
      {"Allergies to sulfa, currently takes Soma.", "carisoprodol present - - continued"},
      {"ALLERGIES: sulfa. He takes Soma.", "carisoprodol present - - continued"},
      {"He is off Soma.", "carisoprodol stopped - - stopped"},
      {"She ran out of Norco.", "hydrocodone/acetaminophen stopped - - stopped"},
      {"He could not tolerate gabapentin.", "gabapentin historical - - failed"},
      {"He has tried and failed naproxen.", "naproxen historical - - failed"},
      {"Refill Soma.", "carisoprodol present - - continued"},
      {"Soma was refilled.", "carisoprodol present - - continued"},
      {"We will wean him off Norco.", "hydrocodone/acetaminophen present - - decreased"},
      {"He takes Tylenol #3 BID.", "codeine/acetaminophen present 300/30 mg 2 continued"},
      {"Tylenol No. 4 TID.", "codeine/acetaminophen present 300/60 mg 3 -"},
      {"MEDICATIONS: Norco 10/325 mg as needed.", "hydrocodone/acetaminophen present 10/325 mg - -"},
      {"He was put on Soma, but it made him drowsy and he stopped taking it.", "carisoprodol stopped - - stopped"},
      {"He uses Soma as needed.", "carisoprodol present - - -"},
  };
  for (const auto& c : cases) {
    const Facts facts = testing::facts_of(c.text);
    const auto found = named(facts, "medication");
    ASSERT_EQ(found.size(), 1U) << c.text;
    EXPECT_EQ(line(*found.front()), c.medication) << c.text;
  }
}

TEST(Medication, SwitchedEndsOneDrugAndBeginsAnother) {
  for (const char* text : {"She was switched from Norco to Soma.", "Norco was changed to Soma.",
                           "Switch Norco to Soma.", "Norco was replaced with Soma."}) {
    const auto facts = testing::facts_of(text);
    const auto found = named(facts, "medication");
    ASSERT_EQ(found.size(), 2U) << text;
    EXPECT_EQ(line(*found[0]), "hydrocodone/acetaminophen stopped - - stopped") << text;
    EXPECT_EQ(line(*found[1]), "carisoprodol present - - started") << text;
  }
}

TEST(Medication, GivenInAProcedureIsNotInUse) {
  const struct {
    const char* text;
    const char* given;  // concept, strength, dose of each that is administered
  } cases[] = {
      {"The patient was given 1 g Ancef prior to the procedure.", "cefazolin - 1 g"},
      {"Injected with 0.5 mL of Depo-Medrol and 0.5 mL of 0.25% Marcaine.",
       "methylprednisolone - 0.5 ml; bupivacaine 0.25% 0.5 ml"},
      {"0.5% Marcaine and Depo-Medrol were injected.", "bupivacaine 0.5% - -; methylprednisolone - - -"},
      {"Toradol 60 mg IM was given.", "ketorolac 60 mg - -"},
      {"The skin was infiltrated with 1% lidocaine.", "lidocaine 1% - -"},
      {"ANESTHESIA: Local with morphine.\n", "morphine - - -"},
      {"He was given Norco in the emergency room.", "hydrocodone/acetaminophen - - -"},
      {"He was given a prescription for Norco in the emergency room.", ""},
      {"Lidocaine 5% ointment TID.", ""},
      {"He was discharged on Norco.", ""},
  };
  for (const auto& c : cases) {
    const Facts facts = testing::facts_of(c.text);
    std::string given;
    for (const Fact* fact : named(facts, "medication")) {
      if (attribute(*fact, "status") != "administered") continue;
      given += fmt::format("{}{} {} {} {}", given.empty() ? "" : "; ", fact->concept_name, attribute(*fact, "strength"),
                           attribute(*fact, "dose"), attribute(*fact, "dose_unit"));
    }
    EXPECT_EQ(given, c.given) << c.text;
    if (given.empty()) continue;
    EXPECT_TRUE(named(facts, "continuation").empty()) << c.text;
    EXPECT_TRUE(named(facts, "duration_of_use").empty()) << c.text;
    EXPECT_TRUE(named(facts, "mme_per_day").empty()) << c.text;
  }
}

TEST(Medication, AnotherTimeIsNoLengthOfTheDirections) {
  for (const char* text : {"Refill Norco and return in 2 months.", "Norco 10/325 mg TID for the past 6 months.",
                           "Norco 10/325 mg TID within 2 weeks."}) {
    const auto facts = testing::facts_of(text);
    ASSERT_EQ(named(facts, "medication").size(), 1U) << text;
    EXPECT_EQ(attribute(*named(facts, "medication").front(), "duration"), "-") << text;
  }
}

TEST(Medication, MisreadAsAWordNeedsItsStrength) {
  EXPECT_TRUE(named(testing::facts_of("He has some pain and some 5 mg tablets."), "medication").empty());
}

TEST(Medication, UnderAllergiesIsNoUse) {
  const Facts facts = testing::facts_of("ALLERGIES: Soma, codeine.\n\nMEDICATIONS: Norco 10/325 mg TID.\n");
  const auto found = named(facts, "medication");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(line(*found[0]), "carisoprodol hypothetical - - allergic");
  EXPECT_EQ(line(*found[1]), "codeine hypothetical - - allergic");
  EXPECT_EQ(line(*found[2]), "hydrocodone/acetaminophen present 10/325 mg 3 -");
  EXPECT_TRUE(named(facts, "continuation", "carisoprodol").empty());
}

TEST(Medication, OfSeveralIngredientsIsOneCompound) {
  const struct {
    const char* text;
    const char* expected;  // concept, ingredients, percentages, form of each medication
  } cases[] = {
      {"Flurbiprofen 20%/Cyclobenzaprine 4%/Lidocaine 5% cream 180 gm.",
       "compound flurbiprofen/cyclobenzaprine/lidocaine 20/4/5 cream"},
      {"She uses a (baclofen 2%, gabapentin 6%) compound.", "compound baclofen/gabapentin 2/6 -"},
      {"Compounded cream of ketoprofen 10%, lidocaine 5% and menthol 2%.",
       "compound ketoprofen/lidocaine/menthol 10/5/2 -"},
      {"Compound cream: flurbiprofen, lidocaine.", "compound flurbiprofen/lidocaine -/- -"},
      {"Injected with 1% lidocaine and 0.25% Marcaine.", "lidocaine lidocaine - -; bupivacaine bupivacaine - -"},
      {"Norco 10/325 mg, Soma 350 mg.",
       "hydrocodone/acetaminophen hydrocodone/acetaminophen - -; carisoprodol carisoprodol - -"},
  };
  for (const auto& c : cases) {
    const Facts facts = testing::facts_of(c.text);
    std::string read;
    for (const Fact* fact : named(facts, "medication")) {
      read += fmt::format("{}{} {} {} {}", read.empty() ? "" : "; ", fact->concept_name,
                          attribute(*fact, "ingredients"), attribute(*fact, "percentages"), attribute(*fact, "form"));
    }
    EXPECT_EQ(read, c.expected) << c.text;
  }
}

TEST(Medication, OfACompoundIsEachIngredientAndItsClass) {
  const Facts facts = testing::facts_of("Flurbiprofen 20%/Cyclobenzaprine 4% cream.");
  const auto found = named(facts, "medication");
  ASSERT_EQ(found.size(), 1U);
  for (const char* wider : {"flurbiprofen", "cyclobenzaprine", "muscle relaxant", "nsaid"}) {
    EXPECT_TRUE(found.front()->about(wider)) << wider;
  }
}

TEST(Medication, MisspeltIsKnownByItsStrengthOrDirection) {
  const struct {
    const char* text;
    const char* drug;  // empty: none
  } cases[] = {
      {"He takes Gabapentn 300 mg TID.", "gabapentin Gabapentn"},
      {"Cyclobenzaprone 7.5 mg qhs.", "cyclobenzaprine Cyclobenzaprone"},
      {"Naporxen 550 mg BID.", "naproxen Naporxen"},
      {"Gabapentn 1 cap TID.", "gabapentin Gabapentn"},
      {"Gabapentn helps.", ""},
      {"Gabapentn 1 cap.", ""},                            // no frequency
      {"He has concerns 300 mg.", ""},                     // a word
      {"He took some 350 mg tablets.", "carisoprodol -"},  // misread, not misspelt
      {"Oxazepam 10 mg qhs.", "oxazepam -"},               // another drug
      {"Dose 50 mg daily.", ""},
      {"Norrc 10 mg.", ""},  // two edits of a short name
  };
  for (const auto& c : cases) {
    const Facts facts = testing::facts_of(c.text);
    std::string read;
    for (const Fact* fact : named(facts, "medication")) read += fact->concept_name + " " + attribute(*fact, "misspelt");
    EXPECT_EQ(read, c.drug) << c.text;
  }
}

TEST(OpioidDose, IsTheSumInMorphine) {
  const struct {
    const char* name;
    TestCase test;
    int year;
    const char* mme;  // empty: no dose can be told
  } cases[] = {
      {"one drug", case_of({{"a", "He takes Norco 10/325 mg four times a day."}}), 2016, "40"},
      {"two drugs", case_of({{"a", "MS Contin 15mg BID and hydrocodone-APAP 10-325mg #2 TID."}}), 2016, "90"},
      {"the same drug twice", case_of({{"a", "He takes Norco 10/325 mg TID."}, {"b", "Norco 10/325 mg TID."}}), 2016,
       "30"},
      {"a factor", case_of({{"a", "Percocet 10/325 mg four times a day."}}), 2016, "60"},
      {"no opioid", case_of({{"a", "Soma 350 mg TID."}}), 2016, ""},
      {"no dose", case_of({{"a", "He takes Norco."}}), 2016, ""},
      {"a stopped drug", case_of({{"a", "MS Contin 15 mg BID was discontinued."}}), 2016, ""},
      {"a denied drug", case_of({{"a", "He denies taking MS Contin 15 mg BID."}}), 2016, ""},
      {"the quantity of the item", case_of({}, {"Norco 10/325mg #180"}), 2016, "60"},
      {"the record before the quantity", case_of({{"a", "He takes Norco 10/325 mg TID."}}, {"Norco 10/325mg #180"}),
       2016, "30"},
      {"the strength of the item",
       case_of({{"a", "Pain is controlled by two Norco per day."}}, {"Norco 10/325mg #120"}), 2016, "20"},
      {"a patch", case_of({{"a", "Duragesic 25 mcg/hr q72h."}}), 2016, "60"},
      {"a patch and tablets", case_of({{"a", "Fentanyl patch 50 mcg/hr every 3 days and Norco 10/325 mg BID."}}), 2016,
       "140"},
      {"methadone, first step", case_of({{"a", "Methadone 10 mg BID."}}), 2016, "80"},
      {"methadone, second step", case_of({{"a", "Methadone 10 mg TID."}}), 2016, "240"},
      {"methadone, third step", case_of({{"a", "Methadone 10 mg 2 tablets TID."}}), 2016, "600"},
      {"methadone, fourth step", case_of({{"a", "Methadone 10 mg 2 tablets four times a day."}}), 2016, "960"},
      {"methadone in 2018", case_of({{"a", "Methadone 10 mg TID."}}), 2018, "240"},
      {"methadone in 2022", case_of({{"a", "Methadone 10 mg TID."}}), 2022, "141"},
      {"methadone, 20 mg", case_of({{"a", "Methadone 10 mg BID."}}), 2018, "80"},
      {"methadone, 21 mg", case_of({{"a", "Methadone 7 mg TID."}}), 2016, "168"},
      {"methadone, 40 mg", case_of({{"a", "Methadone 10 mg QID."}}), 2016, "320"},
      {"methadone, 41 mg", case_of({{"a", "Methadone 20.5 mg BID."}}), 2016, "410"},
      {"methadone, 60 mg", case_of({{"a", "Methadone 10 mg 2 tablets TID."}}), 2018, "600"},
      {"methadone, 61 mg", case_of({{"a", "Methadone 30.5 mg BID."}}), 2016, "732"},
      {"a quantity of a month", case_of({}, {"Norco 10/325 mg #180"}), 2022, "60"},
      {"as needed: the most", case_of({{"a", "Norco 10/325 mg 1-2 tabs q4-6h prn."}}), 2016, "120"},
      {"as needed, with a maximum", case_of({{"a", "Norco 10/325 mg 1-2 tabs q4-6h prn, max 6/day."}}), 2016, "60"},
      {"the highest phase", case_of({{"a", "MS Contin 15 mg 1 tab BID x 7 days, then 1 tab daily."}}), 2016, "30"},
      {"a split dose", case_of({{"a", "MS Contin 15 mg 1 tab qam and 2 tabs qhs."}}), 2016, "45"},
      {"a dose in milligrams", case_of({{"a", "Oxycodone 5 mg tablets, 10 mg q6h."}}), 2016, "60"},
      {"a liquid", case_of({{"a", "Oxycodone 5 mg/5 ml 10 ml q6h."}}), 2016, "60"},
      {"every row: codeine", case_of({{"a", "Codeine 30 mg QID."}}), 2016, "18"},
      {"hydromorphone 2016", case_of({{"a", "Dilaudid 4 mg QID."}}), 2016, "64"},
      {"hydromorphone 2022", case_of({{"a", "Dilaudid 4 mg QID."}}), 2022, "80"},
      {"oxymorphone", case_of({{"a", "Opana ER 20 mg BID."}}), 2016, "120"},
      {"tapentadol 2016: none", case_of({{"a", "Nucynta 100 mg QID."}}), 2016, ""},
      {"tapentadol 2018", case_of({{"a", "Nucynta 100 mg QID."}}), 2018, "160"},
      {"tramadol 2018", case_of({{"a", "Tramadol 50 mg QID."}}), 2018, "20"},
      {"tramadol 2022", case_of({{"a", "Tramadol 50 mg QID."}}), 2022, "40"},
      {"levorphanol 2018", case_of({{"a", "Levorphanol 2 mg TID."}}), 2018, "66"},
      {"meperidine 2018", case_of({{"a", "Demerol 50 mg QID."}}), 2018, "20"},
      {"pentazocine 2018", case_of({{"a", "Pentazocine/naloxone 50/0.5 mg QID."}}), 2018, "74"},
      {"dihydrocodeine 2018", case_of({{"a", "Synalgos-DC 16/356.4/30 mg QID."}}), 2018, "16"},
      {"buprenorphine: excluded", case_of({{"a", "Butrans 10 mcg/hr patch weekly."}}), 2018, ""},
      {"an allergy", case_of({{"a", "Allergic to MS Contin 15 mg BID."}}), 2016, ""},
      {"two strengths of one day", case_of({{"a", "OxyContin 20 mg BID and oxycodone 5 mg TID."}}), 2016, "82.5"},
      {"another strength later",
       case_of({{"a", "A note dated 5/1/2015: He takes Norco 10/325 mg QID."},
                {"b", "A note dated 8/1/2015: He takes Norco 5/325 mg BID."}}),
       2016, "10"},
      {"an opioid without a dose", case_of({{"a", "He takes Norco 10/325 mg TID and oxycodone."}}), 2016, ">=30"},
      {"an opioid without a dose, one that the table leaves out",
       case_of({{"a", "He takes Norco 10/325 mg TID and tramadol."}}), 2016, "30"},
      {"named again without its dose", case_of({{"a", "He takes Norco 10/325 mg TID. Hydrocodone helps his pain."}}),
       2016, "30"},
      {"a later, lower dose",
       case_of({{"a", "A note dated 5/1/2015: He takes Norco 10/325 mg six times a day."},
                {"b", "A note dated 8/1/2015: He takes Norco 10/325 mg BID."}}),
       2016, "20"},
  };
  for (const auto& c : cases) {
    const Facts facts = extract(testing::make_case(c.test), testing::engine().vocabulary, {c.year});
    EXPECT_EQ(values(facts, "mme_per_day"), c.mme) << c.name;
    for (const Fact* dose : named(facts, "mme_per_day")) {
      EXPECT_FALSE(dose->places.empty()) << c.name;
      EXPECT_EQ(attribute(*dose, "factors"), std::to_string(c.year)) << c.name;
    }
  }
}

TEST(OpioidDose, OfTheFirstExampleIs90) {
  const auto file = testing::make_case(case_of(
      {{"records/summary.txt", testing::read_whole(testing::source_dir() / "examples/cases/000/records/summary.txt")}},
      {"Soma 350 mg #100"}));
  EXPECT_EQ(values(extract(file, testing::engine().vocabulary), "mme_per_day"), "90");
}

// What the records prove of the time a drug was used, in days up to the request of 2015-10-01.
TEST(DurationOfUse, IsWhatTheRecordsProve) {
  const struct {
    const char* name;
    TestCase test;
    const char* days;
    const char* start;
  } cases[] = {
      {"one dated note proves nothing", case_of({{"a", "A note dated 8/1/2015: He takes Soma."}}), "", ""},
      {"an undated note proves nothing", case_of({{"a", "He takes Soma."}}), "", ""},
      {"two dated notes: at least",
       case_of({{"a", "A note dated 5/1/2015: He takes Soma."}, {"b", "A note dated 8/1/2015: He takes Soma."}}),
       ">=92", ""},
      {"notes in either order",
       case_of({{"a", "A note dated 8/1/2015: He takes Soma."}, {"b", "A note dated 5/1/2015: He takes Soma."}}),
       ">=92", ""},
      {"a note of a month counts from its end",
       case_of({{"a", "A note dated May 2015: He takes Soma."}, {"b", "A note dated 8/1/2015: He takes Soma."}}),
       ">=62", ""},
      {"another drug",
       case_of({{"a", "A note dated 5/1/2015: He takes Norco."}, {"b", "A note dated 8/1/2015: He takes Soma."}}), "",
       ""},
      {"a denied use",
       case_of(
           {{"a", "A note dated 5/1/2015: He denies taking Soma."}, {"b", "A note dated 8/1/2015: He takes Soma."}}),
       "", ""},
      {"started: exact", case_of({{"a", "Soma was started on 9/17/2015."}}), "14", "2015-09-17"},
      {"started in a month: between", case_of({{"a", "Soma was started in August 2015."}}), "31-61", "2015-08-01"},
      {"since a year: between", case_of({{"a", "He has been taking Soma since 2014."}}), "274-638", "2014-01-01"},
      {"since a day: exact", case_of({{"a", "He has been on Soma since 9/1/2015."}}), "30", "2015-09-01"},
      {"since at least a day: at least", case_of({{"a", "He has been taking Soma since at least 3/11/2014."}}), ">=569",
       ""},
      {"dating back: at least", case_of({{"a", "Notes dating back as far as 9-9-14 indicate the worker was on Soma."}}),
       ">=387", ""},
      {"for six months", case_of({{"a", "He has been taking Soma for 6 months."}}), "180", ""},
      {"for two weeks", case_of({{"a", "He has been taking Soma for two weeks."}}), "14", ""},
      {"for more than a year", case_of({{"a", "He has been taking Soma for more than 1 year."}}), ">=365", ""},
      {"for several months", case_of({{"a", "He has been on Soma for several months."}}), ">=60", ""},
      {"for less than three weeks", case_of({{"a", "He has been on Soma for less than 3 weeks."}}), "0-21", ""},
      {"an order is no use", case_of({{"a", "Soma is prescribed for 2 weeks."}}), "", ""},
      {"a plan is no use", case_of({{"a", "He will take Soma for 2 weeks."}}), "", ""},
      {"a start later than a dated use: both",
       case_of({{"a", "A note dated 5/1/2015: He takes Soma."}, {"b", "Soma was started on 9/17/2015."}}), "14, >=153",
       "2015-09-17"},
      {"a plan to start: it begins with the request", case_of({{"a", "Start Soma 350 mg."}}), "0", ""},
  };
  for (const auto& c : cases) {
    const Facts facts = testing::facts_of(c.test);
    EXPECT_EQ(values(facts, "duration_of_use", "carisoprodol"), c.days) << c.name;
    EXPECT_EQ(values(facts, "start_date", "carisoprodol"), c.start) << c.name;
  }
}

TEST(DurationOfUse, CountsToTheEarlierOfRequestAndDenial) {
  const struct {
    const char* request;
    const char* denial;
    const char* record;
    const char* day;
  } cases[] = {
      {"2015-09-22", "2015-08-25", "", "2015-08-25"},
      {"2015-08-01", "2015-08-25", "", "2015-08-01"},
      {"2015-08-01", "", "", "2015-08-01"},
      {"", "2015-08-25", "", "2015-08-25"},
      {"", "", "Seen on 5/6/2015. Seen on 7/8/2015.", "2015-07-08"},
      {"", "", "Seen on 5/6/2016.", "2015-10-30"},
      {"", "", "", "2015-10-30"},
  };
  for (const auto& c : cases) {
    const auto file = testing::make_case(
        {.items = {}, .records = {{"a", c.record}}, .request = c.request, .denial = c.denial, .service = ""});
    const Facts facts = extract(file, testing::engine().vocabulary);
    EXPECT_EQ(counted_to(file, facts).iso(), c.day) << c.request << '/' << c.denial << '/' << c.record;
  }
}

TEST(Continuation, IsWhetherTheDrugIsInUse) {
  const struct {
    const char* text;
    const char* assertion;
  } cases[] = {{"He takes Soma.", "present"},
               {"Continue Soma.", "present"},
               {"Start Soma 350 mg.", "negated"},
               {"He denies taking Soma.", ""},
               {"Norco helps.", ""}};
  for (const auto& c : cases) {
    const Facts facts = testing::facts_of(c.text);
    const auto found = named(facts, "continuation", "carisoprodol");
    EXPECT_EQ(found.empty() ? "" : name_of(found.front()->assertion), c.assertion) << c.text;
  }
}

TEST(Indication, IsTheReasonThatIsWrittenBehindTheDrug) {
  const struct {
    const char* text;
    const char* words;  // empty: no reason
  } cases[] = {{"He takes Soma 350 mg for low back pain.", "for low back pain"},
               {"Soma 350 mg was given for insomnia.", "for insomnia"},
               {"He takes Soma. He has low back pain.", ""}};
  for (const auto& c : cases) {
    const Facts facts = testing::facts_of(c.text);
    const auto found = named(facts, "indication");
    EXPECT_EQ(found.empty(), *c.words == '\0') << c.text;
    for (const Fact* fact : found) {
      EXPECT_TRUE(fact->places.front().text.ends_with(c.words)) << fact->places.front().text;
      EXPECT_NE(std::find(fact->subjects.begin(), fact->subjects.end(), "carisoprodol"), fact->subjects.end());
    }
  }
}

}  // namespace
}  // namespace openimr::facts
