// When a recognised page counts as read, and where its words lie.
#include "records/scan_pool.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "records/record_pages.h"

namespace openimr::records {
namespace {

struct Recognition {
  const char* name;
  Recognised about;
  std::string says;  // empty: it counts as read, or is blank
};

class UnreadableScan : public ::testing::TestWithParam<Recognition> {};

TEST_P(UnreadableScan, IsToldWithItsFigures) {
  const auto& [name, about, says] = GetParam();
  EXPECT_EQ(unreadable_scan(about), says);
  RecordFile file;
  ScannedPage scan{.page = {612, 792, {}}, .about = about, .loss = {}};
  if (about.words > 0) scan.page.words.push_back({"word", {72, 72, 99, 84}});
  add_page(file, PageSource::scan, {.page = {612, 792, {}}, .raster = {}, .loss = {}}, scan);
  EXPECT_EQ(file.pages.at(0).loss, says);
  EXPECT_EQ(file.pages[0].counts(), says.empty());
  EXPECT_EQ(file.pages[0].blank, about.words == 0 && says.empty());
}

const std::vector<Recognition> kRecognitions = {
    {"print", {.words = 300, .trusted = 290, .confidence = 93, .ink = 0.05F}, ""},
    {"a_bad_fax_with_some_good_words", {.words = 200, .trusted = 10, .confidence = 35, .ink = 0.08F}, ""},
    {"a_few_words_of_fair_confidence", {.words = 4, .trusted = 1, .confidence = 50, .ink = 0.01F}, ""},
    {"handwriting",
     {.words = 84, .trusted = 9, .confidence = 31.4F, .ink = 0.03F},
     "nothing could be recognised: 84 marks, mean confidence 31 of 100"},
    {"a_scribble",
     {.words = 1, .trusted = 0, .confidence = 12, .ink = 0.01F},
     "nothing could be recognised: 1 mark, mean confidence 12 of 100"},
    {"a_photograph", {.words = 0, .trusted = 0, .confidence = 0, .ink = 0.4F}, "nothing could be recognised: no words"},
    {"dust", {.words = 0, .trusted = 0, .confidence = 0, .ink = 0.001F}, ""},
};

INSTANTIATE_TEST_SUITE_P(Pages, UnreadableScan, ::testing::ValuesIn(kRecognitions),
                         [](const auto& test) { return test.param.name; });

// A page that has words of its own as well: a stamp, a heading.
TEST(UnreadableScan, IsTheWholePageWhereMuchElseIsOnIt) {
  struct Mixed {
    float ink;
    const char* scan_loss;
    const char* loss;
  };
  for (const auto& [ink, scan_loss, loss] :
       {Mixed{0.01F, "", ""}, Mixed{0.05F, "", "nothing could be recognised: no words"},
        Mixed{0, "it takes longer than 60 seconds", "it takes longer than 60 seconds"}}) {
    RecordFile file;
    const ForeignPage stamped{.page = {612, 792, {{"FAX", {300, 9, 330, 21}}}}, .raster = {}, .loss = {}};
    add_page(file, PageSource::text_layer, stamped, ScannedPage{.page = {}, .about = {.ink = ink}, .loss = scan_loss});
    EXPECT_EQ(file.pages.at(0).loss, loss);
    EXPECT_FALSE(file.pages[0].blank);
    EXPECT_EQ(file.text.text, "FAX\n");
  }
}

TEST(AsItLies, TurnsABoxAboutTheMiddleOfThePage) {
  const Page page{200, 100, {}};
  const Box box{90, 40, 110, 60};
  const Box level = as_it_lies(box, page, 0);
  EXPECT_EQ(level.left, box.left);
  // By a quarter, a box of 20 by 20 about the middle lies where it lay; one of 60 by 20 stands upright.
  const Box quarter = as_it_lies({70, 40, 130, 60}, page, 90);
  EXPECT_NEAR(quarter.left, 90, 0.01);
  EXPECT_NEAR(quarter.top, 20, 0.01);
  EXPECT_NEAR(quarter.right, 110, 0.01);
  EXPECT_NEAR(quarter.bottom, 80, 0.01);
}

}  // namespace
}  // namespace openimr::records
