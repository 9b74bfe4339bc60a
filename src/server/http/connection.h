// A connection from its first byte to its end. Only for the sources of server/http.
#pragma once

#include <atomic>
#include <string>

#include <boost/asio/ssl/context.hpp>

#include "server/http/io.h"
#include "server/http/limits.h"
#include "server/http/loop.h"
#include "server/http/observer.h"
#include "server/http/router.h"
#include "server/http/workers.h"

namespace openimr::server {

// What all connections share.
struct Service {
  const Router& router;
  Observer& observer;
  Limits limits;
  Workers workers;
  asio::ssl::context* tls = nullptr;  // none: no TLS
  std::atomic<std::size_t> connections = 0;
  std::atomic<std::uint64_t> bodies = 0;  // bytes of all bodies in memory
};

// Serves it on its loop. The service's count of connections has it already, and loses it at the end.
void serve(Socket socket, Loop& loop, Service& service);

}  // namespace openimr::server
