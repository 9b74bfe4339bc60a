// One connection to the database of a store, set up so that what is acknowledged is on disk.
#pragma once

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include "store/document_table.h"
#include "store/entry_table.h"
#include "store/event_table.h"
#include "store/faults.h"

namespace openimr::store {

// Thrown where a database may not serve as a store as it is.
struct Refusal {
  Error error;
};

struct ConnectionOptions {
  bool make = true;  // make what is not there: the file of SQLite, the tables, the steps of migration that are missing
};

class Connection {
 public:
  // Throws soci_error and Refusal.
  Connection(const Address& address, const ConnectionOptions& options);

  // PostgreSQL: the server does not answer on it any more.
  bool lost() const;

 private:
  std::unique_ptr<soci::session> session_;

 public:
  soci::session& sql;
  const Dialect& dialect;
  EventTable events;
  DocumentTable documents;
  EntryTable entries;
};

// What comes of work: its value, or an error. Work that gives a Result itself is not wrapped twice.
template <class Value>
struct OutcomeOf {
  using type = Result<Value>;
};
template <class Value>
struct OutcomeOf<Result<Value>> {
  using type = Result<Value>;
};

// The connection of a store, made again where it was lost. Turns what SOCI throws into errors.
class Database {
 public:
  Database(Address address, ConnectionOptions options) : address_(std::move(address)), options_(options) {}

  const Address& address() const { return address_; }

  // What `work` gives. Where the connection was lost on the way, the work is done once more on a new one if `again`
  // says that this is harmless: an append without a key may have been kept.
  enum class Again : std::uint8_t { harmless, never };
  template <class Work>
  auto run(const Work& work, Again again = Again::harmless) ->
      typename OutcomeOf<std::invoke_result_t<Work, Connection&>>::type {
    using Value = std::invoke_result_t<Work, Connection&>;
    Error error;
    for (int tries = 0; tries < kTries; ++tries) {
      const bool was_open = connection_ != nullptr;
      try {
        if (!was_open) connection_ = std::make_unique<Connection>(address_, options_);
        if constexpr (std::is_void_v<Value>) {
          work(*connection_);
          return {};
        } else {
          return work(*connection_);
        }
      } catch (const Refusal& refusal) {
        return fail(refusal.error);
      } catch (const soci::soci_error& fault) {
        const bool lost = connection_ == nullptr || connection_->lost() || ends_connection(fault);
        error = explained(fault, address_, lost);
        if (lost) connection_.reset();
        if (may_be_repeated(fault)) continue;
        if (lost && was_open && again == Again::harmless) continue;
        return fail(std::move(error));
      }
    }
    return fail(std::move(error));
  }

 private:
  static constexpr int kTries = 5;

  Address address_;
  ConnectionOptions options_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace openimr::store
