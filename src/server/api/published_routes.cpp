// Published determinations: searchDeterminations, followDeterminations, getDetermination. All of it is public.
#include "letter/published_paper.h"
#include "server/api/feed.h"
#include "server/api/published_question.h"
#include "server/api/routes.h"

namespace openimr::server {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr int kFeedLength = 50;
constexpr std::size_t kFacetValues = 50;  // the most frequent of each

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
  return json_in_order({{"total", answer->total},
                        {"exact", answer->is_exact},
                        {"suggestion", answer->suggestion.empty() ? OrderedJson() : OrderedJson(answer->suggestion)},
                        {"letters", (*collection)->letters()},
                        {"found", std::move(found)},
                        {"facets", facets_view(*answer)}});
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

Reply pdf_of(const corpus::Published& letter, const std::string& public_url) {
  if (letter.text.empty()) return refuse(not_found("The letter itself was not published."));
  letter::Paper paper = letter::published_paper(letter.reference, letter.text);
  const auto row = [&](const char* label, const std::string& value) {
    if (!value.empty()) paper.references.push_back({letter::PaperBlockKind::row, label, value});
  };
  row("Number:", letter.reference);
  row("Decided:", letter.decided ? letter::printed_day(*letter.decided) : "");
  row("Published at:", public_url.empty() ? "" : public_url + "/determinations/" + letter.id());
  auto pdf = letter::paper_pdf(paper, letter.decided);
  if (!pdf) return refuse(pdf.error());
  return document(std::move(*pdf), "application/pdf");
}

Reply get_determination(Call& call) {
  const auto collection = lent(call);
  if (!collection) return refuse(collection.error());
  const auto letter = (*collection)->letter(call.parameter("id"));
  if (!letter) return refuse(letter.error());
  if (!*letter) return refuse(not_found("No published determination has this address."));
  const std::string_view format = call.request.query["format"];
  if (format == "text") return text((*letter)->text);
  if (format == "pdf") return pdf_of(**letter, call.shared.public_url);
  return json_in_order(corpus::to_json(**letter));
}

}  // namespace

void add_published_routes(Routes& routes) {
  const RouteOptions slow{.lane = Lane::slow};
  routes.add(Method::get, "/api/determinations", Action::search_determinations, search, slow);
  routes.add(Method::get, "/api/determinations/feed", Action::follow_determinations, follow, slow);
  routes.add(Method::get, "/api/determinations/{id}", Action::get_determination, get_determination, slow);
}

}  // namespace openimr::server
