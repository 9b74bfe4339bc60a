// listGuidelines, getTopic: what the loaded guidelines require. It changes with the packs alone, so that browsers keep
// it and only ask whether it still holds.
#include <memory>

#include "server/api/guideline_index.h"
#include "server/api/request_check.h"
#include "server/api/routes.h"
#include "server/http/etag.h"

namespace openimr::server {
namespace {

struct Kept {
  GuidelineIndex index;
  std::string tag;

  Response answer(const nlohmann::json& value) const {
    Response out = json(value);
    out.headers.set("ETag", tag);
    out.headers.set("Cache-Control", "no-cache");  // kept, and asked for each time
    return out;
  }
};

}  // namespace

void add_guideline_routes(Routes& routes) {
  const Shared& shared = routes.shared();
  // The description says how the packs are shown.
  const std::string tag = tag_of(shared.engine.packs_hash + shared.description.text());
  const auto kept = std::make_shared<const Kept>(Kept{GuidelineIndex(shared.engine.library), tag});
  routes.add(Method::get, "/api/guidelines", Action::list_guidelines, [kept](Call& call) -> Reply {
    const auto written = call.request.query.find("on");
    const auto day = written ? Date::from_iso(*written) : std::nullopt;
    if (written && !day) return refuse(bad_request("on: there is no such day. Write it as YYYY-MM-DD."));
    return kept->answer(kept->index.list(day));
  });
  routes.add(Method::get, "/api/guidelines/{topic}", Action::get_topic, [kept](Call& call) -> Reply {
    const auto topic = kept->index.topic(call.parameter("topic"));
    if (!topic)
      return refuse(not_found("No loaded guideline has this topic. See /api/guidelines for those there are."));
    return kept->answer(*topic);
  });
  add_check_route(routes);
}

}  // namespace openimr::server
