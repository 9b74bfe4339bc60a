// What everything that works on cases works with: the law of the packs, and a store with its cases.
//
//   auto law    = load_law("");                        // from the snapshot beside the program
//   auto office = Office::open(*law, {"openimr.db", ""});
//   auto found  = (*office)->find("EX-100", now);
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/packs.h"
#include "cases/ledger.h"
#include "store/store.h"

namespace openimr::office {

// What the packs say, read once and shared by all who work in one process.
struct Law {
  Packs packs;
  std::vector<program::Programme> programmes;

  // What holds where nothing names a programme: the one that the packs call the default.
  const program::Programme& usual() const;
};
// From the folder of packs where one is named, else from the snapshot; the life of every programme is sound. Fails with
// the first problem.
Result<std::shared_ptr<const Law>> load_law(const std::string& packs_folder);

struct StorePlace {
  std::string address;
  std::string keys;  // file of the keys that documents are sealed with; empty: none
};

// A case, the law that it is under, and when it is looked at or acted on.
struct FoundCase {
  cases::Case c;
  const program::Programme* programme;  // of the law
  program::Moment now;
};

// One connection to the store: for one thread at a time.
class Office {
 public:
  // The store must be there unless it is to be made.
  static Result<std::unique_ptr<Office>> open(std::shared_ptr<const Law> law, const StorePlace& place,
                                              bool make = false);
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  const Law& law() const { return *law_; }
  const Packs& packs() const { return law_->packs; }
  const std::vector<program::Programme>& programmes() const { return law_->programmes; }
  store::Store& store() { return store_; }
  cases::Ledger& ledger() { return ledger_; }

  // Fails with not_found where there is no such case.
  Result<FoundCase> find(const std::string& number, const program::Moment& now);

 private:
  Office(std::shared_ptr<const Law> law, store::Store store);

  std::shared_ptr<const Law> law_;
  store::Store store_;
  cases::KeptInStore kept_;
  cases::Ledger ledger_;
};

// Other applications about the dispute of a case, ten at most; none where the case does not tell which one it is.
Result<std::vector<std::string>> others_of_dispute(Office& office, const cases::Case& c);

// The bytes of a document, by the hexadecimal name that an event gives it. Fails with not_found, and with invalid where
// the name is none.
Result<std::string> document_of(store::Store& store, const std::string& name);

}  // namespace openimr::office
