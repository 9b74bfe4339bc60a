#include "cases/ledger.h"

#include <algorithm>

#include <fmt/format.h>

#include "cases/acts.h"
#include "cases/lists.h"

namespace openimr::cases {
namespace {

// Each conflict means that somebody else has acted, so this many have at the same time.
constexpr int kMostConflicts = 100;

tl::unexpected<Error> no_such(std::string_view number) {
  return fail({ErrorCode::not_found, "there is no such case", std::string(number), "", 0, 0,
               "See openimr work list, or open it: openimr case open."});
}

Case behind(std::string_view number, const std::vector<KeptEvent>& events) {
  Case out;
  out.number = number;
  for (const KeptEvent& each : events) apply(out, each.event);
  return out;
}

// Whether this is the event that is kept: its fields are, and the result that was found out may have joined them.
bool is_same(const CaseEvent& event, const CaseEvent& kept) {
  auto what = event.what;
  if (const auto result = kept.what.find("result"); result != kept.what.end()) what.emplace("result", *result);
  return event.type == kept.type && event.who == kept.who && event.why == kept.why && what == kept.what;
}

// Whether an append with this key has added these events before.
bool was_done(const std::vector<KeptEvent>& history, const std::vector<CaseEvent>& events, const store::EventKey& key) {
  if (key.empty()) return false;
  const auto first =
      std::find_if(history.begin(), history.end(), [&](const KeptEvent& each) { return each.key == key.text(); });
  if (static_cast<std::size_t>(history.end() - first) < events.size()) return false;
  return std::equal(events.begin(), events.end(), first,
                    [](const CaseEvent& event, const KeptEvent& kept) { return is_same(event, kept.event); });
}

}  // namespace

Result<const program::Programme*> Ledger::programme(std::string_view id) const {
  std::vector<std::string_view> known;
  for (const program::Programme& each : programmes_) {
    if (each.id() == id) return &each;
    known.push_back(each.id());
  }
  return fail({ErrorCode::wrong_use, "there is no such programme", std::string(id), "", 0, 0,
               fmt::format("Use one of: {}.", fmt::join(known, ", "))});
}

Result<std::vector<KeptEvent>> Ledger::history(std::string_view number) {
  const auto stream = stream_of(number);
  if (!stream) return fail(stream.error());
  const auto kept = keeping_.read(*stream);
  if (!kept) return fail(kept.error());
  std::vector<KeptEvent> out;
  out.reserve(kept->size());
  for (const store::Event& each : *kept) {
    auto event = from_store(each);
    if (!event) return fail(event.error());
    out.push_back({each.version.number, std::move(*event), each.key, each.hash});
  }
  return out;
}

Result<Case> Ledger::load(std::string_view number) {
  const auto events = history(number);
  if (!events) return fail(events.error());
  if (events->empty()) return no_such(number);
  return behind(number, *events);
}

Result<Case> Ledger::record(std::string_view number, const std::vector<CaseEvent>& events, const store::EventKey& key,
                            Meant meant) {
  const auto stream = stream_of(number);
  if (!stream) return fail(stream.error());
  if (events.empty())
    return fail({ErrorCode::wrong_use, "nothing is to be recorded", std::string(number), "", 0, 0, "Give an event."});
  for (int attempt = 0; attempt <= kMostConflicts; ++attempt) {
    const auto before = history(number);
    if (!before) return fail(before.error());
    Case c = behind(number, *before);
    if (was_done(*before, events, key)) return c;
    if (meant.value_or(c.version) != c.version)
      return fail({ErrorCode::changed, "the case has changed since it was looked at", std::string(number), "", 0, 0,
                   "Look at it again, then decide."});
    const bool opens = events.front().type == "application-received";
    if (before->empty() && !opens) return no_such(number);
    const auto law = programme(before->empty() ? events.front().text("programme") : c.programme);
    if (!law) return fail(law.error());
    const store::Version version{c.version};
    std::vector<store::NewEvent> kept;
    for (const CaseEvent& event : events) {
      auto sound = checked(**law, c, event);
      if (!sound) return fail(sound.error());
      apply(c, *sound);
      kept.push_back(to_store(*sound));
    }
    const auto done = keeping_.append(*stream, version, kept, key, entries_of(**law, c));
    if (!done) return fail(done.error());
    if (done->outcome != store::Appended::Outcome::conflict) return c;
  }
  return fail({ErrorCode::unavailable, "others keep acting on the case", std::string(number), "", 0, 0,
               "Do it again when they are done."});
}

}  // namespace openimr::cases
