#include "server/health_routes.h"

#include <nlohmann/json.hpp>

#include "server/http/problem.h"

namespace openimr::server {
namespace {

bool is_this_machine(std::string_view peer) {
  return peer.starts_with("127.") || peer == "::1" || peer.starts_with("::ffff:127.");
}

}  // namespace

void add_health_routes(Router& router, const Metrics& metrics, MetricsFor readers, std::function<bool()> ready) {
  router.get("/health", [](const Request&) { return json({{"status", "up"}, {"version", OPENIMR_VERSION}}); },
             {.lane = Lane::at_once});
  router.get("/ready", [ready = std::move(ready)](const Request& request) {
    if (ready()) return json({{"status", "ready"}});
    return answer(request, {503, "not_ready", {}, "The store does not answer."});
  });
  if (readers == MetricsFor::nobody) return;
  router.get("/metrics", [&metrics, readers](const Request& request) {
    if (readers == MetricsFor::this_machine && !is_this_machine(request.peer))
      return answer(request, forbidden("Metrics are for this machine only."));
    return document(metrics.text(), "text/plain; version=0.0.4; charset=utf-8");
  });
}

}  // namespace openimr::server
