// The table of documents. Everything here throws soci_error.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/dialect.h"
#include "store/soci.h"

namespace openimr::store {

// A document as the table holds it (store/sealing.h says what the parts are).
struct DocumentRow {
  std::string id;       // hex
  std::string key;      // the id of the key that seals it; empty: it is not sealed
  std::string wrapped;  // the document's own key, sealed with that key, as base64
  std::string bytes;
};

class DocumentTable {
 public:
  DocumentTable(soci::session& sql, const Dialect& dialect) : sql_(sql), dialect_(dialect) {}

  // Nothing happens where a document of this id is there.
  void insert(const DocumentRow& row);
  std::optional<DocumentRow> find(const std::string& id);
  bool contains(const std::string& id);
  // Takes the place of the one with its id.
  void replace(const DocumentRow& row);
  void rewrap(const std::string& id, const std::string& key, const std::string& wrapped);
  // Up to `limit` ids behind `after`, in order.
  std::vector<std::string> ids_behind(const std::string& after, int limit);
  // As many, of documents that are not sealed with this key.
  std::vector<std::string> ids_not_under(const std::string& key, int limit);
  long long count();
  bool any_sealed();

 private:
  soci::session& sql_;
  const Dialect& dialect_;
};

}  // namespace openimr::store
