// The store beside the bare databases: the same rows into the same tables, made durable one by one, without and with
// what the store adds (version, key, chain). The bare peers write through the databases' own C interfaces with prepared
// statements.
//
//   store                    on SQLite; peers and store in a temporary folder of the build's disk
//   store --postgresql=...   what Store::open() takes, of an empty database; also OPENIMR_BENCH_POSTGRESQL
//
// To hold (the issue): `share` at least 0.8; read_200 under 1 ms.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "store/parts.h"
#include "store/store.h"

namespace openimr::store {
namespace {

using namespace sqlite_api;

constexpr const char* kInsert =
    "insert into events (stream, version, type, at, actor, payload, key, appended, previous, hash) values ";

const std::string kPayload = R"({"item": 1, "decision": "Upheld", "rationale": ")" + std::string(300, 'x') + "\"}";

NewEvent event_at(std::int64_t number) {
  return {"decision-recorded", Instant(std::chrono::milliseconds(number)), "reviewer-7", kPayload};
}

struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string name = (std::filesystem::current_path() / "store-bench-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
};

// The server, if one was named; its tables are emptied for each.
std::string& server() {
  static std::string address;
  return address;
}

EventRow row_at(std::int64_t version, Hash& last) {
  static const StreamId stream = StreamId::of("case/CM15-0001234").value();
  const auto all =
      chained(stream, {version - 1}, last, {event_at(version)}, EventKey::of("k" + std::to_string(version)).value());
  last = all.front().hash;
  return row_of(all.front());
}

// A bare peer: puts one row in and waits until it is on disk.
class BareSqlite {
 public:
  explicit BareSqlite(const std::string& path) {
    {
      auto made = Store::open(path).value();
    }  // the same tables
    sqlite3_open(path.c_str(), &db_);
    sqlite3_exec(db_, "pragma journal_mode = wal; pragma synchronous = full", nullptr, nullptr, nullptr);
    sqlite3_prepare_v2(db_, (std::string(kInsert) + "(?,?,?,?,?,?,?,?,?,?)").c_str(), -1, &insert_, nullptr);
  }
  ~BareSqlite() {
    sqlite3_finalize(insert_);
    sqlite3_close(db_);
  }
  BareSqlite(const BareSqlite&) = delete;
  BareSqlite& operator=(const BareSqlite&) = delete;

  bool put(const EventRow& row) {
    const auto text = [&](int at, const std::string& value) {
      sqlite3_bind_text(insert_, at, value.data(), static_cast<int>(value.size()), nullptr);
    };
    text(1, row.stream);
    sqlite3_bind_int64(insert_, 2, row.version);
    text(3, row.type);
    sqlite3_bind_int64(insert_, 4, row.at);
    text(5, row.actor);
    text(6, row.payload);
    text(7, row.key);
    sqlite3_bind_int64(insert_, 8, row.appended);
    text(9, row.previous);
    text(10, row.hash);
    const bool kept = sqlite3_step(insert_) == SQLITE_DONE;
    sqlite3_reset(insert_);
    return kept;
  }

 private:
  sqlite3* db_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
};

void emptied(const std::string& address) {
  auto store = Store::open(address).value();
  if (!store.parts().database.run([](Connection& c) { c.sql << "truncate events, documents"; })) std::abort();
}

class BarePostgresql {
 public:
  explicit BarePostgresql(const std::string& address) : db_(PQconnectdb(Address::of(address).value().connect.c_str())) {
    PQclear(PQexec(db_, "drop table if exists bare_events"));
    PQclear(PQexec(db_, "create table bare_events (like events including all)"));
    std::string insert = kInsert;
    insert.replace(insert.find("events"), 6, "bare_events");
    PQclear(PQprepare(db_, "insert", (insert + "($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)").c_str(), 10, nullptr));
  }
  ~BarePostgresql() {
    PQclear(PQexec(db_, "drop table bare_events"));
    PQfinish(db_);
  }
  BarePostgresql(const BarePostgresql&) = delete;
  BarePostgresql& operator=(const BarePostgresql&) = delete;

  bool put(const EventRow& row) {
    const std::string version = std::to_string(row.version);
    const std::string at = std::to_string(row.at);
    const std::string appended = std::to_string(row.appended);
    const char* values[] = {row.stream.c_str(),   version.c_str(),     row.type.c_str(), at.c_str(),
                            row.actor.c_str(),    row.payload.c_str(), row.key.c_str(),  appended.c_str(),
                            row.previous.c_str(), row.hash.c_str()};
    PGresult* done = PQexecPrepared(db_, "insert", 10, values, nullptr, nullptr, 0);
    const bool kept = PQresultStatus(done) == PGRES_COMMAND_OK;
    PQclear(done);
    return kept;
  }

 private:
  PGconn* db_;
};

// One row bare, one through the store, in turn, so that whatever else the machine does falls on both. What is counted
// is the store's; the counters hold the medians of both in microseconds, and `share`, the store's speed by the peer's.
template <class Bare>
void append(benchmark::State& state, Bare& bare, const std::string& address) {
  using Clock = std::chrono::steady_clock;
  auto store = Store::open(address).value();
  const StreamId stream = StreamId::of("case/CM15-0001234").value();
  std::vector<double> bare_times, store_times;
  Hash last;
  for (std::int64_t version = 0; state.KeepRunning(); ++version) {
    const EventRow row = row_at(version + 1, last);
    const auto key = EventKey::of(row.key).value();
    const std::vector<NewEvent> event = {event_at(version + 1)};
    const auto begin = Clock::now();
    const bool kept = bare.put(row);
    const auto between = Clock::now();
    const auto done = store.append(stream, {version}, event, key);
    const auto end = Clock::now();
    if (!kept || !done || done->outcome != Appended::Outcome::kept) return state.SkipWithError("not kept");
    bare_times.push_back(std::chrono::duration<double>(between - begin).count());
    store_times.push_back(std::chrono::duration<double>(end - between).count());
    state.SetIterationTime(store_times.back());
  }
  const auto median = [](std::vector<double>& times) {
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
    return times[times.size() / 2];
  };
  const double bare_median = median(bare_times);
  const double store_median = median(store_times);
  state.counters["bare_us"] = bare_median * 1e6;
  state.counters["store_us"] = store_median * 1e6;
  state.counters["share"] = bare_median / store_median;
}

void append_sqlite(benchmark::State& state) {
  const Folder folder;
  BareSqlite bare(folder.path / "bare.db");
  append(state, bare, folder.path / "store.db");
}
BENCHMARK(append_sqlite)->Name("append/sqlite")->UseManualTime()->Unit(benchmark::kMicrosecond);

void append_postgresql(benchmark::State& state) {
  if (server().empty()) return state.SkipWithError("no --postgresql=ADDRESS");
  emptied(server());
  BarePostgresql bare(server());
  append(state, bare, server());
}
BENCHMARK(append_postgresql)->Name("append/postgresql")->UseManualTime()->Unit(benchmark::kMicrosecond);

// A stream of 200 events among 200 others, each event checked against the chain.
void read(benchmark::State& state, const std::string& address) {
  constexpr int kEvents = 200;
  auto store = Store::open(address).value();
  const std::vector<NewEvent> events(kEvents, event_at(1));
  for (int i = 0; i < 200; ++i) store.append(StreamId::of(fmt::format("case/{}", i)).value(), {}, events).value();
  const StreamId stream = StreamId::of("case/77").value();
  for (auto unused : state) {
    (void)unused;
    if (store.read(stream).value().size() != kEvents) state.SkipWithError("not all there");
  }
  state.SetItemsProcessed(state.iterations() * kEvents);
}

void read_sqlite(benchmark::State& state) {
  const Folder folder;
  read(state, folder.path / "store.db");
}
BENCHMARK(read_sqlite)->Name("read_200/sqlite")->UseRealTime()->Unit(benchmark::kMicrosecond);

void read_postgresql(benchmark::State& state) {
  if (server().empty()) return state.SkipWithError("no --postgresql=ADDRESS");
  emptied(server());
  read(state, server());
}
BENCHMARK(read_postgresql)->Name("read_200/postgresql")->UseRealTime()->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace openimr::store

int main(int argc, char** argv) {
  constexpr std::string_view kServer = "--postgresql=";
  if (const char* named = std::getenv("OPENIMR_BENCH_POSTGRESQL"); named != nullptr) openimr::store::server() = named;
  int kept = 1;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]).starts_with(kServer)) {
      openimr::store::server() = argv[i] + kServer.size();
    } else {
      argv[kept++] = argv[i];
    }
  }
  argc = kept;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
}
