#include <nlohmann/json.hpp>

#include "letter/determination_json.h"
#include "letter/json_fields.h"

namespace openimr::letter {
namespace {

using determination::DecidedItem;
using determination::Decision;
using determination::Determination;
using determination::Printed;
using determination::PrintedCitation;

constexpr std::size_t kItems = 500;
constexpr std::size_t kEntries = 10'000;  // of any other list
constexpr int kOldest = 130;              // years
constexpr int kLargest = 1'000'000;       // tablets, pages

Printed printed(std::string text) {
  return {std::move(text), {}};
}

std::vector<Printed> printed_list(const Fields& fields, const char* key) {
  std::vector<Printed> out;
  for (std::string& text : fields.texts(key, kEntries)) out.push_back(printed(std::move(text)));
  return out;
}

std::optional<std::string> stated(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::vector<PrintedCitation> citations(const Fields& item, const char* key) {
  std::vector<PrintedCitation> out;
  item.each(key, kEntries, [&out](const Fields& fields) {
    determination::Citation citation;
    const auto source = fields.one_of("source", {"MTUS", "ACOEM", "ODG", "other", "none"});
    if (!source) fields.missing("source", "It is one of: MTUS, ACOEM, ODG, other, none.");
    citation.source = source.value_or("");
    citation.title = fields.text("title");
    citation.year = fields.number("year", 1900, 2100).value_or(0);
    citation.chapter = fields.text("chapter");
    citation.sections = fields.texts("sections", kEntries);
    citation.pages = fields.numbers("pages", kEntries, 1, kLargest);
    citation.text = fields.text("text");
    citation.says = fields.text("says");
    out.push_back({std::move(citation), {}});
  });
  return out;
}

records::ParsedItem parsed_item(const Fields& fields) {
  records::ParsedItem out;
  out.kind = stated(fields.text("kind")).value_or("other");
  out.concept_name = stated(fields.text("concept"));
  out.ingredients = fields.texts("ingredients", kEntries);
  out.strength = stated(fields.text("strength"));
  out.form = stated(fields.text("form"));
  out.quantity = fields.number("quantity", 0, kLargest);
  out.refills = fields.number("refills", 0, kLargest);
  out.visits = fields.number("visits", 0, kLargest);
  out.frequency = stated(fields.text("frequency"));
  out.duration = stated(fields.text("duration"));
  out.body_parts = fields.text_or_texts("body_part", kEntries);
  out.side = fields.one_of("side", {"left", "right", "bilateral"});
  out.retrospective = fields.flag("retrospective");
  out.post_operative = fields.flag("post_operative");
  if (const auto partial = fields.object("partial"); partial) {
    out.original = stated(partial->text("original"));
    out.authorized = stated(partial->text("authorized"));
  }
  out.category = stated(fields.text("category"));
  out.subcategory = stated(fields.text("subcategory"));
  return out;
}

DecidedItem decided_item(const Fields& fields) {
  DecidedItem out;
  out.text = printed(fields.text("item_text"));
  if (!out.text.stated()) fields.missing("item_text", "It is the treatment in dispute, as the request words it.");
  const auto decision = fields.one_of("decision", {"Upheld", "Overturned"});
  if (!decision) fields.missing("decision", "It is Upheld or Overturned.");
  out.decision = decision == "Overturned" ? Decision::overturned : Decision::upheld;
  out.claims_administrator.paragraph = printed(fields.text("claims_admin_guideline"));
  out.reviewer.paragraph = printed(fields.text("reviewer_guideline"));
  out.rationale = printed(fields.text("rationale"));
  if (const auto parsed = fields.object("parsed"); parsed) out.parsed = parsed_item(*parsed);
  out.claims_administrator.citations = citations(fields, "claims_admin_citations");
  out.reviewer.citations = citations(fields, "reviewer_citations");
  out.references = printed_list(fields, "references");
  return out;
}

void read_head(const Fields& fields, Determination& out) {
  out.case_number = printed(fields.text("case_number"));
  out.document = fields.text("document");
  const std::string layout = fields.text("layout");
  const auto known = determination::layout_named(layout);
  if (!layout.empty() && !known) fields.wrong("layout", "no layout of this name", "Leave it out where none fits.");
  out.layout = known.value_or(determination::Layout::openimr);
  out.assigned.date = fields.date("date_assigned");
  out.injury.date = fields.date("date_of_injury");
  out.decided.date = fields.date("decision_date");
  out.ur_denial.date = fields.date("ur_denial_date");
  out.priority = printed(fields.text("priority"));
  out.application_received.date = fields.date("application_received");
  out.licensure = printed_list(fields, "licensure");
  out.certification = printed_list(fields, "certification");
  out.subspecialty = printed_list(fields, "subspecialty");
  out.age = fields.number("age", 0, kOldest);
  out.sex = fields.one_of("sex", {"female", "male"});
  out.diagnoses = printed_list(fields, "diagnoses");
  out.summary = printed(fields.text("summary"));
  out.records_reviewed = printed_list(fields, "records_reviewed");
}

}  // namespace

Result<Determination> determination_from_json(const nlohmann::json& json, const std::string& document) {
  FirstProblem problem(document);
  const Fields fields(json, "", problem);
  if (json.is_object() && json.value("draft", nlohmann::json(false)) != false) {
    problem.add("draft", "a draft is not signed", "",
                "openimr write takes a signed determination, not the JSON of openimr review.");
  }
  Determination out;
  read_head(fields, out);
  const auto outcome = fields.one_of("outcome", {"Upheld", "Overturned", "Partially Overturned"});
  fields.each("items", kItems, [&out](const Fields& item) { out.items.push_back(decided_item(item)); });
  if (out.items.empty()) fields.missing("items", "A determination decides at least one item.");
  if (const auto decided = out.outcome(); decided && outcome && *outcome != determination::name_of(*decided)) {
    fields.wrong("outcome", "not what the decisions of the items come to",
                 "Leave it out, or correct the items: " + std::string(determination::name_of(*decided)) + ".");
  }
  out.warnings = fields.texts("warnings", kEntries);
  if (const auto& error = problem.error(); error) return fail(*error);
  return out;
}

}  // namespace openimr::letter
