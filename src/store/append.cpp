// Appends. The row itself asks for its predecessor (EventTable::insert), so one event without entries is one statement:
// no transaction, no lock that is held while a client thinks, and one way to the server and back.
#include "store/parts.h"

namespace openimr::store {
namespace {

constexpr std::size_t kMostEvents = 1000;

using Outcome = Appended::Outcome;

tl::unexpected<Error> wrong(std::string message, std::string remedy) {
  return fail({ErrorCode::wrong_use, std::move(message), "", "", 0, 0, std::move(remedy)});
}

Result<void> check_all(const std::vector<NewEvent>& events) {
  if (events.empty()) return wrong("an append holds no events", "Give at least one.");
  if (events.size() > kMostEvents) return wrong("an append holds more than 1,000 events", "Append them in parts.");
  for (const NewEvent& event : events) {
    if (auto sound = check(event); !sound) return sound;
  }
  return {};
}

bool insert_all(Connection& c, const std::vector<Event>& events, const std::vector<Entry>* entries) {
  if (events.size() == 1 && entries == nullptr) return c.events.insert(row_of(events.front()));
  Transaction all(c.sql, c.dialect.begin_write);
  for (const Event& event : events) {
    if (!c.events.insert(row_of(event))) return false;
  }
  if (entries != nullptr) {
    c.entries.hold(events.front().stream);
    c.entries.replace(events.front().stream, *entries);
  }
  all.commit();
  return true;
}

// Whether the append that began with this row held the same events. Its time may differ: who repeats is later.
bool same(Connection& c, const EventRow& first, const std::vector<NewEvent>& events) {
  if (first.appended != static_cast<long long>(events.size())) return false;
  auto rows = c.events.of_stream(first.stream, first.version - 1);
  if (rows.size() < events.size()) return false;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (rows[i].type != events[i].type || rows[i].actor != events[i].actor || rows[i].payload != events[i].payload)
      return false;
  }
  return true;
}

// What an append comes to that was not kept now.
Result<Appended> not_kept(Connection& c, const StreamId& stream, const std::vector<NewEvent>& events,
                          const EventKey& key) {
  if (!key.empty()) {
    if (const auto before = c.events.with_key(stream.text(), key.text())) {
      if (same(c, *before, events)) return Appended{Outcome::repeated, {before->version + before->appended - 1}};
      return fail({ErrorCode::wrong_use, "the key of this append was used for other events of the stream",
                   stream.text() + ", version " + std::to_string(before->version), "", 0, 0,
                   "Make a new key for each append."});
    }
  }
  return Appended{Outcome::conflict, {c.events.last_version(stream.text())}};
}

}  // namespace

Result<Appended> Store::append(const StreamId& stream, Version expected, const std::vector<NewEvent>& events,
                               const EventKey& key, const std::vector<Entry>* entries) {
  if (auto sound = check_all(events); !sound) return fail(sound.error());
  if (auto sound = entries == nullptr ? Result<void>() : check(*entries); !sound) return fail(sound.error());
  if (expected.number < 0)
    return wrong("no version is below 0", "Take the version that the stream had when it was read.");
  KnownHeads& heads = parts_->heads;
  const auto once = [&](Connection& c) -> Result<Appended> {
    std::optional<Hash> previous = expected.number == 0 ? Hash() : heads.hash_of(stream, expected);
    if (!previous) {
      const auto hex = c.events.hash_at(stream.text(), expected.number);
      if (!hex) return not_kept(c, stream, events, key);
      previous = Hash::from_hex(*hex);
      if (!previous)
        return fail(altered_at(parts_->database.address(), stream.text(), expected.number, "an event is no event"));
    }
    const auto rows = chained(stream, expected, *previous, events, key);
    heads.forget(stream);
    if (!insert_all(c, rows, entries)) return not_kept(c, stream, events, key);
    heads.remember(stream, rows.back().version, rows.back().hash);
    return Appended{Outcome::kept, rows.back().version};
  };
  const auto again = key.empty() ? Database::Again::never : Database::Again::harmless;
  for (bool second = false;; second = true) {
    auto done = parts_->database.run(once, again);
    // A conflict with the very version that was expected: what we knew of the stream was out of date (a restored
    // store).
    const bool outdated =
        done && done->outcome == Outcome::conflict && done->version == expected && expected.number > 0;
    if (!outdated || second) return done;
  }
}

}  // namespace openimr::store
