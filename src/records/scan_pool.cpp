#include "records/scan_pool.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <numbers>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "records/child_process.h"
#include "records/reader_arguments.h"
#include "records/record_losses.h"

namespace openimr::records {
namespace {

using Transfer = ChildProcess::Transfer;

constexpr float kReadable = 50;
constexpr std::uint32_t kEnoughTrusted = 10;
constexpr float kHardlyAnyInk = 0.002F;

enum class End : std::uint8_t { done, late, fell };

End end_of(Transfer failed) {
  return failed == Transfer::late ? End::late : End::fell;
}

// Takes the answer about one page.
End take_answer(ChildProcess& child, const ReaderLimits& limits, ChildProcess::Deadline deadline, ScannedPage& out) {
  bool recognised = false;
  bool page = false;
  while (true) {
    std::string_view body;
    if (const auto got = child.receive(sizeof(FrameHead), body, deadline); got != Transfer::done) return end_of(got);
    const FrameHead head = read_head(body);
    if (head.length > limits.text) return End::fell;
    if (const auto got = child.receive(head.length, body, deadline); got != Transfer::done) return end_of(got);
    if (head.kind == FrameKind::recognised && !recognised) {
      const auto about = read_recognised(body);
      if (!about) return End::fell;
      out.about = *about;
      recognised = true;
    } else if (head.kind == FrameKind::page && recognised && !page) {
      auto words = read_page(body);
      if (!words || words->words.size() > out.about.words) return End::fell;
      out.page = std::move(*words);
      page = true;
    } else if (head.kind == FrameKind::error) {
      const auto error = read_error(body);
      if (!error || child.has_unread()) return End::fell;
      out.loss = page_loss(*error, limits);
      return End::done;
    } else {
      return head.kind == FrameKind::end && page && !child.has_unread() ? End::done : End::fell;
    }
  }
}

}  // namespace

struct ScanPool::State {
  State(std::filesystem::path from, ReaderLimits within, unsigned at_once)
      : program(std::move(from)), limits(within), jobs(std::max(1U, at_once)) {}

  struct Waiting {
    RasterBytes raster;
    std::promise<ScannedPage> page;
  };

  std::filesystem::path program;
  ReaderLimits limits;
  unsigned jobs;
  std::atomic<int> children = 0;
  std::mutex lock;
  std::condition_variable changed;
  std::deque<Waiting> waiting;
  bool ending = false;
  std::vector<std::jthread> threads;

  void work() {
    std::optional<ChildProcess> child;
    while (auto next = take()) next->page.set_value(recognise(child, next->raster));
  }

  std::optional<Waiting> take() {
    std::unique_lock hold(lock);
    changed.wait(hold, [&] { return ending || !waiting.empty(); });
    if (ending) return std::nullopt;
    Waiting next = std::move(waiting.front());
    waiting.pop_front();
    hold.unlock();
    changed.notify_all();
    return next;
  }

  ScannedPage recognise(std::optional<ChildProcess>& child, const RasterBytes& raster) {
    ScannedPage out;
    if (!child || child->has_ended()) {
      child.reset();
      auto started = ChildProcess::start(program, to_words({ReaderTask::scans, limits}));
      if (!started) {
        out.loss = started.error().message;
        return out;
      }
      ++children;
      child.emplace(std::move(*started));
    }
    const auto deadline = std::chrono::steady_clock::now() + limits.time;
    const FrameHead head{FrameKind::scan, static_cast<std::uint32_t>(raster.size())};
    const auto sent = child->send(as_bytes(head), raster, deadline);
    const End end = sent == Transfer::done ? take_answer(*child, limits, deadline, out) : end_of(sent);
    if (end == End::done) return out;
    const int status = child->stop();
    child.reset();
    return {{}, {}, end == End::late ? page_too_slow(limits) : page_fell(status, limits)};
  }
};

ScanPool::ScanPool(std::filesystem::path program, ReaderLimits limits, unsigned jobs)
    : state_(std::make_unique<State>(std::move(program), limits, jobs)) {}

ScanPool::~ScanPool() {
  {
    const std::scoped_lock hold(state_->lock);
    state_->ending = true;
  }
  state_->changed.notify_all();
}

std::future<ScannedPage> ScanPool::add(RasterBytes raster) {
  State& state = *state_;
  std::unique_lock hold(state.lock);
  if (state.threads.size() < state.jobs) state.threads.emplace_back([&state] { state.work(); });
  state.changed.wait(hold, [&] { return state.waiting.size() < std::size_t{2} * state.jobs; });
  state.waiting.push_back({std::move(raster), {}});
  auto page = state.waiting.back().page.get_future();
  hold.unlock();
  state.changed.notify_all();
  return page;
}

int ScanPool::children() const {
  return state_->children;
}

bool is_blank_scan(const Recognised& about) {
  return about.words == 0 && about.ink < kHardlyAnyInk;
}

std::string unreadable_scan(const Recognised& about) {
  if (about.words == 0) return is_blank_scan(about) ? "" : "nothing could be recognised: no words";
  if (about.confidence >= kReadable || about.trusted >= kEnoughTrusted) return "";
  return fmt::format("nothing could be recognised: {} mark{}, mean confidence {:.0f} of 100", about.words,
                     about.words == 1 ? "" : "s", about.confidence);
}

Box as_it_lies(Box level, const Page& page, float skew) {
  if (skew == 0) return level;
  const float angle = -skew * std::numbers::pi_v<float> / 180;
  const float cosine = std::cos(angle);
  const float sine = std::sin(angle);
  const float x = page.width / 2;
  const float y = page.height / 2;
  std::optional<Box> out;
  for (const float across : {level.left - x, level.right - x}) {
    for (const float down : {level.top - y, level.bottom - y}) {
      const float left = x + across * cosine - down * sine;
      const float top = y + across * sine + down * cosine;
      if (!out) out = Box{left, top, left, top};
      *out = {std::min(out->left, left), std::min(out->top, top), std::max(out->right, left),
              std::max(out->bottom, top)};
    }
  }
  return *out;
}

}  // namespace openimr::records
