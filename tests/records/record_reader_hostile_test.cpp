// Records that are broken or made to do harm, each beside a good one: the good one is read, what is lost is named once,
// and nothing hangs.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include "records/record_reader.h"
#include "support/engine.h"
#include "support/pdf_maker.h"
#include "support/process.h"
#include "support/scan_maker.h"

namespace openimr::records {
namespace {

using namespace std::string_literals;
using testing::as_jpeg;
using testing::as_png;
using testing::draw;
using testing::drawn_page;
using testing::kSanitized;
using testing::pdf_of;
using testing::repeated_deflated;
using testing::report_lines;
using testing::stream_object;

// More than a hundred letters: a page of text, of which no picture is looked at.
const std::string kLine =
    "The injured worker complains of low back pain that radiates to the left leg and has had twelve visits of physical "
    "therapy.";

// A PDF of three pages, of which the second is these objects: 6 is the page, the rest is free.
std::string around(const std::vector<std::string>& second) {
  std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[4 0 R 6 0 R 4 0 R]/Count 3>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F 3 0 R>>>>>>",
      stream_object(draw(kLine, 9, 700))};
  objects.insert(objects.end(), second.begin(), second.end());
  return pdf_of(objects);
}

std::string second_page(const std::string& content, const std::string& dictionary = "", const std::string& more = "") {
  return around(
      {"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 7 0 R/Resources<</Font<</F 3 0 R>>" + more + ">>>>",
       stream_object(content, dictionary)});
}

void put(std::string& bytes, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i));
}

// A TIFF whose only page says that it is so large; `next` is where it says that the next page stands.
std::string tiff_saying(std::uint32_t width, std::uint32_t height, std::uint32_t next) {
  std::string out = "II*\0"s;
  put(out, 8, 4);
  put(out, 5, 2);
  const auto entry = [&](std::uint64_t tag, std::uint64_t value) {
    put(out, tag, 2);
    put(out, 4, 2);
    put(out, 1, 4);
    put(out, value, 4);
  };
  entry(256, width);
  entry(257, height);
  entry(258, 8);
  entry(273, 8);
  entry(279, 100);
  put(out, next, 4);
  return out;
}

// A TIFF of three pages, of which the second says that it is so wide.
std::string tiff_with_a_wide_page(std::uint32_t width) {
  const auto page = drawn_page(report_lines());
  std::string out = testing::as_tiff({page.get(), page.get(), page.get()});
  const auto number = [&](std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = size; i-- > 0;)
      value = (value << 8U) | static_cast<std::uint8_t>(out[at + static_cast<std::size_t>(i)]);
    return value;
  };
  const std::size_t first = number(4, 4);
  const std::size_t second = number(first + 2 + 12 * std::size_t{number(first, 2)}, 4);
  for (std::size_t entry = 0; entry < number(second, 2); ++entry) {
    const std::size_t at = second + 2 + 12 * entry;
    if (number(at, 2) != 256) continue;
    std::string as_number;
    put(as_number, 4, 2);
    put(as_number, 1, 4);
    put(as_number, width, 4);
    out.replace(at + 2, as_number.size(), as_number);
  }
  return out;
}

// A PDF of a page of words, these pictures, and a page of words.
std::string between_words(const std::vector<std::string>& jpegs) {
  std::vector<testing::MixedPage> pages = {{draw(kLine, 9, 700), ""}};
  for (const auto& jpeg : jpegs) pages.push_back({"", jpeg});
  pages.push_back({draw(kLine, 9, 700), ""});
  return testing::pdf_of_mixed(pages);
}

testing::PackedPicture cut(testing::PackedPicture picture) {
  picture.bytes.resize(picture.bytes.size() / 2);
  return picture;
}

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out(8U << 20U, '\0');
  std::size_t used = 0;
  const std::unique_ptr<archive, decltype(&archive_write_free)> zip(archive_write_new(), archive_write_free);
  archive_write_set_format_zip(zip.get());
  archive_write_open_memory(zip.get(), out.data(), out.size(), &used);
  for (const auto& [name, bytes] : files) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    archive_write_header(zip.get(), entry.get());
    archive_write_data(zip.get(), bytes.data(), bytes.size());
  }
  archive_write_close(zip.get());
  out.resize(used);
  return out;
}

struct Hostile {
  const char* name;
  std::function<std::string()> bytes;
  std::vector<std::string> losses;  // all that is said, without the remedies
  int pages = 1;                    // of the file
};

RecordReaderOptions quick() {
  RecordReaderOptions out = testing::reading();
  out.limits.time = std::chrono::seconds(kSanitized ? 10 : 3);
  return out;
}

class HostileRecord : public ::testing::TestWithParam<Hostile> {};

TEST_P(HostileRecord, IsNamedOnceAndTheRestIsRead) {
  const Hostile& test = GetParam();
  const testing::TempFolder folder;
  const auto path = folder.write("x", test.bytes());
  const auto good = folder.write("good.txt", "Soma 350 mg\n");
  RecordReader reader(quick());
  const auto begin = std::chrono::steady_clock::now();
  const auto read = reader.read({{"x", path}, {"good.txt", good}}, "DIR");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::minutes(kSanitized ? 10 : 2));
  std::vector<std::string> said;
  for (const auto& loss : read.losses) {
    said.push_back(loss.message);
    EXPECT_EQ(loss.file.substr(0, 5), "DIR/x");
    EXPECT_FALSE(loss.remedy.empty());
  }
  EXPECT_EQ(said, test.losses);
  EXPECT_EQ(read.files.at(0)->text.text, "Soma 350 mg\n");
  int pages = 0;
  for (std::size_t i = 1; i < read.files.size(); ++i) {
    const RecordFile& file = *read.files[i];
    EXPECT_EQ(file.pages.size(), file.text.page_begins.size());
    pages += static_cast<int>(file.pages.size());
  }
  EXPECT_EQ(pages, test.pages);
}

const std::string kDamaged = "it is damaged, or not what it seems to be";

const std::vector<Hostile> kHostile = {
    {"noise_that_calls_itself_pdf", [] { return "%PDF-1.4\n" + std::string(100'000, '\x07'); }, {kDamaged}},
    {"password",
     [] { return testing::read_whole(testing::source_dir() / "tests/records/hostile/locked.pdf"); },
     {"it needs a password to open"}},
    {"a_page_that_is_garbage",
     [] { return second_page("\x01\x02 ) ) ] >> Q Q garbage (((", "/Filter/FlateDecode"); },
     {"page 2 could not be read: it is damaged"},
     3},
    {"a_page_that_is_not_there", [] { return around({"null"}); }, {"page 2 could not be read: it is damaged"}, 3},
    {"pages_that_are_not_there",
     [] {
       const std::string all = around({"null"});
       const std::string kids = "[4 0 R 6 0 R 4 0 R]/Count 3";
       return std::string(all).replace(all.find(kids), kids.size(), "[6 0 R 4 0 R 6 0 R 4 0 R]/Count 4");
     },
     {"pages 1 and 3 could not be read: it is damaged"},
     4},
    // What is no page and is not counted is none.
    {"an_entry_that_is_not_counted",
     [] {
       const std::string all = around({"null"});
       const std::string count = "/Count 3";
       return std::string(all).replace(all.find(count), count.size(), "/Count 2");
     },
     {},
     2},
    {"a_page_that_takes_for_ever",
     [] { return second_page(repeated_deflated("    ", 4ULL << 30U), "/Filter/FlateDecode"); },
     {kSanitized ? "page 2 could not be read: it takes longer than 10 seconds"
                 : "page 2 could not be read: it takes longer than 3 seconds"},
     3},
    {"a_form_that_draws_itself",
     [] {
       return around(
           {"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 7 0 R/Resources<</XObject<</X 8 0 "
            "R>>>>>>",
            stream_object("/X Do"),
            stream_object("/X Do /X Do",
                          "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X "
                          "8 0 R>>>>")});
     },
     {"page 2 could not be read: it is damaged"},
     3},
    {"forms_that_draw_each_other",
     [] {
       const std::string form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources ";
       return around({"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 7 0 R/Resources 10 0 R>>",
                      stream_object("/X Do"), stream_object("/Y Do", form + "10 0 R"),
                      stream_object("/X Do", form + "<</XObject<</X 8 0 R>>>>"), "<</XObject<</X 8 0 R/Y 9 0 R>>>>"});
     },
     {"page 2 could not be read: it is damaged"},
     3},
    {"a_page_without_a_word_or_a_form", [] { return second_page("q Q"); }, {}, 3},
    {"pages_that_hold_themselves",
     [] { return pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"}); },
     {"pages 1-2 could not be read: it is damaged"},
     2},
    {"a_tiff_of_a_terabyte",
     [] { return tiff_saying(1'000'000, 1'000'000, 0); },
     {"page 1 could not be read: its picture is too large: 1000000 million points"}},
    {"a_tiff_whose_pages_go_round",
     [] { return tiff_saying(1'000'000, 1'000'000, 8); },
     {"page 1 could not be read: its picture is too large: 1000000 million points"}},
    {"a_tiff_with_a_page_of_a_terabyte",
     [] { return tiff_with_a_wide_page(1'000'000'000); },
     {"page 2 could not be read: its picture is too large: 3300000 million points"},
     3},
    {"a_png_of_50000_by_50000",
     [] { return testing::png_saying(50'000, 50'000); },
     {"page 1 could not be read: its picture is too large: 2500 million points"}},
    {"a_png_of_two_billion_by_two_billion",
     [] { return testing::png_saying(0x7FFF'FFFF, 0x7FFF'FFFF); },
     {"page 1 could not be read: its picture is too large: 4000000 million points"}},
    // As large as is read, and its points are not there.
    {"a_png_of_10000_by_10000",
     [] { return testing::png_saying(10'000, 10'000); },
     {"page 1 could not be read: it is damaged"}},
    {"a_jpeg_cut_off",
     [] {
       const std::string whole = as_jpeg(drawn_page(report_lines()).get());
       return whole.substr(0, whole.size() / 2);
     },
     {"page 1 could not be read: it is damaged"}},
    {"a_png_cut_off",
     [] {
       const std::string whole = as_png(drawn_page(report_lines()).get());
       return whole.substr(0, whole.size() / 2);
     },
     {"page 1 could not be read: it is damaged"}},
    {"a_page_of_noise",
     [] { return as_png(testing::noise_page().get()); },
     {"page 1 could not be read: nothing could be recognised: no words"}},
    {"a_page_of_noise_between_others",
     [] { return between_words({as_jpeg(testing::noise_page().get())}); },
     {"page 2 could not be read: nothing could be recognised: no words"},
     3},
    {"a_jbig2_cut_off",
     [] { return testing::pdf_of_pictures({cut(testing::as_jbig2(drawn_page({}).get()))}); },
     {"page 1 could not be read: it is damaged"}},
    {"a_jpeg_2000_cut_off",
     [] {
       auto picture = testing::as_jpeg2000(drawn_page(report_lines()).get());
       picture.bytes.resize(60);
       return testing::pdf_of_pictures({picture});
     },
     {"page 1 could not be read: it is damaged"}},
    {"an_office_document",
     [] { return "\xD0\xCF\x11\xE0 and more"s; },
     {"it is a document of a word processor or a spreadsheet, which is not read"}},
    {"a_zip_of_good_and_bad",
     [] {
       return zip_of(
           {{"../../a.txt", "Norco\n"}, {"b.bin", "\0\1"s}, {"c.zip", zip_of({{"d.txt", "x"}})}, {".DS_Store", "x"}});
     },
     {"it is no text, PDF, HTML, TIFF, PNG, JPEG or zip file", "it is an archive inside an archive, which is not read"},
     3},
    {"a_zip_cut_off",
     [] { return zip_of({{"a.txt", "Norco\n"}}).substr(0, 40); },
     {"the rest of the archive could not be read: it is damaged or made to do harm"}},
    {"a_zip_bomb",
     [] {
       std::vector<std::pair<std::string, std::string>> files;
       for (char name = 'a'; name < 'f'; ++name) files.push_back({name + ".txt"s, std::string(15U << 20U, ' ') + "x"});
       return zip_of(files);
     },
     {"it unpacks to far more than its size: what follows 'e.txt' is lost"},
     5},
};

INSTANTIATE_TEST_SUITE_P(Records, HostileRecord, ::testing::ValuesIn(kHostile),
                         [](const auto& test) { return test.param.name; });

TEST(HostileRecord, OfAGigabyteIsRefusedByItsSize) {
  const testing::TempFolder folder;
  const auto path = folder.write("x.tif", tiff_saying(10, 10, 0));
  std::filesystem::resize_file(path, 1ULL << 30U);
  RecordReader reader(quick());
  const auto read = reader.read({{"x.tif", path}}, "DIR");
  ASSERT_EQ(read.losses.size(), 1U);
  EXPECT_EQ(read.losses[0].to_string(),
            "DIR/x.tif: 1073741824 bytes, more than the 536870912 that are read. Split the file.");
  EXPECT_EQ(reader.children(), 0);
}

TEST(HostileRecord, CostsNothingWhereTheProgramIsMissing) {
  const testing::TempFolder folder;
  const auto path = folder.write("x.pdf", second_page("BT ET"));
  RecordReader reader({.program = "/nowhere/openimr-reader"});
  const auto read = reader.read({{"x.pdf", path}}, "DIR");
  ASSERT_EQ(read.losses.size(), 1U);
  EXPECT_EQ(read.losses[0].message, "the program that reads documents cannot be started (No such file or directory)");
}

}  // namespace
}  // namespace openimr::records
