#include "server/api/desk_facts.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "letter/fact_words.h"
#include "letter/json.h"
#include "office/drafting.h"

namespace openimr::server {
namespace {

using Json = nlohmann::ordered_json;

struct FactAt {
  const facts::Fact* fact;
  const Place* place;
};

Json in_order(std::vector<FactAt> list, const Uses& uses) {
  std::stable_sort(list.begin(), list.end(), [](const FactAt& a, const FactAt& b) {
    return std::tie(a.place->document, a.place->span) < std::tie(b.place->document, b.place->span);
  });
  Json out = Json::array();
  for (const auto& [fact, place] : list) {
    out.push_back({{"fact", fact->name},
                   {"concept", fact->concept_name},
                   {"value", letter::value_in_words(*fact)},
                   {"assertion", facts::name_of(fact->assertion)},
                   {"date", fact->date ? Json(fact->date->first.iso()) : Json()},
                   {"place", letter::to_json(*place)},
                   {"used_by", uses.of(*place)}});
  }
  return out;
}

template <class Wanted>
std::vector<FactAt> facts_where(const facts::Facts& facts, const Wanted& wanted) {
  std::vector<FactAt> out;
  for (const facts::Fact& fact : facts.all) {
    for (const Place& place : fact.places)
      if (wanted(place)) out.push_back({&fact, &place});
  }
  return out;
}

}  // namespace

Uses::Uses(const nlohmann::json& draft, const cases::Case& c) {
  for (std::size_t i = 0; i < c.items.size(); ++i) {
    const nlohmann::json* drafted = office::item_of_draft(draft, c, i);
    if (drafted == nullptr) continue;
    for (const nlohmann::json& criterion : drafted->at("criteria")) {
      for (const nlohmann::json& place : criterion.at("places")) {
        by_document_[place.at("document").get<std::string>()].push_back(
            {{place.at("begin"), place.at("end")}, i + 1, criterion.at("id")});
      }
    }
  }
}

Json Uses::of(const Place& place) const {
  Json out = Json::array();
  const auto uses = by_document_.find(place.document);
  if (uses == by_document_.end()) return out;
  for (const Use& use : uses->second) {
    Json one = {{"item", use.item}, {"criterion", use.criterion}};
    const bool is_new = std::find(out.begin(), out.end(), one) == out.end();
    if (use.span.overlaps(place.span) && is_new) out.push_back(std::move(one));
  }
  return out;
}

Result<Uses> uses_in_draft(const Call& call) {
  if (call.c().draft.empty()) return Uses();
  const auto draft = office::draft_of(call.office.store(), call.c());
  if (!draft) return fail(draft.error());
  return Uses(*draft, call.c());
}

Json facts_on_page(const facts::Facts& facts, const Uses& uses, std::string_view file, int page) {
  return in_order(facts_where(facts, [&](const Place& place) { return place.page == page && place.document == file; }),
                  uses);
}

Json used_facts(const facts::Facts& facts, const Uses& uses) {
  return in_order(facts_where(facts, [&](const Place& place) { return uses.has(place); }), uses);
}

}  // namespace openimr::server
