// The store: streams of events and documents named by their content, in a file of SQLite or in PostgreSQL. It knows no
// case, only streams.
//
//   auto store = Store::open("sqlite:openimr.db");
//   auto done  = store->append(stream, Version{4}, {event}, key);   // where the stream has 4 events, and only there
//   auto all   = store->read(stream);
//   auto work  = store->list("work/intake", "", "2015-10-01");      // streams by where they stand: store/lists.h
//
// What append() and put() acknowledge is on disk, and stays there when the process, the machine or the server dies in
// the next instant. Several processes may work on one store. A Store is one connection: for one thread at a time.
//
// Every function may fail with ErrorCode::unavailable (disk full, locked for 30 seconds, server gone) and leaves the
// store as it was; for append() see there. ErrorCode::invalid means that the store itself is damaged. No message holds
// anything of an event or a document but stream, version and id.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/event.h"
#include "store/lists.h"
#include "store/sealing.h"

namespace openimr::store {

struct StoreOptions {
  bool make = true;             // make the store, or bring its tables up to date; else fail where that is needed
  std::optional<KeyRing> keys;  // seal documents, and open sealed ones
};

// What came of an append.
struct Appended {
  enum class Outcome : std::uint8_t {
    kept,      // the events are kept
    repeated,  // they were kept before, by an append with this key; nothing was added
    conflict,  // the stream did not have the version that was expected; nothing was added
  };
  Outcome outcome = Outcome::kept;
  Version version;  // kept, repeated: of the last event of this append; conflict: that the stream has
  auto operator<=>(const Appended&) const = default;
};

struct StreamHead {
  StreamId stream;
  Version version;
  Hash hash;
  auto operator<=>(const StreamHead&) const = default;
};

class Store {
 public:
  // Opens "sqlite:PATH", a plain path, or "postgresql://..." or "postgresql:host=... dbname=...".
  static Result<Store> open(std::string_view address, StoreOptions options = {});
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Adds events behind the last one, all or none, if the stream has the version `expected` (0: it is new). Of two
  // writers that expect the same version one is kept and the other gets a conflict.
  //
  // With a key the append may be done again whenever its outcome is not known: it is kept once. A key that was used for
  // other events (type, actor or payload) is an error. Without a key, an error `unavailable` leaves open whether the
  // events were kept: read the stream.
  //
  // Fails with wrong_use where there are no events, more than 1,000, or one is not sound (check() in store/event.h).
  //
  // With entries, the stream's entries (store/lists.h) become these in the same transaction; a conflict and a repeated
  // append leave them as they are. Without, they stay, and the append of one event is a single statement.
  Result<Appended> append(const StreamId& stream, Version expected, const std::vector<NewEvent>& events,
                          const EventKey& key = {}, const std::vector<Entry>* entries = nullptr);

  // The events after a version, in order; empty where there are none. Each is checked against its hash and the one
  // before it; the first one's predecessor is not looked at. An altered one is an error `invalid` with its version.
  Result<std::vector<Event>> read(const StreamId& stream, Version after = {});
  // 0 where there is no such stream.
  Result<Version> version(const StreamId& stream);
  // Up to `limit` streams whose names begin with `prefix` and come after `after`, by the order of their bytes. The last
  // one is where the next page begins.
  Result<std::vector<StreamHead>> streams(std::string_view prefix, std::string_view after = {}, int limit = 1000);
  // All of them: the last event of each stream.
  Result<std::vector<StreamHead>> heads();

  // Up to `limit` places of a list with from_sort <= sort < until_sort (empty: no end) that come after `after`, by the
  // bytes of the sort, then of the stream. Fails with wrong_use where a list, a sort or a stream is not sound.
  Result<std::vector<ListPlace>> list(std::string_view list, std::string_view from_sort = {},
                                      std::string_view until_sort = {}, const std::optional<ListPlace>& after = {},
                                      int limit = 1000);
  // How many there are. Counts them one by one: the time grows with their number, not with that of the streams.
  Result<std::int64_t> count(std::string_view list, std::string_view from_sort = {}, std::string_view until_sort = {});
  // Makes the entries of a stream anew, after a restore or where what they are derived by has changed: read the stream,
  // and give the version that was read. False where it has another one by now; nothing has changed then. An append that
  // goes on at the same time comes after this, or makes it false.
  Result<bool> replace_entries(const StreamId& stream, Version at, const std::vector<Entry>& entries);
  // The same for up to 1,000 streams in one transaction, so that a whole store waits for its disk a thousand times
  // less. Gives the streams that have another version by now, sorted; the others are done.
  Result<std::vector<StreamId>> replace_entries(std::vector<StreamEntries> streams);

  // Keeps a document of at most 512 MiB and gives its name. What is there already stays as it is. With keys it is
  // sealed; without, it fails where the store holds sealed ones, since then the keys were forgotten.
  Result<DocumentId> put(std::string_view bytes);
  // Fails with not_found; with wrong_use where it is sealed and the keys are missing or others; with invalid where it
  // was altered.
  Result<std::string> get(const DocumentId& id);
  Result<bool> has(const DocumentId& id);
  // Seals every document with the newest key: those under an older key anew (only the key of the document), those that
  // are not sealed at all. May be interrupted and done again. Gives how many it sealed.
  Result<std::int64_t> reseal();

  // For messages.
  const std::string& address() const;

  // What store/ itself works with.
  struct Parts;
  Parts& parts() { return *parts_; }

 private:
  explicit Store(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace openimr::store
