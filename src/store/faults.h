// What the databases say when something fails, as errors a person can act on. Never with data of the rows: what
// PostgreSQL says of a row is left out.
#pragma once

#include <exception>

#include "store/address.h"

namespace openimr::store {

// What a failed call of SOCI means: ErrorCode::unavailable for a full disk, a lock, a server that is gone; unreadable
// for rights; invalid for a damaged file; not_found for a database that is not there.
Error explained(const std::exception& fault, const Address& address, bool connection_lost);

// Whether the connection to PostgreSQL is gone with this: libpq itself speaks (without a SQLSTATE), or the server says
// farewell. The connection may not have noticed yet.
bool ends_connection(const std::exception& fault);

// Whether PostgreSQL gave up a transaction that may simply be done again (deadlock, serialization).
bool may_be_repeated(const std::exception& fault);

}  // namespace openimr::store
