#include "server/api/organization_routes.h"

namespace openimr::server {

void add_organization_routes(Routes& routes) {
  add_reviewer_routes(routes);
  add_assignment_routes(routes);
  add_report_routes(routes);
  add_consistency_routes(routes);
}

}  // namespace openimr::server
