// Absence with proof: what was searched, and what could not be.
#include "letter/searched.h"

#include <gtest/gtest.h>

namespace openimr::letter {
namespace {

facts::SearchedDocument document(const char* name, int pages) {
  facts::SearchedDocument out;
  out.name = name;
  out.pages = pages;
  return out;
}

TEST(Searched, TellsWhatWasReadAndWhatWasNot) {
  EXPECT_EQ(searched_sentence({document("a.txt", 1)}), "1 readable page of 1 document");
  EXPECT_EQ(searched_sentence({}), "0 readable pages of 0 documents");

  auto first = document("x.pdf", 600);
  auto second = document("x.pdf", 12);
  for (const int page : {12, 40, 41, 42}) first.unreadable.emplace_back(page, "bad fax");
  second.unreadable.emplace_back(43, "bad fax");
  second.unreadable.emplace_back(700, "handwriting");
  second.blank = 3;
  second.repeated = 150;
  EXPECT_EQ(searched_sentence({first, second}),
            "612 readable pages of 1 document; 6 unreadable (bad fax: pages 12, 40-43 of x.pdf; handwriting: page 700 "
            "of x.pdf); 3 blank; 150 counted once, as they repeat others");
}

TEST(Searched, NamesFiveCausesAtMost) {
  std::vector<facts::SearchedDocument> documents;
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g"}) {
    documents.push_back(document(name, 1));
    documents.back().unreadable.emplace_back(1, "bad fax");
  }
  const std::string text = searched_sentence(documents);
  EXPECT_NE(text.find("page 1 of e; 2 more)"), std::string::npos) << text;
  EXPECT_EQ(text.find("of f"), std::string::npos);
}

TEST(Searched, CountsEachFileAndSectionOnce) {
  auto a = document("x.pdf", 2);
  auto b = document("x.pdf", 3);
  a.sections = {"history", "examination"};
  b.sections = {"examination", "plan"};
  const SearchedPages all = searched_pages({a, b});
  EXPECT_EQ(all.documents, (std::vector<std::string>{"x.pdf"}));
  EXPECT_EQ(all.readable, 5);
  EXPECT_EQ(all.sections, (std::vector<std::string>{"history", "examination", "plan"}));
}

}  // namespace
}  // namespace openimr::letter
