// Which handler answers what:
//
//   Router router;
//   router.get("/api/cases/{number}", [&](const Request& request) { return ...request.parameters["number"]...; });
//   router.post("/api/uploads/{id}/parts", take_part, {.lane = Lane::slow, .body_limit = 64 << 20, .admit =
//   signed_in});
//
// A pattern is a path whose parts are words or {names}; a word goes before a name. Routes are added before the server
// starts and never change afterwards, so that all threads may look them up.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/request.h"
#include "server/http/response.h"

namespace openimr::server {

// Answers a request. Runs on any thread, several at once. An exception is answered as an internal error.
using Handler = std::function<Response(const Request&)>;
// Looks at a request before its body is read, and may refuse it.
using Admission = std::function<std::optional<Response>(const Request&)>;

// Where a handler runs. Those of one lane never wait for another's.
enum class Lane : std::uint8_t {
  usual,    // on the workers
  slow,     // on workers of their own: drawing pages, reading records, writing PDF, large exports
  at_once,  // on the thread that moves bytes: only what takes microseconds and waits for nothing
};

struct RouteOptions {
  Lane lane = Lane::usual;
  std::uint64_t body_limit = 0;  // bytes; 0: as configured (1 MiB)
  Admission admit{};             // runs on the lane; without a body in the request
};

struct Route {
  std::string pattern;
  Handler handler;
  RouteOptions options;
};

// What stands behind a path.
struct Match {
  const Route* route = nullptr;  // none: no such path, or not by this method
  Fields parameters;
  std::string allowed;  // the methods that the path has, as for Allow: "GET, HEAD, OPTIONS"; empty: no such path
};

class Router {
 public:
  Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;
  ~Router();

  // A pattern that is not sound, or is there already with the method, is a mistake in the program: an assertion.
  void add(Method method, std::string_view pattern, Handler handler, RouteOptions options = {});
  void get(std::string_view pattern, Handler handler, RouteOptions options = {});
  void post(std::string_view pattern, Handler handler, RouteOptions options = {});
  void put(std::string_view pattern, Handler handler, RouteOptions options = {});
  void patch(std::string_view pattern, Handler handler, RouteOptions options = {});
  void remove(std::string_view pattern, Handler handler, RouteOptions options = {});  // DELETE

  // Answers GETs of paths that no pattern has. `label` stands for them in logs and metrics.
  void otherwise(std::string_view label, Handler handler, RouteOptions options = {});

  // Of a decoded path. HEAD finds the handler of GET.
  Match find(Method method, std::string_view path) const;

 private:
  struct Node;
  std::unique_ptr<Node> root_;
  std::unique_ptr<Route> otherwise_;
};

}  // namespace openimr::server
