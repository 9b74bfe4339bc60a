// Files on their way in: what was acknowledged stays, whatever happens to the server; and nobody else's.
#include "server/api/uploads.h"

#include <csignal>
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/engine.h"
#include "support/process.h"

namespace openimr::server {
namespace {

constexpr Instant kNow{std::chrono::milliseconds(1'445'331'600'000)};
using std::chrono::hours;

std::string pattern(std::size_t size) {
  std::string out(size, '\0');
  for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<char>(i * 31 % 251);
  return out;
}

class UploadsInAFolder : public ::testing::Test {
 protected:
  Result<Upload> begin(const std::string& name, std::uint64_t size, const std::string& key = "",
                       const std::string& account = "adam", Instant now = kNow) {
    return uploads.begin({.account = account, .case_number = "EX-100", .name = name, .from = "", .size = size}, key,
                         now);
  }
  Upload found(const Upload& upload) { return uploads.find(upload.id, "adam", "EX-100").value(); }
  std::string bytes_of(const Upload& upload) { return testing::read_whole(uploads.file_of(upload)); }

  testing::TempFolder folder;
  std::filesystem::path place = folder.path() / "data" / "uploads";
  Uploads uploads{place, {.open = 3, .bytes_of_account = 1'000'000, .bytes = 1'500'000}};
};

TEST_F(UploadsInAFolder, GrowPieceByPiece) {
  const Upload upload = begin("pr2.pdf", 10).value();
  EXPECT_EQ(upload.offset, 0U);
  EXPECT_EQ(uploads.add(upload, 0, "0123").value().offset, 4U);
  EXPECT_FALSE(found(upload).is_whole());
  EXPECT_EQ(uploads.add(upload, 4, "456789").value().offset, 10U);
  EXPECT_TRUE(found(upload).is_whole());
  EXPECT_EQ(bytes_of(upload), "0123456789");
}

TEST_F(UploadsInAFolder, GoOnWhereTheyStoppedAndNowhereElse) {
  const Upload upload = begin("pr2.pdf", 10).value();
  ASSERT_TRUE(uploads.add(upload, 0, "0123"));
  for (const std::uint64_t elsewhere : {0U, 3U, 5U, 99U}) {
    const auto refused = uploads.add(upload, elsewhere, "456");
    ASSERT_FALSE(refused) << elsewhere;
    EXPECT_EQ(refused.error().code, ErrorCode::wrong_use);
    EXPECT_EQ(refused.error().offending, "4");
  }
  EXPECT_EQ(bytes_of(upload), "0123");
}

TEST_F(UploadsInAFolder, TakeNoMoreThanTheyWereToHave) {
  const Upload upload = begin("pr2.pdf", 4).value();
  const auto refused = uploads.add(upload, 0, "01234");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().to_string(),
            "there are more bytes than the upload was to have: '4'. Begin it anew, with its size.");
  EXPECT_EQ(found(upload).offset, 0U);
}

TEST_F(UploadsInAFolder, BelongToTheirAccountAndCase) {
  const Upload upload = begin("pr2.pdf", 4).value();
  const struct {
    std::string id, account, number;
  } others[] = {{upload.id, "pat", "EX-100"},        {upload.id, "adam", "EX-101"},
                {upload.id + "x", "adam", "EX-100"}, {"", "adam", "EX-100"},
                {"../uploads", "adam", "EX-100"},    {std::string(43, 'a'), "adam", "EX-100"}};
  for (const auto& [id, account, number] : others) {
    const auto none = uploads.find(id, account, number);
    ASSERT_FALSE(none) << id << account << number;
    EXPECT_EQ(none.error().code, ErrorCode::not_found);
  }
}

TEST_F(UploadsInAFolder, BeginOnceWithAKey) {
  const Upload first = begin("pr2.pdf", 4, "key-one").value();
  ASSERT_TRUE(uploads.add(first, 0, "01"));
  const Upload again = begin("pr2.pdf", 4, "key-one").value();
  EXPECT_EQ(again.id, first.id);
  EXPECT_EQ(again.offset, 2U);
  const auto other = begin("mri.pdf", 4, "key-one");
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().to_string(), "the key was used for another file. Use a key of its own for each file.");
  EXPECT_NE(begin("pr2.pdf", 4, "key-one", "pat").value().id, first.id) << "keys are the account's own";
  EXPECT_NE(begin("pr2.pdf", 4).value().id, first.id) << "without a key each is new";
}

TEST_F(UploadsInAFolder, AreBoundedForEachAccountAndForAll) {
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(begin("pr2.pdf", 4));
  const auto fourth = begin("pr2.pdf", 4);
  ASSERT_FALSE(fourth);
  EXPECT_EQ(fourth.error().to_string(), "too many uploads are open: '3'. Finish or cancel some of them first.");
  const auto too_large = begin("pr2.pdf", 1'000'001, "", "pat");
  ASSERT_FALSE(too_large);
  EXPECT_EQ(too_large.error().code, ErrorCode::wrong_use);
  ASSERT_TRUE(begin("pr2.pdf", 900'000, "", "pat"));
  const auto full = begin("pr2.pdf", 900'000, "", "chris");
  ASSERT_FALSE(full);
  EXPECT_EQ(full.error().code, ErrorCode::unavailable);
}

TEST_F(UploadsInAFolder, AreForgottenAfterTwoDays) {
  const Upload old = begin("old.pdf", 4).value();
  const Upload young = begin("young.pdf", 4, "", "adam", kNow + hours(2)).value();
  uploads.forget_old(kNow + hours(49));
  EXPECT_FALSE(uploads.find(old.id, "adam", "EX-100"));
  EXPECT_TRUE(uploads.find(young.id, "adam", "EX-100"));
  EXPECT_FALSE(std::filesystem::exists(uploads.file_of(old)));
}

TEST_F(UploadsInAFolder, LeaveNothingBehind) {
  const Upload upload = begin("pr2.pdf", 4).value();
  ASSERT_TRUE(uploads.add(upload, 0, "01"));
  ASSERT_TRUE(uploads.remove(upload));
  EXPECT_FALSE(uploads.find(upload.id, "adam", "EX-100"));
  EXPECT_FALSE(uploads.add(upload, 2, "23"));
  EXPECT_TRUE(std::filesystem::is_empty(place));

  std::ofstream(place / "half-begun.part") << "no upload";
  uploads.forget_old(kNow);
  EXPECT_FALSE(std::filesystem::is_empty(place)) << "it may be about to begin";
  uploads.forget_old(std::chrono::time_point_cast<Instant::duration>(std::chrono::system_clock::now()) + hours(49));
  EXPECT_TRUE(std::filesystem::is_empty(place));
}

TEST_F(UploadsInAFolder, AreForTheirOwnerAlone) {
  const Upload upload = begin("pr2.pdf", 4).value();
  for (const auto& path : {place, uploads.file_of(upload)}) {
    struct stat about{};
    ASSERT_EQ(stat(path.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & (S_IRWXG | S_IRWXO), 0U) << path;
  }
}

TEST_F(UploadsInAFolder, WriteOverWhatWasNeverAcknowledged) {
  const Upload upload = begin("pr2.pdf", 10).value();
  ASSERT_TRUE(uploads.add(upload, 0, "0123"));
  std::ofstream(uploads.file_of(upload), std::ios::app | std::ios::binary) << "torn pi";
  EXPECT_EQ(found(upload).offset, 4U);
  ASSERT_TRUE(uploads.add(upload, 4, "45"));
  ASSERT_TRUE(uploads.add(upload, 6, "6789"));
  EXPECT_EQ(bytes_of(upload), "0123456789");
}

// A server that dies in the middle of an upload, at many moments.
TEST_F(UploadsInAFolder, LoseNothingAcknowledgedToAKill) {
  const std::string whole = pattern(400'000);
  constexpr std::size_t kPiece = 10'000;
  for (int round = 0; round < 12; ++round) {
    const Upload upload = begin("pr2.pdf", whole.size()).value();
    int pipe_of[2];
    ASSERT_EQ(pipe(pipe_of), 0);
    const pid_t child = fork();
    if (child == 0) {
      for (std::size_t at = 0; at < whole.size(); at += kPiece) {
        const auto added = uploads.add(upload, at, whole.substr(at, kPiece));
        if (!added || write(pipe_of[1], &added->offset, sizeof added->offset) < 0) _exit(1);
      }
      _exit(0);
    }
    close(pipe_of[1]);
    std::uint64_t acknowledged = 0;
    for (int heard = 0; heard <= round; ++heard) ASSERT_GT(read(pipe_of[0], &acknowledged, sizeof acknowledged), 0);
    usleep(static_cast<useconds_t>(round * 137));
    kill(child, SIGKILL);
    while (read(pipe_of[0], &acknowledged, sizeof acknowledged) > 0) {
    }
    close(pipe_of[0]);
    waitpid(child, nullptr, 0);

    Upload left = found(upload);
    EXPECT_GE(left.offset, acknowledged);
    EXPECT_EQ(left.offset % kPiece, 0U) << "half a piece counts";
    EXPECT_EQ(bytes_of(left).substr(0, left.offset), whole.substr(0, left.offset));
    while (!left.is_whole()) left = uploads.add(left, left.offset, whole.substr(left.offset, 7'777)).value();
    EXPECT_EQ(bytes_of(left), whole);
    ASSERT_TRUE(uploads.remove(left));
  }
}

}  // namespace
}  // namespace openimr::server
