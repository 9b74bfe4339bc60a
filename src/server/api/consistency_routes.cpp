// getConsistency: items nearly the same that were decided differently.
#include "corpus/precedents/precedents.h"
#include "server/api/organization_routes.h"
#include "server/api/published_question.h"

namespace openimr::server {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr int kCompared = 200;  // letters, which bounds the time that an answer takes
constexpr std::size_t kMost = 50;

OrderedJson view(const corpus::Precedent& one) {
  return {{"id", one.id},
          {"reference", one.reference},
          {"decided", one.decided ? OrderedJson(one.decided->iso()) : OrderedJson()},
          {"item", one.item}};
}

OrderedJson view(const corpus::Inconsistency& pair) {
  auto differing = OrderedJson::array();
  for (const corpus::Differing& each : pair.overturned.differing)
    differing.push_back({{"says", each.says},
                         {"overturned", guidelines::name_of(each.here)},
                         {"upheld", guidelines::name_of(each.there)}});
  return {{"likeness", pair.likeness},
          {"alike", pair.overturned.alike},
          {"overturned", view(pair.overturned)},
          {"upheld", view(pair.upheld)},
          {"differing", std::move(differing)}};
}

Reply get_consistency(Call& call) {
  constexpr int kUsual = 70;
  constexpr int kLeast = 50;
  constexpr int kAlike = 100;
  const auto least = number_of(call.request, "least", kUsual, kLeast, kAlike);
  if (!least) return refuse(least.error());
  auto question = question_of(call.request);
  if (!question) return refuse(question.error());
  question->order = corpus::Order::newest;
  question->skip = 0;
  question->most = 0;
  const auto collection = lent(call);
  if (!collection) return refuse(collection.error());
  const auto found = (*collection)->answer(*question);
  if (!found) return refuse(found.error(), 400);
  const office::Engine& engine = call.shared.engine;
  const auto pairs =
      corpus::inconsistencies(**collection, *question, {engine.letters, engine.library, engine.vocabulary},
                              *least / static_cast<double>(kAlike), kMost, kCompared);
  if (!pairs) return refuse(pairs.error(), 400);
  auto views = OrderedJson::array();
  for (const corpus::Inconsistency& pair : *pairs) views.push_back(view(pair));
  return json_in_order({{"found", found->total},
                        {"compared", std::min<decltype(found->total)>(found->total, kCompared)},
                        {"least", *least},
                        {"pairs", std::move(views)}});
}

}  // namespace

void add_consistency_routes(Routes& routes) {
  routes.add(Method::get, "/api/reports/consistency", Action::get_consistency, get_consistency, {.lane = Lane::slow});
}

}  // namespace openimr::server
