// Conditions of the program that an act can have beside its state and role; a programme's pack names them (`needs`).
//
//   reasons              says why, in words
//   some-record          records have arrived
//   beyond-the-denial    more has arrived than the denial itself; or the application's own record stands for it
//   another-reviewer     the reviewer is asked for the first time, did not review the case before, and one is wanting
//   reviewer-count       at least one, and no fewer than the case has
//   reviewer-of-the-case the reviewer named is one of the case
//   own-case             who acts is a reviewer of the case
//   attestation          the reviewer attests that there is no conflict
//   conflict-check       the evidence of a conflict check stands in the event (openimr case accept)
//   open-item            there is such an item, and its review has not ended
//   another-open-item    a further item stays open
//   a-draft              there is a draft
//   own-finding-first    where there is a draft, the reviewer recorded their own finding on the item before
//   rationale            says why it is decided so
//   every-item-decided   who acts has decided every open item
//   still-deciding       who acts has not submitted the determination
//   not-signed           who acts has not signed it
//   letter               the letter that is signed stands in the event
//   a-party              the party is one of the case
//   a-way                the party is one of the case, and an address or a way of service is given for it
//   all-served           the determination was served, since it was issued, on every party of the case that the
//                        programme serves with it
//   not-invoiced         it was not invoiced before
//   letter-unpublished   the letter that holds, as it was signed or last corrected, is not published yet; the event is
//                        made of no other one
#pragma once

#include <string_view>
#include <vector>

#include "cases/case.h"

namespace openimr::cases {

// All of them, by name.
std::vector<std::string_view> need_names();

// Whether the condition holds for this event; the error says what is missing. A name that is unknown never holds.
Result<void> check_need(std::string_view need, const program::Programme& programme, const Case& c,
                        const CaseEvent& event);

}  // namespace openimr::cases
