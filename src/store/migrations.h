// The tables of a store, as a numbered list of steps. What a step once did is never changed; what is new is a new step.
// The table store_migrations says which steps a store has.
#pragma once

#include "store/dialect.h"
#include "store/soci.h"

namespace openimr::store {

// The number of the last step that this program knows.
int newest_migration();

// The number of the last step that the store has; 0 where it has no tables of ours.
int migration_of(soci::session& sql, const Dialect& dialect);

// Takes the steps that are missing, up to `last`, all of them or none. Two processes may do it at once. Throws
// soci_error.
void migrate(soci::session& sql, const Dialect& dialect, int last);

}  // namespace openimr::store
