// What is found in finished PDFs made to hide a name, read by the real reader.
#include "corpus/deidentify/check.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "letter/invented.h"
#include "letter/write.h"
#include "support/deidentifier.h"
#include "support/marked_pages.h"
#include "support/pdf_maker.h"
#include "support/scan_maker.h"

namespace openimr::corpus::deidentify {
namespace {

using openimr::testing::pdf_drawn;
using openimr::testing::Pen;

const KnownParties kParties = {{Kind::name, "Grace Invented"}, {Kind::number, "2015-00123"}};

std::vector<Left> left_in(const std::string& pdf) {
  const auto read = records::read_finished_pdf(OPENIMR_READER, pdf, "letter.pdf");
  if (!read) throw std::runtime_error(read.error().to_string());
  return deidentify::left_in(*read, openimr::testing::deidentifier(), kParties);
}

// "1 hidden text under-a-mark", each of a kind once.
std::vector<std::string> kinds_in(const std::string& pdf) {
  std::vector<std::string> out;
  for (const Left& each : left_in(pdf)) {
    std::string line = std::to_string(each.page) + " " + each.where + " " + each.kind + " " + each.rule;
    if (std::find(out.begin(), out.end(), line) == out.end()) out.push_back(std::move(line));
  }
  return out;
}

void nothing(Pen&) {}
void a_name(Pen& pen) {
  pen.words("Grace Invented", 100, 300);
}

struct Hostile {
  const char* what;
  std::string pdf;
  std::vector<std::string> found;
};

TEST(FinishedPdf, IsLookedThroughForWhatItHides) {
  const auto under_black = [](Pen& pen) {
    a_name(pen);
    pen.box(95, 285, 120, 20);
  };
  const auto other_words_under_black = [](Pen& pen) {
    pen.words("low back pain", 100, 300);
    pen.box(95, 285, 120, 20);
  };
  const auto white = [](Pen& pen) { pen.words("low back pain", 100, 300, 12, 1); };
  const auto words_over_words = [](Pen& pen) {
    pen.words("lumbar radiculopathy", 100, 300);
    pen.box(95, 285, 120, 20, 1);
    pen.words("chronic sprain only", 100, 300);
  };
  const auto beyond = [](Pen& pen) { pen.words("low back pain", 700, 300); };
  const auto tiny = [](Pen& pen) { pen.words("low back pain", 100, 300, 2); };
  const auto on_black = [](Pen& pen) {
    pen.box(95, 285, 120, 20);
    pen.words("Overturned", 100, 300, 12, 1);
  };
  const Hostile all[] = {
      {"nothing", pdf_drawn({nothing}), {}},
      {"a name", pdf_drawn({nothing, a_name}), {"2 text name party"}},
      {"a black box over a name", pdf_drawn({under_black}), {"1 text name party", "1 hidden text under-a-mark"}},
      {"a black box over other words", pdf_drawn({other_words_under_black}), {"1 hidden text under-a-mark"}},
      {"white words", pdf_drawn({white}), {"1 hidden text under-a-mark"}},
      {"other words over them", pdf_drawn({words_over_words}), {"1 hidden text shown-otherwise"}},
      {"words outside of the page", pdf_drawn({beyond}, {}, 900), {"1 outside text outside-the-page"}},
      {"tiny words", pdf_drawn({tiny}), {"1 hidden text too-small"}},
      {"white words on black, which are read", pdf_drawn({on_black}), {}},
      {"an author", pdf_drawn({nothing}, {.author = "Testa Clerk"}), {"0 particular Author text author"}},
      {"a name in the title",
       pdf_drawn({nothing}, {.title = "Letter of Grace Invented"}),
       {"0 particular Title name party"}},
      {"a name to search by",
       pdf_drawn({nothing}, {.keywords = "spine, Invented"}),
       {"0 particular Keywords name party"}},
      {"a title alone", pdf_drawn({nothing}, {.title = "Final Determination"}), {}},
  };
  for (const Hostile& each : all) {
    EXPECT_EQ(kinds_in(each.pdf), each.found) << each.what;
  }
}

TEST(FinishedPdf, IsReadAsAPictureToo) {
  auto lines = openimr::testing::report_lines();
  lines.insert(lines.begin() + 2, "The case of Grace Invented was looked at again.");
  const auto page = openimr::testing::drawn_page(lines);
  const auto left = left_in(openimr::testing::pdf_of_mixed({{"", openimr::testing::as_jpeg(page.get())}}));
  const auto named = std::find_if(left.begin(), left.end(),
                                  [](const Left& each) { return each.original.find("Invented") != std::string::npos; });
  ASSERT_NE(named, left.end());
  EXPECT_EQ(named->where, "picture");
  EXPECT_EQ(named->kind, "name");
  EXPECT_EQ(named->page, 1);
  ASSERT_TRUE(named->box);
}

TEST(FinishedPdf, TellsTheBoxOfWhatIsHidden) {
  const auto left = left_in(pdf_drawn({[](Pen& pen) {
    pen.words("low back pain", 100, 300);
    pen.box(95, 285, 120, 20);
  }}));
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].original, "low back pain");
  ASSERT_TRUE(left[0].box);
  EXPECT_NEAR(left[0].box->left, 100, 2);
  EXPECT_NEAR(left[0].box->bottom, 303, 4);
  EXPECT_EQ(in_words(left[0]),
            "page 1, hidden: text (under-a-mark: the text layer has words where the page shows one colour: a mark, or "
            "that of the paper)");
}

TEST(FinishedPdf, RefusesWithoutSayingTheName) {
  auto left = left_in(pdf_drawn({a_name}));
  ASSERT_FALSE(left.empty());
  left.assign(2, left.front());
  const Error refused = refusal(left, "letter.pdf");
  EXPECT_EQ(
      refused.to_string(),
      "letter.pdf: the finished PDF still holds what must not be published: page 1, text: name (party: a party of "
      "the case), and 1 more. Look at the list (removed.json of --out DIR); name what is to be taken out with "
      "--party KIND=NAME.");
}

TEST(FinishedPdf, OfOurOwnHasNothingLeft) {
  const auto pdf = letter::letter_pdf(openimr::testing::invented(), {.names_author = false});
  ASSERT_TRUE(pdf);
  std::string found;
  for (const Left& each : left_in(*pdf)) found += in_words(each) + " " + each.original + "\n";
  EXPECT_EQ(found, "");
  const auto named = letter::letter_pdf(openimr::testing::invented());
  EXPECT_EQ(kinds_in(*named), std::vector<std::string>{"0 particular Author text author"});
}

TEST(FinishedPdf, ThatCannotBeSeenWholeIsRefused) {
  const auto no_font = records::read_finished_pdf(
      OPENIMR_READER, openimr::testing::pdf_of_pages({openimr::testing::draw("a line", 72, 700)}), "letter.pdf");
  ASSERT_FALSE(no_font);
  EXPECT_EQ(no_font.error().to_string(),
            "letter.pdf: page 1 could not be looked at: a font of it is not in the file, so that it looks different "
            "everywhere. Make the PDF anew and try again.");
  const auto read = records::read_finished_pdf(OPENIMR_READER, "%PDF-1.4\nnothing", "letter.pdf");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().file, "letter.pdf");
}

}  // namespace
}  // namespace openimr::corpus::deidentify
