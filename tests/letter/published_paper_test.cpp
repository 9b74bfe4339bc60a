// The text of a published letter set anew on paper.
#include "letter/published_paper.h"

#include <gtest/gtest.h>

namespace openimr::letter {
namespace {

std::string told(std::string_view text) {
  std::string out;
  for (const PaperBlock& block : published_paper("EX-1", text).blocks) {
    const char* kind = block.kind == PaperBlockKind::heading ? "# " : block.kind == PaperBlockKind::entry ? "* " : "";
    out += kind + (block.label.empty() ? "" : block.label + " ") + block.text + "\n";
  }
  return out;
}

constexpr const char* kLong = "A line of a letter that is about as long as the lines of its page are";

TEST(PublishedPaper, JoinsWhatThePageBrokeAndKeepsTheRest) {
  const std::string full = kLong;
  const std::vector<std::pair<std::string, std::string>> cases = {
      {full + "\n" + full + "\n\nAnother.", full + " " + full + "\nAnother.\n"},
      {"CLINICAL CASE SUMMARY\n" + full + "\n", "# CLINICAL CASE SUMMARY\n" + full + "\n"},
      {"DEPARTMENT OF NOTHING\nDIVISION OF EXAMPLES\n" + full,
       "# DEPARTMENT OF NOTHING DIVISION OF EXAMPLES\n" + full + "\n"},
      {full + " degen-\nerative disc disease", full + " degen-erative disc disease\n"},
      {"Short line\n" + full, "Short line\n" + full + "\n"},
      {full + "\n1. the first\n2. the second\n" + full, full + "\n* 1. the first\n* 2. the second\n" + full + "\n"},
      {full + "\n- one\n(b) two", full + "\n* one\n* (b) two\n"},
      {full + ",\f\nwhich goes on", full + ", which goes on\n"},
      {"one two three four,\n\nfive six seven eight\n\nnine ten eleven ten.\n\nThe twelfth follows.\n\n\n\nThe next",
       "one two three four, five six seven eight nine ten eleven ten. The twelfth follows.\nThe next\n"},
      {"", ""},
  };
  for (const auto& [text, blocks] : cases) EXPECT_EQ(told(text), blocks) << text;
}

TEST(PublishedPaper, NamesNobodyAsItsAuthor) {
  const Paper paper = published_paper("EX-1", "Text.");
  EXPECT_EQ(paper.head.organisation, "");
  EXPECT_EQ(paper.case_number, "EX-1");
  const std::string pdf = paper_pdf(paper, std::nullopt).value();
  EXPECT_EQ(pdf.find("CreationDate"), std::string::npos);
  EXPECT_EQ(pdf, paper_pdf(paper, std::nullopt).value()) << "the same text gives the same bytes";
}

}  // namespace
}  // namespace openimr::letter
