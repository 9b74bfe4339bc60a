#include "server/http/loop.h"

#include <algorithm>

#include <boost/asio/post.hpp>

namespace openimr::server {

Loop::Loop(const Limits& limits) : stop_time_(limits.stop_time) {
  using namespace std::chrono_literals;
  constexpr int kLooksInATime = 8;
  const auto shortest =
      std::min({limits.header_time, limits.body_time, limits.idle_time, limits.write_time, limits.stop_time});
  period_ = std::clamp<Watched::Clock::duration>(shortest / kLooksInATime, 5ms, 250ms);
}

void Loop::run() {
  look_after_some_time();
  io_.run();
}

void Loop::stop() {
  if (stopping_.exchange(true)) return;
  asio::post(io_, [this] {
    end_ = Watched::Clock::now() + stop_time_;
    timer_.cancel();
  });
}

void Loop::look_after_some_time() {
  timer_.expires_after(period_);
  timer_.async_wait([this](Failure) { look(); });
}

void Loop::look() {
  const auto now = Watched::Clock::now();
  over_ = now >= end_;
  for (Watched* connection : connections_) {
    if (over_) {
      connection->close();
    } else if (now >= connection->deadline_ || (stopping_ && connection->idle_)) {
      connection->timed_out_ = true;
      connection->interrupt();
    }
  }
  if (!stopping_ || !connections_.empty()) look_after_some_time();
}

}  // namespace openimr::server
