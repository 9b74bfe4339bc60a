// What the commands on cases begin with: the store and the case that their options name, and who acts on it.
#pragma once

#include <memory>
#include <string>

#include "cli/commands.h"
#include "office/office.h"

namespace openimr::cli {

// Opens the store that is named, which must be there unless it is to be made.
Result<std::unique_ptr<office::Office>> open_office(const Common& common, const OfficeOptions& options,
                                                    bool make = false);

// The event that the options describe: who (--as), when (--on), why. Fails where one cannot be read, or nobody is
// named.
Result<cases::CaseEvent> event_by(const OfficeOptions& options, const std::string& type);

// The case that the options name, at the moment of --on.
Result<office::FoundCase> find_case(office::Office& office, const OfficeOptions& options);

// Somebody about to act on a case: the event that they are to record, and the case as it is.
struct Acting {
  cases::CaseEvent event;
  std::unique_ptr<office::Office> office;
  office::FoundCase found;
};
// Fails as event_by(), open_office() and find_case() do, in this order.
Result<Acting> act_on_case(const Common& common, const OfficeOptions& options, const std::string& type);

// The moment of --on.
Result<program::Moment> moment_of(const OfficeOptions& options);

}  // namespace openimr::cli
