#include "server/api/desk.h"

#include <algorithm>

#include <fmt/format.h>

#include "cases/case_json.h"
#include "office/drafting.h"
#include "server/api/desk_facts.h"

namespace openimr::server {
namespace {

using Json = nlohmann::ordered_json;
using Data = nlohmann::json;  // a draft as it is kept

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json day_or_null(const std::optional<Date>& day) {
  return day ? Json(day->iso()) : Json();
}

const Data& list_in(const Data& value, const char* name) {
  static const Data none = Data::array();
  const auto found = value.find(name);
  return found == value.end() ? none : *found;
}

// The draft is shown whole once it is shown for every item that is still open.
bool shows_all(const cases::Case& c) {
  return std::all_of(c.items.begin(), c.items.end(),
                     [&](const cases::Item& item) { return !item.is_open() || cases::shows_draft(c, item); });
}

Json sentences(const Data& list) {
  Json out = Json::array();
  for (const Data& sentence : list) {
    Json places = Json::array();
    Json citations = Json::array();
    for (const Data& reason : list_in(sentence, "reasons")) {
      if (reason.contains("document")) {
        places.push_back(Json(reason));
      } else {
        citations.push_back(reason.value("text", ""));
      }
    }
    out.push_back(
        {{"text", sentence.value("text", "")}, {"places", std::move(places)}, {"citations", std::move(citations)}});
  }
  return out;
}

// What was searched for a criterion that nothing documents.
Json searched(const Data& criterion) {
  const auto found = criterion.find("searched");
  if (criterion.value("finding", "") != "not documented" || found == criterion.end()) return {};
  Json unreadable = Json::array();
  for (const Data& lost : list_in(*found, "unreadable"))
    unreadable.push_back(
        fmt::format("{}, pages {}: {}", lost.value("document", ""), lost.value("pages", ""), lost.value("why", "")));
  Json out;
  const Data& documents = list_in(*found, "documents");
  out["documents"] = documents.is_array() ? Json(documents.size()) : Json(documents);
  for (const char* count : {"pages", "unreadable_pages", "blank_pages", "repeated_pages"})
    out[count] = found->value(count, 0);
  out["unreadable"] = std::move(unreadable);
  for (const char* list : {"sections", "words"}) out[list] = list_in(*found, list);
  return out;
}

Json answer_to(const cases::Item& item, const std::string& criterion, const std::string& reviewer) {
  const auto found = std::find_if(item.answers.begin(), item.answers.end(), [&](const cases::ReviewersAnswer& each) {
    return each.reviewer == reviewer && each.criterion == criterion;
  });
  if (found == item.answers.end()) return {};
  return {
      {"overridden", found->overridden}, {"finding", text_or_null(found->finding)}, {"why", text_or_null(found->why)}};
}

Json criterion_view(const Data& criterion, const cases::Item& item, const std::string& reviewer, bool is_shown) {
  const std::string id = criterion.value("id", "");
  return {{"id", id},
          {"says", criterion.value("says", "")},
          {"kind", criterion.value("kind", "")},
          {"standing", criterion.value("standing", "")},
          {"soft", criterion.value("soft", false)},
          {"finding", criterion.value("finding", "not documented")},
          {"conflict", criterion.value("conflict", false)},
          {"decided", is_shown && criterion.value("decided", false)},
          {"value", text_or_null(criterion.value("value", ""))},
          {"section", criterion.value("section", "")},
          {"places", list_in(criterion, "places")},
          {"searched", searched(criterion)},
          {"answer", answer_to(item, id, reviewer)}};
}

// The sections that address the item, each once, in the order of its criteria: a draft has its own with the most
// decisive first.
Json guideline_of(const Data& drafted) {
  Json out = Json::array();
  const auto add = [&](const Data& citation) {
    Json text = citation.value("text", "");
    if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(std::move(text));
  };
  for (const Data& criterion : list_in(drafted, "criteria"))
    if (criterion.contains("citation")) add(criterion["citation"]);
  if (out.empty()) {
    for (const Data& citation : list_in(drafted, "citations")) add(citation);
  }
  return out;
}

Json draft_view(const Data& drafted) {
  return {{"decision", drafted.value("decision", Data())},
          {"rationale", sentences(list_in(drafted, "rationale"))},
          {"citation", office::words_of(drafted).at("citation")},
          {"would_overturn", list_in(drafted, "would_overturn")}};
}

Json decided_by(const cases::Item& item, const std::string& reviewer) {
  const cases::ItemDecision* decided = item.by(reviewer);
  if (decided == nullptr) return {};
  return {{"decision", determination::name_of(decided->decision)},
          {"rationale", decided->rationale},
          {"citation", text_or_null(decided->citation)}};
}

Json own_of(const cases::Item& item, const std::string& reviewer) {
  const auto found = std::find_if(item.own.begin(), item.own.end(),
                                  [&](const cases::OwnFinding& own) { return own.reviewer == reviewer; });
  return found == item.own.end() ? Json() : Json(determination::name_of(found->decision));
}

Json item_view(const DeskOf& desk, std::size_t at) {
  const cases::Case& c = desk.call.c();
  const cases::Item& item = c.items[at];
  const Data* drafted = desk.draft == nullptr ? nullptr : office::item_of_draft(*desk.draft, c, at);
  const bool is_shown = drafted != nullptr && cases::shows_draft(c, item);
  Json criteria = Json::array();
  if (drafted != nullptr) {
    for (const Data& criterion : list_in(*drafted, "criteria"))
      criteria.push_back(criterion_view(criterion, item, desk.reviewer, is_shown));
  }
  return {{"item", at + 1},
          {"text", item.text},
          {"open", item.is_open()},
          {"service_date", day_or_null(item.service_date)},
          {"denial_reasons", text_or_null(item.denial_reasons)},
          {"denial_guideline", text_or_null(item.denial_guideline)},
          {"own", own_of(item, desk.reviewer)},
          {"decided", decided_by(item, desk.reviewer)},
          {"draft_shown", is_shown},
          {"draft", is_shown ? draft_view(*drafted) : Json()},
          {"guideline", drafted == nullptr ? Json::array() : guideline_of(*drafted)},
          {"edition", drafted == nullptr ? Json() : Json(drafted->value("edition", Data()))},
          {"criteria", std::move(criteria)}};
}

}  // namespace

Json desk_items(const DeskOf& desk) {
  Json out = Json::array();
  for (std::size_t i = 0; i < desk.call.c().items.size(); ++i) out.push_back(item_view(desk, i));
  return out;
}

Json desk_summary(const DeskOf& desk) {
  if (desk.draft == nullptr || !shows_all(desk.call.c())) return Json::array();
  return sentences(list_in(*desk.draft, "summary"));
}

Json desk_warnings(const DeskOf& desk) {
  Json out = Json::array();
  if (desk.draft == nullptr) return out;
  const bool all = shows_all(desk.call.c());
  for (const Data& warning : list_in(*desk.draft, "warnings")) {
    const std::string code = warning.value("code", "");
    const bool tells_the_decision = code == "standing" || code == "evidence";
    if (tells_the_decision && !all) continue;
    out.push_back({{"code", code}, {"message", warning.value("message", "")}, {"places", list_in(warning, "places")}});
  }
  return out;
}

Json desk_facts(const DeskOf& desk) {
  if (desk.draft == nullptr || desk.reviewed == nullptr) return Json::array();
  return used_facts(desk.reviewed->facts, Uses(*desk.draft, desk.call.c()));
}

}  // namespace openimr::server
