// One request to the API on its way to an answer: who asks, when, about which case, with which body.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include "server/accounts/access.h"
#include "server/api/shared.h"
#include "server/http/problem.h"
#include "server/rights.h"

namespace openimr::server {

using Reply = tl::expected<Response, Problem>;
using Refusal = tl::unexpected<Problem>;

struct Call {
  const Request& request;
  Shared& shared;
  office::Office& office;
  Instant at;           // by the clock of the world
  program::Moment now;  // by the clock of the programme's place
  Who who;              // nobody: who.is_signed_in() is false
  std::optional<Session> session;
  nlohmann::json body;  // as the description wants it; an empty object where the operation has none

  // Of a route with {number}: the case, which is there for who asks, and the law it is under.
  SharedCase known;
  const program::Programme* programme = nullptr;

  const cases::Case& c() const { return *known; }
  office::FoundCase found() const { return {*known, programme, now}; }
  std::string_view parameter(std::string_view name) const { return request.parameters[name]; }

  // An event of who asks, of this type, that happens now.
  cases::CaseEvent event(std::string type) const;
  // The key that makes a change be kept once, from Idempotency-Key: it holds for the account and the address. Empty
  // where there is none. Fails where it is not 8 to 64 printable characters.
  tl::expected<store::EventKey, Problem> key() const;
  // What was recorded of the case under this key: the change was made, and its answer was lost.
  Result<std::optional<cases::CaseEvent>> recorded_under(const store::EventKey& key) const;
  // The state of the case that If-Match names, for the ledger to hold to; nothing where it names none. Refuses with 412
  // where another one stands already.
  tl::expected<cases::Meant, Problem> meant() const;
};

// "\"17\"": the state of a case, of notes.
std::string tag_of_version(std::int64_t version);

// "2015-10-01T09:30:00Z"
std::string iso_of(Instant at);

// An error of ours as the end of a call.
inline Refusal refuse(const Error& error, int wrong_use = 422) {
  return Refusal(problem_of(error, wrong_use));
}
inline Refusal refuse(Problem problem) {
  return Refusal(std::move(problem));
}

}  // namespace openimr::server
