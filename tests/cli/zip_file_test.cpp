#include "cli/zip_file.h"

#include <cstdlib>
#include <map>

#include <gtest/gtest.h>
#if __has_feature(address_sanitizer)
#include <sanitizer/lsan_interface.h>
#endif
#include <unistd.h>

#include "records/record_archive.h"
#include "support/engine.h"

namespace openimr::cli {
namespace {

class ZipFiles : public ::testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override {
    unsetenv("TZ");
    std::filesystem::remove_all(folder_);
  }
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("openimr-zip-" + std::to_string(::getpid()));
};

// No byte is like the next, so that nothing of it packs away.
std::string noise(std::size_t size) {
  std::string out;
  std::uint32_t seed = 1;
  while (out.size() < size) out += static_cast<char>((seed = seed * 1664525U + 1013904223U) >> 24U);
  return out;
}

const std::map<std::string, std::string>& files() {
  static const std::map<std::string, std::string> all = {{"0001-record-2015-08-01.pdf", noise(200'000)},
                                                         {"0002-notice-noarfi-2015-10-01.txt", "Notice\n"},
                                                         {"index.txt", ""}};
  return all;
}

void write(const std::filesystem::path& target) {
  auto zip = ZipFile::create(target);
  ASSERT_TRUE(zip) << zip.error().to_string();
  for (const auto& [name, bytes] : files()) ASSERT_TRUE(zip->add(name, bytes));
  EXPECT_FALSE(std::filesystem::exists(target));
  ASSERT_TRUE(zip->keep());
}

TEST_F(ZipFiles, AreReadBackAsTheyWereWritten) {
  const auto target = folder_ / "case.zip";
  write(target);
  std::map<std::string, std::string> back;
  const auto done = records::read_record_archive(OPENIMR_READER, target, std::filesystem::file_size(target), {},
                                                 [&back](const std::string& name, Result<std::string> bytes) {
                                                   back[name] = bytes ? *bytes : bytes.error().to_string();
                                                 });
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_TRUE(back == files());
}

TEST_F(ZipFiles, AreTheSameInEveryTimeZone) {
  setenv("TZ", "America/Los_Angeles", 1);
  write(folder_ / "west.zip");
  setenv("TZ", "Asia/Tokyo", 1);
  write(folder_ / "east.zip");
  EXPECT_TRUE(testing::read_whole(folder_ / "west.zip") == testing::read_whole(folder_ / "east.zip"));
}

TEST_F(ZipFiles, LeaveNothingBehindUnlessTheyAreKept) {
  {
    auto zip = ZipFile::create(folder_ / "case.zip");
    ASSERT_TRUE(zip);
    ASSERT_TRUE(zip->add("a.txt", "a"));
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(ZipFiles, TakeThePlaceOfAnOlderOne) {
  write(folder_ / "case.zip");
  const auto size = std::filesystem::file_size(folder_ / "case.zip");
  auto zip = ZipFile::create(folder_ / "case.zip");
  ASSERT_TRUE(zip->add("a.txt", "a"));
  EXPECT_EQ(std::filesystem::file_size(folder_ / "case.zip"), size);
  ASSERT_TRUE(zip->keep());
  EXPECT_LT(std::filesystem::file_size(folder_ / "case.zip"), size);
}

TEST_F(ZipFiles, SayWhereTheyCannotBeWritten) {
  for (const auto& target : {folder_, folder_ / "absent" / "case.zip"}) {
    const auto zip = ZipFile::create(target);
    ASSERT_FALSE(zip);
    EXPECT_EQ(zip.error().to_string(), target.string() + ": cannot be written. Check the folder and its rights.");
  }
}

TEST_F(ZipFiles, SayThatTheDiskDoesNotTakeThem) {
#if __has_feature(address_sanitizer)
  const __lsan::ScopedDisabler libarchive_keeps_its_compressor_where_writing_failed;
#endif
  std::filesystem::create_symlink("/dev/full", folder_ / "case.zip.part");
  auto zip = ZipFile::create(folder_ / "case.zip");
  ASSERT_TRUE(zip);
  const auto added = zip->add("a.pdf", noise(200'000));
  const auto kept = added ? zip->keep() : added;
  ASSERT_FALSE(kept);
  EXPECT_EQ(kept.error().to_string(),
            (folder_ / "case.zip").string() + ": cannot be written. Check the room on the disk.");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "case.zip"));
}

}  // namespace
}  // namespace openimr::cli
