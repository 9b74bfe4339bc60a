// The drug list by drug and day.
#include "guidelines/formulary.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/engine.h"

namespace openimr::guidelines {
namespace {

using nlohmann::json;

json pack(const std::string& drugs) {
  return json::parse(R"({"formulary": [{"title": "List", "drugs": )" + drugs + "}]}");
}

vocabulary::Drug drug(const char* name, const char* drug_class) {
  vocabulary::Drug out;
  out.name = name;
  out.drug_class = drug_class;
  return out;
}

Date day(const char* iso) {
  return Date::from_iso(iso).value();
}

TEST(Formulary, TakesTheDrugBeforeItsClassOnItsDay) {
  const auto list = Formulary::from_packs(pack(R"([
    {"class": "opioid", "status": "non-exempt", "in_force": {"from": "2018-01-01"}, "standing": "confirmed"},
    {"drug": "tramadol", "status": "exempt", "special_fill_days": 4, "standing": "unverified",
     "in_force": {"from": "2018-06-01", "until": "2019-01-01"}}])"));
  ASSERT_TRUE(list);
  EXPECT_EQ(list->row_for(drug("tramadol", "opioid"), day("2017-12-31")), nullptr);
  EXPECT_EQ(list->row_for(drug("tramadol", "opioid"), day("2018-05-31"))->status, "non-exempt");
  EXPECT_EQ(list->row_for(drug("tramadol", "opioid"), day("2018-06-01"))->status, "exempt");
  EXPECT_EQ(list->row_for(drug("tramadol", "opioid"), day("2018-06-01"))->special_fill_days, 4);
  EXPECT_EQ(list->row_for(drug("tramadol", "opioid"), day("2019-01-01"))->status, "non-exempt");
  EXPECT_EQ(list->row_for(drug("naproxen", "nsaid"), day("2018-06-01")), nullptr);
}

TEST(Formulary, RefusesRowsWithoutDateOrStanding) {
  const auto undated =
      Formulary::from_packs(pack(R"([{"drug": "x", "in_force": {"from": "soon"}, "standing": "confirmed"}])"));
  ASSERT_FALSE(undated);
  EXPECT_EQ(
      undated.error().to_string(),
      "packs/formulary: a row of the drug list without a date: 'soon'. Write in_force: { from: YYYY-MM-DD, until: "
      "null } and a standing of packs/guidelines/README.md.");
  const auto unsure =
      Formulary::from_packs(pack(R"([{"drug": "x", "in_force": {"from": "2018-01-01"}, "standing": "sure"}])"));
  ASSERT_FALSE(unsure);
  EXPECT_EQ(unsure.error().message, "a row of the drug list without a standing");
}

TEST(Formulary, OfThePacksNamesDrugsOfTheVocabulary) {
  const auto& engine = testing::engine();
  ASSERT_FALSE(engine.formulary.rows().empty());
  for (const FormularyRow& row : engine.formulary.rows()) {
    const auto& classes = engine.vocabulary.drug_classes();
    const bool known = row.drug.empty() ? std::find(classes.begin(), classes.end(), row.drug_class) != classes.end()
                                        : engine.vocabulary.drug(row.drug) != nullptr;
    EXPECT_TRUE(known) << row.drug << row.drug_class;
    EXPECT_FALSE(row.source.empty()) << row.drug << row.drug_class;
  }
}

}  // namespace
}  // namespace openimr::guidelines
