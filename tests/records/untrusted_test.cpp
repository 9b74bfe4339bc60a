// Documents that nobody vouches for, read through the real openimr-reader: what good ones give.
#include "records/untrusted.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>

#include "support/engine.h"
#include "support/pdf_maker.h"

namespace openimr::records {
namespace {

using testing::draw;
using testing::pdf_of_pages;

LaidOutText read_or_fail(DocumentKind kind, const std::string& bytes) {
  UntrustedReader reader(OPENIMR_READER);
  auto text = reader.read(kind, bytes, "it");
  EXPECT_TRUE(text.has_value()) << text.error().to_string();
  return text ? std::move(*text) : LaidOutText{};
}

TEST(KindOf, GoesByTheFirstBytes) {
  const std::pair<std::string, std::optional<DocumentKind>> tests[] = {
      {"%PDF-1.7\n", DocumentKind::pdf},
      {"\n\nstray bytes\n%PDF-1.4", DocumentKind::pdf},
      {std::string(1019, ' ') + "%PDF-1.4", DocumentKind::pdf},
      {std::string(1020, ' ') + "%PDF-1.4", std::nullopt},
      {"<!DOCTYPE html>", DocumentKind::html},
      {"<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", DocumentKind::html},
      {"\xEF\xBB\xBF \r\n\t<HTML>", DocumentKind::html},
      {"<html lang=en>", DocumentKind::html},
      {"The <html> tag", std::nullopt},
      {"Progress note\n", std::nullopt},
      {"%PD", std::nullopt},
      {"", std::nullopt},
  };
  for (const auto& [bytes, kind] : tests) EXPECT_EQ(kind_of(bytes), kind) << bytes.substr(0, 40);
}

TEST(Pdf, GivesLinesAndBoxes) {
  const auto text = read_or_fail(
      DocumentKind::pdf,
      pdf_of_pages({draw("Soma 350mg TID", 72, 700) + draw("for spasm", 72, 686), draw("Norco", 100, 92)}));
  EXPECT_EQ(text.text, "Soma 350mg TID\nfor spasm\n\fNorco\n");
  ASSERT_EQ(text.words.size(), 6U);
  const Place place = text.place("records/note.pdf", {26, 31});
  EXPECT_EQ(place.text, "Norco");
  EXPECT_EQ(place.page, 2);
  ASSERT_TRUE(place.box.has_value());
  // The baseline is 92 points from the bottom of a page of 792, so 700 from the top; the letters are 12 points high.
  EXPECT_NEAR(place.box->left, 100, 0.5);
  EXPECT_GT(place.box->top, 686);
  EXPECT_LT(place.box->top, 692);
  EXPECT_GT(place.box->bottom, 700);
  EXPECT_LT(place.box->bottom, 706);
  EXPECT_NEAR(place.box->right, 130, 1);
}

TEST(Pdf, CountsPagesWithoutText) {
  const auto text = read_or_fail(DocumentKind::pdf, pdf_of_pages({"", draw("second", 72, 700), ""}));
  EXPECT_EQ(text.text, "\fsecond\n\f");
  EXPECT_EQ(text.page_begins.size(), 3U);
  EXPECT_EQ(text.place("x", {1, 7}).page, 2);
}

TEST(Pdf, FollowsTheRotationOfThePage) {
  const auto text = read_or_fail(DocumentKind::pdf, pdf_of_pages({draw("turned page", 72, 700)}, "/Rotate 90"));
  EXPECT_EQ(text.text, "turned page\n");
  // Writing runs down the page that is shown, which is 792 wide and 612 high.
  for (const WordBox& word : text.words) EXPECT_GT(word.box.bottom - word.box.top, word.box.right - word.box.left);
}

TEST(Pdf, LeavesOutWhatAScriptSays) {
  const auto text =
      read_or_fail(DocumentKind::pdf, pdf_of_pages({draw("harmless", 72, 700)}, "",
                                                   "/OpenAction<</S/JavaScript/JS(app.alert\\('harm'\\);)>>"
                                                   "/AA<</WC<</S/Launch/F(/bin/sh)>>>>"));
  EXPECT_EQ(text.text, "harmless\n");
}

TEST(Pdf, OpensWhatIsLockedForChangesOnly) {
  const auto file = testing::source_dir() / "tests/records/hostile/locked_for_changes.pdf";
  EXPECT_EQ(read_or_fail(DocumentKind::pdf, testing::read_whole(file)).text, "A word behind a lock\n");
}

struct HtmlTest {
  const char* name;
  std::string page;
  const char* text;
};

TEST(Html, IsTextAsAReaderSeesIt) {
  const HtmlTest tests[] = {
      {"blocks end lines", "<html><body><div>one</div><div>two <b>b</b>old</div>three", "one\ntwo bold\nthree\n"},
      {"paragraphs are parted", "<html><p>one<p>two</p>three", "one\n\ntwo\n\nthree\n"},
      {"headings too", "<html><h1>Report</h1>of a visit", "Report\n\nof a visit\n"},
      {"line breaks", "<html>one<br>two<br/>three<br><br>four", "one\ntwo\nthree\n\nfour\n"},
      {"lists", "<html>Drugs:<ul><li>Soma<li>Norco <i>10</i></li></ul>end", "Drugs:\n\nSoma\nNorco 10\n\nend\n"},
      {"tables",
       "<html><table><tr><th>Drug<th>Dose</tr><tr><td><p>Soma</p></td><td>350 mg</td></tr>"
       "<tr><td></td><td>alone</td></tr></table>",
       "Drug  Dose\nSoma  350 mg\nalone\n"},
      {"white space is one space", "<html>one \t\r\n  two\xC2\xA0three&nbsp;four", "one two three four\n"},
      {"written as it stands", "<html><pre>\n a  b\n\n\nc</pre>d", " a  b\n\nc\n\nd\n"},
      {"what nobody sees", "<html><head><title>T</title></head><script>x='<p>y'</script><style>p{}</style><p>seen",
       "seen\n"},
      {"entities", "<html>&lt;5 &amp; &eacute;&#233;&#xe9; &mdash; &bogus; &",
       "<5 & \xC3\xA9\xC3\xA9\xC3\xA9 \xE2\x80\x94 &bogus; &\n"},
      {"entities of its own are not read", "<!DOCTYPE html [<!ENTITY a \"aaaa\">]><html><p>&a;</html>", "]>\n\n&a;\n"},
      {"nothing is fetched", "<html><iframe src='file:///etc/passwd'></iframe><img src='http://127.0.0.1/'>text",
       "text\n"},
      {"never closed", "<html><p>one <b>two <div>three", "one two\nthree\n"},
      {"no page at all", "just words", "just words\n"},
      {"nothing", "", ""},
      {"control characters", "<html>a\x01\x1B[2J\x7F\x0C&#12;&#8238;b\xE2\x80\xAE", "a[2J b\n"},
      {"UTF-8 without a word", "<html>ni\xC3\xB1o", "ni\xC3\xB1o\n"},
      {"UTF-8 with a mark", "\xEF\xBB\xBF<html>ni\xC3\xB1o", "ni\xC3\xB1o\n"},
      {"UTF-8 declared and broken", "<html><meta charset='utf-8'>a\xF1 b", "a\xEF\xBF\xBD b\n"},
      {"Latin 1 declared", "<html><meta charset=ISO-8859-1>ni\xF1o", "ni\xC3\xB1o\n"},
      {"the old way to declare",
       "<html><meta http-equiv=Content-Type content='text/html; charset=Windows-1252'>\x93quoted\x94",
       "\xE2\x80\x9Cquoted\xE2\x80\x9D\n"},
      {"neither declared nor UTF-8", "<html>\x96 ni\xF1o", "\xE2\x80\x93 ni\xC3\xB1o\n"},
      {"XHTML", "<?xml version='1.0' encoding='ISO-8859-1'?><html>\xE9", "\xC3\xA9\n"},
      {"UTF-16", std::string("\xFF\xFE<\0h\0t\0m\0l\0>\0\xE9\0", 16), "\xC3\xA9\n"},
  };
  UntrustedReader reader(OPENIMR_READER);
  for (const auto& test : tests) {
    const auto text = reader.read(DocumentKind::html, test.page, test.name);
    ASSERT_TRUE(text.has_value()) << test.name << ": " << text.error().to_string();
    EXPECT_EQ(text->text, test.text) << test.name;
    EXPECT_EQ(text->page_begins.size(), 1U) << test.name;
    EXPECT_TRUE(text->words.empty()) << test.name;
  }
  EXPECT_EQ(reader.children(), 1);
}

TEST(Html, OfAnotherSetOfCharactersIsRefused) {
  UntrustedReader reader(OPENIMR_READER);
  const auto text = reader.read(DocumentKind::html, "<html><meta charset='Shift_JIS'>\x82\xA0", "notes.html");
  ASSERT_FALSE(text.has_value());
  EXPECT_EQ(text.error().to_string(),
            "'notes.html' is written in a set of characters that is not read here. Save it as UTF-8 and try again.");
}

TEST(UntrustedReader, StartsNothingBeforeTheFirstDocumentAndOneChildForAll) {
  UntrustedReader reader(OPENIMR_READER);
  EXPECT_EQ(reader.children(), 0);
  for (int i = 0; i < 50; ++i) {
    const std::string words = "document " + std::to_string(i);
    const auto text = reader.read(DocumentKind::pdf, pdf_of_pages({draw(words, 72, 700)}), "it");
    ASSERT_TRUE(text.has_value()) << text.error().to_string();
    EXPECT_EQ(text->text, words + "\n");
  }
  EXPECT_EQ(reader.children(), 1);
}

TEST(UntrustedReader, MovesWithItsChild) {
  UntrustedReader first(OPENIMR_READER);
  const std::string pdf = pdf_of_pages({draw("words", 72, 700)});
  ASSERT_TRUE(first.read(DocumentKind::pdf, pdf, "it").has_value());
  UntrustedReader second = std::move(first);
  ASSERT_TRUE(second.read(DocumentKind::pdf, pdf, "it").has_value());
  EXPECT_EQ(second.children(), 1);
}

TEST(UntrustedReader, ServesThreadsThatHaveOneEach) {
  const std::string pdf = pdf_of_pages({draw("words", 72, 700)});
  std::vector<std::thread> threads;
  std::vector<int> read(4, 0);
  for (std::size_t i = 0; i < read.size(); ++i) {
    threads.emplace_back([&pdf, &count = read[i]] {
      UntrustedReader reader(OPENIMR_READER);
      for (int n = 0; n < 20; ++n) count += reader.read(DocumentKind::pdf, pdf, "it").has_value() ? 1 : 0;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(read, std::vector<int>(4, 20));
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

TEST(SharedPdfLetters, ReadWordForWordAndInOrder) {
  const char* named = std::getenv("OPENIMR_SHARED");
  const auto letters =
      (named != nullptr ? std::filesystem::path(named) : testing::source_dir() / "../shared") / "letters";
  if (named == nullptr && !std::filesystem::exists(letters)) GTEST_SKIP() << "no " << letters;
  UntrustedReader reader(OPENIMR_READER);
  int alike = 0;
  int all = 0;
  for (const auto& entry : std::filesystem::directory_iterator(letters / "pdf")) {
    const auto expected = letters / "text" / entry.path().filename().replace_extension(".txt");
    const auto text = reader.read(DocumentKind::pdf, testing::read_whole(entry.path()), entry.path().filename());
    ASSERT_TRUE(text.has_value()) << text.error().to_string();
    const bool same = words_of(text->text) == words_of(testing::read_whole(expected));
    EXPECT_TRUE(same) << entry.path();
    alike += same ? 1 : 0;
    ++all;
    EXPECT_GT(text->words.size(), 100U);
    for (const WordBox& word : text->words) {
      const bool inside = word.box.left >= 0 && word.box.top >= 0 && word.box.right <= 612 && word.box.bottom <= 792;
      EXPECT_TRUE(inside && !word.box.empty()) << entry.path() << ": " << text->place("", word.span).text;
    }
  }
  RecordProperty("letters_alike", alike);
  std::printf("%d of %d letters give the same words in the same order\n", alike, all);
  EXPECT_GT(all, 0);
  EXPECT_EQ(reader.children(), 1);
}

}  // namespace
}  // namespace openimr::records
