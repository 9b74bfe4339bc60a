// Programs in the place of openimr-reader that a hostile record has taken over: of a child that reads records, and of
// one that recognises scans. What they say costs the page or the file, never the case.
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "records/foreign_pages.h"
#include "records/scan_pool.h"
#include "support/process.h"

namespace openimr::records {
namespace {

struct Liar {
  const char* name;
  std::string script;
  std::vector<std::string> losses;  // of the file, or of each page
};

std::filesystem::path program_of(const testing::TempFolder& folder, const Liar& liar) {
  const auto program = folder.write("liar", "#!/bin/sh\n" + liar.script + "\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  return program;
}

ReaderLimits quick() {
  ReaderLimits limits;
  limits.time = std::chrono::milliseconds(1500);
  limits.pages = 3;
  limits.text = 1U << 20U;
  return limits;
}

const std::string kFellFile = "the program that reads documents fell over it";
const std::string kLateFile = "it could not be opened within 1.5 seconds";
const std::string kFell = kFellFile;
const std::string kLate = "it takes longer than 1.5 seconds";

// Frames: kind and length, four bytes each, the lowest first.
const std::string kTwoPages = "printf '\\024\\0\\0\\0\\4\\0\\0\\0\\2\\0\\0\\0'; ";
const std::string kEmptyPage = "printf '\\020\\0\\0\\0\\014\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0'; ";
const std::string kLostPage = "printf '\\026\\0\\0\\0\\010\\0\\0\\0\\1\\0\\0\\0\\0\\0\\0\\0'; ";
const std::string kRasterOfOnePoint =
    "printf '\\025\\0\\0\\0\\015\\0\\0\\0\\1\\0\\0\\0\\1\\0\\0\\0\\0\\0\\226\\103x'; ";
const std::string kEnd = "printf '\\022\\0\\0\\0\\0\\0\\0\\0'; ";
const std::string kWait = "exec sleep 60";

class LyingRecordChild : public ::testing::TestWithParam<Liar> {};

TEST_P(LyingRecordChild, IsNotBelieved) {
  const testing::TempFolder folder;
  ForeignPages pages(program_of(folder, GetParam()), quick());
  std::vector<std::string> losses;
  const auto read =
      pages.read(PagedKind::pdf, "%PDF-", [](int) {}, [&](const ForeignPage& page) { losses.push_back(page.loss); });
  if (!read) losses = {read.error().message};
  EXPECT_EQ(losses, GetParam().losses);
  if (!read) EXPECT_FALSE(read.error().remedy.empty());
}

const std::vector<Liar> kRecordLiars = {
    {"says_nothing", kWait, {kLateFile}},
    {"ends", "exit 0", {kFellFile}},
    {"is_out_of_memory", "exit 71", {"it needs more memory to read than the 512 MB that it is given"}},
    {"has_no_pages", "printf '\\024\\0\\0\\0\\4\\0\\0\\0\\0\\0\\0\\0'; " + kWait, {kFellFile}},
    {"has_billions_of_pages", "printf '\\024\\0\\0\\0\\4\\0\\0\\0\\377\\377\\377\\377'; " + kWait, {kFellFile}},
    {"counts_in_too_few_bytes", "printf '\\024\\0\\0\\0\\1\\0\\0\\0\\2'; " + kWait, {kFellFile}},
    {"gives_pages_before_it_counts", kEmptyPage + kWait, {kFellFile}},
    {"ends_before_the_last_page", kTwoPages + kEmptyPage + kEnd + kWait, {"", kFell}},
    {"stops_after_a_page", kTwoPages + kEmptyPage + kWait, {"", kLate}},
    {"gives_more_pages_than_it_counts", kTwoPages + kEmptyPage + kEmptyPage + kEmptyPage + kWait, {"", ""}},
    {"counts_twice", kTwoPages + "printf '\\024\\0\\0\\0\\4\\0\\0\\0\\3\\0\\0\\0'; " + kWait, {kFell, kFell}},
    {"a_page_of_gigabytes", kTwoPages + "printf '\\020\\0\\0\\0\\377\\377\\377\\377'; " + kWait, {kFell, kFell}},
    {"a_picture_of_gigabytes", kTwoPages + "printf '\\025\\0\\0\\0\\377\\377\\377\\177'; " + kWait, {kFell, kFell}},
    {"a_picture_smaller_than_it_says",
     kTwoPages + "printf '\\025\\0\\0\\0\\014\\0\\0\\0\\1\\0\\0\\0\\1\\0\\0\\0\\0\\0\\226\\103'; " + kWait,
     {kFell, kFell}},
    {"two_pictures_for_a_page", kTwoPages + kRasterOfOnePoint + kRasterOfOnePoint + kWait, {kFell, kFell}},
    {"pictures_without_end", kTwoPages + "while " + kRasterOfOnePoint + "do :; done", {kFell, kFell}},
    {"a_page_that_is_lost", kTwoPages + kLostPage + kLostPage + kEnd + kWait, {"it is damaged", "it is damaged"}},
    {"words_after_the_end", kTwoPages + kEmptyPage + kEmptyPage + kEnd + "printf more; " + kWait, {"", ""}},
    {"an_error_of_no_kind",
     kTwoPages + "printf '\\023\\0\\0\\0\\010\\0\\0\\0\\377\\0\\0\\0\\0\\0\\0\\0'; " + kWait,
     {kFell, kFell}},
    {"a_scan_it_was_not_asked_for",
     kTwoPages + "printf '\\027\\0\\0\\0\\024\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0'; " +
         kWait,
     {kFell, kFell}},
};

INSTANTIATE_TEST_SUITE_P(Programs, LyingRecordChild, ::testing::ValuesIn(kRecordLiars),
                         [](const auto& test) { return test.param.name; });

class LyingScanChild : public ::testing::TestWithParam<Liar> {};

TEST_P(LyingScanChild, CostsThePage) {
  const testing::TempFolder folder;
  ScanPool pool(program_of(folder, GetParam()), quick(), 1);
  const Raster raster{1, 1, 300};
  std::vector<std::string> losses;
  for (int page = 0; page < 2; ++page) losses.push_back(pool.add(std::string(as_bytes(raster)) + "x").get().loss);
  EXPECT_EQ(losses, GetParam().losses);
}

const std::string kNoWords =
    "printf '\\027\\0\\0\\0\\024\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0'; ";

const std::vector<Liar> kScanLiars = {
    {"says_nothing", kWait, {kLate, kLate}},
    {"ends", "exit 0", {kFell, kFell}},
    {"has_no_knowledge",
     "exit 73",
     {"Tesseract has not what it needs to recognise scans", "Tesseract has not what it needs to recognise scans"}},
    {"kept_its_rights",
     "exit 72",
     {"openimr-reader cannot give up its rights on this machine",
      "openimr-reader cannot give up its rights on this machine"}},
    {"stops_after_its_figures", kNoWords + kWait, {kLate, kLate}},
    {"a_page_without_figures", kEmptyPage + kEnd + kWait, {kFell, kFell}},
    {"figures_twice", kNoWords + kNoWords + kWait, {kFell, kFell}},
    {"figures_too_short", "printf '\\027\\0\\0\\0\\1\\0\\0\\0x'; " + kWait, {kFell, kFell}},
    {"confidence_that_is_no_number",
     "printf '\\027\\0\\0\\0\\024\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\300\\177\\0\\0\\0\\0\\0\\0\\0\\0'; " + kWait,
     {kFell, kFell}},
    {"ends_without_a_page", kNoWords + kEnd + kWait, {kFell, kFell}},
    {"a_page_of_gigabytes", kNoWords + "printf '\\020\\0\\0\\0\\377\\377\\377\\377'; " + kWait, {kFell, kFell}},
    {"pages_without_end", kNoWords + "while " + kEmptyPage + "do :; done", {kFell, kFell}},
    {"words_after_the_end",
     kNoWords + kEmptyPage + "printf '\\022\\0\\0\\0\\0\\0\\0\\0more'; " + kWait,
     {kFell, kFell}},
    {"a_picture_back", kRasterOfOnePoint + kWait, {kFell, kFell}},
};

INSTANTIATE_TEST_SUITE_P(Programs, LyingScanChild, ::testing::ValuesIn(kScanLiars),
                         [](const auto& test) { return test.param.name; });

// A child that is asked for the pages behind the one it fell over may tell another number of pages: it is not believed.
TEST(LyingRecordChild, MayNotChangeItsMind) {
  const testing::TempFolder folder;
  const Liar liar{"",
                  "if mkdir \"$0.once\" 2>/dev/null; then " + kTwoPages +
                      "exit 0; fi; printf '\\024\\0\\0\\0\\4\\0\\0\\0\\3\\0\\0\\0'; " + kWait,
                  {}};
  ForeignPages pages(program_of(folder, liar), quick());
  std::vector<std::string> losses;
  int counted = 0;
  const auto read = pages.read(
      PagedKind::pdf, "%PDF-", [&](int count) { counted += count; },
      [&](const ForeignPage& page) { losses.push_back(page.loss); });
  EXPECT_TRUE(read);
  EXPECT_EQ(counted, 2);
  EXPECT_EQ(losses, (std::vector<std::string>{kFell, kFell}));
}

}  // namespace
}  // namespace openimr::records
