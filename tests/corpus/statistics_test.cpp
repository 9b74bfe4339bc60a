// Counts of decided items, against a plain count over the letters themselves.
#include <map>
#include <random>

#include "corpus/made_collection.h"

namespace openimr::corpus {
namespace {

using determination::Decision;

std::vector<Published> random_letters(int count) {
  std::mt19937 dice(7);
  const auto pick = [&](const std::vector<std::string>& from) { return from[dice() % from.size()]; };
  std::vector<Published> out;
  for (int i = 0; i < count; ++i) {
    std::vector<PublishedItem> items;
    for (unsigned k = 0; k < 1 + dice() % 3; ++k) {
      items.push_back(item("Item", pick({"", "Carisoprodol", "carisoprodol", "ibuprofen"}),
                           pick({"Imaging", "Therapy", ""}),
                           dice() % 4 == 0 ? Decision::overturned : Decision::upheld));
      if (dice() % 5 == 0) items.back().decision = {};
      for (unsigned p = 0; p < dice() % 3; ++p) items.back().body_parts.push_back(p == 0 ? "knee" : "neck");
    }
    out.push_back(
        published(std::to_string(i), pick({"2016-01-05", "2016-02-29", "2017-11-30"}), items, std::to_string(i)));
    out.back().states = {pick({"California", "Texas"})};
  }
  return out;
}

// Slow and plain.
std::map<std::string, TableRow> counted(const std::vector<Published>& letters, const Counting& counting) {
  std::map<std::string, TableRow> out;
  for (const Published& letter : letters) {
    for (const PublishedItem& each : letter.items) {
      if (!each.decision) continue;
      bool wanted = !counting.from || *letter.decided >= *counting.from;
      for (const auto& [facet, value] : counting.where) {
        bool has = false;
        for (const std::string& own : values_of(facet, letter, each)) has = has || folded(own) == folded(value);
        wanted = wanted && has;
      }
      if (!wanted) continue;
      auto values = values_of(counting.by, letter, each);
      if (values.empty()) values.emplace_back();
      for (const std::string& value : values) {
        TableRow& row = out[folded(value)];
        ++row.items;
        ++(*each.decision == Decision::upheld ? row.upheld : row.overturned);
      }
    }
  }
  return out;
}

TEST(Statistics, AreWhatAPlainCountSays) {
  const auto letters = random_letters(500);
  const MadeCollection made(letters);
  const Collection collection = made.open();
  for (const FacetName& each : facet_names()) {
    for (const Counting& counting :
         {Counting{.by = each.facet},
          Counting{.by = each.facet, .where = {{Facet::drug, "CARISOPRODOL"}, {Facet::state, "Texas"}}},
          Counting{.by = each.facet, .where = {{Facet::body_part, "neck"}}, .from = Date::of(2016, 2, 1)}}) {
      const Table table = collection.count(counting);
      std::map<std::string, TableRow> rows;
      for (const TableRow& row : table.rows) rows[folded(row.value)] = row;
      const auto expected = counted(letters, counting);
      ASSERT_EQ(rows.size(), expected.size()) << each.name;
      for (const auto& [value, row] : expected) {
        EXPECT_EQ(rows[value].items, row.items) << each.name << ' ' << value;
        EXPECT_EQ(rows[value].upheld, row.upheld) << each.name << ' ' << value;
        EXPECT_EQ(rows[value].overturned, row.overturned) << each.name << ' ' << value;
      }
    }
  }
}

TEST(Statistics, HaveTheirOrder) {
  std::vector<Published> letters;
  for (const char* injury : {"2014-01-01", "2002-01-01", "2016-01-01", "2013-12-01"}) {
    letters.push_back(published(injury, "2016-06-01", {item("Item", "", "Imaging")}, injury));
    letters.back().injury = Date::from_iso(injury);
  }
  letters.push_back(published("none", "2016-06-01", {item("Item", "", "Imaging")}, "none"));
  std::vector<std::string> values;
  for (const TableRow& row : MadeCollection(letters).open().count({.by = Facet::claim_age}).rows)
    values.push_back(row.value);
  EXPECT_EQ(values, (std::vector<std::string>{"0", "2", "10 and over", ""}));
}

// Newcombe's own example, 56 of 70 against 48 of 80: 0.2, 0.0524 to 0.3339.
TEST(Statistics, TellHowSureADifferenceIs) {
  const TableRow earlier{.value = "", .items = 80, .upheld = 32, .overturned = 48};
  const TableRow later{.value = "", .items = 70, .upheld = 14, .overturned = 56};
  const auto out = difference(earlier, later);
  ASSERT_TRUE(out);
  EXPECT_NEAR(out->value, 0.2, 1e-9);
  EXPECT_NEAR(out->low, 0.0524, 5e-5);
  EXPECT_NEAR(out->high, 0.3339, 5e-5);
  EXPECT_NEAR(out->probability, 0.0083, 5e-4);
  EXPECT_FALSE(difference(earlier, {}));
  EXPECT_EQ(difference(earlier, earlier)->probability, 1);
}

}  // namespace
}  // namespace openimr::corpus
