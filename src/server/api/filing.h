// An application becomes a case, under a number that no other case has: IMR, the day, and how many have arrived on it.
// Who gets a number is decided by the store: the stream of a case begins once, so of two processes that try the same
// number one goes on to the next.
//
//   stream filed/ACCOUNT/KEY   number-taken {case_number}, one for each number that was tried under a request's key
//
// So a request that is sent again, after a lost answer or a restart, comes to the case that it made.
#pragma once

#include "cases/ledger.h"
#include "office/office.h"

namespace openimr::server {

// The case behind the event application-received of an account. With a key, doing it again gives the same case. Fails
// as Ledger::record() does, and with wrong_use where the key was used for another application.
Result<cases::Case> file_application(office::Office& office, const cases::CaseEvent& event, const store::EventKey& key);

}  // namespace openimr::server
