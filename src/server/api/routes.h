// The API as routes: each with its action (server/rights.h). Before a handler runs it is known who asks, that they may,
// that a change came from one of our pages, that the body is as described, and that the case is there for them.
#pragma once

#include <functional>
#include <string_view>

#include "server/api/call.h"
#include "server/http/router.h"

namespace openimr::server {

using ApiHandler = std::function<Reply(Call&)>;

class Routes {
 public:
  // Both must outlive it.
  Routes(Router& router, Shared& shared) : router_(router), shared_(shared) {}

  // The operation's name in the description is that of the action in the table of rights. Where the kind of thing
  // decides on the right (a record or a paper), the handler asks may() again. Where a body may be larger than usual,
  // who may not send it is refused before it is read.
  void add(Method method, std::string_view pattern, Action action, ApiHandler handler, RouteOptions options = {});

  Shared& shared() const { return shared_; }

 private:
  Router& router_;
  Shared& shared_;
};

// Whether who calls may do this with the case of the call; else the refusal, in words for them.
tl::expected<void, Problem> check_right(const Call& call, Action action);

// By concept, one file each.
void add_work_routes(Routes& routes);
void add_case_routes(Routes& routes);
void add_act_routes(Routes& routes);
void add_paper_routes(Routes& routes);
void add_reviewing_routes(Routes& routes);
void add_record_routes(Routes& routes);
void add_upload_routes(Routes& routes);
void add_desk_routes(Routes& routes);
void add_precedent_routes(Routes& routes);
void add_notes_routes(Routes& routes);
void add_application_routes(Routes& routes);
void add_guideline_routes(Routes& routes);
void add_published_routes(Routes& routes);
void add_statistics_routes(Routes& routes);
void add_organization_routes(Routes& routes);

}  // namespace openimr::server
