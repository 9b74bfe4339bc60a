// Letters of every layout, written for these tests, with what they say beside them; and what is refused.
#include "letter/read.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "support/engine.h"
#include "support/letters.h"

namespace openimr::testing {
namespace {

std::string words(const std::string& text, std::size_t first, std::size_t count) {
  std::string out;
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size() && n < first + count; ++n) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (n >= first) out += (out.empty() ? "" : " ") + text.substr(at, end - at);
    at = end + 1;
  }
  return out;
}

// "letters/NAME.expected.tsv": rows of a field and its value, letters parted by "letter N". Lists have a row an entry.
std::vector<std::map<std::string, std::string>> expected(const std::filesystem::path& file) {
  std::vector<std::map<std::string, std::string>> out(1);
  std::istringstream text(read_whole(file));
  for (std::string line; std::getline(text, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || line.front() == '#') continue;
    const std::string name = line.substr(0, tab);
    const std::string value = line.substr(tab + 1);
    if (name == "letter") {
      if (value != "1") out.emplace_back();
      continue;
    }
    std::string& known = out.back()[name];
    known += (known.empty() ? "" : " | ") + value;
  }
  return out;
}

class Fixture : public ::testing::TestWithParam<std::string> {};

TEST_P(Fixture, SaysWhatIsWrittenBesideIt) {
  const auto folder = source_dir() / "tests" / "letter" / "letters";
  const auto wanted = expected(folder / (GetParam() + ".expected.tsv"));
  const auto letters = read_letters(read_whole(folder / (GetParam() + ".txt")));
  ASSERT_EQ(letters.size(), wanted.size());
  for (std::size_t i = 0; i < letters.size(); ++i) {
    ASSERT_TRUE(letters[i]) << letters[i].error().to_string();
    auto values = values_of(*letters[i]);
    for (const auto& [name, value] : wanted[i]) {
      if (const std::size_t at = name.find("_begins"); at != std::string::npos) {
        EXPECT_EQ(words(values[name.substr(0, at)], 0, 5), value) << name;
      } else if (const std::size_t ends = name.find("_ends"); ends != std::string::npos) {
        EXPECT_TRUE(values[name.substr(0, ends)].ends_with(value)) << name << ": " << values[name.substr(0, ends)];
      } else {
        EXPECT_EQ(values[name], value) << name;
      }
    }
    EXPECT_FALSE(values.contains("item " + std::to_string(letters[i]->items.size() + 1) + " text"));
    EXPECT_TRUE(letters[i]->warnings.empty()) << letters[i]->warnings.front();
  }
}

std::vector<std::string> fixtures() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "tests" / "letter" / "letters"))
    if (entry.path().extension() == ".txt") out.push_back(entry.path().stem());
  std::sort(out.begin(), out.end());
  return out;
}

INSTANTIATE_TEST_SUITE_P(Letters, Fixture, ::testing::ValuesIn(fixtures()), [](const auto& test) {
  std::string name = test.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

// Every place of a letter points at the words it was read from: folded again they are the value.
TEST(Places, PointAtTheWords) {
  for (const std::string& name : fixtures()) {
    const std::string text = read_whole(source_dir() / "tests" / "letter" / "letters" / (name + ".txt"));
    for (const auto& letter : read_letters(text)) {
      ASSERT_TRUE(letter);
      const auto begins = [&](const determination::Printed& printed) {
        if (!printed.stated()) return;
        ASSERT_LT(printed.span.begin, printed.span.end) << printed.text;
        ASSERT_LE(printed.span.end, text.size());
        const std::string original = text.substr(printed.span.begin, printed.span.end - printed.span.begin);
        EXPECT_EQ(original.front(), printed.text.front()) << name << ": " << printed.text;
        EXPECT_EQ(original.back(), printed.text.back()) << name << ": " << printed.text;
      };
      begins(letter->case_number);
      begins(letter->summary);
      for (const auto& list :
           {letter->licensure, letter->certification, letter->subspecialty, letter->records_reviewed})
        for (const auto& entry : list) begins(entry);
      for (const auto& item : letter->items) {
        begins(item.text);
        begins(item.claims_administrator.paragraph);
        begins(item.reviewer.paragraph);
        begins(item.rationale);
        for (const auto* relied : {&item.claims_administrator, &item.reviewer}) {
          for (const auto& cited : relied->citations) begins({cited.citation.text, cited.span});
        }
      }
    }
  }
}

const std::string kLetter =
    "Case Number: CM16-0000009\n"
    "Date Assigned: 11/18/2016   Date of Injury: 10/10/2015\n"
    "Decision Date: 12/19/2016   UR Denial Date: 11/09/2016\n"
    "Priority: Standard          Application\n"
    "                            Received: 11/14/2016\n"
    "HOW THE IMR FINAL DETERMINATION WAS MADE\n"
    "The Expert Reviewer has the following credentials:\n"
    "State(s) of Licensure: California\n"
    "Certification(s)/Specialty: Family Practice\n"
    "\n"
    "CLINICAL CASE SUMMARY\n"
    "The expert reviewer developed the following clinical case summary based on a review of the\n"
    "case file, including all medical records:\n"
    "\n"
    "The injured worker is a 44 year old male with neck pain.\n"
    "\n"
    "IMR ISSUES, DECISIONS AND RATIONALES\n"
    "The Final Determination was based on decisions for the disputed items/services set forth below:\n"
    "\n"
    "Soma 350 mg #30: Upheld\n"
    "\n"
    "Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.\n"
    "\n"
    "MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s):\n"
    "Carisoprodol (Soma).\n"
    "\n"
    "Decision rationale: It is not recommended (Chou, 2007) beyond three weeks (July 28, 2016). The\n"
    "request is not medically necessary.\n";

TEST(Letter, IsReadWhole) {
  const auto letter = read_letter(kLetter);
  auto values = values_of(letter);
  EXPECT_EQ(values["application_received"], "2016-11-14");
  EXPECT_EQ(values["date_of_injury"], "2015-10-10");
  EXPECT_EQ(values["item 1 text"], "Soma 350 mg #30");
  EXPECT_EQ(letter.age, 44);
  EXPECT_EQ(letter.sex, "male");
  EXPECT_EQ(letter.summary.text, "The injured worker is a 44 year old male with neck pain.");
  ASSERT_EQ(letter.items.size(), 1U);
  EXPECT_EQ(letter.items[0].parsed.concept_name, "carisoprodol");
  EXPECT_EQ(letter.items[0].parsed.quantity, 30);
  ASSERT_EQ(letter.items[0].references.size(), 1U);
  EXPECT_EQ(letter.items[0].references[0].text, "(Chou, 2007)");
  EXPECT_EQ(shown(letter.items[0].reviewer),
            std::vector<std::string>{"MTUS; Chronic Pain Medical Treatment; 2016; ; Carisoprodol (Soma); "});
}

TEST(Letter, LineEndsOfOtherSystemsAreLineEnds) {
  std::string text;
  for (const char c : kLetter) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(values_of(read_letter(text)), values_of(read_letter(kLetter)));
}

TEST(Letter, ACoverLetterDoesNotHideTheTable) {
  const auto letter = read_letter(
      "Example Review Organization\nIndependent Medical Review Final Determination Letter\n\nDated: December 30, "
      "2016\n\n"
      "The determination is attached.\n\nSincerely,\n\nMedical Director\n\f" +
      kLetter);
  auto values = values_of(letter);
  EXPECT_EQ(values["case_number"], "CM16-0000009");
  EXPECT_EQ(values["decision_date"], "2016-12-19");  // not that of the cover
  EXPECT_EQ(values["ur_denial_date"], "2016-11-09");
  EXPECT_EQ(values["licensure"], "California");
}

struct Torn {
  const char* name;
  const char* header;
  const char* assigned;
  const char* decided;
  std::size_t warnings;
};

class TornHeader : public ::testing::TestWithParam<Torn> {};

TEST_P(TornHeader, GivesEachLabelItsValueOrNone) {
  const auto letter = read_letter(GetParam().header + kLetter.substr(kLetter.find("HOW THE")));
  auto values = values_of(letter);
  EXPECT_EQ(values["date_assigned"], GetParam().assigned);
  EXPECT_EQ(values["decision_date"], GetParam().decided);
  EXPECT_EQ(letter.warnings.size(), GetParam().warnings);
}

INSTANTIATE_TEST_SUITE_P(
    Header, TornHeader,
    ::testing::Values(
        Torn{"side_by_side", "Case Number: CM16-0000009  Date Assigned: 11/18/2016\nDecision Date: 12/19/2016\n",
             "2016-11-18", "2016-12-19", 0},
        Torn{"labels_first", "Case Number:\nDate Assigned:\nDecision Date:\nCM16-0000009\n11/18/2016\n12/19/2016\n",
             "2016-11-18", "2016-12-19", 0},
        Torn{"labels_on_one_line", "Case Number: Date Assigned: Decision Date:\nCM16-0000009 11/18/2016 12/19/2016\n",
             "2016-11-18", "2016-12-19", 0},
        Torn{"columns", "Case Number:\nDate Assigned:\nCM16-0000009\n11/18/2016\nDecision Date:\n12/19/2016\n",
             "2016-11-18", "2016-12-19", 0},
        Torn{"one_value_lost", "Case Number:\nDate Assigned:\nDecision Date:\nCM16-0000009\n12/19/2016\n", "", "", 2},
        Torn{"empty_cell", "Case Number: CM16-0000009\nDate Assigned:\nDecision Date: 12/19/2016\n", "", "2016-12-19",
             1},
        Torn{"no_such_day", "Date Assigned: 02/30/2016\nDecision Date: 12/19/2016\n", "", "2016-12-19", 1}),
    [](const auto& test) { return test.param.name; });

struct Refused {
  const char* name;
  std::string text;
  std::string message;
};

class RefusedLetter : public ::testing::TestWithParam<Refused> {};

TEST_P(RefusedLetter, SaysWhy) {
  const auto letters = read_letters(GetParam().text);
  ASSERT_EQ(letters.size(), 1U);
  ASSERT_FALSE(letters[0]);
  EXPECT_EQ(letters[0].error().to_string(), GetParam().message);
}

std::string until(const std::string& words) {
  return kLetter.substr(0, kLetter.find(words));
}
std::string without(const std::string& line) {
  std::string text = kLetter;
  const std::size_t at = text.find(line);
  return text.erase(at, line.size());
}

INSTANTIATE_TEST_SUITE_P(
    Bad, RefusedLetter,
    ::testing::Values(
        Refused{"empty", "", "letter.txt: empty: it holds no text. Give a letter as text, PDF or HTML."},
        Refused{"blank", " \n\f\n ", "letter.txt: empty: it holds no text. Give a letter as text, PDF or HTML."},
        Refused{"binary", std::string("Case\0Number", 11),
                "letter.txt: not text: it holds zero bytes. Give a letter as text, PDF or HTML."},
        Refused{"not_utf8", "Case Number: \xFF\n",
                "letter.txt: not UTF-8 text: byte 13 begins no character. Convert it to UTF-8."},
        Refused{"other_text", "Dear colleague,\nplease find enclosed nothing at all.\n",
                "letter.txt:1: no determination: no heading or label of a known layout. See docs/letters.md for the "
                "layouts "
                "that are read."},
        Refused{"unknown_layout", "Case Number: CM99-0000001\nPriority: Standard\nOutcome of the appeal: granted\n",
                "letter.txt:1: no determination of a known layout; recognised 'Case Number:', 'Priority:'. See "
                "docs/letters.md "
                "for the layouts that are read."},
        Refused{
            "cut_in_summary", until("IMR ISSUES"),
            "letter.txt:1: no item with its decision and rationale: the letter is cut off before them, or of an "
            "unknown "
            "layout; recognised 'Case Number:', 'Date Assigned:', 'Decision Date:', 'Priority:', 'HOW THE IMR FINAL "
            "DETERMINATION WAS MADE', 'State(s) of Licensure:', 'Certification(s)/Specialty:', 'CLINICAL CASE "
            "SUMMARY'. See "
            "docs/letters.md for the layouts that are read."},
        Refused{"cut_in_item", until("MAXIMUS guideline"),
                "letter.txt:22: item 1 has no rationale: the letter is cut off in it, or damaged: 'Soma 350 mg #30'. "
                "Read the "
                "letter again from its source."},
        Refused{"cut_after_decision", kLetter + "\nNorco 10/325 mg #60: Overturned\n",
                "letter.txt:30: the letter is cut off after the decision of item 2. Read the letter again from its "
                "source."},
        Refused{"no_decision", without(": Upheld"),
                "letter.txt:22: item 1 has no decision: no line ends with ': Upheld' or ': Overturned' before 'Claims "
                "Administrator guideline:'. Read the letter again from its source."}),
    [](const auto& test) { return test.param.name; });

TEST(Letter, CutInTheRationaleIsTold) {
  const auto letter = read_letter(until(". The\nrequest is"));
  ASSERT_EQ(letter.warnings.size(), 0U);  // ends with a parenthesis: nothing tells
  const auto cut = read_letter(until(" beyond three"));
  EXPECT_EQ(cut.warnings, std::vector<std::string>{});
  const auto word = read_letter(until(" not recommended"));
  EXPECT_EQ(word.warnings,
            std::vector<std::string>{
                "the rationale of 'Soma 350 mg #30' ends without a full stop: the letter may be cut off"});
}

TEST(Letter, CharactersThatTurnTextAreToldAndLeftOut) {
  std::string text = kLetter;
  text.insert(text.find("350 mg"), "\u202E");
  const auto letter = read_letter(text);
  EXPECT_EQ(letter.items.at(0).text.text, "Soma 350 mg #30");
  EXPECT_EQ(letter.warnings, std::vector<std::string>{
                                 "the letter holds characters that turn the direction of text; they were left out"});
}

TEST(Letter, ADamagedOneDoesNotHideTheNext) {
  std::string second = kLetter;
  second.replace(second.find("CM16-0000009"), 12, "CM16-0000010");
  const auto letters = read_letters(kLetter + "\f" + without(": Upheld") + "\f" + second);
  // The damaged letter has the number of the first: a new letter is told by its heading.
  ASSERT_EQ(letters.size(), 3U);
  EXPECT_TRUE(letters[0]);
  EXPECT_FALSE(letters[1]);
  ASSERT_TRUE(letters[2]);
  EXPECT_EQ(letters[2]->case_number.text, "CM16-0000010");
}

}  // namespace
}  // namespace openimr::testing
