// Whether a store is what it was.
#pragma once

#include <string>
#include <vector>

#include "store/store.h"

namespace openimr::store {

struct Head;

// One thing that is wrong. The place is a stream with a version, a document by its id, or the store itself (empty).
struct Fault {
  std::string stream;
  Version version;
  std::string document;
  std::string what;

  std::string place() const;  // "case/1, version 3", "document 3f...", or empty
  auto operator<=>(const Fault&) const = default;
};

struct Verification {
  std::int64_t events = 0;
  std::int64_t documents = 0;
  std::int64_t sealed_unread = 0;        // documents that are sealed with keys that were not given: seen, not opened
  std::vector<StreamHead> heads;         // of the streams as they are, sorted
  std::vector<DocumentId> document_ids;  // sorted
  std::vector<Fault> faults;             // empty: the store is sound
};

// Reads the whole store in one state of it, while others may write: every event against its hash and its predecessor,
// every document against its id, SQLite's file against its own structure; and, where a head is given, that everything
// the head covers is there and the same. Without a head, events that were cut off at the end of a stream, whole streams
// that were removed and a history that was written anew with fresh hashes cannot be seen.
//
// What is wrong with the store is a fault of the verification; an error is what keeps it from being made.
Result<Verification> verify(Store& store, const Head* head = nullptr);

}  // namespace openimr::store
