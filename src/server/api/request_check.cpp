#include "server/api/request_check.h"

#include <algorithm>

#include "letter/checklist.h"
#include "office/checking.h"
#include "server/api/wrong_fields.h"

namespace openimr::server {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostBytes = 2U << 20U;  // of notes in any letters, as JSON writes them

// The rows of the checklist (letter/checklist.h), with the words where something was found and what would show it where
// nothing was.
Json rows_of(const nlohmann::ordered_json& rows, bool with_example) {
  constexpr std::size_t kMostWords = 5;
  Json out = Json::array();
  for (const auto& row : rows) {
    Json words = Json::array();
    for (const auto& place : row.at("places")) {
      const auto& text = place.at("text").get_ref<const std::string&>();
      if (words.size() < kMostWords && std::find(words.begin(), words.end(), text) == words.end())
        words.push_back(text);
    }
    const auto& shown_by = row.at("shown_by").get_ref<const std::string&>();
    out.push_back({{"id", row.at("id")},
                   {"says", row.at("says")},
                   {"kind", row.at("kind")},
                   {"finding", row.at("finding")},
                   {"standing", row.at("standing")},
                   {"words", std::move(words)},
                   {"example", with_example && !shown_by.empty() ? Json(shown_by) : Json()}});
  }
  return out;
}

Json answer_of(const office::Reviewed& reviewed) {
  const auto checklist = letter::checklist_json(reviewed.draft);
  const auto& item = checklist.at("items").at(0);
  std::string citations;
  for (const auto& each : item.at("citations"))
    citations += (citations.empty() ? "" : "; ") + each.at("text").get<std::string>();
  int pages = 0;
  for (const facts::SearchedDocument& each : reviewed.draft.searched) pages += each.pages;
  return {{"treatment", item.at("text")},
          {"complete", item.at("complete")},
          {"addressed", item.at("addressed")},
          {"citation", citations.empty() ? Json() : Json(citations)},
          {"documented", rows_of(item.at("documented"), false)},
          {"missing", rows_of(item.at("missing"), true)},
          {"against", rows_of(item.at("against"), false)},
          {"pages", pages}};
}

std::optional<Date> day_in(const Json& body, const char* name, WrongFields& wrong) {
  const auto found = body.find(name);
  if (found == body.end()) return {};
  const auto day = Date::from_iso(found->get_ref<const std::string&>());
  if (!day) wrong.add(name, "There is no such day. Write a day of the calendar as YYYY-MM-DD.");
  return day;
}

Reply check(Call& call) {
  WrongFields wrong;
  const Date on = day_in(call.body, "on", wrong).value_or(call.now.day);
  const auto injury = day_in(call.body, "injury", wrong);
  if (injury && *injury > on) wrong.add("injury", "The injury is later than the request.");
  if (!wrong.empty()) return refuse(wrong.problem());
  const office::Engine& engine = call.shared.engine;
  auto notes = office::records_of_notes(call.body.at("notes").get_ref<const std::string&>(), engine.vocabulary);
  const office::Request request{{call.body.at("treatment").get<std::string>()}, on, injury, 0};
  std::vector<Error> problems;
  const auto reviewed = office::check_request(engine, std::move(notes), request, problems);
  if (!reviewed) return refuse(reviewed.error());
  return json(answer_of(*reviewed));
}

}  // namespace

void add_check_route(Routes& routes) {
  // Counted as failed sign-ins are, each time.
  const auto asked = std::make_shared<Tries>(Tries::Limits{kChecksAMinute, std::chrono::minutes(1), 10'000});
  const Admission admit = [asked, &shared = routes.shared()](const Request& request) -> std::optional<Response> {
    const Instant now = shared.clock();
    const auto wait = asked->wait(request.peer, now);
    if (wait.count() == 0) {
      asked->failed(request.peer, now);
      return {};
    }
    Response out = answer(request, {429, "too_many_requests", "", "Wait a moment, then check again."});
    out.headers.set("Retry-After", std::to_string(wait.count()));
    return out;
  };
  routes.add(Method::post, "/api/check", Action::check_request, check,
             {.lane = Lane::slow, .body_limit = kMostBytes, .admit = admit});
}

}  // namespace openimr::server
