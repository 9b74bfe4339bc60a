#include "server/metrics.h"

#include <map>
#include <mutex>
#include <shared_mutex>
#include <tuple>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace openimr::server {
namespace {

const prometheus::Histogram::BucketBoundaries kSeconds = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                          0.1,    0.25,  0.5,    1,     2.5,  5,     10};

// Of one kind of request.
struct Kind {
  prometheus::Counter* count;
  prometheus::Histogram* seconds;
};

template <class Builder>
auto& family(Builder builder, prometheus::Registry& registry, const char* name, const char* help) {
  return builder.Name(name).Help(help).Register(registry);
}

}  // namespace

struct Metrics::Parts {
  prometheus::Counter& counter(const char* name, const char* help) {
    return family(prometheus::BuildCounter(), registry, name, help).Add({});
  }

  const Kind& kind(const Answered& answered) {
    const auto key = std::tuple(answered.method, answered.pattern, answered.status);
    {
      const std::shared_lock lock(mutex);
      if (const auto known = kinds.find(key); known != kinds.end()) return known->second;
    }
    const std::string method(answered.method);
    const std::string route(answered.pattern);
    const std::unique_lock lock(mutex);
    return kinds
        .try_emplace(
            {method, route, answered.status},
            Kind{&requests.Add({{"method", method}, {"route", route}, {"status", std::to_string(answered.status)}}),
                 &seconds.Add({{"route", route}}, kSeconds)})
        .first->second;
  }

  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests =
      family(prometheus::BuildCounter(), registry, "openimr_http_requests_total", "Requests answered.");
  prometheus::Family<prometheus::Histogram>& seconds =
      family(prometheus::BuildHistogram(), registry, "openimr_http_request_seconds",
             "From the whole request to the answer, without their way through the network.");
  prometheus::Counter& received = counter("openimr_http_received_bytes_total", "Bytes of bodies received.");
  prometheus::Counter& sent = counter("openimr_http_sent_bytes_total", "Bytes of bodies sent.");
  prometheus::Counter& failures = counter("openimr_http_failures_total", "Handlers that failed by a fault of ours.");
  prometheus::Counter& connections = counter("openimr_http_connections_total", "Connections taken.");
  prometheus::Counter& refused = counter("openimr_http_connections_refused_total", "Connections beyond the limit.");
  prometheus::Gauge& open =
      family(prometheus::BuildGauge(), registry, "openimr_http_connections", "Connections that are open.").Add({});

  std::shared_mutex mutex;
  std::map<std::tuple<std::string, std::string, int>, Kind, std::less<>> kinds;
};

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {
  family(prometheus::BuildGauge(), parts_->registry, "openimr_build_info", "The version that runs.")
      .Add({{"version", OPENIMR_VERSION}})
      .Set(1);
}
Metrics::~Metrics() = default;

void Metrics::request(const Answered& answered) {
  const Kind& kind = parts_->kind(answered);
  kind.count->Increment();
  kind.seconds->Observe(std::chrono::duration<double>(answered.took).count());
  parts_->received.Increment(static_cast<double>(answered.bytes_in));
  parts_->sent.Increment(static_cast<double>(answered.bytes_out));
}

void Metrics::failure() {
  parts_->failures.Increment();
}

void Metrics::opened() {
  parts_->connections.Increment();
  parts_->open.Increment();
}

void Metrics::closed() {
  parts_->open.Decrement();
}

void Metrics::turned_away() {
  parts_->refused.Increment();
}

prometheus::Registry& Metrics::registry() {
  return parts_->registry;
}

std::string Metrics::text() const {
  return prometheus::TextSerializer().Serialize(parts_->registry.Collect());
}

}  // namespace openimr::server
