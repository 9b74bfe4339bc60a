#include "store/document_table.h"

namespace openimr::store {
namespace {

using soci::into;
using soci::use;

std::vector<std::string> all(soci::statement& ask, const std::string& id) {
  std::vector<std::string> out;
  ask.execute();
  while (ask.fetch()) out.push_back(id);
  return out;
}

}  // namespace

void DocumentTable::insert(const DocumentRow& row) {
  const std::string bytes = dialect_.encoded(row.bytes);
  sql_ << "insert into documents (id, key, wrapped, bytes) values (:id, :key, :wrapped, " << dialect_.bytes_in
       << ") on conflict do nothing",
      use(row.id, "id"), use(row.key, "key"), use(row.wrapped, "wrapped"), use(bytes, "bytes");
}

std::optional<DocumentRow> DocumentTable::find(const std::string& id) {
  DocumentRow row;
  soci::statement ask =
      (sql_.prepare << "select id, key, wrapped, " << dialect_.bytes_out << " from documents where id = :id",
       use(id, "id"), into(row.id), into(row.key), into(row.wrapped), into(row.bytes));
  ask.execute();
  std::optional<DocumentRow> out;
  while (ask.fetch()) out = row;
  if (out) out->bytes = dialect_.decoded(std::move(out->bytes));
  return out;
}

bool DocumentTable::contains(const std::string& id) {
  int found = 0;
  sql_ << "select count(*) from documents where id = :id", use(id, "id"), into(found);
  return found > 0;
}

void DocumentTable::replace(const DocumentRow& row) {
  const std::string bytes = dialect_.encoded(row.bytes);
  sql_ << "update documents set key = :key, wrapped = :wrapped, bytes = " << dialect_.bytes_in << " where id = :id",
      use(row.key, "key"), use(row.wrapped, "wrapped"), use(bytes, "bytes"), use(row.id, "id");
}

void DocumentTable::rewrap(const std::string& id, const std::string& key, const std::string& wrapped) {
  sql_ << "update documents set key = :key, wrapped = :wrapped where id = :id", use(key, "key"),
      use(wrapped, "wrapped"), use(id, "id");
}

std::vector<std::string> DocumentTable::ids_behind(const std::string& after, int limit) {
  std::string id;
  soci::statement ask = (sql_.prepare << "select id from documents where id > :after order by id limit :limit",
                         use(after, "after"), use(limit, "limit"), into(id));
  return all(ask, id);
}

std::vector<std::string> DocumentTable::ids_not_under(const std::string& key, int limit) {
  std::string id;
  soci::statement ask = (sql_.prepare << "select id from documents where key <> :key order by id limit :limit",
                         use(key, "key"), use(limit, "limit"), into(id));
  return all(ask, id);
}

long long DocumentTable::count() {
  long long out = 0;
  sql_ << "select count(*) from documents", into(out);
  return out;
}

bool DocumentTable::any_sealed() {
  std::string id;
  soci::statement ask = (sql_.prepare << "select id from documents where key <> '' limit 1", into(id));
  return !all(ask, id).empty();
}

}  // namespace openimr::store
