// The API over a store of its own, asked without a socket; every answer is held to the description.
#pragma once

#include <cstdlib>
#include <map>
#include <stdexcept>

#include <gtest/gtest.h>

#include "base/data.h"
#include "cases/making.h"
#include "server/accounts/access.h"
#include "server/api/routes.h"
#include "support/engine.h"
#include "support/process.h"

namespace openimr::server {

using Json = nlohmann::json;

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().to_string());
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

inline std::shared_ptr<const office::Law> law_of_tests() {
  static const auto law = [] {
    auto packs = must(read_snapshot(OPENIMR_SNAPSHOT));
    auto programmes = must(program::programmes_from_packs(packs.data));
    return std::make_shared<const office::Law>(office::Law{std::move(packs), std::move(programmes)});
  }();
  return law;
}

struct Asked {
  Method method = Method::get;
  std::string path;  // behind /api/cases/EX-100
  std::string who{};
  Json body{};
  Headers headers{};
  std::string bytes{};  // in place of a body of JSON
};

struct Answered {
  int status = 0;
  Headers headers;
  std::string bytes;
  Json json;
  std::string code() const { return json.is_object() ? json.value("code", "") : ""; }
  std::string etag() const { return std::string(headers["ETag"]); }
};

// October 20, 2015, nine o'clock.
class QuietHouse {
 public:
  static constexpr Instant kNow{std::chrono::milliseconds(1'445'331'600'000)};

  explicit QuietHouse(std::filesystem::path folder)
      : shared((setenv("OPENIMR_READER", OPENIMR_READER, 1), made_store(folder)),
               must(office::make_engine(must(read_snapshot(OPENIMR_SNAPSHOT)))), {(folder / "imr.db").string(), ""},
               must(Description::read((testing::source_dir() / "api" / "openapi.yaml").string())), folder / "data"),
        office_(must(shared.offices.lend())) {
    shared.password_cost = PasswordCost::for_tests();
    shared.clock = [] { return kNow; };
    shared.local = [](Instant at) {
      const auto day = std::chrono::floor<std::chrono::days>(at);
      const std::chrono::year_month_day date(day);
      const auto number = [](unsigned part) { return static_cast<int>(part); };
      return program::Moment{*Date::of(static_cast<int>(date.year()), number(static_cast<unsigned>(date.month())),
                                       number(static_cast<unsigned>(date.day()))),
                             static_cast<int>(std::chrono::floor<std::chrono::minutes>(at - day).count())};
    };
    Routes routes(router, shared);
    add_record_routes(routes);
    add_upload_routes(routes);
    add_desk_routes(routes);
    add_notes_routes(routes);
  }

  office::Office& office() { return *office_; }
  store::Store& store() { return office_->store(); }
  std::string keep(const std::string& bytes) { return must(store().put(bytes)).hash.hex(); }
  void happens(const std::vector<cases::CaseEvent>& events, const std::string& number = "EX-100") {
    for (const auto& event : events) must(office().ledger().record(number, {event}));
  }
  cases::Case c(const std::string& number = "EX-100") { return must(office().ledger().load(number)); }

  // From the application to a reviewer at work, R-1, with these records {name, bytes}.
  void open_case(const std::map<std::string, std::string>& records, const std::string& number = "EX-100") {
    Json documents = Json::array();
    for (const auto& [name, bytes] : records)
      documents.push_back({{"document", keep(bytes)}, {"name", name}, {"kind", "pr2"}, {"date", "2015-08-19"}});
    auto events = cases::until_complete();
    for (auto& event : events)
      if (event.type == "records-received") event.what["documents"] = documents;
    events.push_back(cases::proposed("R-1"));
    events.push_back(cases::event("2015-10-17", "review:R-1", "reviewer-accepted",
                                  {{"attestation", "Nothing speaks against it."},
                                   {"conflicts", keep("evidence of the conflict check")},
                                   {"licences", {"California"}},
                                   {"certifications", {"Pain Medicine"}}}));
    happens(events, number);
  }

  // Signed in with a role; of a party with access to the case.
  void let_in(const std::string& id, const std::string& role, const std::string& number = "EX-100") {
    const By by{"console", kNow};
    const Accounts accounts(store(), shared.password_cost);
    must(accounts.create({id, role, "Testa Invented", "seven green kettles"}, by));
    if (is_party(role)) must(Access(store()).grant(number, id, by));
    sessions_[id] = must(Sessions(store(), shared.sessions).open(must(accounts.find(id)), "Testa Invented", kNow));
  }

  Answered ask(const Asked& asked, const std::string& number = "EX-100") {
    Request request;
    request.method = asked.method;
    const auto query = asked.path.find('?');
    request.path = "/api/cases/" + number + asked.path.substr(0, query);
    if (query != std::string::npos) {
      const auto equals = asked.path.find('=', query);
      request.query.add(asked.path.substr(query + 1, equals - query - 1), asked.path.substr(equals + 1));
    }
    request.headers = asked.headers;
    request.body = asked.bytes;
    if (!asked.body.is_null()) {
      request.body = asked.body.dump();
      request.headers.set("Content-Type", "application/json");
    }
    if (const auto session = sessions_.find(asked.who); session != sessions_.end()) {
      request.headers.add("Cookie", "openimr_session=" + session->second.token);
      request.headers.add("X-CSRF-Token", session->second.session.csrf);
    }
    request.id = "0000000000000000";
    const Match match = router.find(asked.method, request.path);
    if (match.route == nullptr) throw std::runtime_error("no route for " + request.path);
    request.parameters = match.parameters;
    request.pattern = match.route->pattern;
    const Response response = match.route->handler(request);
    Answered out{response.status, response.headers, std::string(response.body.view()), {}};
    if (out.headers["Content-Type"].find("json") != std::string_view::npos) out.json = Json::parse(out.bytes);
    hold_to_description(asked.method, std::string(request.pattern), out);
    return out;
  }

  Shared shared;
  Router router;

 private:
  static std::shared_ptr<const office::Law> made_store(const std::filesystem::path& folder) {
    must(office::Office::open(law_of_tests(), {(folder / "imr.db").string(), ""}, true));
    return law_of_tests();
  }

  void hold_to_description(Method method, const std::string& pattern, const Answered& answer) const {
    std::string name(name_of(method));
    for (char& c : name) c = static_cast<char>(std::tolower(c));
    const auto schema = shared.description.answer_schema(shared.description.operation_of(name, pattern), answer.status);
    if (!schema) return;
    DataFile data;
    data.value = answer.json;
    for (const Error& error : check_schema(data, *schema)) ADD_FAILURE() << pattern << ": " << error.to_string();
  }

  OfficePool::Lease office_;
  std::map<std::string, OpenedSession> sessions_;
};

class Api : public ::testing::Test {
 protected:
  testing::TempFolder folder;
  QuietHouse house{folder.path()};
};

}  // namespace openimr::server
