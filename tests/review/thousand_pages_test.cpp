// A case file of 1,000 pages, from its PDFs to the draft: nothing is lost, nothing counts twice, and the one sentence
// that decides is found.
#include "support/thousand_pages.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "facts/extract.h"
#include "records/record_reader.h"
#include "support/engine.h"
#include "support/process.h"

namespace openimr {
namespace {

struct Read {
  testing::MadeCase made;
  Result<records::CaseFile> file;
  facts::Facts facts;
};

std::string row(const std::string& file, int first, int last, const std::string& kind, const std::string& date,
                const std::string& author) {
  return fmt::format("{} {}-{} {} {} {}", file, first, last, kind, date, author);
}

void have_the_inventory_they_were_made_with(const Read& read) {
  std::vector<std::string> expected;
  for (const auto& made : read.made.documents)
    expected.push_back(row(made.file, made.first_page, made.last_page, made.kind, made.date, made.author));
  std::vector<std::string> found;
  for (const auto& document : read.file->documents) {
    found.push_back(row(document.name(), document.first_page(), document.last_page(), document.kind,
                        document.date ? document.date->iso() : "-", document.author));
  }
  EXPECT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i) EXPECT_EQ(found[i], expected[i]);
}

void count_each_page_once(const Read& read) {
  int pages = 0;
  int scans = 0;
  int repeated = 0;
  for (const auto& file : read.file->files) {
    for (const auto& page : file->pages) {
      ++pages;
      scans += page.source == records::PageSource::scan ? 1 : 0;
      repeated += page.same_as ? 1 : 0;
      EXPECT_EQ(page.loss, "") << file->name;
    }
  }
  EXPECT_EQ(pages, read.made.pages);
  EXPECT_EQ(scans, read.made.scanned_pages);
  EXPECT_EQ(repeated, read.made.repeated_pages);
  EXPECT_TRUE(read.file->losses.empty());
  int searched = 0;
  for (const auto& document : read.facts.searched) searched += document.pages;
  EXPECT_EQ(searched, read.made.pages - read.made.repeated_pages);
  for (const auto& fact : read.facts.all) {
    for (const Place& place : fact.places) {
      const auto* file = read.file->file(place.document);
      if (file == nullptr) continue;  // the form
      EXPECT_TRUE(file->pages[static_cast<std::size_t>(place.page - 1)].counts()) << fact.name << ' ' << place.text;
    }
  }
}

void hold_the_decisive_sentence_on_one_page(const Read& read) {
  std::set<std::string> places;
  for (const auto& fact : read.facts.all) {
    if (fact.name != "acute_exacerbation" || fact.assertion != facts::Assertion::present) continue;
    for (const Place& place : fact.places) {
      places.insert(fmt::format("{} page {}", place.document, place.page));
      EXPECT_TRUE(place.box.has_value());
    }
  }
  EXPECT_EQ(places, std::set<std::string>{fmt::format("{} page {}", read.made.decisive_file, read.made.decisive_page)});
}

void contradict_themselves_in_three_things(const Read& read) {
  std::vector<std::string> codes;
  for (const auto& contradiction : read.facts.contradictions) {
    codes.push_back(contradiction.code);
    ASSERT_EQ(contradiction.places.size(), 2U) << contradiction.message;
    EXPECT_NE(contradiction.places[0], contradiction.places[1]) << contradiction.message;
  }
  std::sort(codes.begin(), codes.end());
  EXPECT_EQ(codes, (std::vector<std::string>{"drug_use_differs", "injury_dates_differ", "sides_differ"}));
}

// One test, since reading recognises 100 scanned pages.
TEST(ThousandPages, AreReadWhole) {
  if (testing::kSanitized) GTEST_SKIP() << "left out: Tesseract reads 100 of them, and no sanitizer watches it";
  const testing::TempFolder folder;
  Read read{testing::make_thousand_pages(folder.path()), testing::open_case(folder.path()), {}};
  ASSERT_TRUE(read.file) << read.file.error().to_string();
  read.facts = facts::extract(*read.file, testing::engine().vocabulary);
  have_the_inventory_they_were_made_with(read);
  count_each_page_once(read);
  hold_the_decisive_sentence_on_one_page(read);
  contradict_themselves_in_three_things(read);
}

}  // namespace
}  // namespace openimr
