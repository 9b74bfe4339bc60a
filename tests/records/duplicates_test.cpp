// Pages that come twice, and pages that only look so.
#include "records/duplicates.h"

#include <chrono>
#include <string>

#include <gtest/gtest.h>

namespace openimr::records {
namespace {

const std::string kReport =
    "PRIMARY TREATING PHYSICIAN'S PROGRESS REPORT\nDate of exam: 8/19/2015\n"
    "Subjective: The patient returns with low back pain which he rates 7/10 and which goes to the left leg. He takes\n"
    "Norco 10/325 four times a day and denies side effects. He cannot sit longer than thirty minutes at a time.\n"
    "Objective: There is tenderness over the paraspinal muscles with spasm. Straight leg raising is positive on the "
    "left.\n"
    "Assessment: Lumbar radiculopathy. Plan: Refill Norco, continue home exercise, follow up in four weeks.\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

// "1 2=1 3": the pages of a file, each with the page that it repeats.
std::string shown(const RecordFile& file) {
  std::string out;
  for (std::size_t i = 0; i < file.pages.size(); ++i) {
    out += (i == 0 ? "" : " ") + std::to_string(i + 1);
    if (const auto& same = file.pages[i].same_as) out += "=" + std::to_string(same->page);
  }
  return out;
}

// records/a.txt, records/b.txt, ...
std::vector<std::shared_ptr<RecordFile>> files_of(const std::vector<std::string>& texts) {
  std::vector<std::shared_ptr<RecordFile>> out;
  for (const std::string& text : texts) {
    const std::string name = std::string("records/") + static_cast<char>('a' + out.size()) + ".txt";
    out.push_back(std::make_shared<RecordFile>(text_file(name, text)));
  }
  return out;
}

std::string pages_of(const std::vector<std::string>& pages) {
  std::string text;
  for (const std::string& page : pages) text += (text.empty() ? "" : "\f") + page;
  const auto files = files_of({text});
  mark_duplicates(files);
  return shown(*files[0]);
}

TEST(Duplicates, AreTheSameWords) {
  struct Case {
    const char* what;
    std::string other;
    bool same;
  };
  const Case cases[] = {
      {"the same page", kReport, true},
      {"other white space and case", with(kReport, "Subjective: The", "SUBJECTIVE:\n  the"), true},
      {"a fax header", "Sep 23 2015 14:33 From: Example Clinic To: 5551234567 Page 3/45\n" + kReport, true},
      {"a stamp at the foot", kReport + "IMR-000417\n", true},
      {"a page number of the bundle", kReport + "Page 412 of 812\n", true},
      {"misread letters", with(with(kReport, "paraspinal muscles", "paraspina1 rnuscles"), "tenderness", "tendemess"),
       false},
      {"misread letters, no digits", with(with(kReport, "radiculopathy", "radiculopathv"), "positive", "posilive"),
       true},
      {"the next month, all else copied", with(kReport, "8/19/2015", "9/16/2015"), false},
      {"another pain score", with(kReport, "7/10", "5/10"), false},
      {"another dose", with(kReport, "10/325", "5/325"), false},
      {"another side", with(kReport, "positive on the left", "positive on the right"), false},
      {"another answer", with(kReport, "denies side effects", "reports side effects"), false},
      {"a denial", with(kReport, "There is tenderness", "There is no tenderness"), false},
      {"a short word that denies", with(kReport, "He cannot sit", "He can sit"), false},
      {"a sentence more", kReport + "He was given a brace for the low back today.\n", false},
      {"another page",
       "OPERATIVE REPORT\nThe patient was taken to the operating room and placed prone on the table in the "
       "usual manner with all points padded.",
       false},
  };
  for (const Case& c : cases) EXPECT_EQ(pages_of({kReport, c.other}), c.same ? "1 2=1" : "1 2") << c.what;
}

TEST(Duplicates, RepeatThePageThatCounts) {
  EXPECT_EQ(pages_of({kReport, kReport, kReport}), "1 2=1 3=1");
  EXPECT_EQ(pages_of({kReport, with(kReport, "7/10", "5/10"), kReport, with(kReport, "7/10", "5/10")}), "1 2 3=1 4=2");
}

TEST(Duplicates, OfFewWordsRepeatOnlyBesideOthers) {
  const std::string form = "WORK STATUS\nModified duty\nSigned: Ann Example, M.D.";
  EXPECT_EQ(pages_of({form, kReport, form}), "1 2 3") << "a form is filled in again";
  EXPECT_EQ(pages_of({kReport, form, kReport, form}), "1 2 3=1 4=2") << "a whole report comes again";
  EXPECT_EQ(pages_of({form, kReport, form, kReport}), "1 2 3=1 4=2");
  EXPECT_EQ(pages_of({kReport, "", kReport, "", kReport}), "1 2 3=1 4 5=1") << "nothing repeats nothing";
}

TEST(Duplicates, AreFoundInOtherFilesAndNotInPagesThatWereNotRead) {
  const auto files = files_of({kReport, kReport, kReport, kReport});
  files[0]->pages[0].loss = "the picture is damaged";
  files[2]->pages[0].blank = true;
  mark_duplicates(files);
  EXPECT_FALSE(files[0]->pages[0].same_as);
  EXPECT_FALSE(files[1]->pages[0].same_as) << "the first that could be read counts";
  EXPECT_FALSE(files[2]->pages[0].same_as);
  EXPECT_EQ(files[3]->pages[0].same_as, (PageOfFile{"records/b.txt", 1}));
}

// Three thousand pages, all alike but for a number, and every tenth twice.
TEST(Duplicates, OfThreeThousandPagesAreFoundInNoTime) {
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    const int visit = i % 10 == 9 ? i - 1 : i;
    text += (i == 0 ? "" : "\f") + kReport + kReport + kReport + "Visit number " + std::to_string(10000 + visit) +
            " of many.";
  }
  const auto files = files_of({text});
  const auto begin = std::chrono::steady_clock::now();
  mark_duplicates(files);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  int same = 0;
  for (const ReadPage& page : files[0]->pages) same += page.same_as ? 1 : 0;
  EXPECT_EQ(same, 300);
  EXPECT_LT(took.count(), 10) << "and far less where nothing else runs";
  RecordProperty("seconds", std::to_string(took.count()));
}

// The worst there is: pages of the same numbers and nearly the same words, each with a word of its own.
TEST(Duplicates, TakeBoundedTimeForPagesThatAreAllAlike) {
  std::string text;
  for (int i = 0; i < 1500; ++i) {
    std::string word;
    for (unsigned n = 77U + static_cast<unsigned>(i), k = 0; k < 10; ++k) {
      n = n * 1103515245U + 12345U;
      word += static_cast<char>('a' + (n >> 16U) % 26U);
    }
    text += (i == 0 ? "" : "\f") + kReport + word;
  }
  const auto files = files_of({text});
  mark_duplicates(files);
  for (const ReadPage& page : files[0]->pages) EXPECT_FALSE(page.same_as);
}

}  // namespace
}  // namespace openimr::records
