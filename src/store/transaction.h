// A transaction that is taken back unless it is committed.
#pragma once

#include <string_view>

#include "store/soci.h"

namespace openimr::store {

class Transaction {
 public:
  Transaction(soci::session& sql, std::string_view begin) : sql_(sql) { sql_ << begin; }
  ~Transaction() {
    if (done_) return;
    try {
      sql_ << "rollback";
      // NOLINTNEXTLINE(bugprone-empty-catch): the database has taken it back itself, or is gone
    } catch (const soci::soci_error&) {
    }
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit() {
    sql_ << "commit";
    done_ = true;
  }

 private:
  soci::session& sql_;
  bool done_ = false;
};

}  // namespace openimr::store
