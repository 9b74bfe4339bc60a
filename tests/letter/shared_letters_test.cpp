// The 94 open letters against their keys, and against the citations and people written by hand.
#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "support/engine.h"
#include "support/letters.h"

namespace openimr::testing {
namespace {

using determination::Determination;

const std::map<std::string, Determination>& letters() {
  static const auto all = [] {
    std::map<std::string, Determination> out;
    for (const auto& entry : std::filesystem::directory_iterator(shared_folder() / "letters" / "text")) {
      for (auto& read : read_letters(read_whole(entry.path()), entry.path().filename().string())) {
        if (!read) {
          ADD_FAILURE() << read.error().to_string();
          continue;
        }
        std::string number = read->case_number.text;
        out.emplace(std::move(number), std::move(*read));
      }
    }
    for (const char* sample : {"000", "001", "002", "003", "004"}) {
      const auto file = source_dir() / "examples" / "letters" / (std::string(sample) + ".txt");
      out.emplace(sample, read_letter(read_whole(file)));
    }
    return out;
  }();
  return all;
}

// The keys keep a space where a line ended after a hyphen.
std::string mended(std::string text) {
  for (std::size_t at = text.find("- "); at != std::string::npos; at = text.find("- ", at + 1)) text.erase(at + 1, 1);
  return text;
}

std::string iso(const std::string& us) {
  return us.substr(6, 4) + "-" + us.substr(0, 2) + "-" + us.substr(3, 2);
}

std::string joined_list(std::string text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    std::string entry = text.substr(at, end - at);
    entry.erase(0, entry.find_first_not_of(' '));
    out += (out.empty() ? "" : " | ") + entry;
    at = end + 1;
  }
  return out;
}

TEST(SharedLetters, HeadersAreExact) {
  const auto key = read_named_rows(shared_folder() / "letters" / "letters_key.tsv");
  ASSERT_EQ(key.size(), 94U);
  for (const NamedRow& row : key) {
    ASSERT_TRUE(letters().contains(row.at("case_number"))) << row.at("case_number");
    const auto& letter = letters().at(row.at("case_number"));
    auto values = values_of(letter);
    for (const char* date :
         {"date_assigned", "date_of_injury", "decision_date", "ur_denial_date", "application_received"})
      EXPECT_EQ(values[date], iso(row.at(date))) << row.at("case_number") << " " << date;
    EXPECT_EQ(values["priority"], row.at("priority"));
    EXPECT_EQ(values["licensure"], joined_list(row.at("licensure"))) << row.at("case_number");
    EXPECT_EQ(values["certification"], joined_list(row.at("certification"))) << row.at("case_number");
    EXPECT_EQ(std::to_string(letter.items.size()), row.at("n_items"));
    EXPECT_EQ(values["outcome"], row.at("overall") == "Mixed" ? "Partially Overturned" : row.at("overall"));
  }
}

TEST(SharedLetters, ItemsAreExact) {
  const auto key = read_named_rows(shared_folder() / "letters" / "items_key.tsv");
  ASSERT_EQ(key.size(), 213U);
  for (const NamedRow& row : key) {
    auto values = values_of(letters().at(row.at("case_number")));
    const std::string item = "item " + row.at("item_no") + " ";
    EXPECT_EQ(mended(values[item + "text"]), mended(row.at("item_text"))) << row.at("case_number");
    EXPECT_EQ(values[item + "decision"], row.at("decision"));
    EXPECT_EQ(mended(values[item + "claims_administrator"]), mended(row.at("claims_admin_guideline")));
    EXPECT_EQ(mended(values[item + "reviewer"]), mended(row.at("maximus_guideline")));
    EXPECT_EQ(mended(values[item + "rationale"]), mended(row.at("rationale")));
  }
}

TEST(SharedLetters, PeopleAreAsTheSummariesPrintThem) {
  for (const NamedRow& row : read_named_rows(source_dir() / "tests" / "letter" / "expected" / "people.tsv")) {
    const auto& letter = letters().at(row.at("case_number"));
    EXPECT_EQ(letter.age ? std::to_string(*letter.age) : "", row.at("age")) << row.at("case_number");
    EXPECT_EQ(letter.sex.value_or(""), row.at("sex")) << row.at("case_number");
    // The table at the head rules where there is one; the samples lost theirs.
    if (!letter.case_number.stated())
      EXPECT_EQ(letter.injury.date ? letter.injury.date->iso() : "", row.at("injury_date")) << row.at("case_number");
  }
}

// Precision and recall of citations on source, title, year and section, each section by itself.
TEST(SharedLetters, CitationsAreTheOnesWrittenByHand) {
  std::map<std::string, std::vector<std::string>> wanted;
  for (const NamedRow& row : read_named_rows(source_dir() / "tests" / "letter" / "expected" / "citations.tsv")) {
    const std::string side = row.at("case_number") + " " + row.at("item_no") + " " + row.at("side");
    wanted[side].push_back(row.at("source") + "; " + row.at("title") + "; " + row.at("year") + "; " +
                           row.at("chapter") + "; " + row.at("sections") + "; " + row.at("pages"));
  }
  std::size_t exact = 0;
  for (const auto& [side, citations] : wanted) {
    const std::size_t first = side.find(' ');
    const std::size_t second = side.find(' ', first + 1);
    const auto& letter = letters().at(side.substr(0, first));
    const auto& item = letter.items.at(std::stoul(side.substr(first + 1, second - first - 1)) - 1);
    const auto found = shown(side.ends_with("reviewer") ? item.reviewer : item.claims_administrator);
    EXPECT_EQ(found, citations) << side;
    exact += found == citations ? 1U : 0U;
  }
  RecordProperty("sides_exact", std::to_string(exact) + " of " + std::to_string(wanted.size()));
  EXPECT_GE(static_cast<double>(exact), 0.99 * static_cast<double>(wanted.size()));
}

}  // namespace
}  // namespace openimr::testing
