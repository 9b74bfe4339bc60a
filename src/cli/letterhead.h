// Who writes: the review organization of the options.
#pragma once

#include "cli/commands.h"
#include "letter/write.h"

namespace openimr::cli {

// With the review organization, where it is named.
inline letter::Letterhead letterhead_of(const OfficeOptions& options) {
  letter::Letterhead out;
  if (!options.organisation.empty()) out.organisation = options.organisation;
  return out;
}

}  // namespace openimr::cli
