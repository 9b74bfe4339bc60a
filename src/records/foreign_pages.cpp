#include "records/foreign_pages.h"

#include <utility>

#include "records/child_process.h"
#include "records/reader_arguments.h"
#include "records/record_losses.h"

namespace openimr::records {
namespace {

using Transfer = ChildProcess::Transfer;

constexpr int kMostFaults = 8;

// How it came out that a child was asked for the pages of a file.
struct Outcome {
  enum class Is : std::uint8_t { read, refused, late, fell };
  Is is;
  ErrorFrame refusal{};

  static Outcome of(Transfer failed) { return {failed == Transfer::late ? Is::late : Is::fell}; }
};

FrameKind frame_of(PagedKind kind) {
  switch (kind) {
    case PagedKind::pdf:
      return FrameKind::pdf_record;
    case PagedKind::finished_pdf:
      return FrameKind::finished_pdf;
    case PagedKind::picture:
      break;
  }
  return FrameKind::picture_record;
}

// The reading of one file, over as many children as it costs.
class Reading {
 public:
  Reading(const ReaderLimits& limits, const std::function<void(int)>& on_count, const ForeignPages::Each& each)
      : limits_(limits), on_count_(on_count), each_(each) {}

  std::uint32_t next() const { return next_; }
  bool counted() const { return pages_ > 0; }
  bool done() const { return counted() && next_ > pages_; }

  void give(ForeignPage page) {
    ++next_;
    each_(std::move(page));
  }
  void lose_all(const std::string& why, bool passing) {
    while (!done()) give({{}, {}, why, passing});
  }

  Outcome ask(ChildProcess& child, PagedKind kind, std::string_view bytes) {
    auto deadline = std::chrono::steady_clock::now() + limits_.time;
    const std::string_view from = as_bytes(next_);
    const FrameHead head{frame_of(kind), static_cast<std::uint32_t>(bytes.size() + from.size())};
    const std::string start = std::string(as_bytes(head)) + std::string(from);
    if (const auto sent = child.send(start, bytes, deadline); sent != Transfer::done) return Outcome::of(sent);
    ForeignPage coming;
    while (true) {
      std::string_view body;
      if (const auto got = child.receive(sizeof(FrameHead), body, deadline); got != Transfer::done)
        return Outcome::of(got);
      const FrameHead answer = read_head(body);
      if (!fits(answer)) return {Outcome::Is::fell};
      if (const auto got = child.receive(answer.length, body, deadline); got != Transfer::done) return Outcome::of(got);
      if (answer.kind == FrameKind::end) return {done() && !child.has_unread() ? Outcome::Is::read : Outcome::Is::fell};
      if (answer.kind == FrameKind::error) {
        const auto error = read_error(body);
        return error && !child.has_unread() ? Outcome{Outcome::Is::refused, *error} : Outcome{Outcome::Is::fell};
      }
      if (!take(answer.kind, body, coming)) return {Outcome::Is::fell};
      deadline = std::chrono::steady_clock::now() + limits_.time;
    }
  }

 private:
  bool fits(const FrameHead& answer) {
    if (answer.kind == FrameKind::raster) return answer.length <= kMostRasterBytes + sizeof(Raster);
    taken_ += answer.length;
    return taken_ <= limits_.text + kMostExtra + std::uint64_t{pages_} * kMostExtra;
  }

  // False where the child breaks the rules.
  bool take(FrameKind kind, std::string_view body, ForeignPage& coming) {
    switch (kind) {
      case FrameKind::page_count: {
        const auto count = read_number(body);
        if (!count || *count == 0 || std::cmp_greater(*count, limits_.pages)) return false;
        if (counted()) return *count == pages_;
        pages_ = *count;
        on_count_(static_cast<int>(pages_));
        return true;
      }
      case FrameKind::raster:
        if (!counted() || done() || coming.raster || !read_raster(body)) return false;
        coming.raster = std::string(body);
        return true;
      case FrameKind::beside: {
        auto beside = read_beside(body);
        if (!counted() || done() || !coming.beside.empty() || !beside) return false;
        coming.beside = std::move(*beside);
        return true;
      }
      case FrameKind::page: {
        auto page = read_page(body);
        if (!counted() || done() || !page) return false;
        coming.page = std::move(*page);
        give(std::exchange(coming, {}));
        return true;
      }
      case FrameKind::lost_page: {
        const auto error = read_error(body);
        if (!counted() || done() || !error) return false;
        coming = {};
        give({{}, {}, page_loss(*error, limits_)});
        return true;
      }
      default:
        return false;
    }
  }

  const ReaderLimits& limits_;
  const std::function<void(int)>& on_count_;
  const ForeignPages::Each& each_;
  std::uint32_t next_ = 1;
  std::uint32_t pages_ = 0;
  std::uint64_t taken_ = 0;
};

}  // namespace

struct ForeignPages::State {
  std::filesystem::path program;
  ReaderLimits limits;
  std::optional<ChildProcess> child{};
  int children = 0;

  Result<ChildProcess*> ready_child() {
    if (child && !child->has_ended()) return &*child;
    child.reset();
    auto started = ChildProcess::start(program, to_words({ReaderTask::records, limits}));
    if (!started) return fail(std::move(started.error()));
    ++children;
    return &child.emplace(std::move(*started));
  }
};

ForeignPages::ForeignPages(std::filesystem::path program, ReaderLimits limits)
    : state_(std::make_unique<State>(State{std::move(program), limits})) {}
ForeignPages::~ForeignPages() = default;

int ForeignPages::children() const {
  return state_->children;
}

Result<void> ForeignPages::read(PagedKind kind, std::string_view bytes, const std::function<void(int)>& on_count,
                                const Each& each) {
  const ReaderLimits& limits = state_->limits;
  if (bytes.size() > limits.file || bytes.size() > kMostBytes - sizeof(std::uint32_t))
    return fail(file_too_large(bytes.size(), limits));
  Reading reading(limits, on_count, each);
  for (int faults = 0; !reading.done();) {
    const auto child = state_->ready_child();
    if (!child) return fail(child.error());
    const Outcome outcome = reading.ask(**child, kind, bytes);
    if (outcome.is == Outcome::Is::read) return {};
    if (outcome.is == Outcome::Is::refused) {
      if (!reading.counted()) return fail(file_loss(outcome.refusal, limits));
      reading.lose_all(page_loss(outcome.refusal, limits), false);
      return {};
    }
    const bool late = outcome.is == Outcome::Is::late;
    const int status = (*child)->stop();
    state_->child.reset();
    if (!reading.counted()) return fail(late ? file_too_slow(limits) : file_fell(status, limits));
    if (reading.done()) return {};
    const std::string why = late ? page_too_slow(limits) : page_fell(status, limits);
    if (++faults == kMostFaults) {
      reading.lose_all(why, true);
    } else {
      reading.give({{}, {}, why, true});
    }
  }
  return {};
}

}  // namespace openimr::records
