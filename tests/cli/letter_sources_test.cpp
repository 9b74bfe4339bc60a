#include "cli/letter_sources.h"

#include <thread>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "cli/input_lines.h"
#include "cli/letter_folder.h"
#include "support/engine.h"
#include "support/process.h"
#include "support/tar.h"

namespace openimr::cli {
namespace {

using testing::TempFolder;

struct Taken {
  std::vector<std::string> names;  // of sources, and of errors with " !"
  std::uint64_t passed_over = 0;
};

Taken sources_of(const std::vector<std::string>& inputs, std::size_t most = 1000) {
  Taken out;
  LetterSources sources(OPENIMR_READER, {},
                        {[&](const Result<LetterSource>& source) {
                           out.names.push_back(source ? source->name : source.error().file + " !");
                           return out.names.size() < most;
                         },
                         [] { return true; }});
  sources.give(inputs);
  out.passed_over = sources.passed_over();
  return out;
}

std::vector<std::string> below(const TempFolder& folder, std::vector<std::string> names) {
  for (std::string& name : names) name = (folder.path() / name).string();
  return names;
}

TEST(NamedAs, GoesByTheEndingInAnyCase) {
  struct Row {
    const char* name;
    NamedAs as;
  };
  for (const Row& row : {Row{"a.txt", NamedAs::letter}, Row{"A.TXT", NamedAs::letter}, Row{"a.text", NamedAs::letter},
                         Row{"a.b.Pdf", NamedAs::letter}, Row{"a.html", NamedAs::letter}, Row{"a.htm", NamedAs::letter},
                         Row{"a.tar", NamedAs::archive}, Row{"a.tar.gz", NamedAs::archive},
                         Row{"a.TGZ", NamedAs::archive}, Row{"a.tar.zst", NamedAs::archive},
                         Row{"a.tar.xz", NamedAs::archive}, Row{"a.gz", NamedAs::other}, Row{"a.docx", NamedAs::other},
                         Row{"txt", NamedAs::other}, Row{".txt", NamedAs::other}, Row{"", NamedAs::other}}) {
    EXPECT_EQ(named_as(row.name), row.as) << row.name;
  }
}

TEST(Hidden, IsWhatPassesThroughANameWithADot) {
  for (const char* path : {".a", "a/.b", ".a/b", "a/.b/c", "./.a", "..."}) EXPECT_TRUE(is_hidden(path)) << path;
  for (const char* path : {"", "a", "a/b", "./a", "../a", "a./b", "a.b", "a//b", "/a/"})
    EXPECT_FALSE(is_hidden(path)) << path;
}

TEST(Folder, GivesItsLettersInTheOrderOfTheirPaths) {
  const TempFolder folder;
  for (const char* name : {"b.txt", "a.pdf", "a/z.txt", "a/b/1.html", "a-b/x.txt", "B.txt", ".hidden.txt", ".git/x.txt",
                           "a/notes.docx", "key.tsv"})
    folder.write(name, "x");
  const auto taken = sources_of({folder.path().string()});
  EXPECT_EQ(taken.names, below(folder, {"B.txt", "a/b/1.html", "a/z.txt", "a-b/x.txt", "a.pdf", "b.txt"}));
  EXPECT_EQ(taken.passed_over, 2U);
}

TEST(Folder, FollowsLinksToFilesAndNotToFolders) {
  const TempFolder folder;
  folder.write("real/a.txt", "x");
  std::filesystem::create_directory_symlink("..", folder.path() / "real" / "up");
  std::filesystem::create_symlink("real/a.txt", folder.path() / "b.txt");
  std::filesystem::create_symlink("nowhere", folder.path() / "c.txt");
  EXPECT_EQ(sources_of({folder.path().string()}).names, below(folder, {"b.txt", "real/a.txt"}));
}

TEST(Folder, WithoutLettersIsAnError) {
  const TempFolder folder;
  folder.write("notes.docx", "x");
  EXPECT_EQ(sources_of({folder.path().string()}).names, std::vector<std::string>{folder.path().string() + " !"});
}

TEST(Inputs, KeepTheirOrder) {
  const TempFolder folder;
  folder.write("d/1.txt", "x");
  const auto b = folder.write("b.docx", "x").string();
  const auto a = folder.write("a.txt", "x").string();
  const auto d = (folder.path() / "d").string();
  EXPECT_EQ(sources_of({b, d, "/nowhere/x", a, "/dev/null", a}).names,
            (std::vector<std::string>{b, d + "/1.txt", "/nowhere/x !", a, "/dev/null !", a}));
}

TEST(Inputs, EndWhereNoMoreIsTaken) {
  const TempFolder folder;
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) folder.write(name, "x");
  EXPECT_EQ(sources_of({folder.path().string(), "/nowhere"}, 2).names, below(folder, {"a.txt", "b.txt"}));
  const auto tar = folder.write("x.tar", testing::tar({{"1.txt", "x"}, {"2.txt", "y"}, {"3.txt", "z"}})).string();
  EXPECT_EQ(sources_of({tar, "/nowhere"}, 2).names, (std::vector<std::string>{tar + ":1.txt", tar + ":2.txt"}));
}

TEST(Archive, IsTakenLikeAFolder) {
  const TempFolder folder;
  const std::string bytes = testing::tar({{"./z.txt", "letter z"},
                                          {"letters/a.PDF", "letter a"},
                                          {"letters/._a.pdf", "of the system"},
                                          {"letters/key.tsv", "k"},
                                          {"inner.tar", "t"}});
  const auto tar = folder.write("x.tar", bytes).string();
  const auto taken = sources_of({tar});
  EXPECT_EQ(taken.names, (std::vector<std::string>{tar + ":./z.txt", tar + ":letters/a.PDF", tar + ":inner.tar !"}));
  EXPECT_EQ(taken.passed_over, 1U);
  // By its mark, where the name says nothing.
  const auto unnamed = folder.write("letters-2014", bytes).string();
  EXPECT_EQ(sources_of({unnamed}).names.front(), unnamed + ":./z.txt");
  const auto text = folder.write("y.txt", bytes).string();
  EXPECT_EQ(sources_of({text}).names, std::vector<std::string>{text});
}

TEST(Archive, ThatIsDamagedGivesWhatStandsBeforeTheDamage) {
  const TempFolder folder;
  const std::string bytes = testing::tar({{"1.txt", "x"}, {"2.txt", std::string(5000, 'y')}});
  const auto tar = folder.write("x.tar", bytes.substr(0, 2500)).string();
  EXPECT_EQ(sources_of({tar}).names, (std::vector<std::string>{tar + ":1.txt", tar + " !"}));
  const auto empty = folder.write("empty.tar", testing::tar({})).string();
  EXPECT_EQ(sources_of({empty}).names, std::vector<std::string>{empty + " !"});
}

TEST(TotalBytes, AreThoseOfAllSources) {
  const TempFolder folder;
  folder.write("a.txt", std::string(100, 'x'));
  folder.write("notes.docx", std::string(1000, 'x'));
  const auto tar = folder.write("b.tar", testing::tar({{"1.txt", "x"}})).string();
  const auto size = std::filesystem::file_size(tar);
  EXPECT_EQ(total_bytes({folder.path().string()}), 100 + size);
  EXPECT_EQ(total_bytes({tar, tar, "/nowhere"}), 2 * size);
  EXPECT_EQ(total_bytes({tar, "-"}), std::nullopt);
  folder.write("c.tgz", "x");
  EXPECT_EQ(total_bytes({folder.path().string()}), std::nullopt);
  EXPECT_EQ(share_of({"a.txt", std::nullopt}, 100), 100U);
  EXPECT_EQ(share_of({"b.tar:1.txt", ""}, 100), 1024U);
}

class Lines : public ::testing::Test {
 protected:
  Lines() { EXPECT_EQ(pipe2(ends_, O_CLOEXEC), 0); }
  ~Lines() override {
    close(ends_[0]);
    close(ends_[1]);
  }
  void write_and_close(const std::string& text) {
    EXPECT_EQ(::write(ends_[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
    close(ends_[1]);
    ends_[1] = -1;
  }
  int ends_[2] = {-1, -1};
};

TEST_F(Lines, ComeWithoutTheirEnds) {
  write_and_close("a\n\nb c\r\n\r\nlast");
  InputLines lines(ends_[0], [] { return true; });
  for (const char* line : {"a", "", "b c", "", "last"}) EXPECT_EQ(lines.next(), line);
  EXPECT_EQ(lines.next(), std::nullopt);
  EXPECT_EQ(lines.next(), std::nullopt);
}

TEST_F(Lines, AreCutWhereTheyAreEndless) {
  const std::string endless(InputLines::kLongest - 10, 'x');
  std::thread writer([&] { write_and_close(endless + endless + "\nb\n"); });
  InputLines lines(ends_[0], [] { return true; });
  EXPECT_EQ(lines.next(), std::string(InputLines::kLongest, 'x'));
  EXPECT_EQ(lines.next(), "b");
  EXPECT_EQ(lines.next(), std::nullopt);
  writer.join();
}

TEST_F(Lines, AreNotWaitedForWhenNoneIsWanted) {
  int asked = 0;
  InputLines lines(ends_[0], [&] { return ++asked < 3; });
  EXPECT_EQ(lines.next(), std::nullopt);
  EXPECT_EQ(InputLines(-1, [&] { return ++asked < 9; }).next(), std::nullopt);
}

}  // namespace
}  // namespace openimr::cli
