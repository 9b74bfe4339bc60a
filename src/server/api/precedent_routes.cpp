// getPrecedents: how items like one of a case were decided before.
#include <algorithm>
#include <charconv>

#include "cases/case_json.h"
#include "corpus/precedents/precedents.h"
#include "server/api/routes.h"

namespace openimr::server {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t kMost = 10;

OrderedJson view(const corpus::Precedent& one) {
  auto differing = OrderedJson::array();
  for (const corpus::Differing& each : one.differing)
    differing.push_back(
        {{"says", each.says}, {"here", guidelines::name_of(each.here)}, {"there", guidelines::name_of(each.there)}});
  return {{"id", one.id},
          {"reference", one.reference},
          {"decided", one.decided ? OrderedJson(one.decided->iso()) : OrderedJson()},
          {"item", one.item},
          {"decision", determination::name_of(one.decision)},
          {"likeness", one.likeness},
          {"alike", one.alike},
          {"differing", std::move(differing)}};
}

tl::expected<std::size_t, Problem> item_of(const Call& call) {
  const std::string_view written = call.request.query["item"];
  std::size_t number = 0;
  const auto read = std::from_chars(written.data(), written.data() + written.size(), number);
  if (read.ec == std::errc() && read.ptr == written.data() + written.size() && number >= 1 &&
      number <= call.c().items.size())
    return number - 1;
  return refuse(bad_request("item: give the number of an item of the case, from 1."));
}

Reply get_precedents(Call& call) {
  const auto at = item_of(call);
  if (!at) return refuse(at.error());
  const cases::Item& item = call.c().items[*at];
  if (!cases::shows_draft(call.c(), item))
    return refuse(conflict("own_finding_first", "Record your own finding on this item first."));
  auto found = OrderedJson::array();
  OrderedJson letters;
  if (call.shared.published.is_offered()) {
    const auto reviewed = call.shared.records.of(call.office, call.shared.engine, call.found());
    if (!reviewed) return refuse(reviewed.error());
    const auto& drafted = (*reviewed)->draft.items;
    const auto own =
        std::find_if(drafted.begin(), drafted.end(), [&](const auto& each) { return each.text == item.text; });
    const auto collection = call.shared.published.lend();
    if (!collection) return refuse(collection.error());
    letters = (*collection)->letters();
    if (own != drafted.end()) {
      const office::Engine& engine = call.shared.engine;
      const auto like = corpus::likeness_of(*own, (*reviewed)->file.dates.injury, call.now.day, engine.vocabulary);
      const auto past = corpus::precedents(**collection, like, item.text, call.c().number,
                                           {engine.letters, engine.library, engine.vocabulary}, kMost);
      if (!past) return refuse(past.error());
      for (const corpus::Precedent& each : *past) found.push_back(view(each));
    }
  }
  return json_in_order({{"letters", std::move(letters)}, {"precedents", std::move(found)}});
}

}  // namespace

void add_precedent_routes(Routes& routes) {
  routes.add(Method::get, "/api/cases/{number}/precedents", Action::get_precedents, get_precedents,
             {.lane = Lane::slow});
}

}  // namespace openimr::server
