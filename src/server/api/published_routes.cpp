// Published determinations: searchDeterminations, followDeterminations, getDetermination, getStatistics. All of it is
// public.
#include <charconv>

#include <fmt/format.h>

#include "base/csv.h"
#include "server/api/feed.h"
#include "server/api/routes.h"

namespace openimr::server {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr int kUsualPage = 20;
constexpr int kFeedLength = 50;
constexpr std::size_t kFacetValues = 50;  // the most frequent of each

std::string dumped(const OrderedJson& value) {
  return value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

tl::expected<PublishedLetters::Lease, Problem> lent(const Call& call) {
  if (!call.shared.published.is_offered())
    return refuse(not_found("No collection of published determinations is set up here."));
  auto collection = call.shared.published.lend();
  if (!collection) return refuse(collection.error());
  return std::move(*collection);
}

using Conditions = std::vector<std::pair<corpus::Facet, std::string>>;

tl::expected<corpus::Facet, Problem> facet_of(std::string_view name) {
  if (const auto facet = corpus::facet_named(name)) return *facet;
  return refuse(bad_request("There is no such field. Take one of: " + corpus::facet_list() + "."));
}

// where=drug:carisoprodol&where=...
tl::expected<Conditions, Problem> conditions_of(const Request& request) {
  Conditions out;
  for (const auto& [name, value] : request.query) {
    if (name != "where") continue;
    const auto colon = value.find(':');
    if (colon == std::string::npos) return refuse(bad_request("where: write it as drug:carisoprodol."));
    const auto facet = facet_of(std::string_view(value).substr(0, colon));
    if (!facet) return refuse(facet.error());
    out.emplace_back(*facet, value.substr(colon + 1));
  }
  return out;
}

tl::expected<std::optional<Date>, Problem> day_of(const Request& request, std::string_view name) {
  const auto written = request.query.find(name);
  if (!written || written->empty()) return std::optional<Date>();
  if (const auto day = Date::from_iso(*written)) return std::optional(*day);
  return refuse(bad_request(fmt::format("{}: there is no such day. Write it as YYYY-MM-DD.", name)));
}

tl::expected<int, Problem> number_of(const Request& request, std::string_view name, int usual, int most) {
  const auto written = request.query.find(name);
  if (!written) return usual;
  int out = -1;
  const auto read = std::from_chars(written->data(), written->data() + written->size(), out);
  if (read.ec == std::errc() && read.ptr == written->data() + written->size() && out >= 0 && out <= most) return out;
  return refuse(bad_request(fmt::format("{}: give a number from 0 to {}.", name, most)));
}

tl::expected<corpus::Question, Problem> question_of(const Request& request) {
  constexpr int kFarthest = 10'000;
  constexpr int kLargestPage = 100;
  corpus::Question out;
  out.words = request.query["q"];
  auto where = conditions_of(request);
  if (!where) return refuse(where.error());
  out.where = std::move(*where);
  const auto from = day_of(request, "from");
  if (!from) return refuse(from.error());
  const auto until = day_of(request, "until");
  if (!until) return refuse(until.error());
  out.from = *from;
  out.until = *until;
  const auto skip = number_of(request, "skip", 0, kFarthest);
  if (!skip) return refuse(skip.error());
  const auto limit = number_of(request, "limit", kUsualPage, kLargestPage);
  if (!limit) return refuse(limit.error());
  out.skip = *skip;
  out.most = *limit;
  const std::string_view sort = request.query["sort"];
  out.order = sort == "newest"   ? corpus::Order::newest
              : sort == "oldest" ? corpus::Order::oldest
                                 : corpus::Order::relevance;
  out.facets = request.query["facets"] == "yes";
  return out;
}

OrderedJson parts_of(const corpus::Snippet& snippet) {
  auto out = OrderedJson::array();
  std::size_t at = 0;
  const auto add = [&](std::size_t end, bool marked) {
    if (end > at) out.push_back({{"text", snippet.text.substr(at, end - at)}, {"marked", marked}});
    at = std::max(at, end);
  };
  for (const Span mark : snippet.marks) {
    add(mark.begin, false);
    add(mark.end, true);
  }
  add(snippet.text.size(), false);
  return out;
}

OrderedJson found_view(const corpus::Found& found) {
  OrderedJson out = corpus::to_json(found.letter);
  out.erase("text");
  out["snippet"] = {{"parts", parts_of(found.snippet)}};
  out["why"] = found.why;
  return out;
}

OrderedJson facets_view(const corpus::Answer& answer) {
  auto out = OrderedJson::array();
  for (const auto& [facet, counts] : answer.facets) {
    if (counts.empty()) continue;
    auto values = OrderedJson::array();
    for (std::size_t i = 0; i < counts.size() && i < kFacetValues; ++i)
      values.push_back({{"value", counts[i].value}, {"letters", counts[i].letters}});
    const corpus::FacetName& name = corpus::name_of(facet);
    out.push_back({{"facet", name.name}, {"says", name.says}, {"values", std::move(values)}});
  }
  return out;
}

Reply search(Call& call) {
  const auto question = question_of(call.request);
  if (!question) return refuse(question.error());
  const auto collection = lent(call);
  if (!collection) return refuse(collection.error());
  const auto answer = (*collection)->answer(*question);
  if (!answer) return refuse(answer.error(), 400);
  auto found = OrderedJson::array();
  for (const corpus::Found& each : answer->found) found.push_back(found_view(each));
  return json_text(dumped({{"total", answer->total},
                           {"exact", answer->is_exact},
                           {"suggestion", answer->suggestion.empty() ? OrderedJson() : OrderedJson(answer->suggestion)},
                           {"letters", (*collection)->letters()},
                           {"found", std::move(found)},
                           {"facets", facets_view(*answer)}}));
}

Reply follow(Call& call) {
  auto question = question_of(call.request);
  if (!question) return refuse(question.error());
  question->order = corpus::Order::newest;
  question->skip = 0;
  question->most = kFeedLength;
  question->facets = false;
  const auto collection = lent(call);
  if (!collection) return refuse(collection.error());
  const auto answer = (*collection)->answer(*question);
  if (!answer) return refuse(answer.error(), 400);
  Response out;
  out.headers.set("Content-Type", "application/atom+xml; charset=utf-8");
  out.body = Body(feed_of(*question, *answer, call.shared.public_url));
  return out;
}

Reply get_determination(Call& call) {
  const auto collection = lent(call);
  if (!collection) return refuse(collection.error());
  const auto letter = (*collection)->letter(call.parameter("id"));
  if (!letter) return refuse(letter.error());
  if (!*letter) return refuse(not_found("No published determination has this address."));
  if (call.request.query["format"] == "text") return text((*letter)->text);
  return json_text(dumped(corpus::to_json(**letter)));
}

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

std::string csv_of(const corpus::Table& table, const corpus::FacetName& by) {
  std::string out = fmt::format("{},items,upheld,overturned,overturned_share,low,high,few\n", by.name);
  const auto add = [&](const corpus::TableRow& row, const std::string& value) {
    const auto share = row.overturned_share();
    out += fmt::format("{},{},{},{},{},{}\n", csv_quoted(value), row.items, row.upheld, row.overturned,
                       share ? fmt::format("{:.4f},{:.4f},{:.4f}", share->value, share->low, share->high) : ",,",
                       row.is_few() ? "few" : "");
  };
  for (const corpus::TableRow& row : table.rows) add(row, row.value.empty() ? "not stated" : row.value);
  add(table.all, "all");
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
  return json_text(dumped({{"by", name.name},
                           {"says", name.says},
                           {"fields", std::move(fields)},
                           {"rows", std::move(rows)},
                           {"all", row_view(table.all, OrderedJson())}}));
}

}  // namespace

void add_published_routes(Routes& routes) {
  const RouteOptions slow{.lane = Lane::slow};
  routes.add(Method::get, "/api/determinations", Action::search_determinations, search, slow);
  routes.add(Method::get, "/api/determinations/feed", Action::follow_determinations, follow, slow);
  routes.add(Method::get, "/api/determinations/{id}", Action::get_determination, get_determination);
  routes.add(Method::get, "/api/statistics", Action::get_statistics, get_statistics, slow);
}

}  // namespace openimr::server
