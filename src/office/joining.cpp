#include "office/joining.h"

#include <algorithm>

#include "cases/acts.h"
#include "cases/consolidation.h"

namespace openimr::office {
namespace {

// Whether `into` has taken `from` in: an earlier try got so far.
bool is_taken_in(const cases::Case& from, const cases::Case& into) {
  return std::any_of(into.items.begin(), into.items.end(),
                     [&](const cases::Item& item) { return item.from_case == from.number; });
}

// A record of `from` that `into` has not.
const cases::Record* record_missing(const cases::Case& from, const cases::Case& into) {
  const auto found = std::find_if(from.records.begin(), from.records.end(), [&](const cases::Record& record) {
    return std::none_of(into.records.begin(), into.records.end(),
                        [&](const cases::Record& each) { return each.document == record.document; });
  });
  return found == from.records.end() ? nullptr : &*found;
}

}  // namespace

Result<Joined> join(Office& office, const cases::Case& from, const cases::Case& into, const cases::CaseEvent& by) {
  if (from.joined_into == into.number) return Joined{from, into};
  cases::Ledger& ledger = office.ledger();
  const auto programme = ledger.programme(into.programme);
  if (!programme) return fail(programme.error());
  if (auto may = cases::may_join(**programme, from, into); !may) return fail(may.error());
  const auto of_from = ledger.programme(from.programme);
  if (!of_from) return fail(of_from.error());
  const cases::CaseEvent ends = cases::joined(into, by);
  if (const auto may = cases::checked(**of_from, from, ends); !may) return fail(may.error());

  cases::Case grown = into;
  if (!is_taken_in(from, into)) {
    const auto key = store::EventKey::of("join/" + from.number);
    if (!key) return fail(key.error());
    auto done = ledger.record(into.number, {cases::consolidated(from, by)}, *key, into.version);
    if (!done) return fail(done.error());
    grown = std::move(*done);
  } else if (const cases::Record* record = record_missing(from, into)) {
    return fail({ErrorCode::wrong_use, "a record came after the application was taken in", record->name, "", 0, 0,
                 "Add it to the other case, then do it again."});
  }
  auto ended = ledger.record(from.number, {ends}, {}, from.version);
  if (!ended) return fail(ended.error());
  return Joined{std::move(*ended), std::move(grown)};
}

}  // namespace openimr::office
