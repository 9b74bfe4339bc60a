// Backups: the whole store in one file, whatever database it lies in; it can be restored into the other one.
//
// Entries of lists are left out: whoever owns the streams makes them anew after a restore (store/lists.h).
//
// The file is lines of JSON. The first says what it is; then the events by stream and version, the documents by id (as
// they are kept: sealed ones stay sealed), and last a line with the number of both and the hash of all lines before:
//   {"openimr_backup":1}
//   {"stream":"case/1","version":1,"type":..,"at":<ms since 1970>,"actor":..,"payload":"<JSON
//   text>","key":"","appended":1,
//    "previous":"<hex>","hash":"<hex>"}
//   {"document":"<id>","key":"","wrapped":"","bytes":"<base64>"}
//   {"events":n,"documents":n,"hash":"<hex>"}
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "store/store.h"
#include "store/verify.h"

namespace openimr::store {

struct BackupContent {
  std::int64_t events = 0;
  std::int64_t documents = 0;
  std::int64_t streams = 0;
  std::int64_t sealed_unread = 0;  // of the documents: sealed with keys that were not given, so not opened
};

// Writes a backup of one state of the store, while others may write. The file is for its owner alone and is there whole
// or not at all. Fails with invalid where an event does not follow the one before it: a backup of a damaged store is
// none.
Result<BackupContent> backup(Store& store, const std::filesystem::path& file);

// Reads a backup and checks all of it: every hash, every document (sealed ones where `keys` is given), and that nothing
// is missing at its end. Fails with invalid and the line; with wrong_use where the keys do not fit.
Result<BackupContent> check_backup(const std::filesystem::path& file, const KeyRing* keys);

// Fills an empty store from a backup: checks the file, puts all in in one transaction, and verifies the store. Where
// anything fails the store stays empty. No stream stands in a list then.
Result<BackupContent> restore(Store& store, const std::filesystem::path& file);

}  // namespace openimr::store
