// What is read around a drug name. In the tables a name stands in braces; "-" is a value that the text does not state.
#include "vocabulary/prescription.h"

#include <chrono>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <gtest/gtest.h>

namespace openimr::vocabulary {
namespace {

std::string show(const std::optional<std::string>& value) {
  return value.value_or("-");
}
std::string show(const std::optional<int>& value) {
  return value ? std::to_string(*value) : "-";
}
std::string show(const std::optional<double>& value) {
  return value ? fmt::format("{:.3g}", *value) : "-";
}

struct Marked {
  std::string text;
  std::vector<Span> names;
};

// The text without its braces, and where they stood. Made of clean text, so that offsets hold.
Marked unmark(std::string_view marked) {
  Marked out;
  for (const char c : marked) {
    const auto at = static_cast<std::uint32_t>(out.text.size());
    if (c == '{') {
      out.names.push_back({at, at});
    } else if (c == '}') {
      out.names.back().end = at;
    } else {
      out.text += c;
    }
  }
  return out;
}

std::vector<Prescription> read(std::string_view marked) {
  const Marked text = unmark(marked);
  const CleanText clean(text.text);
  EXPECT_EQ(clean.text().size(), text.text.size()) << "write the case as clean text: " << marked;
  return read_prescriptions(clean, text.names);
}

struct Case {
  const char* text;
  const char*
      expected;  // strength | form | dose | route | frequency | as needed | duration | quantity | refills | units a day
};

std::string line(const Prescription& p) {
  const std::string dose = p.dose_low == p.dose_high ? show(p.dose_high) : show(p.dose_low) + "-" + show(p.dose_high);
  return fmt::format("{} | {} | {} | {} | {} | {} | {} | {} | {} | {}", show(p.strength), show(p.form), dose,
                     show(p.route), show(p.frequency), p.as_needed ? "prn" : "-", show(p.duration), show(p.quantity),
                     show(p.refills), show(p.daily_units()));
}

class Prescriptions : public testing::TestWithParam<Case> {};

TEST_P(Prescriptions, AreReadAroundTheName) {
  EXPECT_EQ(line(read(GetParam().text).front()), GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Requests, Prescriptions,
    testing::Values(
        Case{"{Soma} 350 mg, sixty count with one refill", "350 mg | - | - | - | - | - | - | 60 | 1 | -"},
        Case{"{Norco} 10/325mg #120 with 3 refills", "10/325 mg | - | - | - | - | - | - | 120 | 3 | -"},
        Case{"{Norco} 7.5-325mg #112", "7.5/325 mg | - | - | - | - | - | - | 112 | - | -"},
        Case{"{Norco} 10/325 #90", "10/325 mg | - | - | - | - | - | - | 90 | - | -"},
        Case{"{Soma} 350mg #50 x 3 refills", "350 mg | - | - | - | - | - | - | 50 | 3 | -"},
        Case{"{Soma} 350 mg 60 with one refill", "350 mg | - | - | - | - | - | - | 60 | 1 | -"},
        Case{"{Xanax} 1mg", "1 mg | - | - | - | - | - | - | - | - | -"},
        Case{"{Diclofenac/misoprostol} 75-0.2mg #60 with 2 refills", "75/0.2 mg | - | - | - | - | - | - | 60 | 2 | -"},
        Case{"{Ambien} 10 mg, thirty count", "10 mg | - | - | - | - | - | - | 30 | - | -"},
        Case{"{Oxycodone} HCL ER 20mg #60 day supply: 30", "20 mg | - | - | - | - | - | 30 days | 60 | - | -"},
        Case{"{Norco} 5/325mg oral tablet, one tablet twice daily 14 days #40",
             "5/325 mg | tablet | 1 | oral | 2 times a day | - | 14 days | 40 | - | 2"},
        Case{"{Lidopro} 4%/27.5%/0.0325% 121gm #1", "4%/27.5%/0.0325% | - | - | - | - | - | - | 1 | - | -"},
        Case{"{Fanatrex} 25mg/ml oral suspension 420ml", "25 mg/ml | suspension | - | oral | - | - | - | - | - | -"},
        Case{"{Synapryn} (10mg/1ml oral suspension) 500ml", "10 mg/ml | suspension | - | oral | - | - | - | - | - | -"},
        Case{"Two refills of {Ibuprofen} 600mg #90", "600 mg | - | - | - | - | - | - | 90 | 2 | -"},
        Case{"{Lidocaine} 5% patch #1", "5% | patch | - | - | - | - | - | 1 | - | -"},
        Case{"{Norco} 10/325mg qty: 60, no refills", "10/325 mg | - | - | - | - | - | - | 60 | 0 | -"},
        Case{"{Naproxen} 550 mg one hundred twenty count, refills: 2",
             "550 mg | - | - | - | - | - | - | 120 | 2 | -"}));

INSTANTIATE_TEST_SUITE_P(
    Records, Prescriptions,
    testing::Values(
        Case{"{MS Contin} 15mg #1 PO BID #60", "15 mg | - | 1 | oral | 2 times a day | - | - | 60 | - | 2"},
        Case{"{hydrocodone} 10-325mg #2 TID", "10/325 mg | - | 2 | - | 3 times a day | - | - | - | - | 6"},
        Case{"{Some} 350mg 1-2 PO TID #100", "350 mg | - | 1-2 | oral | 3 times a day | - | - | 100 | - | 6"},
        Case{"{Soma} 350mg two to three times a day", "350 mg | - | - | - | 2-3 times a day | - | - | - | - | 3"},
        Case{"{Norco} five to six pills a day", "- | - | - | - | - | - | - | - | - | 6"},
        Case{"{Norco} 4 per day", "- | - | - | - | - | - | - | - | - | 4"},
        Case{"{Norco} 1 tab po q6h prn", "- | tablet | 1 | oral | every 6 hours | prn | - | - | - | 4"},
        Case{"{Soma} 1 tab po qhs", "- | tablet | 1 | oral | nightly | - | - | - | - | 1"},
        Case{"{tramadol} 50mg take 1 tab orally every 4-6 hours as needed for moderate to severe pain #30",
             "50 mg | tablet | 1 | oral | every 4-6 hours | prn | - | 30 | - | 6"},
        Case{"{Duragesic} 25 mcg/hr q72h", "25 mcg/h | - | - | - | every 72 hours | - | - | - | - | 0.333"},
        Case{"{fentanyl patch} 50 mcg per hour every 3 days",
             "50 mcg/h | patch | - | - | every 3 days | - | - | - | - | 0.333"},
        Case{"{Vicodin} 5/500 mg #30 1-2 p.o. q.4-6h. p.r.n., pain",
             "5/500 mg | - | 1-2 | oral | every 4-6 hours | prn | - | 30 | - | 12"},
        Case{"{Flexeril} 10 mg 1 p.o. t.i.d. p.r.n. #50 with 1 refill",
             "10 mg | - | 1 | oral | 3 times a day | prn | - | 50 | 1 | 3"},
        Case{"{Kerlone} 10 mg 1/2 pill daily", "10 mg | - | 0.5 | - | once a day | - | - | - | - | 0.5"},
        Case{"{Neurontin} 1600 mg three times a day", "1600 mg | - | - | - | 3 times a day | - | - | - | - | 3"},
        Case{"{Keflex} 500 mg 1 p.o. three times a day x10 days",
             "500 mg | - | 1 | oral | 3 times a day | - | 10 days | - | - | 3"},
        Case{"{Tylenol} 2-3 daily", "- | - | - | - | - | - | - | - | - | 3"},
        Case{"{Zanaflex} 4 mg bid tid prn spasm", "4 mg | - | - | - | 2-3 times a day | prn | - | - | - | 3"},
        Case{"{Ativan} 1 mg every six hours as needed", "1 mg | - | - | - | every 6 hours | prn | - | - | - | 4"},
        Case{"{Soma} was taken 3 weeks ago", "- | - | - | - | - | - | - | - | - | -"},
        Case{"{Norco}. Ibuprofen 800 mg #90", "- | - | - | - | - | - | - | - | - | -"},
        Case{"{Soma} which he finds helpful when his neck is stiff and sore at work, walks 3 times a day",
             "- | - | - | - | - | - | - | - | - | -"}));

TEST(Prescription, OfSeveralNamesEndsAtTheNext) {
  const auto both = read("{Norco} 10/325 mg #120, {Soma} 350 mg #60 and {Ambien} 10 mg qhs");
  EXPECT_EQ(line(both[0]), "10/325 mg | - | - | - | - | - | - | 120 | - | -");
  EXPECT_EQ(line(both[1]), "350 mg | - | - | - | - | - | - | 60 | - | -");
  EXPECT_EQ(line(both[2]), "10 mg | - | - | - | nightly | - | - | - | - | 1");
}

TEST(Prescription, GivesASharedFrequencyToEachName) {
  const auto both = read("he takes two {Norco} and one {Soma} per day");
  EXPECT_EQ(both[0].daily_units(), 2);
  EXPECT_EQ(both[1].daily_units(), 1);
  EXPECT_EQ(both[0].span.begin, 9U);
}

TEST(Prescription, ReadsAGenericNameWithItsBrandAsOne) {
  const auto both = read("{Tramadol} ({Ultram}) 50mg take 1 tab every 6 hours #30");
  EXPECT_EQ(line(both[0]), line(both[1]));
  EXPECT_EQ(both[0].quantity, 30);
}

TEST(Prescription, DoesNotTakeTheNumbersOfTheNameBefore) {
  const auto both = read("{Norco} 10/325 mg #120 {Soma}");
  EXPECT_EQ(both[0].quantity, 120);
  EXPECT_EQ(both[1].quantity, std::nullopt);
}

TEST(Prescription, IsReadInLinearTime) {
  Marked text;
  for (int i = 0; i < 20'000; ++i) {
    const auto at = static_cast<std::uint32_t>(text.text.size());
    text.names.push_back({at, at + 4});
    text.text += "soma 1 1 1 1 1 1 1 1, ";
  }
  const CleanText clean(text.text);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(read_prescriptions(clean, text.names).size(), text.names.size());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST(Strength, InMilligrams) {
  EXPECT_EQ(milligrams("10/325 mg"), (std::vector<double>{10, 325}));
  EXPECT_EQ(milligrams("7.5/325 mg"), (std::vector<double>{7.5, 325}));
  EXPECT_EQ(milligrams("350 mg"), (std::vector<double>{350}));
  EXPECT_TRUE(milligrams("4%").empty());
  EXPECT_TRUE(milligrams("25 mcg/h").empty());
}

TEST(MisreadName, CountsOnlyBeforeAStrengthOfTheDrug) {
  Drug drug{};
  drug.misread_strengths = {250, 350};
  EXPECT_TRUE(accepts_misread(drug, read("{Some} 350mg 1-2 PO TID #100").front()));
  EXPECT_FALSE(accepts_misread(drug, read("{Some} 10 mg").front()));
  EXPECT_FALSE(accepts_misread(drug, read("{Some} patients walk").front()));
}

}  // namespace
}  // namespace openimr::vocabulary
