// The letter as text, HTML and PDF.
#include "letter/write.h"

#include <sstream>

#include <gtest/gtest.h>

#include "letter/invented.h"
#include "letter/reading/lines.h"
#include "letter/writing/pages.h"
#include "letter/writing/pdf_catalog.h"
#include "support/golden.h"

namespace openimr {
namespace {

using determination::Decision;
using determination::Determination;
using testing::invented;

std::string text_of(const Determination& letter) {
  std::ostringstream out;
  letter::write_letter_text(out, letter);
  return out.str();
}

std::string html_of(const Determination& letter) {
  std::ostringstream out;
  letter::write_letter_html(out, letter);
  return out.str();
}

std::string pdf_of(const Determination& letter) {
  const auto out = letter::letter_pdf(letter);
  if (!out) throw std::runtime_error(out.error().to_string());
  return *out;
}

bool holds(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

std::string folded(const std::string& text) {
  return letter::Lines(text).fold({0, static_cast<std::uint32_t>(text.size())}).text;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// What the body of a page says.
std::string words_of_html(std::string html) {
  html = html.substr(html.find("<body>"));
  std::string out;
  bool in_tag = false;
  for (const char c : html) {
    in_tag |= c == '<';
    if (!in_tag) out += c;
    in_tag &= c != '>';
  }
  for (const auto& [entity, character] :
       {std::pair{"&nbsp;", " "}, {"&#8288;", ""}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}})
    replace_all(out, entity, character);
  return folded(out);
}

std::string words_of_pages(const Determination& letter) {
  const auto fonts = letter::Fonts::load();
  const auto blocks = letter::blocks_of(letter, {});
  std::string out;
  for (const auto& page : letter::pages_of(letter::rows_of(blocks, *fonts), blocks)) {
    for (const auto& placed : page.rows) {
      for (const auto& run : placed.row.runs) out += run.text + (run.path.back().name == "TH" ? " " : "");
      out += "\n";
    }
  }
  replace_all(out, "\u2022", "- ");
  return folded(out);
}

// A letter over several pages, whose words fall on every place of a line.
Determination long_letter() {
  Determination out = invented();
  for (int i = 0; i < 12; ++i) {
    auto item = out.items[static_cast<std::size_t>(i) % 2];
    for (int j = 0; j < i * 3; ++j)
      item.rationale.text += " " + out.summary.text.substr(0, static_cast<std::size_t>(37 * j % 500));
    out.items.push_back(item);
    out.records_reviewed.push_back(
        {"Report " + std::to_string(i) + " " + std::string(static_cast<std::size_t>(i * 7), 'x'), {}});
  }
  return out;
}

TEST(GoldenLetter, AsText) {
  testing::expect_golden("letters/invented.txt", text_of(invented()));
}

TEST(GoldenLetter, AsHtml) {
  testing::expect_golden("letters/invented.html", html_of(invented()));
}

TEST(WrittenLetter, SaysTheSameInEachForm) {
  for (const Determination& letter : {invented(), long_letter()}) {
    const std::string text = folded(text_of(letter));
    const std::string footer = " Independent Medical Review Final Determination, case CM15-0000000";
    std::string html = words_of_html(html_of(letter));
    ASSERT_TRUE(html.ends_with(footer));
    html.erase(html.size() - footer.size());
    std::string without_marks = text_of(letter);
    replace_all(without_marks, "\n- ", "\n");
    EXPECT_EQ(html, folded(without_marks));
    EXPECT_EQ(words_of_pages(letter), text);
  }
}

TEST(WrittenLetter, LeavesOutWhatIsNotStated) {
  Determination letter;
  letter.items.emplace_back().text.text = "Massage";
  const std::string text = text_of(letter);
  for (const char* absent : {"Case Number", "Date", "Priority", "Licensure", "credentials", "DOCUMENTS REVIEWED",
                             "CLINICAL CASE SUMMARY", "guideline:", "rationale:"}) {
    EXPECT_FALSE(holds(text, absent)) << absent;
  }
  EXPECT_TRUE(holds(text, "\nMassage: Upheld\n"));
  EXPECT_TRUE(holds(folded(text), "the number of this review, and every ground"));
  EXPECT_FALSE(holds(pdf_of(letter), "/CreationDate"));
}

TEST(WrittenLetter, NeverNamesTheReviewer) {
  EXPECT_TRUE(holds(text_of(invented()), "The name of the reviewer is confidential."));
}

struct Meaning {
  std::vector<Decision> decisions;
  const char* verdict;
  const char* says;
  bool tells_what_follows;
};

TEST(WrittenLetter, SaysInPlainWordsWhatTheOutcomeMeans) {
  constexpr Decision up = Decision::upheld;
  constexpr Decision over = Decision::overturned;
  for (const Meaning& row : std::vector<Meaning>{
           {{up}, "UPHELD", "The denial stands. The expert reviewer found that the treatment in dispute is not", false},
           {{up, up}, "UPHELD", "The denial stands for all 2 treatments in dispute.", false},
           {{over}, "OVERTURNED", "The denial does not stand.", true},
           {{over, over, over}, "OVERTURNED", "for any of the 3 treatments", true},
           {{over, up, up},
            "PARTIALLY OVERTURNED",
            "that 1 is medically necessary (Overturned: the denial does not stand) and 2 are not",
            true},
           {{over, over, up}, "PARTIALLY OVERTURNED", "that 2 are medically necessary", true}}) {
    Determination letter;
    for (const Decision decision : row.decisions) {
      letter.items.emplace_back().text.text = "Massage";
      letter.items.back().decision = decision;
    }
    const std::string text = text_of(letter);
    EXPECT_TRUE(holds(text, std::string("\nFinal Determination: ") + row.verdict + "\n")) << row.says;
    EXPECT_TRUE(holds(folded(text), row.says)) << text;
    EXPECT_EQ(holds(text, "5 working days"), row.tells_what_follows) << row.says;
  }
}

TEST(WrittenLetter, CarriesTheOrganisationThatSendsIt) {
  std::ostringstream out;
  letter::write_letter_text(out, invented(), {"Example Review, Inc.", "Example programme"});
  EXPECT_TRUE(out.str().starts_with("Example Review, Inc.\nExample programme\n\nIndependent Medical Review Final"));
}

TEST(LetterText, HasNoLineBeyondItsWidth) {
  std::istringstream lines(text_of(long_letter()));
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(line.size() <= 96 || line.find("xxxxxxxxxx") != std::string::npos) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
  }
}

// What cannot be seen is not written: a line end, a control character, a mark that turns the direction of writing.
TEST(WrittenLetter, HoldsNothingThatCannotBeSeen) {
  Determination letter = invented();
  letter.items[0].text.text = "Soma\n\n\x1B[31m350 mg\u202E \u00A0#60";
  EXPECT_TRUE(holds(text_of(letter), "\nSoma [31m350 mg #60: Upheld\n"));
  EXPECT_TRUE(holds(html_of(letter), "<h3>Soma [31m350 mg #60:&nbsp;"));
}

TEST(LetterHtml, EscapesWhatIsForeign) {
  Determination letter = invented();
  letter.case_number.text = "CM\"; } body { display: none } </style><script>";
  letter.items[0].text.text = "<img src=x onerror=alert(1)> & \"Soma\"";
  const std::string html = html_of(letter);
  EXPECT_FALSE(holds(html, "<img"));
  EXPECT_FALSE(holds(html, "<script"));
  EXPECT_TRUE(holds(html, "<h3>&lt;img src=x onerror=alert(1)&gt; &amp; \"Soma\":&nbsp;"));
  EXPECT_TRUE(
      holds(html, "content: \"Case CM\\22 \\3b  \\7d  body \\7b  display\\3a  none \\7d  \\3c \\2f style\\3e "));
}

TEST(LetterHtml, NeedsNothingFromElsewhere) {
  const std::string html = html_of(invented());
  EXPECT_TRUE(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
  for (const char* foreign : {"http://", "https://", "<link", "<script", "url(", "@import"})
    EXPECT_FALSE(holds(html, foreign)) << foreign;
}

TEST(LetterHtml, DoesNotBreakAfterAHyphen) {
  Determination letter = invented();
  letter.summary.text = "a three or four- week trial";
  EXPECT_TRUE(holds(html_of(letter), "four-&#8288;&nbsp;week trial"));
}

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t out = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++out;
  return out;
}

TEST(LetterPdf, IsTaggedAndSaysWhatItIs) {
  const std::string pdf = pdf_of(invented());
  EXPECT_TRUE(pdf.starts_with("%PDF-1.4\n"));
  EXPECT_EQ(count(pdf, "<< /Type /Page "), 3U);
  for (const char* words : {"/StructTreeRoot", "/MarkInfo << /Marked true >>", "/Lang (en-US)", "/DisplayDocTitle true",
                            "/Outlines", "/S /Document", "/S /H1", "/S /H2", "/S /H3", "/S /Table", "/S /TH", "/S /L",
                            "/S /LBody", "/S /P", "/Title (WHAT YOU CAN DO IF YOU DISAGREE)",
                            "/Title (Physical therapy 2 times a week for 3 weeks, low back: Overturned)",
                            "/Title (Independent Medical Review Final Determination, case CM15-0000000)",
                            "/Creator (OpenIMR)", "20151030000000Z"}) {
    EXPECT_TRUE(holds(pdf, words)) << words;
  }
}

TEST(LetterPdf, HoldsItsFonts) {
  const std::string pdf = pdf_of(invented());
  EXPECT_EQ(count(pdf, "/Type /FontDescriptor"), 4U);
  EXPECT_EQ(count(pdf, "/FontFile2 "), 4U);
}

TEST(LetterPdf, IsTheSameTwice) {
  EXPECT_TRUE(pdf_of(invented()) == pdf_of(invented()));
  EXPECT_TRUE(pdf_of(long_letter()) == pdf_of(long_letter()));
}

// The second table of objects names the place of the catalog, and the first table.
TEST(LetterPdf, KeepsItsTablesOfObjects) {
  const std::string pdf = pdf_of(invented());
  const std::size_t last = std::stoul(pdf.substr(pdf.rfind("startxref\n") + 10));
  ASSERT_EQ(pdf.compare(last, 5, "xref\n"), 0);
  const std::string table = pdf.substr(last);
  const std::size_t object = std::stoul(table.substr(5));
  const std::size_t catalog = std::stoul(table.substr(table.find('\n', 5) + 1, 10));
  EXPECT_EQ(pdf.compare(catalog, 20, std::to_string(object) + " 0 obj\n<< /Type /Catalog", 0, 20), 0);
  const std::size_t first = std::stoul(table.substr(table.find("/Prev ") + 6));
  EXPECT_EQ(pdf.compare(first, 5, "xref\n"), 0);
}

TEST(LetterPdf, OfAnotherFormIsAnErrorOfOurs) {
  for (const char* other : {"", "startxref\n9\n%%EOF\n", "%PDF-1.7\nxref\ntrailer\nstartxref\n9\n%%EOF\n"}) {
    const auto out = letter::with_language(other, "en-US");
    ASSERT_FALSE(out) << other;
    EXPECT_EQ(out.error().code, ErrorCode::internal);
    EXPECT_EQ(out.error().message, "the PDF library wrote a document of another form");
  }
}

class Pages : public ::testing::Test {
 protected:
  void lay_out(const Determination& letter) {
    const auto fonts = letter::Fonts::load();
    ASSERT_TRUE(fonts) << fonts.error().to_string();
    blocks_ = letter::blocks_of(letter, {});
    pages_ = letter::pages_of(letter::rows_of(blocks_, *fonts), blocks_);
  }
  letter::BlockKind kind(const letter::PlacedRow& placed) const { return blocks_[placed.row.block].kind; }

  std::vector<letter::Block> blocks_;
  std::vector<letter::LetterPage> pages_;
};

TEST_F(Pages, LeaveNoHeadingBehind) {
  lay_out(long_letter());
  ASSERT_GT(pages_.size(), 6U);
  for (const auto& page : pages_) {
    EXPECT_NE(kind(page.rows.back()), letter::BlockKind::heading);
    EXPECT_NE(kind(page.rows.back()), letter::BlockKind::item);
  }
}

TEST_F(Pages, PartParagraphsOnlyWithinThem) {
  lay_out(long_letter());
  int parted = 0;
  for (std::size_t p = 0; p + 1 < pages_.size(); ++p) {
    const auto& above = pages_[p].rows;
    const auto& below = pages_[p + 1].rows;
    if (above.back().row.block != below.front().row.block) continue;
    ++parted;
    EXPECT_EQ(above[above.size() - 2].row.block, above.back().row.block) << "page " << p + 1;
    EXPECT_EQ(below[1].row.block, below.front().row.block) << "page " << p + 2;
    EXPECT_EQ(above.back().row.runs.back().path.back().name, "Span");
    EXPECT_EQ(below.front().row.runs.back().path.back().name, "Span");
  }
  EXPECT_GT(parted, 2);
}

TEST_F(Pages, LeaveNoEntryOfAListAlone) {
  for (std::size_t more = 0; more < 40; ++more) {
    Determination letter = invented();
    for (std::size_t i = 0; i < more; ++i) letter.records_reviewed.push_back({"Report", {}});
    lay_out(letter);
    for (std::size_t p = 0; p + 1 < pages_.size(); ++p) {
      const auto& above = pages_[p].rows;
      const auto& below = pages_[p + 1].rows;
      if (kind(above.back()) != letter::BlockKind::list_entry || kind(below.front()) != letter::BlockKind::list_entry)
        continue;
      EXPECT_NE(blocks_[above.back().row.block - 1].kind, letter::BlockKind::heading) << more;
      EXPECT_EQ(blocks_[below.front().row.block + 1].kind, letter::BlockKind::list_entry) << more;
    }
  }
}

TEST_F(Pages, KeepTheirMargins) {
  Determination letter = long_letter();
  letter.summary.text += " http://example.org/" + std::string(400, 'w');
  letter.priority.text = std::string(90, 'M');
  lay_out(letter);
  for (const auto& page : pages_) {
    for (const auto& placed : page.rows) {
      EXPECT_GE(placed.baseline, letter::kMargin);
      EXPECT_LE(placed.baseline, letter::kPageHeight - letter::kMargin);
      for (const auto& run : placed.row.runs)
        EXPECT_LE(run.x + run.width, letter::kPageWidth - letter::kMargin + 4) << run.text;  // a space at the end
    }
  }
}

// Then whoever reads the page puts it together again.
TEST_F(Pages, CutALongWordAfterAHyphen) {
  Determination letter = invented();
  const std::string half = std::string(70, 'a');
  letter.summary.text = "See http://" + half + "-" + half + "-end for it.";
  lay_out(letter);
  std::vector<std::string> lines;
  for (const auto& page : pages_) {
    for (const auto& placed : page.rows)
      if (placed.row.runs.back().text.find("aaa") != std::string::npos) lines.push_back(placed.row.runs.back().text);
  }
  EXPECT_EQ(lines, (std::vector<std::string>{"http://" + half + "-", half + "-end for it."}));
}

// Two paragraphs are told apart by the space between them: more than half as much again as between lines.
TEST_F(Pages, PartParagraphsClearly) {
  lay_out(invented());
  const double lines = letter::style_of(letter::Type::text).leading;
  for (const auto& page : pages_) {
    for (std::size_t i = 1; i < page.rows.size(); ++i) {
      const auto before = kind(page.rows[i - 1]);
      const auto after = kind(page.rows[i]);
      const double distance = page.rows[i].baseline - page.rows[i - 1].baseline;
      if (page.rows[i].row.block == page.rows[i - 1].row.block) {
        EXPECT_LE(distance, letter::style_of(letter::Type::title).leading);
      } else if (before == letter::BlockKind::labelled || before == letter::BlockKind::paragraph ||
                 after == letter::BlockKind::item) {
        EXPECT_GT(distance, 1.55 * lines);
      }
    }
  }
}

}  // namespace
}  // namespace openimr
