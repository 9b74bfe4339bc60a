// What the commands on cases work with: the programmes of the packs, and a store with its cases.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/packs.h"
#include "cases/ledger.h"
#include "cli/commands.h"
#include "store/store.h"

namespace openimr::cli {

class Office {
 public:
  // Opens the store that is named, which must be there unless it is to be made.
  static Result<std::unique_ptr<Office>> open(const Common& common, const OfficeOptions& options, bool make = false);
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  const Packs& packs() const { return packs_; }
  const std::vector<program::Programme>& programmes() const { return programmes_; }
  store::Store& store() { return store_; }
  cases::Ledger& ledger() { return ledger_; }

 private:
  Office(Packs packs, std::vector<program::Programme> programmes, store::Store store);

  Packs packs_;
  std::vector<program::Programme> programmes_;
  store::Store store_;
  cases::KeptInStore kept_;
  cases::Ledger ledger_;
};

// The event that the options describe: who (--as), when (--on), why. Fails where one cannot be read, or nobody is
// named.
Result<cases::CaseEvent> event_by(const OfficeOptions& options, const std::string& type);

// The case that the options name, the law that it is under, and when it is looked at or acted on.
struct FoundCase {
  cases::Case c;
  const program::Programme* programme;  // of the office
  program::Moment now;
};
Result<FoundCase> find_case(Office& office, const OfficeOptions& options);

// Somebody about to act on a case: the event that they are to record, and the case as it is.
struct Acting {
  cases::CaseEvent event;
  std::unique_ptr<Office> office;
  FoundCase found;
};
// Fails as event_by(), Office::open() and find_case() do, in this order.
Result<Acting> act_on_case(const Common& common, const OfficeOptions& options, const std::string& type);

// Other applications about the dispute of a case, ten at most; none where the case does not tell which one it is.
Result<std::vector<std::string>> others_of_dispute(Office& office, const cases::Case& c);

// What holds where nothing names a programme: the one that the packs call the default.
const program::Programme& usual_programme(const Office& office);

// The moment of --on.
Result<program::Moment> moment_of(const OfficeOptions& options);

}  // namespace openimr::cli
