#include "store/entry_table.h"

#include <set>

namespace openimr::store {

using soci::into;
using soci::use;

struct EntryTable::Statements {
  explicit Statements(soci::session& sql) : of_stream(sql), insert(sql), remove(sql), page(sql), count(sql) {
    of_stream = (sql.prepare << "select list, sort from entries where stream = :stream", use(stream, "stream"),
                 into(entry.list), into(entry.sort));
    insert = (sql.prepare << "insert into entries (list, sort, stream) values (:list, :sort, :stream)",
              use(entry.list, "list"), use(entry.sort, "sort"), use(stream, "stream"));
    remove = (sql.prepare << "delete from entries where list = :list and sort = :sort and stream = :stream",
              use(entry.list, "list"), use(entry.sort, "sort"), use(stream, "stream"));
    page = (sql.prepare << "select sort, stream from entries where list = :list and (sort, stream) > (:sort, :stream) "
                           "and sort < :until order by sort, stream limit :limit",
            use(entry.list, "list"), use(entry.sort, "sort"), use(stream, "stream"), use(until, "until"),
            use(limit, "limit"), into(place.sort), into(place.stream));
    count = (sql.prepare << "select count(*) from entries where list = :list and sort >= :sort and sort < :until",
             use(entry.list, "list"), use(entry.sort, "sort"), use(until, "until"), into(counted));
  }

  Entry entry;
  std::string stream, until;
  int limit = 0;
  ListPlace place;
  long long counted = 0;
  soci::statement of_stream, insert, remove, page, count;
};

EntryTable::EntryTable(soci::session& sql, const Dialect& dialect) : sql_(sql), dialect_(dialect) {}
EntryTable::~EntryTable() = default;

EntryTable::Statements& EntryTable::statements() {
  if (!statements_) statements_ = std::make_unique<Statements>(sql_);
  return *statements_;
}

void EntryTable::hold(const std::string& stream) {
  if (!dialect_.lock_stream.empty()) sql_ << dialect_.lock_stream, use(stream, "stream");
}

void EntryTable::replace(const std::string& stream, const std::vector<Entry>& entries) {
  Statements& with = statements();
  with.stream = stream;
  std::set<Entry> missing(entries.begin(), entries.end());
  std::vector<Entry> gone;
  with.of_stream.execute();
  while (with.of_stream.fetch()) {
    if (missing.erase(with.entry) == 0) gone.push_back(with.entry);
  }
  for (const Entry& entry : gone) {
    with.entry = entry;
    with.remove.execute(true);
  }
  for (const Entry& entry : missing) {
    with.entry = entry;
    with.insert.execute(true);
  }
}

std::vector<ListPlace> EntryTable::page(const std::string& list, const ListPlace& after, const std::string& until,
                                        int limit) {
  Statements& with = statements();
  with.entry = {list, after.sort};
  with.stream = after.stream;
  with.until = until;
  with.limit = limit;
  std::vector<ListPlace> out;
  with.page.execute();
  while (with.page.fetch()) out.push_back(with.place);
  return out;
}

long long EntryTable::count(const std::string& list, const std::string& from, const std::string& until) {
  Statements& with = statements();
  with.entry = {list, from};
  with.until = until;
  with.count.execute();
  while (with.count.fetch()) {
  }
  return with.counted;
}

}  // namespace openimr::store
