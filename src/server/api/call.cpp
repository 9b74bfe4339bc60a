#include "server/api/call.h"

#include <algorithm>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "server/http/etag.h"

namespace openimr::server {
namespace {

constexpr std::size_t kShortestKey = 8;
constexpr std::size_t kLongestKey = 64;

}  // namespace

cases::CaseEvent Call::event(std::string type) const {
  return {.type = std::move(type), .who = who.actor(), .on = now, .recorded = at};
}

tl::expected<store::EventKey, Problem> Call::key() const {
  const std::string_view given = request.headers["Idempotency-Key"];
  if (given.empty()) return store::EventKey();
  const bool is_printable = std::all_of(given.begin(), given.end(), [](char c) { return c > ' ' && c <= '~'; });
  if (given.size() < kShortestKey || given.size() > kLongestKey || !is_printable)
    return refuse(bad_request("Idempotency-Key: write 8 to 64 letters and digits."));
  store::Hasher hasher;
  hasher.text("openimr request 1").text(who.account).text(request.path).text(given);
  return store::EventKey::of(hasher.finish().hex()).value();
}

Result<std::optional<cases::CaseEvent>> Call::recorded_under(const store::EventKey& key) const {
  if (key.empty()) return std::optional<cases::CaseEvent>();
  const auto history = office.ledger().history(c().number);
  if (!history) return fail(history.error());
  for (const cases::KeptEvent& kept : *history) {
    if (kept.key == key.text()) return std::optional(kept.event);
  }
  return std::optional<cases::CaseEvent>();
}

tl::expected<cases::Meant, Problem> Call::meant() const {
  const std::string_view given = request.headers["If-Match"];
  if (given.empty()) return cases::Meant();
  if (names_tag(given, tag_of_version(known->version), Weak::no)) return cases::Meant(known->version);
  return refuse(precondition_failed("The case has changed since it was read. Read it again, then decide."));
}

std::string tag_of_version(std::int64_t version) {
  return fmt::format("\"{}\"", version);
}

std::string iso_of(Instant at) {
  return fmt::format("{:%FT%TZ}", std::chrono::floor<std::chrono::seconds>(at));
}

}  // namespace openimr::server
