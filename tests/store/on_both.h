// The same tests on both databases: TEST_P(Suite, Name) runs as Sqlite/Suite.Name and as PostgreSQL/Suite.Name.
#pragma once

#include <cstdlib>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "store/address.h"
#include "store/soci.h"
#include "store/store.h"
#include "support/postgres.h"
#include "support/process.h"

namespace openimr::store {

using testing::PostgresCluster;
using testing::TempFolder;

inline StreamId stream(const std::string& name) {
  return StreamId::of(name).value();
}

inline EventKey key(const std::string& name) {
  return EventKey::of(name).value();
}

constexpr Instant kMorning{std::chrono::milliseconds(1'445'241'600'123)};  // 2015-10-19T08:00:00.123Z

inline NewEvent event(const std::string& what, const std::string& type = "noted") {
  return {type, kMorning, "reviewer-7", "{\"what\": \"" + what + "\"}"};
}

inline std::vector<NewEvent> events(int count) {
  std::vector<NewEvent> out;
  for (int i = 1; i <= count; ++i) out.push_back(event("event " + std::to_string(i)));
  return out;
}

// Opens what must open.
inline Store opened(const std::string& address, StoreOptions options = {}) {
  auto store = Store::open(address, std::move(options));
  if (!store) throw std::runtime_error(store.error().to_string());
  return std::move(*store);
}

// Opens the database itself.
inline void open_behind(soci::session& sql, const Address& where) {
  if (where.engine == Engine::sqlite) {
    sql.open(soci::sqlite3, where.connect);
  } else {
    sql.open(soci::postgresql, where.connect);
  }
}

// SQL behind the store's back.
inline void doctor(const std::string& address, const std::vector<std::string>& statements) {
  soci::session sql;
  open_behind(sql, Address::of(address).value());
  for (const std::string& statement : statements) sql << statement;
}

// Whether there is time for what takes minutes (./run-tests --slow).
inline bool slow() {
  const char* set = std::getenv("OPENIMR_SLOW");
  return set != nullptr && *set != '\0';
}

inline void PrintTo(const ListPlace& place, std::ostream* out) {
  *out << "'" << place.sort << "' " << place.stream;
}

class OnBoth : public ::testing::TestWithParam<Engine> {
 protected:
  // The address of a store that is not there yet.
  std::string new_address() {
    if (GetParam() == Engine::postgresql) return PostgresCluster::shared().new_database();
    return "sqlite:" + (folder.path() / ("store " + std::to_string(++stores_) + ".db")).string();
  }

  TempFolder folder;

 private:
  int stores_ = 0;
};

#define OPENIMR_ON_BOTH(suite)                                                                         \
  INSTANTIATE_TEST_SUITE_P(Sqlite, suite, ::testing::Values(::openimr::store::Engine::sqlite),         \
                           [](const auto&) { return std::string("sqlite"); });                         \
  INSTANTIATE_TEST_SUITE_P(PostgreSQL, suite, ::testing::Values(::openimr::store::Engine::postgresql), \
                           [](const auto&) { return std::string("postgresql"); })

}  // namespace openimr::store
