#include "server/api/call.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "server/http/etag.h"

namespace openimr::server {

cases::CaseEvent Call::event(std::string type) const {
  return {.type = std::move(type), .who = who.actor(), .on = now, .recorded = at};
}

tl::expected<store::EventKey, Problem> Call::key() const {
  const std::string_view given = request.headers["Idempotency-Key"];
  if (given.empty()) return store::EventKey();
  // Keys are the account's own: nobody's request can be answered by another's.
  auto key = store::EventKey::of(fmt::format("{}/{}", who.account, given.substr(0, 64)));
  if (!key) return refuse(bad_request("Idempotency-Key: write 8 to 64 letters and digits."));
  return *key;
}

tl::expected<void, Problem> Call::unchanged() const {
  const std::string_view given = request.headers["If-Match"];
  if (given.empty() || names_tag(given, tag_of_version(known->version), Weak::no)) return {};
  return refuse(precondition_failed("The case has changed since it was read. Read it again, then decide."));
}

std::string tag_of_version(std::int64_t version) {
  return fmt::format("\"{}\"", version);
}

std::string iso_of(Instant at) {
  return fmt::format("{:%FT%TZ}", std::chrono::floor<std::chrono::seconds>(at));
}

}  // namespace openimr::server
