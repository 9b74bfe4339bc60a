// A server of a test's own, on a free port, with handlers that tests need, and an observer that remembers.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/http/client.h"
#include "server/http/problem.h"
#include "server/http/server.h"

namespace openimr::testing {

struct Seen {
  std::string id;
  std::string method;
  std::string pattern;
  int status = 0;
  std::uint64_t bytes_in = 0;
  std::uint64_t bytes_out = 0;
  std::string role;
};

class Remembering final : public server::Observer {
 public:
  void answered(const server::Answered& told) override {
    const std::lock_guard lock(mutex_);
    seen_.push_back({std::string(told.id), std::string(told.method), std::string(told.pattern), told.status,
                     told.bytes_in, told.bytes_out, std::string(told.role)});
    changed_.notify_all();
  }
  void failed(std::string_view /*id*/, std::string_view /*pattern*/, std::string_view type) override {
    const std::lock_guard lock(mutex_);
    failures_.emplace_back(type);
  }
  void opened() override { change(1); }
  void closed() override { change(-1); }
  void turned_away() override {
    const std::lock_guard lock(mutex_);
    ++turned_away_;
  }

  // What was seen once there are that many; waits for them.
  std::vector<Seen> seen(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, kPatience, [&] { return seen_.size() >= count; });
    return seen_;
  }
  // Whether there are that many connections; waits for it.
  bool open(int count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, kPatience, [&] { return open_ == count; });
  }
  std::vector<std::string> failures() {
    const std::lock_guard lock(mutex_);
    return failures_;
  }
  int turned_away_count() {
    const std::lock_guard lock(mutex_);
    return turned_away_;
  }

 private:
  static constexpr std::chrono::seconds kPatience{10};
  void change(int by) {
    const std::lock_guard lock(mutex_);
    open_ += by;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Seen> seen_;
  std::vector<std::string> failures_;
  int open_ = 0;
  int turned_away_ = 0;
};

// A door that handlers wait behind until the test opens it.
class Door {
 public:
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  void pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return open_; });
  }
  // Until that many wait behind it.
  bool reached_by(int count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(10), [&] { return waiting_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
  int waiting_ = 0;
};

struct Served {
  server::Router router;
  Remembering observer;
  server::ServerOptions options;
  std::unique_ptr<server::Server> server;

  // /echo (GET, POST) shows the request; add other routes before start().
  Served() {
    const auto echo = [](const server::Request& request) {
      return server::json({{"method", server::name_of(request.method)},
                           {"path", request.path},
                           {"body", request.body},
                           {"peer", request.peer},
                           {"id", request.id}});
    };
    router.get("/echo", echo);
    router.post("/echo", echo);
    router.post("/large",
                [](const server::Request& request) { return server::text(std::to_string(request.body.size())); },
                {.lane = server::Lane::slow, .body_limit = 64U << 20U});
  }
  void start() { server = server::Server::start(options, router, observer).value(); }
  std::uint16_t port() const { return server->port(); }
};

}  // namespace openimr::testing
