// What the organization does beside its cases: reviewers, the assignment of a day, reports.
#pragma once

#include "server/api/routes.h"

namespace openimr::server {

void add_reviewer_routes(Routes& routes);
void add_assignment_routes(Routes& routes);
void add_report_routes(Routes& routes);
void add_consistency_routes(Routes& routes);

}  // namespace openimr::server
