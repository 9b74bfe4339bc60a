#include "store/migrations.h"

#include <string>
#include <vector>

#include "store/transaction.h"

namespace openimr::store {
namespace {

struct Migration {
  int number;
  const char* name;
  std::vector<const char*> steps;
};

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> all = {
      {1,
       "events",
       {"create table events (stream {text} not null, version {number} not null, type {text} not null, "
        "at {number} not null, actor {text} not null, payload {text} not null, key {text} not null, "
        "appended {number} not null, previous {text} not null, hash {text} not null, "
        "primary key (stream, version)) {sorted}",
        "create unique index events_key on events (stream, key) where key <> ''"}},
      {2,
       "documents",
       {"create table documents (id {text} not null primary key, key {text} not null, wrapped {text} not null, "
        "bytes {bytes} not null) {heap}"}},
      {3,
       "entries",
       {"create table entries (list {text} not null, sort {text} not null, stream {text} not null, "
        "primary key (list, sort, stream)) {sorted}",
        "create index entries_stream on entries (stream)"}},
  };
  return all;
}

}  // namespace

int newest_migration() {
  return migrations().back().number;
}

int migration_of(soci::session& sql, const Dialect& dialect) {
  int tables = 0;
  const std::string name = "store_migrations";
  sql << dialect.has_table, soci::use(name, "name"), soci::into(tables);
  int last = 0;
  if (tables > 0) sql << "select coalesce(max(number), 0) from store_migrations", soci::into(last);
  return last;
}

void migrate(soci::session& sql, const Dialect& dialect, int last) {
  if (migration_of(sql, dialect) >= last) return;
  Transaction all(sql, dialect.begin_write);
  sql << dialect.lock;
  const int reached = migration_of(sql, dialect);
  if (reached == 0)
    sql << in_dialect(
        "create table store_migrations (number {number} not null primary key, name {text} not null) {heap}", dialect);
  for (const Migration& migration : migrations()) {
    if (migration.number <= reached || migration.number > last) continue;
    for (const char* step : migration.steps) sql << in_dialect(step, dialect);
    const std::string name = migration.name;
    sql << "insert into store_migrations (number, name) values (:number, :name)", soci::use(migration.number),
        soci::use(name);
  }
  all.commit();
}

}  // namespace openimr::store
