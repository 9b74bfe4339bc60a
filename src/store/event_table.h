// The table of events. Everything here throws soci_error.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/event.h"
#include "store/soci.h"

namespace openimr::store {

// An event as the table holds it, sound or not: whoever reads it checks.
struct EventRow {
  std::string stream, type, actor, payload, key, previous, hash;
  long long version = 0;
  long long at = 0;
  long long appended = 0;
};

EventRow row_of(const Event& event);
// Nothing where one of the hashes is none.
std::optional<Event> event_of(EventRow row);

struct HeadRow {
  std::string stream;
  long long version = 0;
  std::string hash;
};

class EventTable {
 public:
  explicit EventTable(soci::session& sql);
  ~EventTable();

  // Puts the row in where it follows the row before it (by version and hash), and neither its version nor its key is
  // there yet; else false. One statement, so that it needs no transaction.
  bool insert(const EventRow& row);
  // Puts it in whatever is there.
  void restore(const EventRow& row);

  std::optional<std::string> hash_at(const std::string& stream, long long version);
  // The last version of a stream; 0 where it has none.
  long long last_version(const std::string& stream);
  // The first event of the append that had this key.
  std::optional<EventRow> with_key(const std::string& stream, const std::string& key);
  std::vector<EventRow> of_stream(const std::string& stream, long long after);
  // Up to `limit` events behind this one, in the order of stream and version.
  std::vector<EventRow> behind(const std::string& stream, long long version, int limit);
  // Up to `limit` streams behind `after` whose names begin with `prefix`, with their last events, in the order of
  // bytes.
  std::vector<HeadRow> heads(const std::string& prefix, const std::string& after, int limit);
  long long count();

 private:
  struct Statements;
  Statements& statements();

  soci::session& sql_;
  std::unique_ptr<Statements> statements_;
};

}  // namespace openimr::store
