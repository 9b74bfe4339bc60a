// What those ask who run the server: is it up, is it ready, how does it do.
#pragma once

#include <functional>

#include "server/http/router.h"
#include "server/metrics.h"

namespace openimr::server {

// Who may read the metrics.
enum class MetricsFor : std::uint8_t { this_machine, all, nobody };

//   /health    200 as long as the process answers
//   /ready     200 where `ready` says so, else 503; it may take its time, and asks the store
//   /metrics   for Prometheus
void add_health_routes(Router& router, const Metrics& metrics, MetricsFor readers, std::function<bool()> ready);

}  // namespace openimr::server
