// One thread that moves bytes, with the connections that it has. All of a Loop but stop() is used on its own thread.
#pragma once

#include <atomic>
#include <chrono>
#include <list>

#include <boost/asio/steady_timer.hpp>

#include "server/http/io.h"
#include "server/http/limits.h"

namespace openimr::server {

// A connection, as its loop looks after it. Timeouts are looked for now and then, which costs less than a timer for
// each operation.
class Watched {
 public:
  using Clock = std::chrono::steady_clock;

  virtual ~Watched() = default;
  // Ends what it waits for with an error.
  virtual void interrupt() = 0;
  // Closes its socket.
  virtual void close() = 0;

 protected:
  void give(Clock::duration time) {
    deadline_ = Clock::now() + time;
    timed_out_ = false;
  }
  void give_all_time() { deadline_ = Clock::time_point::max(); }
  bool timed_out() const { return timed_out_; }
  // Idle connections are closed when the server stops.
  void idle(bool is_idle) { idle_ = is_idle; }

 private:
  friend class Loop;
  Clock::time_point deadline_ = Clock::time_point::max();
  bool timed_out_ = false;
  bool idle_ = false;
};

class Loop {
 public:
  explicit Loop(const Limits& limits);

  asio::io_context& io() { return io_; }
  // Until stop() was called and the last connection is gone.
  void run();
  // From any thread. Idle connections are closed now, all others after `stop_time`.
  void stop();
  bool stopping() const { return stopping_; }
  // The time for requests in flight is over.
  bool over() const { return over_; }

  using Ticket = std::list<Watched*>::iterator;
  Ticket watch(Watched& connection) { return connections_.insert(connections_.end(), &connection); }
  void forget(Ticket ticket) { connections_.erase(ticket); }

 private:
  void look_after_some_time();
  void look();

  asio::io_context io_{1};
  asio::basic_waitable_timer<Watched::Clock, asio::wait_traits<Watched::Clock>, Executor> timer_{io_.get_executor()};
  std::list<Watched*> connections_;
  Watched::Clock::duration period_;
  Watched::Clock::duration stop_time_;
  Watched::Clock::time_point end_ = Watched::Clock::time_point::max();
  std::atomic<bool> stopping_ = false;
  std::atomic<bool> over_ = false;
};

}  // namespace openimr::server
