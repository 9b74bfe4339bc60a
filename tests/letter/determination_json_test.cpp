// Determinations as JSON and back: the shape of the format, and what each broken field is told.
#include "letter/determination_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "letter/invented.h"
#include "support/engine.h"
#include "support/places.h"

namespace openimr {
namespace {

using determination::Determination;
using nlohmann::json;
using testing::invented;
using testing::invented_json;

json written(const Determination& determination, const letter::PlaceOf& place_of = {}) {
  return json(letter::to_json(determination, place_of));
}

std::string error_of(const json& json) {
  const auto out = letter::determination_from_json(json, "d.json");
  return out ? "" : out.error().to_string();
}

Determination with_spans() {
  Determination out = invented();
  out.document = "letters/a.pdf";
  out.case_number.span = {10, 22};
  out.decided.span = {30, 40};
  out.summary.span = {100, 900};
  out.licensure[1].span = {50, 56};
  out.age_span = {110, 112};
  out.items[0].text.span = {1000, 1050};
  out.items[0].rationale.span = {1100, 1900};
  out.items[0].reviewer.citations[0].span = {1060, 1090};
  return out;
}

// An item, and nothing else stated.
Determination bare() {
  Determination out;
  out.items.emplace_back().text.text = "Massage";
  return out;
}

Place place_of(Span span) {
  return {"letters/a.pdf", 2, span, "words", Box{72.024F, 90, 120.5F, 101.25F}};
}

TEST(ToJson, HasTheFieldsInTheOrderOfTheFormat) {
  const auto out = letter::to_json(invented());
  std::string keys;
  for (const auto& [key, value] : out.items()) keys += key + " ";
  EXPECT_EQ(keys,
            "case_number document layout layout_standing date_assigned date_of_injury decision_date ur_denial_date "
            "priority application_received licensure certification subspecialty age sex diagnoses summary "
            "records_reviewed outcome items warnings ");
  keys.clear();
  for (const auto& [key, value] : out["items"][0].items()) keys += key + " ";
  EXPECT_EQ(keys,
            "item_text decision claims_admin_guideline reviewer_guideline rationale parsed claims_admin_citations "
            "reviewer_citations references ");
}

TEST(ToJson, KeepsItsSchema) {
  const json& schema = testing::engine().schemas["determination"];
  EXPECT_EQ(testing::broken_schema(written(invented()), schema), "");
  EXPECT_EQ(testing::broken_schema(written(with_spans(), place_of), schema), "");
  EXPECT_EQ(testing::broken_schema(written(bare()), schema), "");
}

TEST(ToJson, SaysNullForWhatIsNotStated) {
  const json out = written(bare());
  for (const char* key : {"case_number", "decision_date", "priority", "age", "sex", "summary"})
    EXPECT_TRUE(out[key].is_null()) << key;
  EXPECT_TRUE(out["items"][0]["rationale"].is_null());
  EXPECT_EQ(out["licensure"], json::array());
}

TEST(ToJson, HasPlacesOnlyWhereTheyAreAskedFor) {
  EXPECT_FALSE(written(with_spans()).contains("places"));
  const json out = written(with_spans(), place_of);
  EXPECT_EQ(out["places"]["case_number"], json({{"document", "letters/a.pdf"},
                                                {"page", 2},
                                                {"begin", 10},
                                                {"end", 22},
                                                {"text", "words"},
                                                {"box", {72.02, 90.0, 120.5, 101.25}}}));
  EXPECT_FALSE(out["places"].contains("date_assigned"));  // no span
  EXPECT_FALSE(out["places"].contains("sex"));
  EXPECT_EQ(out["places"]["age"]["begin"], 110);
  ASSERT_EQ(out["places"]["licensure"].size(), 2U);
  EXPECT_TRUE(out["places"]["licensure"][0].is_null());
  EXPECT_EQ(out["places"]["licensure"][1]["begin"], 50);
  const json& item = out["items"][0];
  EXPECT_EQ(item["places"]["item_text"]["end"], 1050);
  EXPECT_EQ(item["reviewer_citations"][0]["place"]["begin"], 1060);
  EXPECT_FALSE(item["claims_admin_citations"][0].contains("place"));
}

TEST(ToJson, LeavesTheTextOutOfLongPlaces) {
  const json out = written(with_spans(), place_of);
  EXPECT_FALSE(out["places"]["summary"].contains("text"));
  EXPECT_FALSE(out["items"][0]["places"]["rationale"].contains("text"));
}

TEST(FromJson, GivesTheSameFieldsBack) {
  const json once = written(invented());
  EXPECT_EQ(written(testing::determination_of(once)), once);
  const json placed = written(with_spans(), place_of);
  json without = written(with_spans());
  EXPECT_EQ(written(testing::determination_of(placed)), without);
}

TEST(FromJson, KeepsWhatIsParsedOfAnItem) {
  Determination letter = invented();
  letter.items[0].parsed = {.kind = "medication",
                            .concept_name = "carisoprodol",
                            .ingredients = {"carisoprodol"},
                            .strength = "350 mg",
                            .form = std::nullopt,
                            .quantity = 40,
                            .refills = 0,
                            .visits = std::nullopt,
                            .visits_in_all = std::nullopt,
                            .continued = std::nullopt,
                            .frequency = "twice a day",
                            .duration = std::nullopt,
                            .body_parts = {"lumbar spine", "cervical spine"},
                            .side = "left",
                            .retrospective = true,
                            .post_operative = false,
                            .original = "#60",
                            .authorized = "#20",
                            .category = "Pharmaceuticals",
                            .subcategory = "Muscle relaxant"};
  const json once = written(letter);
  EXPECT_EQ(once["items"][0]["parsed"]["quantity"], 40);
  EXPECT_EQ(written(testing::determination_of(once)), once);
}

TEST(FromJson, TakesAnyText) {
  rc::check([](const std::string& characters, bool overturned) {
    Determination letter = invented();
    std::string text;
    for (const char c : characters) text += static_cast<char>(c & 0x7F);
    if (text.empty()) text = "x";
    letter.summary.text = letter.items[0].text.text = letter.items[1].rationale.text = text;
    letter.items[0].decision = overturned ? determination::Decision::overturned : determination::Decision::upheld;
    const json once = written(letter);
    RC_ASSERT(written(testing::determination_of(json::parse(once.dump()))) == once);
  });
}

TEST(FromJson, NeedsNoMoreThanItemsWithTheirDecisions) {
  const json least = {{"items", {{{"item_text", "Massage"}, {"decision", "Upheld"}}}}, {"colour", "blue"}};
  const auto out = letter::determination_from_json(least, "d.json");
  ASSERT_TRUE(out) << out.error().to_string();
  EXPECT_EQ(out->layout, determination::Layout::openimr);
  EXPECT_FALSE(out->case_number.stated());
  EXPECT_EQ(out->items[0].parsed.kind, "other");
}

struct Broken {
  const char* pointer;
  json value;
  const char* says;
};

TEST(FromJson, NamesTheFirstFieldThatIsWrong) {
  const std::vector<Broken> table = {
      {"/case_number", 7, "d.json: case_number: not text: '7'. Put it in quotes, or null where it is not stated."},
      {"/document", json::array(),
       "d.json: document: not text: '[...]'. Put it in quotes, or null where it is not stated."},
      {"/layout", "fancy", "d.json: layout: no layout of this name: 'fancy'. Leave it out where none fits."},
      {"/decision_date", "10/30/2015",
       "d.json: decision_date: not a date: '10/30/2015'. Write it as YYYY-MM-DD: 2015-08-25."},
      {"/date_of_injury", "2015-02-30",
       "d.json: date_of_injury: not a date: '2015-02-30'. Write it as YYYY-MM-DD: 2015-08-25."},
      {"/application_received", 20150921,
       "d.json: application_received: not text: '20150921'. Put it in quotes, or null where it is not stated."},
      {"/licensure", "California",
       "d.json: licensure: not a list: 'California'. Put it in [ ], also where there is only one."},
      {"/licensure/1", 2, "d.json: licensure[1]: not text: '2'. Put it in quotes, or null where it is not stated."},
      {"/age", "52", "d.json: age: not a whole number from 0 to 130: '52'. Write it without quotes."},
      {"/age", 131, "d.json: age: not a whole number from 0 to 130: '131'. Write it without quotes."},
      {"/age", 52.5, "d.json: age: not a whole number from 0 to 130: '52.5'. Write it without quotes."},
      {"/sex", "woman", "d.json: sex: not a value that is known here: 'woman'. It is one of: female, male."},
      {"/outcome", "Modified",
       "d.json: outcome: not a value that is known here: 'Modified'. It is one of: Upheld, Overturned, Partially "
       "Overturned."},
      {"/outcome", "Upheld",
       "d.json: outcome: not what the decisions of the items come to: 'Upheld'. Leave it out, or correct the items: "
       "Partially Overturned."},
      {"/items", json::array(), "d.json: items: missing. A determination decides at least one item."},
      {"/items", nullptr, "d.json: items: missing. A determination decides at least one item."},
      {"/items/1", "Soma",
       "d.json: items[1]: not an object: 'Soma'. It must be {...}, with the keys of docs/formats.md."},
      {"/items/1/item_text", "",
       "d.json: items[1].item_text: missing. It is the treatment in dispute, as the request words it."},
      {"/items/0/decision", nullptr, "d.json: items[0].decision: missing. It is Upheld or Overturned."},
      {"/items/0/decision", "upheld",
       "d.json: items[0].decision: not a value that is known here: 'upheld'. It is one of: Upheld, Overturned."},
      {"/items/0/reviewer_citations/0/source", nullptr,
       "d.json: items[0].reviewer_citations[0].source: missing. It is one of: MTUS, ACOEM, ODG, other, none."},
      {"/items/0/reviewer_citations/0/pages/1", "63-66",
       "d.json: items[0].reviewer_citations[0].pages[1]: not a whole number from 1 to 1000000: '63-66'. Write it "
       "without "
       "quotes."},
      {"/items/0/reviewer_citations/0/year", 9,
       "d.json: items[0].reviewer_citations[0].year: not a whole number from 1900 to 2100: '9'. Write it without "
       "quotes."},
      {"/items/0/parsed", "drug",
       "d.json: items[0].parsed: not an object: 'drug'. It must be {...}, with the keys of docs/formats.md."},
      {"/items/0/parsed",
       {{"retrospective", "no"}},
       "d.json: items[0].parsed.retrospective: neither true nor false: 'no'. Write it without quotes."},
      {"/items/0/parsed",
       {{"partial", {{"original", 60}}}},
       "d.json: items[0].parsed.partial.original: not text: '60'. Put it in quotes, or null where it is not stated."},
      {"/warnings",
       {{"code", "x"}},
       "d.json: warnings: not a list: '{...}'. Put it in [ ], also where there is only one."},
      {"/summary", std::string((4U << 20U) + 1, 'x'), "d.json: summary: longer than 4 MiB. No letter holds so much."},
      {"/summary", "\xC3", "d.json: summary: not UTF-8. Save the file as UTF-8."},
      {"/items", json(501, json::object()), "d.json: items: more than 500 entries. No letter holds so many."},
      {"/records_reviewed", json(10'001, "x"),
       "d.json: records_reviewed: more than 10000 entries. No letter holds so many."},
      {"/draft", true,
       "d.json: draft: a draft is not signed. openimr write takes a signed determination, not the JSON of openimr "
       "review."},
      {"", json::array(), "d.json: not an object: '[...]'. It must be {...}, with the keys of docs/formats.md."},
  };
  for (const Broken& row : table) {
    json broken = invented_json();
    broken[json::json_pointer(row.pointer)] = row.value;
    EXPECT_EQ(error_of(broken), row.says) << row.pointer;
  }
}

TEST(FromJson, NamesOnlyTheFirst) {
  json broken = invented_json();
  broken["age"] = "old";
  broken["items"][1]["decision"] = "Modified";
  EXPECT_EQ(error_of(broken), "d.json: age: not a whole number from 0 to 130: 'old'. Write it without quotes.");
}

TEST(FromJson, ShowsOnlyTheBeginningOfALongValue) {
  json broken = invented_json();
  broken["sex"] = std::string(59, 'x') + "\xC3\xA9" + std::string(1000, 'y');
  EXPECT_EQ(error_of(broken), "d.json: sex: not a value that is known here: '" + std::string(59, 'x') +
                                  "...'. It is one of: female, male.");
}

}  // namespace
}  // namespace openimr
