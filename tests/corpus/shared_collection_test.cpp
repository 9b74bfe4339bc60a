// The open letters as a collection: counts against the keys, and each item found by its own words.
#include <algorithm>
#include <map>
#include <sstream>

#include <fmt/format.h>

#include "base/data.h"
#include "corpus/made_collection.h"
#include "support/letters.h"

namespace openimr::corpus {
namespace {

using testing::NamedRow;
using testing::read_named_rows;
using testing::shared_folder;

const MadeCollection& open_letters() {
  static const MadeCollection made = [] {
    std::vector<Published> letters;
    for (const auto& entry : std::filesystem::directory_iterator(shared_folder() / "letters" / "text")) {
      const std::string text = read_file(entry.path().string(), 1U << 20U).value();
      for (const auto& letter : testing::read_letters(text))
        letters.push_back(published_letter(letter.value(), text, testing::engine().vocabulary));
    }
    return MadeCollection(letters);
  }();
  return made;
}

// "12/19/2016" -> "2016-12"
std::string month_of(const std::string& day) {
  return day.size() == 10 ? day.substr(6, 4) + "-" + day.substr(0, 2) : "";
}

std::map<std::string, NamedRow> letters_by_number() {
  std::map<std::string, NamedRow> out;
  for (NamedRow& row : read_named_rows(shared_folder() / "letters" / "letters_key.tsv")) out[row["case_number"]] = row;
  return out;
}

using Counts = std::map<std::string, std::pair<int, int>>;  // items, overturned

template <class Values>
Counts of_keys(const Values& values) {
  const auto letters = letters_by_number();
  Counts out;
  for (NamedRow& item : read_named_rows(shared_folder() / "letters" / "items_key.tsv")) {
    for (const std::string& value : values(letters.at(item["case_number"]), item)) {
      ++out[folded(value)].first;
      if (item["decision"] == "Overturned") ++out[folded(value)].second;
    }
  }
  return out;
}

Counts of_collection(Facet by) {
  Counts out;
  for (const TableRow& row : open_letters().open().count({.by = by}).rows)
    out[folded(row.value)] = {static_cast<int>(row.items), static_cast<int>(row.overturned)};
  return out;
}

std::vector<std::string> listed(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string each; std::getline(in, each, ',');) out.push_back(folded(each.substr(each.find_first_not_of(' '))));
  return out;
}

TEST(SharedCollection, CountsAreThoseOfTheKeys) {
  const auto one = [](std::string value) { return std::vector<std::string>{std::move(value)}; };
  EXPECT_EQ(of_collection(Facet::decision),
            of_keys([&](const NamedRow&, const NamedRow& item) { return one(item.at("decision")); }));
  EXPECT_EQ(of_collection(Facet::month), of_keys([&](const NamedRow& letter, const NamedRow&) {
              return one(month_of(letter.at("decision_date")));
            }));
  EXPECT_EQ(of_collection(Facet::year), of_keys([&](const NamedRow& letter, const NamedRow&) {
              return one(month_of(letter.at("decision_date")).substr(0, 4));
            }));
  EXPECT_EQ(of_collection(Facet::state),
            of_keys([&](const NamedRow& letter, const NamedRow&) { return listed(letter.at("licensure")); }));
  EXPECT_EQ(of_collection(Facet::specialty),
            of_keys([&](const NamedRow& letter, const NamedRow&) { return listed(letter.at("certification")); }));
}

TEST(SharedCollection, FindsEachItemByItsWords) {
  const Collection collection = open_letters().open();
  int items = 0;
  int first_five = 0;
  for (NamedRow& item : read_named_rows(shared_folder() / "letters" / "items_key.tsv")) {
    const auto parsed = records::parse_item(item["item_text"], testing::engine().vocabulary);
    std::string words;
    for (const char c : item["item_text"] + " " + fmt::format("{}", fmt::join(parsed.body_parts, " ")))
      words += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : ' ';
    const auto answer = collection.answer({.words = words, .most = 5});
    ASSERT_TRUE(answer) << answer.error().to_string();
    const auto found = references(*answer);
    ++items;
    if (std::find(found.begin(), found.end(), item["case_number"]) != found.end()) {
      ++first_five;
    } else {
      std::printf("not among the first five: %s\n", words.c_str());
    }
  }
  RecordProperty("first_five", first_five);
  std::printf("%d of %d among the first five\n", first_five, items);
  EXPECT_GE(first_five, items * 95 / 100);
}

}  // namespace
}  // namespace openimr::corpus
