// Figures of the server for Prometheus: requests by method, route and status, how long they took, connections, bytes.
// Labels hold patterns of routes and words of the program, never anything of a case.
#pragma once

#include <memory>
#include <string>

#include "server/http/observer.h"

namespace prometheus {
class Registry;
}

namespace openimr::server {

class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  void request(const Answered& answered);
  void failure();
  void opened();
  void closed();
  void turned_away();

  // Where other parts of the server add figures of their own.
  prometheus::Registry& registry();
  // All of them as Prometheus reads them (text format 0.0.4).
  std::string text() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace openimr::server
