// Papers as text, HTML and PDF.
#include "letter/paper.h"

#include <sstream>

#include <gtest/gtest.h>

#include "letter/reading/lines.h"
#include "records/untrusted.h"
#include "support/engine.h"
#include "support/golden.h"

namespace openimr::letter {
namespace {

Paper invented_paper() {
  return {{"Example Review Organization", "Invented programme of review"},
          {"Employee", "Pat Example", "1 Invented Street", "Nowhere, CA 90000"},
          "Notice of something that was invented",
          "CM15-0000000",
          {{PaperBlockKind::row, "Case number:", "CM15-0000000"}, {PaperBlockKind::row, "Date:", "October 1, 2015"}},
          {{PaperBlockKind::heading, "", "WHAT THIS IS"},
           {PaperBlockKind::paragraph, "",
            "This paper shows each kind of block that a paper has, so that whoever changes the looks of papers sees "
            "at once what changed. Please send the following:"},
           {PaperBlockKind::entry, "",
            "reports of the physicians on the condition as it is now, of the six months "
            "before the request, and those that the decision names"},
           {PaperBlockKind::entry, "", "the form"},
           {PaperBlockKind::paragraph, "", "And in this order:"},
           {PaperBlockKind::entry, "1.", "what came first"},
           {PaperBlockKind::entry, "10.",
            "what came tenth, which takes so many words to tell that they do not stand "
            "on one line of a page, nor of a screen"},
           {PaperBlockKind::heading, "", "THE TABLE"},
           {PaperBlockKind::row, "Employee:",
            "mailed, both addresses in California, on October 1, 2015: 5 calendar "
            "days are added to a time that runs from this service"},
           {PaperBlockKind::row, "Employee's attorney:", "sent by fax, as agreed"},
           {PaperBlockKind::row, "Independent bill review:", "has a label that is wider than its column"},
           {PaperBlockKind::paragraph, "", "That is all."},
           {PaperBlockKind::signature, "", "Sam Example, who served this"}}};
}

std::string text_of(const Paper& paper) {
  std::ostringstream out;
  write_paper_text(out, paper);
  return out.str();
}

std::string html_of(const Paper& paper) {
  std::ostringstream out;
  write_paper_html(out, paper);
  return out.str();
}

std::string pdf_of(const Paper& paper) {
  return paper_pdf(paper, *Date::of(2015, 10, 1)).value();
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// The words alone, without what each form has of its own: marks of a list, the line to sign on, the foot.
std::string words(std::string text) {
  for (const char* mark : {"\n- ", "\n\u2022 ", "\n\u2022\n", "\n________________________________________\n"})
    replace_all(text, mark, "\n");
  for (std::size_t at = text.find("Case CM15-0000000 - Page"); at != std::string::npos;
       at = text.find("Case CM15-0000000 - Page"))
    text.erase(at, text.find('\n', at) - at);
  return Lines(text).fold({0, static_cast<std::uint32_t>(text.size())}).text;
}

std::string taken_apart(records::DocumentKind kind, const std::string& bytes) {
  static records::UntrustedReader reader(OPENIMR_READER);
  return reader.read(kind, bytes, "paper").value().text;
}

// A table over several pages, with rows of one line and of more.
Paper long_paper() {
  Paper out = invented_paper();
  for (int i = 1; i <= 90; ++i) {
    std::string report = "Report of";
    for (int j = 0; j < i % 40; ++j) report += " an invented physician";
    out.blocks.insert(out.blocks.end() - 2, {PaperBlockKind::row, std::to_string(i) + ".", report});
  }
  return out;
}

TEST(GoldenPaper, AsText) {
  testing::expect_golden("papers/invented.txt", text_of(invented_paper()));
}

TEST(GoldenPaper, AsHtml) {
  testing::expect_golden("papers/invented.html", html_of(invented_paper()));
}

TEST(Paper, SaysTheSameInEachForm) {
  for (const Paper& paper : {invented_paper(), long_paper()}) {
    const std::string text = words(text_of(paper));
    EXPECT_EQ(words(taken_apart(records::DocumentKind::pdf, pdf_of(paper))), text);
    const std::string footer = " Notice of something that was invented, case CM15-0000000";
    const std::string html = words(taken_apart(records::DocumentKind::html, html_of(paper)));
    EXPECT_EQ(html, text + footer);
  }
}

TEST(PaperPdf, IsTaggedDatedAndTheSameTwice) {
  const std::string pdf = pdf_of(invented_paper());
  for (const char* says :
       {"/StructTreeRoot", "/Lang (en-US)", "/S /Table", "/S /TH", "/S /L", "/S /H2", "20151001000000Z",
        "/Title (Notice of something that was invented, case CM15-0000000)", "/FontFile2 "}) {
    EXPECT_NE(pdf.find(says), std::string::npos) << says;
  }
  EXPECT_TRUE(pdf == pdf_of(invented_paper()));
}

TEST(PaperText, HasNoLineBeyondItsWidth) {
  std::istringstream lines(text_of(invented_paper()));
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 96U) << line;
}

TEST(Paper, LeavesOutWhatIsEmptyAndHoldsNothingThatCannotBeSeen) {
  Paper paper = invented_paper();
  paper.address.clear();
  paper.case_number.clear();
  paper.references = {{PaperBlockKind::row, "Date:", " \n"}};
  paper.blocks = {{PaperBlockKind::paragraph, "", "seen\n \x1B[31m\u202E and <b>plain</b>"}};
  EXPECT_EQ(text_of(paper),
            "Example Review Organization\nInvented programme of review\n\nNotice of something that was invented\n\n"
            "seen [31m and <b>plain</b>\n");
  EXPECT_NE(html_of(paper).find("seen [31m and &lt;b&gt;plain&lt;/b&gt;"), std::string::npos);
  EXPECT_EQ(html_of(paper).find(", case"), std::string::npos);
}

}  // namespace
}  // namespace openimr::letter
