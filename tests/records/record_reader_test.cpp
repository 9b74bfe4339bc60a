// Records of every kind, good and bad, as the reader of a case gives them.
#include "records/record_reader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "support/engine.h"
#include "support/pdf_maker.h"
#include "support/process.h"
#include "support/scan_maker.h"

namespace openimr::records {
namespace {

using testing::as_jpeg;
using testing::as_png;
using testing::as_tiff;
using testing::draw;
using testing::drawn_page;
using testing::pdf_of_mixed;
using testing::pdf_of_pages;
using testing::report_lines;
using testing::stream_object;

// More than a hundred letters: a page of text, of which no picture is looked at.
const std::string kLongLine =
    "The injured worker complains of low back pain that radiates to the left leg and has had twelve visits of physical "
    "therapy.";

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

// The share of the drawn words that were read, as a multiset.
double accuracy(const std::string& text) {
  std::string drawn;
  for (const auto& line : report_lines()) drawn += line + "\n";
  const auto wanted = words_of(drawn);
  const auto read = words_of(text);
  std::multiset<std::string> left(read.begin(), read.end());
  int found = 0;
  for (const auto& word : wanted) {
    const auto at = left.find(word);
    if (at == left.end()) continue;
    left.erase(at);
    ++found;
  }
  return found / static_cast<double>(wanted.size());
}

// The files of a folder, read.
ReadRecords read_all(const testing::TempFolder& folder, RecordReader& reader) {
  std::vector<RecordSource> sources;
  for (const std::string& name : folder.names()) {
    if (std::filesystem::is_regular_file(folder.path() / name)) sources.push_back({name, folder.path() / name});
  }
  return reader.read(sources, "DIR");
}

ReadRecords read_one(const std::string& name, const std::string& bytes) {
  const testing::TempFolder folder;
  folder.write(name, bytes);
  RecordReader reader(testing::reading());
  return read_all(folder, reader);
}

std::string page_text(const RecordFile& file, int page) {
  const auto at = static_cast<std::size_t>(page - 1);
  const auto end = at + 1 < file.pages.size() ? file.text.page_begins[at + 1] - 1 : file.text.text.size();
  return file.text.text.substr(file.text.page_begins[at], end - file.text.page_begins[at]);
}

struct Laid {
  const char* name;
  int quarters;
  double degrees;
};

class DrawnPage : public ::testing::TestWithParam<Laid> {};

TEST_P(DrawnPage, IsReadHoweverItLies) {
  const auto page = drawn_page(report_lines(), GetParam().quarters, GetParam().degrees);
  const auto read = read_one("scan.png", as_png(page.get()));
  ASSERT_TRUE(read.losses.empty()) << read.losses[0].to_string();
  const RecordFile& file = *read.files.at(0);
  ASSERT_EQ(file.pages.size(), 1U);
  EXPECT_EQ(file.pages[0].source, PageSource::scan);
  EXPECT_GT(file.pages[0].confidence, 80);
  const double share = accuracy(file.text.text);
  RecordProperty("word_accuracy", std::to_string(share));
  fmt::print("word accuracy {}: {:.3f}\n", GetParam().name, share);
  EXPECT_GT(share, 0.97) << file.text.text;
  // The title's first word lies where it was drawn: (72, 100) points from the top left, before the page was turned.
  const auto at = file.text.text.find("PRIMARY");
  ASSERT_NE(at, std::string::npos);
  const auto place = file.text.place("scan.png", {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 7)});
  ASSERT_TRUE(place.box);
  if (GetParam().degrees != 0) return;
  const bool wide = GetParam().quarters % 2 == 1;
  const float width = wide ? 792 : 612;
  const float height = wide ? 612 : 792;
  const float x = 72;
  const float y = 100;
  const float corner_x = GetParam().quarters == 0   ? x
                         : GetParam().quarters == 1 ? width - y
                         : GetParam().quarters == 2 ? width - x
                                                    : y;
  const float corner_y = GetParam().quarters == 0   ? y
                         : GetParam().quarters == 1 ? x
                         : GetParam().quarters == 2 ? height - y
                                                    : height - x;
  EXPECT_LT(std::min(std::abs(place.box->left - corner_x), std::abs(place.box->right - corner_x)), 3);
  EXPECT_LT(std::min(std::abs(place.box->top - corner_y), std::abs(place.box->bottom - corner_y)), 3);
}

INSTANTIATE_TEST_SUITE_P(Ways, DrawnPage,
                         ::testing::Values(Laid{"upright", 0, 0}, Laid{"right", 1, 0}, Laid{"head_down", 2, 0},
                                           Laid{"left", 3, 0}, Laid{"slanted", 0, 3}, Laid{"slanted_back", 0, -3}),
                         [](const auto& test) { return test.param.name; });

TEST(RecordReader, ReadsEveryKindOfFile) {
  const testing::TempFolder folder;
  const auto page = drawn_page(report_lines());
  const auto white = testing::white_page();
  folder.write("a.txt", "Soma 350 mg\n");
  folder.write("b.pdf", pdf_of_mixed({{draw(kLongLine, 9, 700), ""}, {"", as_jpeg(page.get())}, {"", ""}}));
  folder.write("c.tif", as_tiff({page.get(), white.get(), page.get()}));
  folder.write("d.jpg", as_jpeg(page.get()));
  folder.write("e.html", "<html><p>Naproxen 550 mg</p></html>");
  RecordReader reader(testing::reading());
  const auto read = read_all(folder, reader);
  for (const auto& loss : read.losses) ADD_FAILURE() << loss.to_string();
  ASSERT_EQ(read.files.size(), 5U);
  EXPECT_EQ(read.files[0]->text.text, "Soma 350 mg\n");
  const RecordFile& mixed = *read.files[1];
  ASSERT_EQ(mixed.pages.size(), 3U);
  EXPECT_EQ(mixed.pages[0].source, PageSource::text_layer);
  EXPECT_EQ(page_text(mixed, 1), kLongLine + "\n");
  EXPECT_EQ(mixed.pages[1].source, PageSource::scan);
  EXPECT_GT(accuracy(page_text(mixed, 2)), 0.97);
  EXPECT_TRUE(mixed.pages[2].blank);
  const RecordFile& tiff = *read.files[2];
  ASSERT_EQ(tiff.pages.size(), 3U);
  EXPECT_GT(accuracy(page_text(tiff, 1)), 0.97);
  EXPECT_TRUE(tiff.pages[1].blank);
  EXPECT_GT(accuracy(page_text(tiff, 3)), 0.97);
  EXPECT_GT(accuracy(read.files[3]->text.text), 0.95);
  EXPECT_EQ(read.files[4]->text.text, "Naproxen 550 mg\n");
}

TEST(RecordReader, ReadsAStampAndTheScanUnderIt) {
  const auto page = drawn_page(report_lines());
  const auto read =
      read_one("fax.pdf", pdf_of_mixed({{draw("FAX 08/20/2015 page 1 of 9", 300, 770), as_jpeg(page.get())}}));
  ASSERT_TRUE(read.losses.empty());
  const RecordFile& file = *read.files.at(0);
  EXPECT_NE(file.text.text.find("FAX 08/20/2015 page 1 of 9"), std::string::npos);
  EXPECT_GT(accuracy(file.text.text), 0.97);
  EXPECT_EQ(file.pages[0].source, PageSource::scan);
}

struct Encoded {
  const char* name;
  std::string bytes;
  const char* text;  // null: it is lost
};

class EncodedText : public ::testing::TestWithParam<Encoded> {};

TEST_P(EncodedText, IsReadAsUtf8) {
  const auto read = read_one("note.txt", GetParam().bytes);
  if (GetParam().text == nullptr) {
    ASSERT_EQ(read.losses.size(), 1U);
    EXPECT_EQ(read.losses[0].to_string(),
              "DIR/note.txt: it is no text, PDF, HTML, TIFF, PNG, JPEG or zip file. Save it as PDF or as text and try "
              "again.");
    EXPECT_EQ(read.files.at(0)->pages.size(), 1U);
    EXPECT_FALSE(read.files[0]->pages[0].loss.empty());
  } else {
    EXPECT_TRUE(read.losses.empty());
    EXPECT_EQ(read.files.at(0)->text.text, GetParam().text);
  }
}

using namespace std::string_literals;
INSTANTIATE_TEST_SUITE_P(Sets, EncodedText,
                         ::testing::Values(Encoded{"utf8", "Andr\xC3\xA9\n", "Andr\xC3\xA9\n"},
                                           Encoded{"utf8_with_a_mark",
                                                   "\xEF\xBB\xBF"
                                                   "Andr\xC3\xA9\n",
                                                   "Andr\xC3\xA9\n"},
                                           Encoded{"utf16_little",
                                                   "\xFF\xFE"
                                                   "A\0\xE9\0\n\0"s,
                                                   "A\xC3\xA9\n"},
                                           Encoded{"utf16_big", "\xFE\xFF\0A\0\xE9\0\n"s, "A\xC3\xA9\n"},
                                           Encoded{"windows", "Andr\xE9 \x93quoted\x94\n",
                                                   "Andr\xC3\xA9 \xE2\x80\x9Cquoted\xE2\x80\x9D\n"},
                                           Encoded{"windows_and_utf8",
                                                   "Andr\xE9, Andr\xC3\xA9 and \xE2\x80 \x93"
                                                   "cut\x94\xC3",
                                                   "Andr\xC3\xA9, Andr\xC3\xA9 and \xC3\xA2\xE2\x82\xAC "
                                                   "\xE2\x80\x9C"
                                                   "cut\xE2\x80\x9D\xC3\x83"},
                                           Encoded{"binary", "\x01\x02\0\x03\xFF\xFE"s, nullptr},
                                           Encoded{"control_characters", "\x01\x02\x03\x04 text", nullptr}),
                         [](const auto& test) { return test.param.name; });

// What a fax machine prints above a page is not the page.
TEST(RecordReader, LosesAPageOfNoiseUnderAStamp) {
  const auto read = read_one(
      "fax.pdf", pdf_of_mixed({{draw(kLongLine, 9, 700), ""},
                               {draw("FAX 08/20/2015 page 1 of 9", 300, 770), as_jpeg(testing::noise_page().get())},
                               {draw(kLongLine, 9, 700), ""}}));
  ASSERT_EQ(read.losses.size(), 1U);
  EXPECT_EQ(read.losses[0].to_string(),
            "DIR/fax.pdf: page 2 could not be read: nothing could be recognised: no words. Read what is lost yourself "
            "or ask for a better copy: no fact was taken from it.");
  EXPECT_EQ(page_text(*read.files.at(0), 1), kLongLine + "\n");
  EXPECT_EQ(page_text(*read.files.at(0), 3), kLongLine + "\n");
}

// The pictures that scanners put into PDFs beside JPEG: JBIG2 for black and white, JPEG 2000 for grey.
TEST(RecordReader, ReadsEveryKindOfPictureInAPdf) {
  const auto page = drawn_page(report_lines());
  const auto read = read_one(
      "scans.pdf", testing::pdf_of_pictures({testing::as_jbig2(page.get()), testing::as_jpeg2000(page.get())}));
  ASSERT_TRUE(read.losses.empty()) << read.losses[0].to_string();
  // poppler 22.12 draws strokes of its own over what is packed as this JBIG2 is.
  EXPECT_GT(accuracy(page_text(*read.files.at(0), 1)), 0.9);
  EXPECT_GT(accuracy(page_text(*read.files.at(0), 2)), 0.97);
}

TEST(RecordReader, ReadsNothingTwiceWithACache) {
  const testing::TempFolder folder;
  const testing::TempFolder kept;
  const auto page = drawn_page(report_lines());
  folder.write("scan.png", as_png(page.get()));
  folder.write("text.pdf", pdf_of_pages({draw(kLongLine, 9, 700)}));
  RecordReaderOptions with_cache = testing::reading();
  with_cache.cache = kept.path() / ".openimr";
  with_cache.cache_key = kept.path() / "state" / "key";
  const auto look = [&] {
    RecordReader reader(with_cache);
    const auto read = read_all(folder, reader);
    return std::pair(read.files.at(0)->text.text + read.files.at(1)->text.text, reader.children());
  };
  const auto first = look();
  EXPECT_EQ(first.second, 2);
  const auto second = look();
  EXPECT_EQ(second.second, 0);
  EXPECT_EQ(second.first, first.first);
  const auto is_private = [](const std::filesystem::path& path) {
    return (std::filesystem::status(path).permissions() & std::filesystem::perms(077)) == std::filesystem::perms::none;
  };
  EXPECT_TRUE(is_private(with_cache.cache));
  int entries = 0;
  for (const auto& entry : std::filesystem::directory_iterator(with_cache.cache)) {
    EXPECT_TRUE(is_private(entry.path()));
    // Damaged: one byte is another.
    std::string bytes = testing::read_whole(entry.path());
    bytes[bytes.size() / 2] ^= 1;
    std::ofstream(entry.path(), std::ios::binary) << bytes;
    ++entries;
  }
  EXPECT_EQ(entries, 2);
  EXPECT_EQ(look(), first);
  EXPECT_EQ(look().second, 0);
  // Sealed with another key: as one that came with a foreign folder.
  with_cache.cache_key = kept.path() / "state" / "other";
  EXPECT_EQ(look(), first);
}

}  // namespace
}  // namespace openimr::records
