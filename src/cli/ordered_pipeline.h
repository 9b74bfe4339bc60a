// Work on many pieces by many threads, given on in the order in which the pieces came.
//
//   produce ──► pieces ──► work ──► results ──► take
//   a thread of its own    N threads            the calling thread
//
// Pieces are taken in batches, so that small ones cost little, and a batch is handed on early where its pieces take
// long. What is under way is bounded in number and in bytes, however many pieces there are and whichever stage is the
// slowest: produce waits while pieces and results fill the bounds, and workers wait while results do, except for the
// piece whose result is taken next.
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace openimr::cli {

struct PipelineLimits {
  unsigned workers = 1;
  std::size_t pieces = 64;         // under way: given and not yet taken
  std::size_t bytes = 64U << 20U;  // of them; one that is larger passes, alone
};

// Something and the memory that it holds.
template <class T>
struct Weighed {
  T value;
  std::size_t bytes = 0;
};

template <class Piece, class Done>
class OrderedPipeline {
 public:
  explicit OrderedPipeline(PipelineLimits limits)
      : limits_{std::max(1U, limits.workers), std::max<std::size_t>(1, limits.pieces), limits.bytes} {}

  // Runs once, until every piece is done or a stage wants no more, and ends its threads. The first exception of any
  // stage stops all of them and is thrown from here.
  //   produce()      gives pieces, by give(), and returns when there are no more
  //   make_worker()  called once on each worker's thread, makes what turns a Piece into a Weighed<Done>
  //   take(Done)     called in the order of the pieces; false: no more is wanted
  //   idle()         called ten times a second where nothing is ready to be taken; false: no more is wanted
  template <class Produce, class MakeWorker, class Take, class Idle>
  void run(const Produce& produce, const MakeWorker& make_worker, const Take& take, const Idle& idle);

  // For produce: one more piece. Waits while there is no room; false once no more is wanted.
  bool give(Weighed<Piece> piece);
  bool wanted() const;

 private:
  static constexpr std::size_t kBatchPieces = 16;
  static constexpr std::size_t kBatchBytes = 256U << 10U;
  static constexpr std::chrono::milliseconds kPatience{20};  // with a batch that is not done
  static constexpr std::chrono::milliseconds kIdle{100};

  struct Batch {
    std::uint64_t first = 0;  // number of its first piece
    std::vector<Weighed<Piece>> pieces;
  };

  template <class Work>
  void work_through(Batch batch, Work& work);
  Batch next_batch();
  void deliver(std::uint64_t first, std::vector<Weighed<Done>> done, std::size_t piece_bytes);
  std::optional<Done> take_next();
  template <class Take, class Idle>
  void take_all(const Take& take, const Idle& idle);
  void end();
  void stop(std::exception_ptr error = nullptr);

  bool has_room(std::size_t bytes) const {
    return results_.size() < limits_.pieces && (bytes_ == 0 || bytes_ + bytes <= limits_.bytes);
  }
  bool may_work() const { return !pieces_.empty() && (bytes_ <= limits_.bytes || number_of_first_piece() == taken_); }
  std::uint64_t number_of_first_piece() const { return taken_ + results_.size() - pieces_.size(); }
  bool is_next_ready() const { return !results_.empty() && results_.front().has_value(); }

  const PipelineLimits limits_;
  mutable std::mutex mutex_;
  std::condition_variable room_, work_, ready_;
  std::deque<Weighed<Piece>> pieces_;                 // that no worker has; the last ones given
  std::deque<std::optional<Weighed<Done>>> results_;  // of all that is under way, the next to take first
  std::uint64_t taken_ = 0;                           // results taken so far: the number of the next
  std::size_t bytes_ = 0;                             // of pieces not yet done and results not yet taken
  bool ended_ = false;                                // no more pieces come
  bool stopped_ = false;                              // no more are wanted
  std::exception_ptr error_;
};

template <class Piece, class Done>
template <class Produce, class MakeWorker, class Take, class Idle>
void OrderedPipeline<Piece, Done>::run(const Produce& produce, const MakeWorker& make_worker, const Take& take,
                                       const Idle& idle) {
  const auto guarded = [this](const auto& stage) {
    try {
      stage();
    } catch (...) {
      stop(std::current_exception());
    }
  };
  {
    std::vector<std::jthread> threads;
    guarded([&] {
      threads.emplace_back([&] {
        guarded(produce);
        end();
      });
      for (unsigned i = 0; i < limits_.workers; ++i) {
        threads.emplace_back([&] {
          guarded([&] {
            auto work = make_worker();
            for (auto batch = next_batch(); !batch.pieces.empty(); batch = next_batch())
              work_through(std::move(batch), work);
          });
        });
      }
      take_all(take, idle);
    });
    stop();
  }
  if (error_) std::rethrow_exception(error_);
}

template <class Piece, class Done>
bool OrderedPipeline<Piece, Done>::give(Weighed<Piece> piece) {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return stopped_ || has_room(piece.bytes); });
  if (stopped_) return false;
  bytes_ += piece.bytes;
  results_.emplace_back();
  pieces_.push_back(std::move(piece));
  work_.notify_one();
  return true;
}

template <class Piece, class Done>
bool OrderedPipeline<Piece, Done>::wanted() const {
  const std::lock_guard lock(mutex_);
  return !stopped_;
}

// The next pieces: at most a fair part of what waits. Empty where there will be none.
template <class Piece, class Done>
typename OrderedPipeline<Piece, Done>::Batch OrderedPipeline<Piece, Done>::next_batch() {
  std::unique_lock lock(mutex_);
  work_.wait(lock, [&] { return stopped_ || may_work() || (ended_ && pieces_.empty()); });
  Batch out;
  if (stopped_) return out;
  out.first = number_of_first_piece();
  const std::size_t fair = std::clamp<std::size_t>(pieces_.size() / limits_.workers / 2, 1, kBatchPieces);
  for (std::size_t bytes = 0; !pieces_.empty() && out.pieces.size() < fair; pieces_.pop_front()) {
    bytes += pieces_.front().bytes;
    if (!out.pieces.empty() && bytes > kBatchBytes) break;
    out.pieces.push_back(std::move(pieces_.front()));
  }
  return out;
}

template <class Piece, class Done>
template <class Work>
void OrderedPipeline<Piece, Done>::work_through(Batch batch, Work& work) {
  using Clock = std::chrono::steady_clock;
  std::vector<Weighed<Done>> done;
  std::size_t piece_bytes = 0;
  auto since = Clock::now();
  for (auto& piece : batch.pieces) {
    piece_bytes += piece.bytes;
    done.push_back(work(std::move(piece.value)));
    if (const auto now = Clock::now(); &piece == &batch.pieces.back() || now - since > kPatience) {
      since = now;
      const std::size_t count = done.size();
      deliver(std::exchange(batch.first, batch.first + count), std::exchange(done, {}), std::exchange(piece_bytes, 0));
    }
  }
}

template <class Piece, class Done>
void OrderedPipeline<Piece, Done>::deliver(std::uint64_t first, std::vector<Weighed<Done>> done,
                                           std::size_t piece_bytes) {
  const std::lock_guard lock(mutex_);
  const bool workers_wait = bytes_ > limits_.bytes;
  bytes_ -= piece_bytes;
  for (std::size_t i = 0; i < done.size(); ++i) {
    bytes_ += done[i].bytes;
    results_[static_cast<std::size_t>(first - taken_) + i] = std::move(done[i]);
  }
  if (first == taken_) ready_.notify_one();
  if (workers_wait) work_.notify_all();
}

// Nothing where no more comes, or where nothing is ready yet.
template <class Piece, class Done>
std::optional<Done> OrderedPipeline<Piece, Done>::take_next() {
  std::unique_lock lock(mutex_);
  ready_.wait_for(lock, kIdle, [&] { return stopped_ || is_next_ready() || (ended_ && results_.empty()); });
  std::optional<Weighed<Done>> next;
  if (!stopped_ && !results_.empty()) next = std::exchange(results_.front(), std::nullopt);
  if (!next) return std::nullopt;
  results_.pop_front();
  ++taken_;
  const bool workers_wait = bytes_ > limits_.bytes;
  bytes_ -= next->bytes;
  if (workers_wait) work_.notify_all();
  // Half empty is early enough; for each piece it would be a switch of threads for each.
  if (results_.size() <= limits_.pieces / 2 && bytes_ <= limits_.bytes / 2) room_.notify_one();
  return std::move(next->value);
}

template <class Piece, class Done>
template <class Take, class Idle>
void OrderedPipeline<Piece, Done>::take_all(const Take& take, const Idle& idle) {
  while (true) {
    auto next = take_next();
    if (next && !take(std::move(*next))) return;
    if (next) continue;
    {
      const std::lock_guard lock(mutex_);
      if (stopped_ || (ended_ && results_.empty())) return;
    }
    if (!idle()) return;
  }
}

template <class Piece, class Done>
void OrderedPipeline<Piece, Done>::end() {
  const std::lock_guard lock(mutex_);
  ended_ = true;
  work_.notify_all();
  ready_.notify_all();
}

template <class Piece, class Done>
void OrderedPipeline<Piece, Done>::stop(std::exception_ptr error) {
  const std::lock_guard lock(mutex_);
  if (!error_) error_ = std::move(error);
  stopped_ = true;
  room_.notify_all();
  work_.notify_all();
  ready_.notify_all();
}

}  // namespace openimr::cli
