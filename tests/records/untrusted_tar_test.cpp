// Archives that nobody vouches for. libarchive writes them here.
#include <filesystem>
#include <memory>
#include <numeric>
#include <optional>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/core.h>
#include <gtest/gtest.h>

#include "records/untrusted.h"
#include "support/pdf_maker.h"
#include "support/process.h"

namespace openimr::records {
namespace {

struct Entry {
  std::string name;
  std::string bytes;
  unsigned type = AE_IFREG;
  std::string link = {};
};

std::string tar_of(const std::vector<Entry>& entries, int filter = ARCHIVE_FILTER_NONE) {
  std::string out(96U << 20U, '\0');
  std::size_t used = 0;
  const std::unique_ptr<archive, decltype(&archive_write_free)> tar(archive_write_new(), archive_write_free);
  archive_write_set_format_pax_restricted(tar.get());
  archive_write_add_filter(tar.get(), filter);
  archive_write_set_options(tar.get(), "hdrcharset=UTF-8");
  archive_write_open_memory(tar.get(), out.data(), out.size(), &used);
  for (const Entry& each : entries) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), each.name.c_str());
    archive_entry_set_filetype(entry.get(), each.type);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(each.bytes.size()));
    if (each.type == AE_IFLNK) archive_entry_set_symlink(entry.get(), each.link.c_str());
    if (each.type == AE_IFREG && !each.link.empty()) archive_entry_set_hardlink(entry.get(), each.link.c_str());
    EXPECT_GE(archive_write_header(tar.get(), entry.get()), ARCHIVE_WARN) << archive_error_string(tar.get());
    archive_write_data(tar.get(), each.bytes.data(), each.bytes.size());
  }
  archive_write_close(tar.get());
  out.resize(used);
  return out;
}

// "name=bytes;" of each entry (of long ones "name=<n>;"), then "!message" where it failed.
std::string shown(const std::string& archive, const ReaderLimits& limits = {}, int at_most = 1000) {
  const testing::TempFolder folder;
  const auto file = folder.write("records.tar", archive);
  std::string out;
  const auto read = read_tar(OPENIMR_READER, file, limits, [&](const std::string& name, Result<std::string> bytes) {
    if (!bytes) {
      out += fmt::format("{}!{};", name, bytes.error().to_string());
    } else if (bytes->size() > 40) {
      out += fmt::format("{}=<{}>;", name, bytes->size());
    } else {
      out += fmt::format("{}={};", name, *bytes);
    }
    return --at_most > 0;
  });
  if (!read) out += "!" + read.error().message;
  return out;
}

const std::string kDamaged = "!'records.tar' is not a tar archive that can be read: it is damaged or something else";

TEST(Tar, GivesItsFilesInOrderThroughEachFilter) {
  const std::vector<Entry> entries = {{"b/two.txt", "two"}, {"a.txt", std::string(200'000, 'x')}, {"empty", ""}};
  for (const int filter : {ARCHIVE_FILTER_NONE, ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_ZSTD, ARCHIVE_FILTER_XZ}) {
    EXPECT_EQ(shown(tar_of(entries, filter)), "b/two.txt=two;a.txt=<200000>;empty=;") << filter;
  }
}

TEST(Tar, IsNothingButTar) {
  EXPECT_EQ(shown(tar_of({{"a", "a"}}, ARCHIVE_FILTER_BZIP2)), kDamaged);
  EXPECT_EQ(shown("just words"), kDamaged);
  EXPECT_EQ(shown(""), kDamaged);
  EXPECT_EQ(shown(tar_of({})), "");
}

TEST(Tar, PassesOverFoldersLinksAndDevices) {
  EXPECT_EQ(shown(tar_of({{"folder", "", AE_IFDIR},
                          {"link", "", AE_IFLNK, "/etc/passwd"},
                          {"first", "1"},
                          {"hard", "", AE_IFREG, "/etc/shadow"},
                          {"device", "", AE_IFCHR},
                          {"pipe", "", AE_IFIFO},
                          {"last", "2"}})),
            "first=1;last=2;");
}

TEST(Tar, GivesNamesAsTheyAre) {
  EXPECT_EQ(shown(tar_of({{"../../etc/passwd", "1"}, {"/etc/cron.d/x", "2"}, {"a/../b", "3"}, {"a", "4"}, {"a", "5"}})),
            "../../etc/passwd=1;/etc/cron.d/x=2;a/../b=3;a=4;a=5;");
  EXPECT_EQ(shown(tar_of({{"ni\xC3\xB1o", "1"}, {std::string(300, 'n'), "2"}})),
            "ni\xC3\xB1o=1;" + std::string(300, 'n') + "=2;");
}

TEST(Tar, NamesAnEntryThatIsTooLargeAndGoesOn) {
  ReaderLimits limits;
  limits.file = 1000;
  const auto expected =
      "small=1;large!'large' in the archive is larger than the 1000 bytes that are read. Split it and try "
      "again.;after=2;";
  for (const int filter : {ARCHIVE_FILTER_NONE, ARCHIVE_FILTER_GZIP}) {
    const auto archive = tar_of({{"small", "1"}, {"large", std::string(5'000'000, 'x')}, {"after", "2"}}, filter);
    EXPECT_EQ(shown(archive, limits), expected);
  }
}

TEST(Tar, StopsWhereItIsToldTo) {
  EXPECT_EQ(shown(tar_of({{"a", "1"}, {"b", "2"}, {"c", "3"}}), {}, 2), "a=1;b=2;");
}

TEST(Tar, FailsAfterTheEntriesBeforeTheDamage) {
  const std::string first(300'000, 'x');
  const auto plain = tar_of({{"first", first}, {"second", first}});
  EXPECT_EQ(shown(plain.substr(0, plain.size() / 2 + 60'000)), "first=<300000>;" + kDamaged);
  std::string scratched = plain;
  scratched.replace(512 + 300'032, 100, 100, '\xAA');  // the head of the second entry
  EXPECT_EQ(shown(scratched), "first=<300000>;" + kDamaged);
  const auto packed = tar_of({{"first", "1"}, {"second", "2"}}, ARCHIVE_FILTER_GZIP);
  EXPECT_TRUE(shown(packed.substr(0, packed.size() / 2)).ends_with(kDamaged));
}

TEST(Tar, IsNotFilledUpByABomb) {
  ReaderLimits limits;
  limits.file = 1U << 20U;
  limits.time = std::chrono::seconds(20);
  const std::string large(30U << 20U, '\0');
  std::vector<Entry> entries(6, Entry{"bomb", large});
  entries.push_back({"after", "1"});
  const auto packed = tar_of(entries, ARCHIVE_FILTER_GZIP);
  EXPECT_LT(packed.size(), 1U << 20U);
  const auto text = shown(packed, limits);
  EXPECT_TRUE(text.ends_with("after=1;")) << text;
}

TEST(Tar, IsGivenOnlySoMuchTime) {
  ReaderLimits limits;
  limits.file = 1U << 20U;
  limits.time = std::chrono::milliseconds(300);
  // A head that says 8 gigabytes, and 4 of them in 26 megabytes of gzip.
  std::string head = tar_of({{"bomb", "x"}}).substr(0, 512);
  head.replace(124, 11, "77777777777");
  head.replace(148, 8, 8, ' ');
  const unsigned sum = std::accumulate(head.begin(), head.end(), 0U,
                                       [](unsigned all, char c) { return all + static_cast<unsigned char>(c); });
  head.replace(148, 6, fmt::format("{:06o}", sum));
  const std::string gzip("\x1F\x8B\x08\0\0\0\0\0\0\x03", 10);
  const testing::TempFolder folder;
  folder.write("bomb.tgz", gzip + testing::repeated_deflated(head, 4ULL << 30U).substr(2));
  int entries = 0;
  const auto read =
      read_tar(OPENIMR_READER, folder.path() / "bomb.tgz", limits, [&](const std::string&, const auto& bytes) {
        EXPECT_FALSE(bytes.has_value());
        ++entries;
        return true;
      });
  EXPECT_EQ(entries, 1);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().message, "'bomb.tgz' could not be read within 0.3 seconds");
}

TEST(Tar, ThatIsMissingOrNoFile) {
  const testing::TempFolder folder;
  const auto none = [](const std::string&, const auto&) { return true; };
  const auto missing = read_tar(OPENIMR_READER, folder.path() / "no.tar", {}, none);
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, ErrorCode::not_found);
  const auto directory = read_tar(OPENIMR_READER, folder.path(), {}, none);
  ASSERT_FALSE(directory.has_value());
  EXPECT_EQ(directory.error().message, "the archive is no file");
}

}  // namespace
}  // namespace openimr::records
