// The HTTP server: takes connections, reads requests, has them answered by the router's handlers, and sends the
// answers.
//
//   auto server = Server::start(options, router, observer);
//   ... server->port() ...
//   server->stop();     // no new connections; requests in flight have Limits::stop_time to end
//   server->wait();
//
// HTTP/1.1 and 1.0, keep-alive, pipelining, Expect: 100-continue, TLS 1.2 and later. A few threads move bytes, and each
// connection stays with one of them; handlers run on workers (Lane in router.h), so that none keeps another connection
// from being served.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "server/http/limits.h"
#include "server/http/observer.h"
#include "server/http/router.h"

namespace openimr::server {

struct ServerOptions {
  std::string address = "127.0.0.1";  // IPv4 or IPv6
  std::uint16_t port = 0;             // 0: any that is free
  std::string certificate{};          // PEM, with the chain; empty: no TLS
  std::string key{};                  // PEM
  unsigned io_threads = 1;
  unsigned workers = 4;
  unsigned slow_workers = 2;
  Limits limits{};
};

class Server {
 public:
  // Listens from now on. Router and observer must outlive it. Fails with wrong_use (an address that is none, or not of
  // this machine; a certificate that does not fit its key), not_found and unreadable (their files), unavailable (the
  // port is taken).
  static Result<std::unique_ptr<Server>> start(const ServerOptions& options, const Router& router, Observer& observer);
  // Stops and waits.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  bool secure() const;
  // May be called from any thread, and again. A handler that runs is never interrupted: wait() waits for it.
  void stop();
  void wait();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace openimr::server
