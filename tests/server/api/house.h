// The API on a server of a test's own, over a store of its own, with an account for each role; and people who ask it.
//
//   House house(address);
//   Person iris = house.sign_in("iris");
//   const Told told = iris.post("/api/cases/EX-100/events", {{"event", "application-found-new"}});
//   EXPECT_EQ(told.status, 200);
//
// Every answer is held against api/openapi.yaml: one that is not as described fails the test.
#pragma once

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/data.h"
#include "office/roster.h"
#include "server/accounts/access.h"
#include "server/accounts/accounts.h"
#include "server/accounts/second_factor.h"
#include "server/api/api.h"
#include "server/http/client.h"
#include "server/http/served.h"
#include "support/engine.h"
#include "support/process.h"
#include "support/reviewers.h"

namespace openimr::testing {

using nlohmann::json;

inline constexpr const char* kPassword = "twelve plain horses";

struct Told {
  int status = 0;
  json body;  // null where it is no JSON
  server::Headers headers;
  std::string text;
};

class House;

// Somebody with a browser: a connection, a session, its token against forgery.
class Person {
 public:
  Person(House& house, std::string cookie, std::string csrf)
      : house_(&house), cookie_(std::move(cookie)), csrf_(std::move(csrf)) {}

  Told ask(const std::string& method, const std::string& path, const json& body = nullptr,
           server::Headers headers = {}) const;
  Told get(const std::string& path, server::Headers headers = {}) const {
    return ask("GET", path, nullptr, std::move(headers));
  }
  Told post(const std::string& path, const json& body = json::object(), server::Headers headers = {}) const {
    return ask("POST", path, body, std::move(headers));
  }
  // A piece of an upload.
  Told send(const std::string& path, std::size_t at, const std::string& bytes) const;
  const std::string& cookie() const { return cookie_; }
  const std::string& csrf() const { return csrf_; }

 private:
  House* house_;
  std::string cookie_, csrf_;
};

class House {
 public:
  explicit House(const std::string& store, Date today = day("2026-03-02"), const std::string& corpus = "") : served_() {
    store::Store::open(store).value();
    server::ApiSettings settings;
    settings.store = {store, ""};
    settings.data = folder_.path() / "data";
    settings.corpus = corpus;
    settings.description = (source_dir() / "api" / "openapi.yaml").string();
    settings.organisation = {"Invented Reviews", "1 Sample Street, Exampleton, CA 90000", "555-0100"};
    settings.passwords = server::PasswordCost::for_tests();
    settings.today = today;
    api = server::Api::open(std::move(settings)).value();
    api->add_routes(served_.router);
    served_.options.workers = 2;
    served_.start();
    add_people();
  }

  std::uint16_t port() const { return served_.port(); }
  Remembering& observer() { return served_.observer; }

  Person sign_in(const std::string& account) {
    json body = {{"account", account}, {"password", kPassword}};
    if (const auto key = keys_.find(account); key != keys_.end())
      body["code"] = server::code_of(key->second, server::step_of(api->shared().clock()));
    const Told told = nobody().ask("POST", "/api/session", body);
    EXPECT_EQ(told.status, 200) << account << ": " << told.text;
    if (told.status != 200) return nobody();
    std::string cookie(told.headers["Set-Cookie"]);
    return {*this, cookie.substr(0, cookie.find(';')), told.body.at("csrf").get<std::string>()};
  }
  Person nobody() { return {*this, "", ""}; }

  // A request as it is, and its answer held against the description.
  Told ask(const std::string& method, const std::string& path, const std::string& body, server::Headers headers) {
    Client client(port());
    if (!body.empty() && !headers.has("Content-Type")) headers.set("Content-Type", "application/json");
    const Reply reply = client.ask(method, path, headers, body);
    Told out{reply.status, json::parse(reply.body, nullptr, false), reply.headers, reply.body};
    if (out.body.is_discarded()) out.body = nullptr;
    check(method, path, out);
    return out;
  }

  std::unique_ptr<server::Api> api;

 private:
  void add_people() {
    const auto office = api->shared().offices.lend();
    const server::Accounts accounts((*office)->store(), server::PasswordCost::for_tests());
    const server::By by{"console", api->shared().clock()};
    for (const auto& [id, role] : {std::pair{"iris", "intake"}, std::pair{"ann", "assign"}, std::pair{"R-1", "review"},
                                   std::pair{"R-2", "review"}, std::pair{"quinn", "quality"}, std::pair{"isa", "issue"},
                                   std::pair{"mara", "medical-director"}, std::pair{"clara", "administrator"},
                                   std::pair{"walt", "applicant"}, std::pair{"wanda", "applicant"}}) {
      ASSERT_TRUE(accounts.create({id, role, std::string("Person ") + id, kPassword}, by));
      if (!server::is_of_the_organization(role)) continue;
      const std::string url = accounts.set_second_factor(id, by).value();
      const auto begin = url.find("secret=") + 7;
      keys_[id] = url.substr(begin, url.find('&', begin) - begin);
    }
    const cases::RosterEvent entered{
        .type = "", .who = {"assign", "ann"}, .on = api->shared().local(by.at), .recorded = by.at};
    for (const char* id : {"R-1", "R-2"}) office::keep_reviewer(**office, entered, reviewer(id)).value();
  }

  void check(const std::string& method, const std::string& path, const Told& told) {
    const std::string plain = path.substr(0, path.find('?'));
    const auto known = server::method_of(method);
    const auto match = served_.router.find(known.value_or(server::Method::get), plain);
    if (match.route == nullptr) return;
    const auto& description = api->shared().description;
    const std::string operation = description.operation_of(method, match.route->pattern);
    ASSERT_FALSE(operation.empty()) << method << ' ' << match.route->pattern << " is not in api/openapi.yaml";
    const auto schema = description.answer_schema(operation, told.status);
    if (!schema || told.body.is_null()) return;
    DataFile data;
    data.file = operation;
    data.value = told.body;
    for (const Error& error : check_schema(data, *schema)) ADD_FAILURE() << error.to_string() << "\n" << told.text;
  }

  TempFolder folder_;
  Served served_;
  std::map<std::string, std::string> keys_;  // of the second factor
};

inline Told Person::send(const std::string& path, std::size_t at, const std::string& bytes) const {
  return house_->ask("PATCH", path, bytes,
                     {{"Cookie", cookie_},
                      {"X-CSRF-Token", csrf_},
                      {"Upload-Offset", std::to_string(at)},
                      {"Content-Type", "application/octet-stream"}});
}

inline Told Person::ask(const std::string& method, const std::string& path, const json& body,
                        server::Headers headers) const {
  if (!cookie_.empty()) headers.add("Cookie", cookie_);
  if (!csrf_.empty() && !headers.has("X-CSRF-Token")) headers.add("X-CSRF-Token", csrf_);
  return house_->ask(method, path, body.is_null() ? "" : body.dump(), std::move(headers));
}

}  // namespace openimr::testing
