// Statements that cannot all be true: facts too, shown with both places.
//
// | code                  | what contradicts                                                        |
// |-----------------------|-------------------------------------------------------------------------|
// | drug_use_differs      | a drug in use and not in use on one day                                 |
// | sides_differ          | left in one document, right in another: one complaint or operation, one day |
// | work_status_differs   | off work and full duty on one day                                       |
// | drug_tests_differ     | a drug test consistent and inconsistent on one day                      |
// | injury_dates_differ   | two days of injury: of the form and a record, else of two records       |
// | ages_differ, sexes_differ | two ages (beyond two years), two sexes                              |
// | request_after_denial, record_after_review | an order of dates that cannot be                    |
//
// The first four need two documents: within one, words that seem to contradict each other mostly tell of two things.
// No contradiction is what changed from day to day, what is told of the past, or what a utilization review recites.
#pragma once

#include "facts/fact.h"
#include "records/case_file.h"

namespace openimr::facts {

// Adds the contradictions, each also as a fact of that name, and gives every fact that stands at one of their places
// the attribute `contradicted` with the code: a criterion that rests on such facts alone is in conflict.
void add_contradictions(const records::CaseFile& file, Facts& facts);

}  // namespace openimr::facts
