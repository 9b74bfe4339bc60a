// The fields of events: which are refused, and with what words.
#include <gtest/gtest.h>

#include "cases/event_types.h"
#include "cases/making.h"

namespace openimr::cases {
namespace {

CaseEvent with(const char* type, json what) {
  return event("2015-10-20", "intake:iris", type, std::move(what));
}

// A sound value of each kind, and some that are not.
struct Kind {
  FieldKind kind;
  std::vector<json> sound;
  std::vector<json> wrong;
  const char* words;
};

std::vector<Kind> kinds() {
  const std::string id = document("a");
  const json someone = party("employee", "Test Person");
  return {
      {FieldKind::text, {"a", "two\nlines"}, {1, true, json::array(), json::object(), nullptr}, "text"},
      {FieldKind::reviewer,
       {"R-0007", "r.7_a", std::string(80, 'x')},
       {"R 7", "R/7", "R\xC3\xBC", std::string(81, 'x'), 7},
       "the id of a reviewer: A-Z a-z 0-9 . _ -"},
      {FieldKind::day,
       {"2015-10-01", "2016-02-29"},
       {"2015-02-29", "1.10.2015", "2015-10-01T09:30", 20151001},
       "a day (YYYY-MM-DD)"},
      {FieldKind::number, {0, 1, 999'999'999}, {-1, 1.5, "1", 1'000'000'000, nullptr}, "a whole number"},
      {FieldKind::item, {1, 2}, {0, -1, "1", 1.0}, "the number of an item, from 1"},
      {FieldKind::decision,
       {"Upheld", "Overturned"},
       {"upheld", "Partially Overturned", nullptr},
       "Upheld or Overturned"},
      {FieldKind::priority, {"standard", "expedited"}, {"urgent", "Standard", 1}, "standard or expedited"},
      {FieldKind::channel,
       {"mail", "fax", "personal"},
       {"pigeon", 3},
       "a way of service of the programme: mail, fax, electronic, ..."},
      {FieldKind::document, {id}, {"a", id.substr(1), id + "0", 1}, "the id of a document in the store"},
      {FieldKind::texts, {{"a", "b"}, {"c"}}, {"a", {1}, {{"a", 1}}}, "text, or a JSON list of text"},
      {FieldKind::role,
       {"employee", "claims_administrator"},
       {"", 1, json::array()},
       "a party of the programme: employee, claims_administrator, ..."},
      {FieldKind::party,
       {someone, {{"role", "employee"}, {"name", "Test Person"}, {"address", "1 Test Street"}}},
       {{{"role", "employee"}},
        {{"role", ""}, {"name", "Test Person"}},
        {{"role", 1}, {"name", "x"}},
        {{"role", "employee"}, {"name", "x"}, {"by", "pigeon"}},
        {{"role", "employee"}, {"name", "x"}, {"by", 1}},
        "employee"},
       R"(JSON: {"role", "name", "address"?, "by"?})"},
      {FieldKind::parties,
       {json::array({someone}), json::array({someone, someone})},
       {someone, {1}},
       R"(a JSON list of {"role", "name", "address"?, "by"?})"},
      {FieldKind::items,
       {{{{"text", "Soma"}}}, {{{"text", "Soma"}, {"service_date", nullptr}, {"reasons", "no"}}}},
       {{{{"text", ""}}}, {{{"words", "Soma"}}}, {{{"text", "Soma"}, {"service_date", "soon"}}}, "Soma"},
       R"(a JSON list of {"text", "service_date"?, "reasons"?, "guideline"?})"},
      {FieldKind::documents,
       {{{{"document", id}, {"name", "notes"}}}, {{{"document", id}, {"name", "notes"}, {"date", "2015-01-02"}}}},
       {{{{"document", "x"}, {"name", "notes"}}},
        {{{"document", id}}},
        {{{"document", id}, {"name", "n"}, {"kind", 1}}},
        ""},
       R"(a JSON list of {"document", "name", "kind"?, "date"?})"},
      {FieldKind::decisions,
       {{{{"item", 1U}, {"decision", "Upheld"}}}, {{{"item", 2U}, {"decision", nullptr}}}},
       {{{{"item", 1U}}},
        {{{"item", 0U}, {"decision", nullptr}}},
        {{{"item", "1"}, {"decision", nullptr}}},
        {{{"item", 1U}, {"decision", "no"}}}},
       R"(a JSON list of {"item", "decision"})"},
  };
}

// A field of this kind, and an event that has it.
std::pair<const EventType*, const Field*> field_of(FieldKind kind) {
  for (const EventType& type : event_types()) {
    for (const Field& field : type.fields) {
      if (field.kind == kind && field.name != "result") return {&type, &field};
    }
  }
  throw std::runtime_error("no field of this kind");
}

// With every other field that is required.
json filled(const EventType& type) {
  json out = json::object();
  const auto all = kinds();
  for (const Field& field : type.fields) {
    if (field.required) out[field.name] = all.at(static_cast<std::size_t>(field.kind)).sound.front();
  }
  return out;
}

TEST(EventFields, AreOfTheirKind) {
  for (const Kind& kind : kinds()) {
    EXPECT_EQ(words_of(kind.kind), kind.words);
    const auto [type, field] = field_of(kind.kind);
    json what = filled(*type);
    for (const json& value : kind.sound) {
      what[field->name] = value;
      EXPECT_EQ(message(check_fields(with(type->id.data(), what), california())), "") << value;
    }
    for (const json& value : kind.wrong) {
      what[field->name] = value;
      const auto checked = check_fields(with(type->id.data(), what), california());
      ASSERT_FALSE(checked) << field->name << " " << value;
      const bool nothing = field->required && (value == "" || value == json::array());
      EXPECT_EQ(checked.error().to_string(),
                std::string(type->id) + (nothing ? ": a field is missing" : ": a field is not what it should be") +
                    ": '" + std::string(field->name) + "'. It is " + kind.words + ".");
    }
  }
}

// Every event there is: whole it is sound, and without any one of its required fields, or with nothing in it, not.
TEST(EventFields, AreMissedWhereTheyAreRequired) {
  std::size_t missed = 0;
  for (const EventType& type : event_types()) {
    const json whole = filled(type);
    EXPECT_EQ(message(check_fields(with(type.id.data(), whole), california())), "");
    for (const Field& field : type.fields) {
      if (!field.required) continue;
      const std::string says = std::string(type.id) + ": a field is missing: '" + std::string(field.name) +
                               "'. It is " + std::string(words_of(field.kind)) + ".";
      json what = whole;
      what.erase(std::string(field.name));
      EXPECT_EQ(message(check_fields(with(type.id.data(), what), california())), says);
      for (const json& nothing : {json(""), json::array()}) {
        what[field.name] = nothing;
        EXPECT_EQ(message(check_fields(with(type.id.data(), what), california())), says);
      }
      ++missed;
    }
    json more = whole;
    more["colour"] = "green";
    EXPECT_TRUE(message(check_fields(with(type.id.data(), more), california()))
                    .starts_with(std::string(type.id) + ": there is no such field: 'colour'. It"));
  }
  EXPECT_GT(missed, 40U);
}

TEST(EventFields, AreNamedWhereOneIsUnknown) {
  EXPECT_EQ(message(check_fields(with("closed", {{"colour", "green"}}), california())),
            "closed: there is no such field: 'colour'. It has none.");
  EXPECT_EQ(message(check_fields(with("liability-resolved", {{"colour", "green"}}), california())),
            "liability-resolved: there is no such field: 'colour'. Its fields: by.");
  EXPECT_EQ(message(check_fields(with("painted", {}), california())),
            "there is no such event: 'painted'. See what the case can do: openimr case next.");
}

TEST(EventFields, NameOnlyPartiesThatTheProgrammeKnows) {
  const std::string known = "Use one of: employee, employee_attorney, ";
  const json stranger = party("injured_worker", "Test Person");
  const CaseEvent tried[] = {with("appeal-filed", {{"from", "injured_worker"}}),
                             with("administrator-changed", {{"to", stranger}}),
                             with("application-received", {{"programme", "ca-dwc-imr"},
                                                           {"priority", "standard"},
                                                           {"parties", {party("employee", "Test Person"), stranger}},
                                                           {"items", {{{"text", "Soma"}}}}})};
  const char* fields[] = {"from", "to", "parties"};
  for (std::size_t i = 0; i < std::size(tried); ++i)
    EXPECT_TRUE(message(check_fields(tried[i], california()))
                    .starts_with(tried[i].type + ": " + fields[i] +
                                 ": ca-dwc-imr has no such party: 'injured_worker'. " + known))
        << message(check_fields(tried[i], california()));
}

// What stands in an event must be fit for being kept, and is never shown.
TEST(EventFields, AreText) {
  const std::string broken = "Test \xFF Person";
  EXPECT_EQ(message(check_fields(with("duplicate-found", {{"of", broken}}), california())),
            "duplicate-found: its text is not UTF-8. Write it in UTF-8.");
  EXPECT_EQ(message(check_fields(with("deferred", {{"reasons", {broken}}}), california())),
            "deferred: its text is not UTF-8. Write it in UTF-8.");
  CaseEvent why = with("closed", json::object());
  why.why = broken;
  EXPECT_EQ(message(check_fields(why, california())), "closed: its text is not UTF-8. Write it in UTF-8.");
  EXPECT_EQ(message(check_fields(with("application-received", {{"age", nullptr},
                                                               {"programme", "ca-dwc-imr"},
                                                               {"priority", "standard"},
                                                               {"items", {{{"text", "Soma"}}}}}),
                                 california())),
            "application-received: a field is not what it should be: 'age'. It is a whole number.");
}

TEST(EventFields, AreReadFromText) {
  const auto read = [](FieldKind kind, std::string_view text) {
    const auto value = field_from_text({"it", kind, true, ""}, text);
    return value ? value->dump() : value.error().to_string();
  };
  EXPECT_EQ(read(FieldKind::text, "2"), "\"2\"");
  EXPECT_EQ(read(FieldKind::reviewer, "7"), "\"7\"");
  EXPECT_EQ(read(FieldKind::role, "employee"), "\"employee\"");
  EXPECT_EQ(read(FieldKind::day, "2015-10-01"), "\"2015-10-01\"");
  EXPECT_EQ(read(FieldKind::decision, "Upheld"), "\"Upheld\"");
  EXPECT_EQ(read(FieldKind::priority, "standard"), "\"standard\"");
  EXPECT_EQ(read(FieldKind::channel, "mail"), "\"mail\"");
  EXPECT_EQ(read(FieldKind::document, "ab"), "\"ab\"");
  EXPECT_EQ(read(FieldKind::number, "39000"), "39000");
  EXPECT_EQ(read(FieldKind::item, "2"), "2");
  EXPECT_EQ(read(FieldKind::item, "two"), "a field cannot be read: 'it'. It is the number of an item, from 1.");
  EXPECT_EQ(read(FieldKind::texts, "E-4"), "[\"E-4\"]");
  EXPECT_EQ(read(FieldKind::texts, ""), "[\"\"]");
  EXPECT_EQ(read(FieldKind::texts, R"(["E-4", "E-5"])"), R"(["E-4","E-5"])");
  EXPECT_EQ(read(FieldKind::texts, "[E-4"), "a field cannot be read: 'it'. It is text, or a JSON list of text.");
  EXPECT_EQ(read(FieldKind::items, R"([{"text": "Soma"}])"), R"([{"text":"Soma"}])");
  EXPECT_EQ(read(FieldKind::party, "Test Person"),
            R"(a field cannot be read: 'it'. It is JSON: {"role", "name", "address"?, "by"?}.)");
  // What was read is checked as any other field is.
  EXPECT_FALSE(check_fields(with("item-ended", {{"item", *field_from_text({"item", FieldKind::item, true, ""}, "0")}}),
                            california()));
}

}  // namespace
}  // namespace openimr::cases
