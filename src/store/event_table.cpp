#include "store/event_table.h"

#include <utility>

namespace openimr::store {
namespace {

using soci::into;
using soci::use;

constexpr const char* kColumns = "stream, version, type, at, actor, payload, key, appended, previous, hash";
constexpr const char* kValues =
    ":stream, cast(:version as bigint), :type, cast(:at as bigint), :actor, :payload, :key, cast(:appended as bigint), "
    ":previous, :hash";

// A prepared question whose answer is rows of events.
struct Question {
  std::string stream, key;
  long long version = 0;
  int limit = 0;
  EventRow row;
  soci::statement ask;

  Question(soci::session& sql, const std::string& rest, std::initializer_list<std::string_view> parameters) : ask(sql) {
    ask.exchange(into(row.stream));
    ask.exchange(into(row.version));
    ask.exchange(into(row.type));
    ask.exchange(into(row.at));
    ask.exchange(into(row.actor));
    ask.exchange(into(row.payload));
    ask.exchange(into(row.key));
    ask.exchange(into(row.appended));
    ask.exchange(into(row.previous));
    ask.exchange(into(row.hash));
    for (const std::string_view name : parameters) {
      if (name == "stream") ask.exchange(use(stream, "stream"));
      if (name == "key") ask.exchange(use(key, "key"));
      if (name == "version") ask.exchange(use(version, "version"));
      if (name == "limit") ask.exchange(use(limit, "limit"));
    }
    ask.alloc();
    ask.prepare(std::string("select ") + kColumns + " from events " + rest);
    ask.define_and_bind();
  }

  // To the last row, so that nothing stays open in the database.
  std::vector<EventRow> rows() {
    std::vector<EventRow> out;
    ask.execute();
    while (ask.fetch()) out.push_back(std::move(row));
    return out;
  }
};

// A prepared row on its way in.
struct Insertion {
  EventRow row;
  long long after = 0;
  soci::statement put;

  Insertion(soci::session& sql, const std::string& text) : put(sql) {
    put.exchange(use(row.stream, "stream"));
    put.exchange(use(row.version, "version"));
    put.exchange(use(row.type, "type"));
    put.exchange(use(row.at, "at"));
    put.exchange(use(row.actor, "actor"));
    put.exchange(use(row.payload, "payload"));
    put.exchange(use(row.key, "key"));
    put.exchange(use(row.appended, "appended"));
    put.exchange(use(row.previous, "previous"));
    put.exchange(use(row.hash, "hash"));
    if (text.find(":after") != std::string::npos) put.exchange(use(after, "after"));
    put.alloc();
    put.prepare(std::string("insert into events (") + kColumns + ") " + text);
    put.define_and_bind();
  }

  long long execute(const EventRow& from) {
    row = from;
    after = from.version - 1;
    put.execute(true);
    return put.get_affected_rows();
  }
};

}  // namespace

struct EventTable::Statements {
  explicit Statements(soci::session& sql)
      : insert(sql, std::string("select ") + kValues +
                        " where cast(:after as bigint) = 0 or exists (select 1 from events where stream = :stream and "
                        "version = :after and hash = :previous) on conflict do nothing"),
        of_stream(sql, "where stream = :stream and version > :version order by version", {"stream", "version"}),
        with_key(sql, "where stream = :stream and key = :key and key <> ''", {"stream", "key"}),
        behind(sql,
               "where (stream, version) > (:stream, cast(:version as bigint)) order by stream, version limit :limit",
               {"stream", "version", "limit"}),
        hash_at(sql) {
    hash_at = (sql.prepare << "select hash from events where stream = :stream and version = :version",
               use(stream, "stream"), use(version, "version"), into(hash));
  }

  Insertion insert;
  std::optional<Insertion> restore;
  Question of_stream, with_key, behind;
  std::string stream, hash;
  long long version = 0;
  soci::statement hash_at;
};

EventRow row_of(const Event& event) {
  return {event.stream,
          event.type,
          event.actor,
          event.payload,
          event.key,
          event.previous.hex(),
          event.hash.hex(),
          event.version.number,
          event.at.time_since_epoch().count(),
          event.appended};
}

std::optional<Event> event_of(EventRow row) {
  const auto previous = Hash::from_hex(row.previous);
  const auto hash = Hash::from_hex(row.hash);
  if (!previous || !hash) return std::nullopt;
  return Event{std::move(row.stream),
               {row.version},
               std::move(row.type),
               Instant(std::chrono::milliseconds(row.at)),
               std::move(row.actor),
               std::move(row.payload),
               std::move(row.key),
               row.appended,
               *previous,
               *hash};
}

EventTable::EventTable(soci::session& sql) : sql_(sql) {}
EventTable::~EventTable() = default;

EventTable::Statements& EventTable::statements() {
  if (!statements_) statements_ = std::make_unique<Statements>(sql_);
  return *statements_;
}

bool EventTable::insert(const EventRow& row) {
  return statements().insert.execute(row) == 1;
}

void EventTable::restore(const EventRow& row) {
  auto& put = statements().restore;
  if (!put) put.emplace(sql_, std::string("values (") + kValues + ")");
  put->execute(row);
}

std::optional<std::string> EventTable::hash_at(const std::string& stream, long long version) {
  Statements& with = statements();
  with.stream = stream;
  with.version = version;
  with.hash_at.execute();
  std::optional<std::string> out;
  while (with.hash_at.fetch()) out = with.hash;
  return out;
}

long long EventTable::last_version(const std::string& stream) {
  long long last = 0;
  sql_ << "select coalesce(max(version), 0) from events where stream = :stream", use(stream, "stream"), into(last);
  return last;
}

std::optional<EventRow> EventTable::with_key(const std::string& stream, const std::string& key) {
  Question& question = statements().with_key;
  question.stream = stream;
  question.key = key;
  auto rows = question.rows();
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

std::vector<EventRow> EventTable::of_stream(const std::string& stream, long long after) {
  Question& question = statements().of_stream;
  question.stream = stream;
  question.version = after;
  return question.rows();
}

std::vector<EventRow> EventTable::behind(const std::string& stream, long long version, int limit) {
  Question& question = statements().behind;
  question.stream = stream;
  question.version = version;
  question.limit = limit;
  return question.rows();
}

std::vector<HeadRow> EventTable::heads(const std::string& prefix, const std::string& after, int limit) {
  HeadRow row;
  const std::string end = prefix + '\x7f';  // behind every name that begins so: names are of smaller bytes
  soci::statement ask =
      (sql_.prepare << "select e.stream, e.version, e.hash from (select stream, max(version) as last from events where "
                       "stream >= :prefix and stream < :end and stream > :after group by stream order by stream limit "
                       ":limit) as s join events as e on e.stream = s.stream and e.version = s.last order by e.stream",
       use(prefix, "prefix"), use(end, "end"), use(after, "after"), use(limit, "limit"), into(row.stream),
       into(row.version), into(row.hash));
  std::vector<HeadRow> out;
  ask.execute();
  while (ask.fetch()) out.push_back(row);
  return out;
}

long long EventTable::count() {
  long long out = 0;
  sql_ << "select count(*) from events", into(out);
  return out;
}

}  // namespace openimr::store
