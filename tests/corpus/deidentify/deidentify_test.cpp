// Small cases that a physician can read: what is taken out, what stays.
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/deidentifier.h"

namespace openimr {
namespace {

using corpus::deidentify::Kind;
using testing::deidentified;

struct Case {
  const char* text;
  const char* becomes;
};

void check(const std::vector<Case>& cases) {
  for (const Case& one : cases) EXPECT_EQ(deidentified(one.text), one.becomes) << one.text;
}

TEST(Deidentify, TakesNamesByTitle) {
  check({{"She was seen by Dr. Sample.", "She was seen by Dr. [name]."},
         {"Mr. O'Bannon reports pain.", "Mr. [name] reports pain."},
         {"Ms. Smith-Okafor returns.", "Ms. [name] returns."},
         {"Mrs. de la Vega denies numbness.", "Mrs. [name] denies numbness."},
         {"I spoke with Dr. Neer and Mr. Baker.", "I spoke with Dr. [name] and Mr. [name]."},
         {"Dr. Q. Testman's office called.", "Dr. [name]'s office called."},
         {"DR. TESTMAN'S REPORT", "DR. [name]'S REPORT"},
         {"Drs. Testman and Probst agree.", "Drs. [name] and [name] agree."}});
}

TEST(Deidentify, TakesNamesByCredential) {
  check({{"John Q. Sample, M.D.", "[name], M.D."},
         {"evaluated by Joy Bone, DC, today", "evaluated by [name], DC, today"},
         {"SAMPLE, JOHN, M.D.", "[name], M.D."},
         {"Tran Vu Probst PA-C examined her.", "[name] PA-C examined her."}});
}

TEST(Deidentify, TakesTheValuesOfLabels) {
  check({{"Patient: Grace Long\nDOB: 01/02/1960\n", "Patient: [name]\nDOB: [birth date]\n"},
         {"RE: SAMPLE, JOHN Q.\n", "RE: [name].\n"},
         {"Employee:      Xiong Moua      Employer:   Invented Plumbing, Inc.\n",
          "Employee:      [name]      Employer:   [employer].\n"},
         {"Claims Administrator: Probst Adjusting\n", "Claims Administrator: [claims administrator]\n"},
         {"cc: Jane Testman, Esq.\n", "cc: [name], Esq.\n"},
         {"Dear Mr. Field:\n", "Dear Mr. [name]:\n"},
         {"Electronically signed by: Ani Probstyan\n", "Electronically signed by: [name]\n"},
         {"/s/ Rose Brown\n", "/s/ [name]\n"},
         {"Sincerely,\n\nMark Field\n", "Sincerely,\n\n[name]\n"}});
}

TEST(Deidentify, TakesNamesAgain) {
  EXPECT_EQ(deidentified("Patient: Grace Testman\nTestman was seen. We told Grace so. Testmann agreed.\n"),
            "Patient: [name]\n[name] was seen. We told [name] so. [name] agreed.\n");
  EXPECT_EQ(deidentified("Mr. Long limps. The long finger is numb.\n"), "Mr. [name] limps. The long finger is numb.\n");
}

TEST(Deidentify, TakesNumbersPhonesAndAddresses) {
  check({{"SSN: 123-45-6789", "SSN: [number]"},
         {"Claim No. 2015-00123-A", "Claim No. [number]"},
         {"EAMS ADJ1234567", "EAMS [number]"},
         {"MRN 0045821", "MRN [number]"},
         {"License #A12345, NPI 1234567890", "License #[number], NPI [number]"},
         {"Call (555) 010-2345 x12.", "Call [phone]."},
         {"Fax: 555-010-2346", "Fax: [phone]"},
         {"write to j.sample@example.org", "write to [e-mail]"},
         {"see https://example.org/p?id=3.", "see [web address]."},
         {"lives at 1234 Invented Oak Street, Apt 4, Testville, CA 99999.", "lives at [address]."},
         {"P.O. Box 12345\nTestville, CA 99999-1234\n", "[address]\n"}});
}

TEST(Deidentify, TakesBirthDatesAndGreatAgesOnly) {
  check({{"born on March 3, 1961", "born on [birth date]"},
         {"Date of birth: 3-3-61", "Date of birth: [birth date]"},
         {"a 92-year-old woman", "a [age over 89] woman"},
         {"a 63-year-old woman, injured on 11-30-2000 and seen 8/19/15",
          "a 63-year-old woman, injured on 11-30-2000 and seen 8/19/15"}});
}

TEST(Deidentify, TakesOrganisations) {
  check({{"treated at Invented Valley Medical Center in May", "treated at [facility] in May"},
         {"He works at Testco as a welder.", "He works at [employer] as a welder."},
         {"Probst Mutual Insurance Company denied it.", "[claims administrator] denied it."}});
}

TEST(Deidentify, KeepsWhatIsMedicalOrPrinted) {
  for (const char* text :
       {"Tinel's sign and Phalen's test are positive; Hawkins and Neer are negative.",
        "Spurling, Lasegue, Kemp, Patrick (FABER), Gaenslen and Yeoman tests were negative.",
        "He has a Baker's cyst, Dupuytren contracture, de Quervain's tenosynovitis and a Hill-Sachs lesion.",
        "Speed's and Yergason's tests, McMurray, Lachman, Romberg, Babinski, Waddell signs.",
        "She takes Norco, Soma, Cymbalta DR, MS Contin and Flexeril. Lyrica helps.",
        "State(s) of Licensure: California\nCertification(s)/Specialty: Physical Medicine & Rehabilitation\n",
        "MTUS Chronic Pain Medical Treatment Guidelines; Official Disability Guidelines; Work Loss Data Institute.",
        "MAXIMUS Federal Services sent the complete case file to an expert reviewer.",
        "Case Number: CM15-0123456\nDate of Injury: 11/30/2000\n",
        "Lumbar MRI of 8-19-15 shows L4-5 stenosis. Extension 20 degrees. CPT code 97110.",
        "Soma 350 mg #100, hydrocodone-APAP 10-325mg #2 TID; pages 29, 63-66 (July 28, 2016).",
        "Beck Depression Inventory 14, Oswestry 42, Epworth 9.", "The Esmarch bandage was placed; a Foley was used."})
    EXPECT_EQ(deidentified(text), text);
}

TEST(Deidentify, FindsTheKnownParties) {
  const corpus::deidentify::KnownParties parties = {{Kind::name, "Grace Xiong Testman"},
                                                    {Kind::employer, "Invented Works"},
                                                    {Kind::address, "12 Quiet Invented Way, Testville"},
                                                    {Kind::number, "2015-00123"},
                                                    {Kind::birth_date, "1961-03-04"}};
  EXPECT_EQ(deidentified("TESTMAN, GRACE called; Tesstman too. Invented Works, 12 Quiet Invented Way; 201500123; "
                         "3/4/1961 and March 4, 1961; G.X.T. wrote.",
                         parties),
            "[name], [name] called; [name] too. [employer], [address]; [number]; [birth date] and [birth date]; "
            "[name]. wrote.");
}

TEST(Deidentify, StaysWithinBoundsOnHostileText) {
  std::string hostile;
  for (int i = 0; i < 200'000; ++i) hostile += "Dr. \xff\xc3 Aa1-[name 92-year-old ";
  for (const std::string& text : {std::string(1 << 20, 'A'), std::string(1 << 20, '1'), std::string(1 << 20, '\xff'),
                                  std::string(1 << 20, '\n'), std::string(1 << 20, '['), hostile}) {
    const auto done = testing::deidentifier()(text);
    EXPECT_EQ(testing::put_back(text, done), text);
  }
}

RC_GTEST_PROP(Deidentify, LeavesEveryOtherByteAndIsDoneAtOnce, ()) {
  static const std::vector<std::string> kPieces = {"Dr. ",
                                                   "Testman",
                                                   " ",
                                                   "\n",
                                                   ", ",
                                                   "M.D.",
                                                   "Grace",
                                                   " Long",
                                                   "Employer: ",
                                                   "Inc.",
                                                   "Patient: ",
                                                   "92-year-old",
                                                   "555-010-2345",
                                                   "Claim No. 12345",
                                                   "Tinel's sign",
                                                   "Norco",
                                                   "12 Invented Street",
                                                   "born on 1/2/1960",
                                                   "was seen by",
                                                   ". ",
                                                   "Valley Hospital",
                                                   "\n\n",
                                                   "cc: ",
                                                   "\xff",
                                                   "MRI",
                                                   "works at ",
                                                   "J. "};
  std::string text;
  for (const auto i : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(kPieces.size()))))
    text += kPieces[static_cast<std::size_t>(i)];
  const auto done = testing::deidentifier()(text);
  RC_ASSERT(testing::put_back(text, done) == text);
  RC_ASSERT(testing::deidentifier()(done.text).removals.empty());
}

}  // namespace
}  // namespace openimr
