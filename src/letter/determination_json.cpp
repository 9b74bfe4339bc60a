#include "letter/determination_json.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "letter/json.h"

namespace openimr::letter {
namespace {

using determination::DecidedItem;
using determination::Determination;
using determination::Printed;
using determination::PrintedCitation;
using determination::PrintedDate;
using nlohmann::ordered_json;

ordered_json or_null(const Printed& printed) {
  return printed.stated() ? ordered_json(printed.text) : ordered_json(nullptr);
}

ordered_json or_null(const PrintedDate& printed) {
  return printed.date ? ordered_json(printed.date->iso()) : ordered_json(nullptr);
}

ordered_json texts(const std::vector<Printed>& list) {
  ordered_json out = ordered_json::array();
  for (const Printed& printed : list) out.push_back(printed.text);
  return out;
}

ordered_json citations(const std::vector<PrintedCitation>& list, const PlaceOf& place_of) {
  ordered_json out = ordered_json::array();
  for (const PrintedCitation& printed : list) {
    out.push_back(to_json(printed.citation));
    if (place_of && !printed.span.empty()) out.back()["place"] = to_json(place_of(printed.span));
  }
  return out;
}

// The places of the fields that have a span.
class Places {
 public:
  explicit Places(const PlaceOf& place_of) : place_of_(place_of) {}

  void add(const char* field, Span span) {
    if (!span.empty()) out_[field] = to_json(place_of_(span));
  }
  void add_without_text(const char* field, Span span) {
    add(field, span);
    if (out_.contains(field)) out_[field].erase("text");
  }
  // One place for each entry, null for one without a span.
  void add(const char* field, const std::vector<Printed>& list) {
    if (list.empty()) return;
    out_[field] = ordered_json::array();
    for (const Printed& printed : list) {
      out_[field].push_back(printed.span.empty() ? ordered_json(nullptr) : to_json(place_of_(printed.span)));
    }
  }
  ordered_json take() { return std::move(out_); }

 private:
  const PlaceOf& place_of_;
  ordered_json out_ = ordered_json::object();
};

ordered_json places_of(const DecidedItem& item, const PlaceOf& place_of) {
  Places places(place_of);
  places.add("item_text", item.text.span);
  places.add("decision", item.decision_span);
  places.add("claims_admin_guideline", item.claims_administrator.paragraph.span);
  places.add("reviewer_guideline", item.reviewer.paragraph.span);
  places.add_without_text("rationale", item.rationale.span);
  places.add("references", item.references);
  return places.take();
}

ordered_json places_of(const Determination& letter, const PlaceOf& place_of) {
  Places places(place_of);
  places.add("case_number", letter.case_number.span);
  places.add("date_assigned", letter.assigned.span);
  places.add("date_of_injury", letter.injury.span);
  places.add("decision_date", letter.decided.span);
  places.add("ur_denial_date", letter.ur_denial.span);
  places.add("priority", letter.priority.span);
  places.add("application_received", letter.application_received.span);
  places.add("licensure", letter.licensure);
  places.add("certification", letter.certification);
  places.add("subspecialty", letter.subspecialty);
  places.add("age", letter.age_span);
  places.add("sex", letter.sex_span);
  places.add("diagnoses", letter.diagnoses);
  places.add_without_text("summary", letter.summary.span);
  places.add("records_reviewed", letter.records_reviewed);
  return places.take();
}

ordered_json to_json(const DecidedItem& item, const PlaceOf& place_of) {
  ordered_json out = {{"item_text", item.text.text}, {"decision", determination::name_of(item.decision)}};
  out["claims_admin_guideline"] = or_null(item.claims_administrator.paragraph);
  out["reviewer_guideline"] = or_null(item.reviewer.paragraph);
  out["rationale"] = or_null(item.rationale);
  out["parsed"] = letter::to_json(item.parsed);
  out["claims_admin_citations"] = citations(item.claims_administrator.citations, place_of);
  out["reviewer_citations"] = citations(item.reviewer.citations, place_of);
  out["references"] = texts(item.references);
  if (place_of) out["places"] = places_of(item, place_of);
  return out;
}

}  // namespace

ordered_json to_json(const Determination& letter, const PlaceOf& place_of) {
  ordered_json out = {{"case_number", or_null(letter.case_number)}, {"document", letter.document}};
  out["layout"] = determination::name_of(letter.layout);
  out["layout_standing"] = determination::standing_of(letter.layout);
  out["date_assigned"] = or_null(letter.assigned);
  out["date_of_injury"] = or_null(letter.injury);
  out["decision_date"] = or_null(letter.decided);
  out["ur_denial_date"] = or_null(letter.ur_denial);
  out["priority"] = or_null(letter.priority);
  out["application_received"] = or_null(letter.application_received);
  out["licensure"] = texts(letter.licensure);
  out["certification"] = texts(letter.certification);
  out["subspecialty"] = texts(letter.subspecialty);
  out["age"] = letter.age ? ordered_json(*letter.age) : ordered_json(nullptr);
  out["sex"] = letter.sex ? ordered_json(*letter.sex) : ordered_json(nullptr);
  out["diagnoses"] = texts(letter.diagnoses);
  out["summary"] = or_null(letter.summary);
  out["records_reviewed"] = texts(letter.records_reviewed);
  const auto outcome = letter.outcome();
  out["outcome"] = outcome ? ordered_json(determination::name_of(*outcome)) : ordered_json(nullptr);
  out["items"] = ordered_json::array();
  for (const DecidedItem& item : letter.items) out["items"].push_back(to_json(item, place_of));
  out["warnings"] = letter.warnings;
  if (place_of) out["places"] = places_of(letter, place_of);
  return out;
}

}  // namespace openimr::letter
