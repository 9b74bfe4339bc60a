#include "server/accounts/access.h"

#include <nlohmann/json.hpp>

#include "server/accounts/reads.h"
#include "server/accounts/who.h"

namespace openimr::server {
namespace {

using nlohmann::json;

constexpr std::string_view kGranted = "access-granted";
constexpr std::string_view kRevoked = "access-revoked";
constexpr std::string_view kPrefix = "access/";
constexpr int kPage = 1000;

// "access/EX-100/pat". Case numbers and accounts hold no '/'.
Result<store::StreamId> stream_of(std::string_view kind, const std::string& case_number, const std::string& account) {
  if (auto number = cases::stream_of(case_number); !number) return fail(number.error());
  if (auto id = account_stream(account); !id) return fail(id.error());
  return store::StreamId::of(std::string(kind) + case_number + "/" + account);
}

std::vector<store::Entry> entries_of(const std::string& case_number, const std::string& account, bool granted) {
  if (!granted) return {};
  return {{std::string(kPrefix) + account, case_number}};
}

}  // namespace

Result<void> Access::change(const std::string& case_number, const std::string& account, const std::string& type,
                            const By& by) const {
  const auto stream = stream_of(kPrefix, case_number, account);
  if (!stream) return fail(stream.error());
  const auto entries = entries_of(case_number, account, type == kGranted);
  while (true) {
    const auto events = store_.read(*stream);
    if (!events) return fail(events.error());
    if (events->empty() ? type == kRevoked : events->back().type == type) return {};
    const store::Version version{static_cast<std::int64_t>(events->size())};
    const auto done = store_.append(*stream, version, {{type, by.at, by.actor, "{}"}}, {}, &entries);
    if (!done) return fail(done.error());
    if (done->outcome == store::Appended::Outcome::kept) return {};
  }
}

Result<void> Access::grant(const std::string& case_number, const std::string& account, const By& by) const {
  const auto found = Accounts(store_).find(account);
  if (!found) return fail(found.error());
  if (!found->is_there())
    return fail({ErrorCode::not_found, "there is no such account", account, "", 0, 0,
                 "See openimr account list, or make it: openimr account create."});
  if (!is_party(found->role))
    return fail({ErrorCode::wrong_use, "the account is none of a party", account, "", 0, 0,
                 "Access is given to accounts of the roles administrator and applicant; the organization's own people "
                 "see cases by their role."});
  return change(case_number, account, std::string(kGranted), by);
}

Result<void> Access::revoke(const std::string& case_number, const std::string& account, const By& by) const {
  return change(case_number, account, std::string(kRevoked), by);
}

Result<bool> Access::has(const std::string& case_number, const std::string& account) const {
  const auto stream = stream_of(kPrefix, case_number, account);
  if (!stream) return fail(stream.error());
  const auto events = store_.read(*stream);
  if (!events) return fail(events.error());
  return !events->empty() && events->back().type == kGranted;
}

Result<std::vector<std::string>> Access::cases_of(const std::string& account, std::string_view after, int limit) const {
  const std::string number(after);
  const auto last = number.empty()
                        ? std::nullopt
                        : std::optional(store::ListPlace{number, std::string(kPrefix) + number + "/" + account});
  const auto places = store_.list(std::string(kPrefix) + account, "", "", last, limit);
  if (!places) return fail(places.error());
  std::vector<std::string> out;
  for (const store::ListPlace& place : *places) out.push_back(place.sort);
  return out;
}

Result<void> Access::break_glass(const std::string& case_number, const std::string& account, const std::string& why,
                                 const By& by) const {
  const auto stream = stream_of("glass/", case_number, account);
  if (!stream) return fail(stream.error());
  const store::NewEvent event{"glass-broken", by.at, by.actor, json{{"why", why}}.dump()};
  const auto key = store::EventKey::of(store::Hasher()
                                           .text("openimr glass 1")
                                           .text(stream->text())
                                           .text(why)
                                           .number(by.at.time_since_epoch().count())
                                           .finish()
                                           .hex())
                       .value();
  const auto reads = store::StreamId::of("reads/" + case_number);
  if (!reads) return fail(reads.error());
  if (auto done = append_to_log(store_, *reads, event, key); !done) return done;
  return append_to_log(store_, *stream, event, key);
}

Result<bool> Access::is_glass_open(const std::string& case_number, const std::string& account, Instant now) const {
  const auto stream = stream_of("glass/", case_number, account);
  if (!stream) return fail(stream.error());
  const auto events = store_.read(*stream);
  if (!events) return fail(events.error());
  return !events->empty() && now < events->back().at + kGlassOpen;
}

Result<void> Access::remake_lists() const {
  for (std::string last;;) {
    const auto page = store_.streams(kPrefix, last, kPage);
    if (!page) return fail(page.error());
    if (page->empty()) return {};
    for (const store::StreamHead& head : *page) {
      const std::string name = head.stream.text().substr(kPrefix.size());
      const auto slash = name.find('/');
      const std::string number = name.substr(0, slash), account = name.substr(slash + 1);
      const auto granted = has(number, account);
      if (!granted) return fail(granted.error());
      const auto done = store_.replace_entries(head.stream, head.version, entries_of(number, account, *granted));
      if (!done) return fail(done.error());
    }
    last = page->back().stream.text();
  }
}

}  // namespace openimr::server
