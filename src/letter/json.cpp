#include "letter/json.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "letter/searched.h"

namespace openimr::letter {
namespace {

using determination::Citation;
using determination::Sentence;
using nlohmann::ordered_json;

ordered_json places(const std::vector<Place>& list) {
  ordered_json out = ordered_json::array();
  for (const Place& place : list) out.push_back(letter::to_json(place));
  return out;
}

template <class T>
ordered_json or_null(const std::optional<T>& value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json sentences(const std::vector<Sentence>& list) {
  ordered_json out = ordered_json::array();
  for (const Sentence& sentence : list) {
    ordered_json reasons = ordered_json::array();
    for (const auto& reason : sentence.reasons)
      reasons.push_back(std::visit([](const auto& value) { return letter::to_json(value); }, reason));
    out.push_back({{"text", sentence.text}, {"reasons", std::move(reasons)}});
  }
  return out;
}

ordered_json searched(const determination::Draft& draft, const std::vector<std::string_view>& words) {
  const SearchedPages all = searched_pages(draft.searched);
  ordered_json out = {{"documents", all.documents},
                      {"pages", all.readable},
                      {"unreadable_pages", all.unreadable},
                      {"blank_pages", all.blank},
                      {"repeated_pages", all.repeated}};
  if (all.unreadable > 0) {
    out["unreadable"] = ordered_json::array();
    for (const auto& lost : unreadable_pages(draft.searched))
      out["unreadable"].push_back({{"document", lost.document}, {"pages", lost.pages}, {"why", lost.why}});
  }
  out["sections"] = all.sections;
  out["words"] = words;
  return out;
}

ordered_json to_json(const determination::CriterionTrace& c, const determination::Draft& draft) {
  const auto& criterion = *c.evaluated.criterion;
  ordered_json out = {{"id", criterion.id},
                      {"ref", criterion.ref},
                      {"section", c.evaluated.section->title},
                      {"kind", guidelines::name_of(criterion.kind)},
                      {"says", criterion.says},
                      {"standing", guidelines::name_of(criterion.standing)},
                      {"soft", criterion.soft},
                      {"finding", guidelines::name_of(c.evaluated.finding)},
                      {"decided", c.decided},
                      {"conflict", c.evaluated.conflict},
                      {"places", places(c.evaluated.places)}};
  out["searched"] = searched(draft, criterion.words);
  if (!c.evaluated.value.empty()) out["value"] = c.evaluated.value;
  out["citation"] = letter::to_json(c.citation);
  return out;
}

ordered_json weighing(const determination::ItemDraft& item) {
  ordered_json out = {{"conclusion", determination::name_of(item.conclusion)},
                      {"by_guideline", item.by_guideline ? ordered_json(determination::name_of(*item.by_guideline))
                                                         : ordered_json(nullptr)},
                      {"evidence", ordered_json::array()}};
  for (const auto& one : item.weighed) {
    const auto& evidence = one.evidence;
    out["evidence"].push_back({{"by", evidence.by},
                               {"kind", evidence.kind == records::CitedEvidence::Kind::study ? "study" : "guideline"},
                               {"citation", evidence.citation},
                               {"recommends", evidence.recommends ? "for" : "against"},
                               {"level", evidence.level.empty() ? ordered_json(nullptr) : ordered_json(evidence.level)},
                               {"applies", evidence.applies},
                               {"biased", evidence.biased},
                               {"challenges_mtus", evidence.challenges_mtus},
                               {"counts", one.rank.has_value()},
                               {"says", one.says},
                               {"place", letter::to_json(evidence.place)}});
  }
  return out;
}

ordered_json to_json(const determination::ItemDraft& item, const determination::Draft& draft) {
  ordered_json out = {{"text", item.text}, {"parsed", letter::to_json(item.parsed)}};
  out["decision"] = item.decision ? ordered_json(determination::name_of(*item.decision)) : ordered_json(nullptr);
  out["addressed"] = item.addressed;
  out["edition"] = item.decided_for.iso();
  out["searched"] = ordered_json::array();
  for (const auto& step : item.searched)
    out["searched"].push_back({{"step", step.step}, {"guidelines", step.guidelines}, {"addressed", step.addressed}});
  out["citations"] = ordered_json::array();
  for (const auto& citation : item.citations) out["citations"].push_back(letter::to_json(citation));
  out["criteria"] = ordered_json::array();
  for (const auto& c : item.criteria) out["criteria"].push_back(to_json(c, draft));
  out["rationale"] = sentences(item.rationale);
  if (!item.weighed.empty()) out["weighing"] = weighing(item);
  out["would_overturn"] = item.would_overturn;
  return out;
}

struct ValueToJson {
  const char* unit = "days";  // of a range

  ordered_json operator()(std::monostate) const { return nullptr; }
  ordered_json operator()(double value) const {
    return value == static_cast<double>(static_cast<long long>(value)) ? ordered_json(static_cast<long long>(value))
                                                                       : ordered_json(value);
  }
  ordered_json operator()(const std::string& value) const { return value; }
  ordered_json operator()(Date value) const { return value.iso(); }
  ordered_json operator()(const facts::Range& range) const {
    return {{"at_least", range.low},
            {"at_most", range.high ? ordered_json(*range.high) : ordered_json(nullptr)},
            {"unit", unit}};
  }
};

const char* unit_of(const std::string& fact) {
  return fact == "prior_visits" ? "visits" : fact == "conservative_weeks" ? "weeks" : "days";
}

// An attribute as data: counts as numbers, ingredients as a list.
ordered_json attribute(const std::string& key, const std::string& text) {
  if (key == "as_needed") return text == "true";
  if (key == "quantity" || key == "refills" || key == "visits" || key == "percent" || key == "units_per_day" ||
      key == "mme_per_day" || key == "visits_authorized") {
    return ValueToJson{}(std::stod(text));
  }
  if (key != "ingredients") return text;
  ordered_json list = ordered_json::array();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('/', at), text.size());
    list.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return list;
}

}  // namespace

ordered_json to_json(const Place& place) {
  ordered_json out = {{"document", place.document},
                      {"page", place.page},
                      {"begin", place.span.begin},
                      {"end", place.span.end},
                      {"text", place.text}};
  if (place.box) {
    const auto hundredths = [](float points) { return std::round(static_cast<double>(points) * 100) / 100; };
    out["box"] = {hundredths(place.box->left), hundredths(place.box->top), hundredths(place.box->right),
                  hundredths(place.box->bottom)};
  }
  return out;
}

ordered_json to_json(const Citation& citation) {
  ordered_json out = {{"source", citation.source},
                      {"title", citation.title},
                      {"year", citation.year == 0 ? ordered_json(nullptr) : ordered_json(citation.year)}};
  out["chapter"] = citation.chapter.empty() ? ordered_json(nullptr) : ordered_json(citation.chapter);
  out["sections"] = citation.sections;
  out["pages"] = citation.pages;
  out["text"] = citation.text;
  if (!citation.says.empty()) out["says"] = citation.says;
  return out;
}

ordered_json to_json(const records::ParsedItem& item) {
  ordered_json out = {{"kind", item.kind}, {"concept", or_null(item.concept_name)}, {"ingredients", item.ingredients}};
  out["strength"] = or_null(item.strength);
  out["form"] = or_null(item.form);
  out["quantity"] = or_null(item.quantity);
  out["refills"] = or_null(item.refills);
  out["visits"] = or_null(item.visits);
  out["frequency"] = or_null(item.frequency);
  out["duration"] = or_null(item.duration);
  out["body_part"] = item.body_parts.empty()       ? ordered_json(nullptr)
                     : item.body_parts.size() == 1 ? ordered_json(item.body_parts.front())
                                                   : ordered_json(item.body_parts);
  out["side"] = or_null(item.side);
  out["retrospective"] = item.retrospective;
  out["post_operative"] = item.post_operative;
  out["partial"] = item.original
                       ? ordered_json({{"original", *item.original}, {"authorized", or_null(item.authorized)}})
                       : ordered_json(nullptr);
  out["category"] = or_null(item.category);
  out["subcategory"] = or_null(item.subcategory);
  return out;
}

ordered_json to_json(const facts::Fact& fact) {
  ordered_json out = {{"fact", fact.name}, {"value", std::visit(ValueToJson{unit_of(fact.name)}, fact.value)}};
  out["concept"] = fact.concept_name.empty() ? ordered_json(nullptr) : ordered_json(fact.concept_name);
  out["assertion"] = facts::name_of(fact.assertion);
  out["date"] = fact.date ? ordered_json(fact.date->first.iso()) : ordered_json(nullptr);
  out["document_date"] = fact.document_date ? ordered_json(fact.document_date->iso()) : ordered_json(nullptr);
  out["attributes"] = ordered_json::object();
  for (const auto& [key, text] : fact.attributes) out["attributes"][key] = attribute(key, text);
  if (!fact.subjects.empty()) out["attributes"]["about"] = fact.subjects;
  out["places"] = places(fact.places);
  return out;
}

ordered_json to_json(const determination::Draft& draft) {
  ordered_json out = {{"case_number", draft.case_number},
                      {"draft", true},
                      {"packs", draft.packs},
                      {"summary", sentences(draft.summary)}};
  out["items"] = ordered_json::array();
  for (const auto& item : draft.items) out["items"].push_back(to_json(item, draft));
  out["warnings"] = ordered_json::array();
  for (const auto& warning : draft.warnings) {
    out["warnings"].push_back(
        {{"code", warning.code},
         {"message", warning.message},
         {"place", warning.places.empty() ? ordered_json(nullptr) : letter::to_json(warning.places.front())},
         {"places", places(warning.places)}});
  }
  return out;
}

}  // namespace openimr::letter
