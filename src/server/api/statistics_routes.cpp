// How published items were decided, for everybody: getStatistics, comparePeriods.
#include <fmt/format.h>

#include "base/csv.h"
#include "corpus/collection/comparison.h"
#include "server/api/published_question.h"
#include "server/api/routes.h"

namespace openimr::server {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson row_view(const corpus::TableRow& row, const OrderedJson& value) {
  const auto share = row.overturned_share();
  return {{"value", value},
          {"items", row.items},
          {"upheld", row.upheld},
          {"overturned", row.overturned},
          {"share",
           share ? OrderedJson({{"value", share->value}, {"low", share->low}, {"high", share->high}}) : OrderedJson()},
          {"few", row.is_few()}};
}

constexpr const char* kCsvColumns = "items,upheld,overturned,overturned_share,low,high,few";

std::string csv_row(const corpus::TableRow& row, const std::string& value) {
  const auto share = row.overturned_share();
  return fmt::format("{},{},{},{},{},{}", csv_quoted(value), row.items, row.upheld, row.overturned,
                     share ? fmt::format("{:.4f},{:.4f},{:.4f}", share->value, share->low, share->high) : ",,",
                     row.is_few() ? "few" : "");
}

std::string csv_of(const corpus::Table& table, const corpus::FacetName& by) {
  std::string out = fmt::format("{},{}\n", by.name, kCsvColumns);
  for (const corpus::TableRow& row : table.rows)
    out += csv_row(row, row.value.empty() ? "not stated" : row.value) + '\n';
  return out + csv_row(table.all, "all") + '\n';
}

std::string csv_of(const corpus::Comparison& compared) {
  std::string out = fmt::format("period,{},probability\n", kCsvColumns);
  for (const corpus::TableRow* row : {&compared.earlier, &compared.later}) out += csv_row(*row, row->value) + ",\n";
  if (const auto& difference = compared.difference)
    out += fmt::format("\"difference\",,,,{:.4f},{:.4f},{:.4f},,{:.4f}\n", difference->value, difference->low,
                       difference->high, difference->probability);
  return out;
}

Reply get_statistics(Call& call) {
  const auto by = facet_of(call.request.query["by"]);
  if (!by) return refuse(by.error());
  auto question = question_of(call.request);
  if (!question) return refuse(question.error());
  const auto collection = lent(call);
  if (!collection) return refuse(collection.error());
  const corpus::Table table = (*collection)->count({*by, std::move(question->where), question->from, question->until});
  const corpus::FacetName& name = corpus::name_of(*by);
  if (call.request.query["format"] == "csv")
    return document(Body(csv_of(table, name)), "text/csv; charset=utf-8",
                    fmt::format("statistics-by-{}.csv", name.name));
  auto rows = OrderedJson::array();
  for (const corpus::TableRow& row : table.rows)
    rows.push_back(row_view(row, row.value.empty() ? OrderedJson() : OrderedJson(row.value)));
  auto fields = OrderedJson::array();
  for (const corpus::FacetName& each : corpus::facet_names())
    fields.push_back({{"facet", each.name}, {"says", each.says}});
  return json_in_order({{"by", name.name},
                        {"says", name.says},
                        {"fields", std::move(fields)},
                        {"rows", std::move(rows)},
                        {"all", row_view(table.all, OrderedJson())}});
}

Reply compare_periods(Call& call) {
  auto question = question_of(call.request);
  if (!question) return refuse(question.error());
  const auto collection = lent(call);
  if (!collection) return refuse(collection.error());
  const auto& asked = call.request.query;
  const auto compared = corpus::compare(**collection, {.where = std::move(question->where)},
                                        std::string(asked["earlier"]), std::string(asked["later"]));
  if (!compared) return refuse(compared.error(), 400);
  if (asked["format"] == "csv")
    return document(Body(csv_of(*compared)), "text/csv; charset=utf-8", "statistics-of-two-periods.csv");
  const auto& difference = compared->difference;
  return json_in_order({{"earlier", row_view(compared->earlier, compared->earlier.value)},
                        {"later", row_view(compared->later, compared->later.value)},
                        {"difference", difference ? OrderedJson({{"value", difference->value},
                                                                 {"low", difference->low},
                                                                 {"high", difference->high},
                                                                 {"probability", difference->probability}})
                                                  : OrderedJson()}});
}

}  // namespace

void add_statistics_routes(Routes& routes) {
  const RouteOptions slow{.lane = Lane::slow};
  routes.add(Method::get, "/api/statistics", Action::get_statistics, get_statistics, slow);
  routes.add(Method::get, "/api/statistics/periods", Action::compare_periods, compare_periods, slow);
}

}  // namespace openimr::server
