// The threads on which handlers run: a pool for each lane, so that slow work never takes the workers of quick work.
#pragma once

#include <atomic>
#include <memory>
#include <utility>

#include <boost/asio/async_result.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include "server/http/io.h"
#include "server/http/router.h"

namespace openimr::server {

class Workers {
 public:
  Workers(unsigned usual, unsigned slow, std::size_t most_waiting)
      : usual_{usual}, slow_{slow}, most_waiting_(most_waiting + usual) {}

  // Whether the lane has no room for another request.
  bool full(Lane lane) const { return lane_of(lane).count >= most_waiting_; }

  // Runs `work` on the lane (usual or slow), and comes back to the connection's own thread with its result. `work` must
  // not throw.
  template <class Work>
  auto run(Lane lane, Work work) {
    return asio::async_initiate<const asio::use_awaitable_t<Executor>, void(std::invoke_result_t<Work>)>(
        [this, lane](auto back, Work job) {
          Pool& pool = lane_of(lane);
          ++pool.count;
          auto home = asio::make_work_guard(asio::get_associated_executor(back));
          asio::post(pool.threads,
                     [&pool, home = std::move(home), back = std::move(back), job = std::move(job)]() mutable {
                       auto result = job();
                       --pool.count;
                       asio::post(home.get_executor(), [back = std::move(back), result = std::move(result)]() mutable {
                         std::move(back)(std::move(result));
                       });
                     });
        },
        asio::use_awaitable_t<Executor>(), std::move(work));
  }

  void join() {
    usual_.threads.join();
    slow_.threads.join();
  }

 private:
  struct Pool {
    explicit Pool(unsigned size) : threads(size) {}
    asio::thread_pool threads;
    std::atomic<std::size_t> count = 0;  // that wait or run
  };
  Pool& lane_of(Lane lane) { return lane == Lane::slow ? slow_ : usual_; }
  const Pool& lane_of(Lane lane) const { return lane == Lane::slow ? slow_ : usual_; }

  Pool usual_;
  Pool slow_;
  std::size_t most_waiting_;
};

}  // namespace openimr::server
