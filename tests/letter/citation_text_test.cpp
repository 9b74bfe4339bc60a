// Citations in the form that letters print them.
#include "letter/writing/citation_text.h"

#include <gtest/gtest.h>

namespace openimr {
namespace {

using determination::Citation;
using letter::Side;

struct Cited {
  const char* what;
  std::vector<Citation> citations;
  const char* paragraph;
  Side side = Side::reviewer;
};

Citation mtus(const std::string& title, int year, std::vector<std::string> sections = {}, std::vector<int> pages = {}) {
  return {"MTUS", title, year, "", std::move(sections), std::move(pages), "", ""};
}

TEST(GuidelineParagraph, IsInTheFormOfTheMtus) {
  const Citation zolpidem = {"ODG", "Official Disability Guidelines (ODG)", 2016, "Pain", {"Zolpidem"}, {}, "", ""};
  const std::vector<Cited> table = {
      {"one section",
       {mtus("Chronic Pain Medical Treatment", 2009, {"Carisoprodol (Soma)"})},
       "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Carisoprodol (Soma)."},
      {"several sections and pages",
       {mtus("Chronic Pain Medical Treatment", 2009, {"Opioids", "Weaning"}, {63, 64})},
       "Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Opioids, Weaning, Page(s): 63, 64."},
      {"no section", {mtus("Acupuncture Treatment", 2007)}, "Decision based on MTUS Acupuncture Treatment 2007."},
      {"two guidelines of the MTUS",
       {mtus("Low Back Complaints", 2004, {"Summary"}), mtus("Chronic Pain Medical Treatment", 2016, {"Facet blocks"})},
       "Decision based on MTUS Low Back Complaints 2004, Section(s): Summary, and Chronic Pain Medical Treatment 2016, "
       "Section(s): Facet blocks."},
      {"another guideline",
       {zolpidem},
       "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain, Zolpidem, 2016."},
      {"the MTUS comes first",
       {zolpidem, mtus("Opioid Treatment", 2016)},
       "Decision based on MTUS Opioid Treatment 2016. Decision based on Non-MTUS Citation Official Disability "
       "Guidelines "
       "(ODG), Pain, Zolpidem, 2016."},
      {"the publisher is named once",
       {{"ODG", "Official Disability Guidelines", 0, "Pain", {}, {}, "", ""},
        {"ODG", "", 0, "Pain", {}, {}, "", ""},
        {"ACOEM", "Low Back Disorders", 2007, "", {}, {}, "", ""},
        {"ACOEM", "ACOEM Guidelines", 2004, "Chapter 12", {}, {}, "", ""}},
       "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Pain. Decision based on Non-MTUS "
       "Citation "
       "Official Disability Guidelines (ODG), Pain. Decision based on Non-MTUS Citation ACOEM Low Back Disorders, "
       "2007. "
       "Decision based on Non-MTUS Citation ACOEM Guidelines, Chapter 12, 2004."},
      {"words that nobody took apart",
       {{"other", "", 0, "", {}, {}, "www.example.org.", ""}},
       "Decision based on Non-MTUS Citation www.example.org."},
      {"such words of the MTUS",
       {{"MTUS", "", 0, "", {}, {}, "MTUS Opioids, Page(s): 78", ""}},
       "Decision based on MTUS Opioids, Page(s): 78."},
      {"nothing cited",
       {{"none", "", 0, "", {}, {}, "", ""}},
       "The Expert Reviewer did not cite any medical evidence for its decision."},
      {"nothing cited by the other side",
       {{"none", "", 0, "", {}, {}, "", ""}},
       "The Claims Administrator did not cite any medical evidence for its decision.",
       Side::claims_administrator},
      {"nothing known", {}, ""},
  };
  for (const Cited& row : table) {
    determination::Relied relied;
    for (const Citation& citation : row.citations) relied.citations.push_back({citation, {}});
    EXPECT_EQ(letter::guideline_paragraph(relied, row.side), row.paragraph) << row.what;
  }
}

TEST(GuidelineParagraph, IsAsPrintedWhereItWasPrinted) {
  determination::Relied relied;
  relied.paragraph.text = "The Claims Administrator based its decision on ACOEM , page 7";
  relied.citations.push_back({mtus("Opioid Treatment", 2016), {}});
  EXPECT_EQ(letter::guideline_paragraph(relied, Side::reviewer), relied.paragraph.text);
}

}  // namespace
}  // namespace openimr
