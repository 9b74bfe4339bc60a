#include "server/api/published_question.h"

#include <charconv>

#include <fmt/format.h>

namespace openimr::server {
namespace {

constexpr int kUsualPage = 20;

using Conditions = std::vector<std::pair<corpus::Facet, std::string>>;

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

}  // namespace

tl::expected<PublishedLetters::Lease, Problem> lent(const Call& call) {
  if (!call.shared.published.is_offered())
    return refuse(not_found("No collection of published determinations is set up here."));
  auto collection = call.shared.published.lend();
  if (!collection) return refuse(collection.error());
  return std::move(*collection);
}

tl::expected<corpus::Facet, Problem> facet_of(std::string_view name) {
  if (const auto facet = corpus::facet_named(name)) return *facet;
  return refuse(bad_request("There is no such field. Take one of: " + corpus::facet_list() + "."));
}

tl::expected<int, Problem> number_of(const Request& request, std::string_view name, int usual, int least, int most) {
  const auto written = request.query.find(name);
  if (!written) return usual;
  int out = -1;
  const auto read = std::from_chars(written->data(), written->data() + written->size(), out);
  if (read.ec == std::errc() && read.ptr == written->data() + written->size() && out >= least && out <= most)
    return out;
  return refuse(bad_request(fmt::format("{}: give a number from {} to {}.", name, least, most)));
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
  const auto skip = number_of(request, "skip", 0, 0, kFarthest);
  if (!skip) return refuse(skip.error());
  const auto limit = number_of(request, "limit", kUsualPage, 0, kLargestPage);
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

}  // namespace openimr::server
