// Cases in a store: loaded by replaying their events, changed by adding one. Two who act on one case at once cannot
// both have acted on what they saw: the later one's act is checked again on the case as it has become, and refused
// where it was meant for the case as it was.
//
//   Ledger ledger(programmes, keeping);
//   auto c = ledger.record("EX-100", {event});
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/case.h"
#include "store/store.h"

namespace openimr::cases {

// What the ledger asks of the place where events are kept; the contracts are those of store/store.h.
class Keeping {
 public:
  virtual ~Keeping() = default;
  virtual Result<std::vector<store::Event>> read(const store::StreamId& stream) = 0;
  virtual Result<store::Appended> append(const store::StreamId& stream, store::Version expected,
                                         const std::vector<store::NewEvent>& events, const store::EventKey& key,
                                         const std::vector<store::Entry>& entries) = 0;
};

// The store itself as that place.
class KeptInStore : public Keeping {
 public:
  explicit KeptInStore(store::Store& store) : store_(store) {}
  Result<std::vector<store::Event>> read(const store::StreamId& stream) override { return store_.read(stream); }
  Result<store::Appended> append(const store::StreamId& stream, store::Version expected,
                                 const std::vector<store::NewEvent>& events, const store::EventKey& key,
                                 const std::vector<store::Entry>& entries) override {
    return store_.append(stream, expected, events, key, &entries);
  }

 private:
  store::Store& store_;
};

struct KeptEvent {
  std::int64_t version = 0;
  CaseEvent event;
  std::string key;  // of the append that it began
  store::Hash hash;
};

// The version of a case that an act is meant for, where it is meant for no other. A letter is signed as it was read.
using Meant = std::optional<std::int64_t>;

class Ledger {
 public:
  // Both must outlive it.
  Ledger(const std::vector<program::Programme>& programmes, Keeping& keeping)
      : programmes_(programmes), keeping_(keeping) {}

  // Fails with not_found where there is no such case.
  Result<Case> load(std::string_view number);
  Result<std::vector<KeptEvent>> history(std::string_view number);

  // Adds events to a case, all or none, each checked (cases/acts.h) on the case behind the one before, and gives the
  // case behind them. The first event of a new case is application-received. With a key, doing it again adds nothing.
  // Fails as checked() does, with `changed` where the case is not of the version that was meant, and with `unavailable`
  // where others keep acting on the case.
  Result<Case> record(std::string_view number, const std::vector<CaseEvent>& events, const store::EventKey& key = {},
                      Meant meant = {});

  // The programme of a case; fails where no loaded pack is of this name.
  Result<const program::Programme*> programme(std::string_view id) const;

 private:
  const std::vector<program::Programme>& programmes_;
  Keeping& keeping_;
};

}  // namespace openimr::cases
