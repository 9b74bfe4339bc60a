// The table of entries (store/lists.h). Everything here throws soci_error.
#pragma once

#include <memory>

#include "store/dialect.h"
#include "store/lists.h"
#include "store/soci.h"

namespace openimr::store {

class EntryTable {
 public:
  EntryTable(soci::session& sql, const Dialect& dialect);
  ~EntryTable();

  // In a transaction that writes: until its end nobody else replaces the entries of this stream. Who adds an event in
  // the same transaction adds it first, so that two of them never wait for each other.
  void hold(const std::string& stream);
  // Gives a stream that is held exactly these entries.
  void replace(const std::string& stream, const std::vector<Entry>& entries);

  // Up to `limit` places behind `after` and before the sort `until`, in order.
  std::vector<ListPlace> page(const std::string& list, const ListPlace& after, const std::string& until, int limit);
  long long count(const std::string& list, const std::string& from, const std::string& until);

 private:
  struct Statements;
  Statements& statements();

  soci::session& sql_;
  const Dialect& dialect_;
  std::unique_ptr<Statements> statements_;
};

}  // namespace openimr::store
