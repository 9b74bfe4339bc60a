#include "office/roster.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/lists.h"
#include "cases/reviewer_file.h"

namespace openimr::office {
namespace {

using cases::Reviewer;
using cases::RosterEntry;
using cases::RosterEvent;

// Each conflict means that somebody else has written, so this many have at the same time.
constexpr int kMostConflicts = 100;
constexpr std::size_t kPrefix = 9;  // "reviewer/"

tl::unexpected<Error> no_such(const std::string& id) {
  return fail({ErrorCode::not_found, "there is no such reviewer", id, "", 0, 0,
               "See openimr reviewer list, or enter them: openimr reviewer add FILE."});
}

// Their data, each an object of a JSON list.
Result<std::vector<Reviewer>> read_reviewers(Office& office, const std::vector<std::string>& documents) {
  std::string list;
  for (const std::string& document : documents) {
    const auto bytes = office.store().get({store::Hash::from_hex(document).value()});
    if (!bytes) return fail(bytes.error());
    list += (list.empty() ? "[" : ",\n") + *bytes;
  }
  if (list.empty()) return std::vector<Reviewer>{};
  std::vector<Error> problems;
  return cases::reviewers_from_json(list + "]", office.store().address(), office.packs().data["schema"]["reviewer"],
                                    problems);
}

// False where somebody else has written meanwhile.
Result<bool> append(Office& office, const RosterEntry& entry, const RosterEvent& event) {
  const auto stream = cases::roster_stream(entry.id);
  if (!stream) return fail(stream.error());
  RosterEntry behind = entry;
  cases::apply(behind, event);
  const auto entries = cases::entries_of(behind);
  const auto done =
      office.store().append(*stream, store::Version{entry.version}, {cases::to_store(event)}, {}, &entries);
  if (!done) return fail(done.error());
  return done->outcome != store::Appended::Outcome::conflict;
}

tl::unexpected<Error> too_busy(const std::string& id) {
  return fail(
      {ErrorCode::unavailable, "others keep changing the reviewer", id, "", 0, 0, "Do it again when they are done."});
}

}  // namespace

Result<RosterEntry> roster_entry(Office& office, const std::string& id) {
  const auto stream = cases::roster_stream(id);
  if (!stream) return fail(stream.error());
  const auto events = office.store().read(*stream);
  if (!events) return fail(events.error());
  RosterEntry out{.id = id, .since = {}};
  for (const store::Event& each : *events) {
    const auto event = cases::roster_event_from(each);
    if (!event) return fail(event.error());
    cases::apply(out, *event);
  }
  return out;
}

Result<std::vector<Reviewer>> active_reviewers(Office& office) {
  std::vector<std::string> documents;
  std::optional<store::ListPlace> last;
  while (true) {
    const auto page = office.store().list(cases::kActiveReviewers, "", "", last);
    if (!page) return fail(page.error());
    for (const store::ListPlace& place : *page) {
      const auto entry = roster_entry(office, place.stream.substr(kPrefix));
      if (!entry) return fail(entry.error());
      if (entry->is_active) documents.push_back(entry->document);
    }
    if (page->empty()) return read_reviewers(office, documents);
    last = page->back();
  }
}

Result<Reviewer> reviewer_of(Office& office, const std::string& id) {
  const auto entry = roster_entry(office, id);
  if (!entry) return fail(entry.error());
  if (entry->version == 0) return no_such(id);
  auto found = read_reviewers(office, {entry->document});
  if (!found) return fail(found.error());
  return std::move(found->front());
}

Result<std::string> keep_reviewer(Office& office, const RosterEvent& by, const Reviewer& reviewer) {
  const std::string data = cases::to_json(reviewer).dump();
  const std::string document = store::DocumentId::of(data).hash.hex();
  for (int attempt = 0; attempt <= kMostConflicts; ++attempt) {
    const auto entry = roster_entry(office, reviewer.id);
    if (!entry) return fail(entry.error());
    RosterEvent event = by;
    event.type = cases::change_for(*entry, document);
    event.document = document;
    if (event.type.empty()) return event.type;
    if (const auto kept = office.store().put(data); !kept) return fail(kept.error());
    const auto done = append(office, *entry, event);
    if (!done) return fail(done.error());
    if (*done) return event.type;
  }
  return too_busy(reviewer.id);
}

Result<void> end_reviewer(Office& office, const RosterEvent& by, const std::string& id) {
  for (int attempt = 0; attempt <= kMostConflicts; ++attempt) {
    const auto entry = roster_entry(office, id);
    if (!entry) return fail(entry.error());
    if (entry->version == 0) return no_such(id);
    if (!entry->is_active)
      return fail({ErrorCode::wrong_use, "the reviewer has left", id, "", 0, 0,
                   fmt::format("It was on {}.", entry->since->day.iso())});
    RosterEvent event = by;
    event.type = cases::kLeft;
    const auto done = append(office, *entry, event);
    if (!done) return fail(done.error());
    if (*done) return {};
  }
  return too_busy(id);
}

Result<cases::Load> load_of(Office& office, const std::string& id, Date day) {
  const CalendarDays since_monday{static_cast<int>((day.weekday() - std::chrono::Monday).count())};
  const Date monday = day.plus({-since_monday.count});
  const std::string list = fmt::format("{}/{}", cases::kAsked, id);
  const auto today = office.store().count(list, day.iso(), day.plus({1}).iso());
  if (!today) return fail(today.error());
  const auto this_week = office.store().count(list, monday.iso(), monday.plus(weeks(1)).iso());
  if (!this_week) return fail(this_week.error());
  return cases::Load{static_cast<int>(*today), static_cast<int>(*this_week)};
}

}  // namespace openimr::office
