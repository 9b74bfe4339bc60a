#include "server/http/server.h"

#include <thread>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <sys/socket.h>

#include "server/http/connection.h"
#include "server/http/tls.h"

namespace openimr::server {
namespace {

using Acceptor = asio::basic_socket_acceptor<Tcp, Executor>;

constexpr int kWaitingConnections = 1024;                // that the system keeps until they are taken
constexpr std::chrono::milliseconds kPauseOfTaking{50};  // where there are no descriptors

// Says so, as far as that goes without waiting, and closes. A TLS client is only closed: a greeting would cost too
// much.
void turn_away(Socket socket, Service& service) {
  static constexpr std::string_view kAnswer =
      "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  service.observer.turned_away();
  if (service.tls == nullptr)
    ::send(socket.native_handle(), kAnswer.data(), kAnswer.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
}

Result<Tcp::endpoint> endpoint_of(const ServerOptions& options) {
  Failure failed;
  const auto address = asio::ip::make_address(options.address, failed);
  if (failed)
    return fail({ErrorCode::wrong_use, "not an IP address", options.address, "", 0, 0,
                 "Give one of this machine: 127.0.0.1, ::1, or 0.0.0.0 for all of IPv4."});
  return Tcp::endpoint(address, options.port);
}

Result<Acceptor> listen(const Tcp::endpoint& at, asio::io_context& io) {
  Acceptor acceptor(io);
  Failure failed;
  acceptor.open(at.protocol(), failed);
  if (!failed) acceptor.set_option(Acceptor::reuse_address(true), failed);
  if (!failed) acceptor.bind(at, failed);
  if (!failed) acceptor.listen(kWaitingConnections, failed);
  if (!failed) return acceptor;
  const std::string asked = at.address().to_string() + ", port " + std::to_string(at.port());
  if (failed == asio::error::address_in_use)
    return fail({ErrorCode::unavailable, "another program listens there", asked, "", 0, 0,
                 "Stop it, or choose another port; 0 takes any that is free."});
  if (failed == asio::error::access_denied)
    return fail({ErrorCode::wrong_use, "ports below 1024 need rights that this user has not", asked, "", 0, 0,
                 "Choose a higher port, or give the program CAP_NET_BIND_SERVICE."});
  return fail({ErrorCode::wrong_use, "cannot listen there (" + failed.message() + ")", asked, "", 0, 0,
               "Give an address of this machine."});
}

}  // namespace

struct Server::Parts {
  Parts(const ServerOptions& options, const Router& router, Observer& observer)
      : service{.router = router,
                .observer = observer,
                .limits = options.limits,
                .workers = Workers(options.workers, options.slow_workers, options.limits.waiting)} {
    for (unsigned i = 0; i < std::max(options.io_threads, 1U); ++i) loops.emplace_back(options.limits);
  }

  Task<> take_connections() {
    for (auto loop = loops.begin();; loop = std::next(loop) == loops.end() ? loops.begin() : std::next(loop)) {
      auto [failed, socket] = co_await acceptor->async_accept(loop->io(), kTuple);
      if (loops.front().stopping()) co_return;
      if (failed) {
        asio::basic_waitable_timer<Watched::Clock, asio::wait_traits<Watched::Clock>, Executor> pause(
            loops.front().io().get_executor(), kPauseOfTaking);
        co_await pause.async_wait(kTuple);
        continue;
      }
      if (service.connections >= service.limits.connections) {
        turn_away(std::move(socket), service);
        continue;
      }
      ++service.connections;
      Failure ignored;
      socket.set_option(Tcp::no_delay(true), ignored);
      serve(std::move(socket), *loop, service);
    }
  }

  std::list<Loop> loops;
  std::optional<asio::ssl::context> tls;
  Service service;
  std::optional<Acceptor> acceptor;
  std::uint16_t port = 0;
  std::vector<std::thread> threads;
};

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, const Router& router, Observer& observer) {
  const auto at = endpoint_of(options);
  if (!at) return fail(at.error());
  auto parts = std::make_unique<Parts>(options, router, observer);
  if (!options.certificate.empty()) {
    auto tls = make_tls(options.certificate, options.key);
    if (!tls) return fail(tls.error());
    parts->service.tls = &parts->tls.emplace(std::move(*tls));
  }
  auto acceptor = listen(*at, parts->loops.front().io());
  if (!acceptor) return fail(acceptor.error());
  parts->port = acceptor->local_endpoint().port();
  parts->acceptor.emplace(std::move(*acceptor));
  asio::co_spawn(parts->loops.front().io(), parts->take_connections(), asio::detached);
  for (Loop& loop : parts->loops) parts->threads.emplace_back([&loop] { loop.run(); });
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Server::~Server() {
  stop();
  wait();
}

std::uint16_t Server::port() const {
  return parts_->port;
}

bool Server::secure() const {
  return parts_->service.tls != nullptr;
}

void Server::stop() {
  for (Loop& loop : parts_->loops) loop.stop();
  asio::post(parts_->loops.front().io(), [parts = parts_.get()] {
    Failure ignored;
    parts->acceptor->close(ignored);
  });
}

void Server::wait() {
  for (std::thread& thread : parts_->threads)
    if (thread.joinable()) thread.join();
  parts_->service.workers.join();
}

}  // namespace openimr::server
