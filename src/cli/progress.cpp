#include "cli/progress.h"

#include <algorithm>
#include <iostream>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/numbers.h"
#include "cli/terminal.h"

namespace openimr::cli {
namespace {

constexpr std::chrono::milliseconds kMoment{400};
constexpr std::chrono::milliseconds kBetween{100};
constexpr std::string_view kGap = "   ";
constexpr std::size_t kWidestBar = 40;
constexpr std::size_t kNarrowestBar = 10;

std::string bar(double share, std::size_t width) {
  const auto full = static_cast<std::size_t>(share * static_cast<double>(width));
  std::string out;
  for (std::size_t i = 0; i < width; ++i) out += i < full ? "━" : "─";
  return out;
}

}  // namespace

std::string progress_line(const Done& done, std::optional<std::uint64_t> total, std::chrono::duration<double> elapsed,
                          int width) {
  const double seconds = std::max(elapsed.count(), 1e-3);
  const auto rate = static_cast<std::uint64_t>(static_cast<double>(done.letters) / seconds);
  const auto counts = fmt::format("{}{}{}/s", counted(done.files, "file"), kGap, counted(rate, "letter"));
  const auto most = static_cast<std::size_t>(std::max(0, width));
  if (!total || *total == 0) {
    auto out = fmt::format("{}{}{} so far", counts, kGap, clock_time(elapsed));
    return shown_width(out) > most ? in_column(out, most) : out;
  }
  // What is known of the total is an estimate; all of it is only done at the end.
  const double share = std::min(0.99, static_cast<double>(done.bytes) / static_cast<double>(*total));
  auto out = fmt::format("{:>2.0f} %{}{}", share * 100, kGap, counts);
  if (share > 0.005)
    out += fmt::format("{}{} left", kGap, clock_time(std::chrono::duration<double>(seconds / share - seconds)));
  const std::size_t taken = shown_width(out) + kGap.size();
  if (most < taken + kNarrowestBar) return shown_width(out) > most ? in_column(out, most) : out;
  return fmt::format("{}{}{}", bar(share, std::min(kWidestBar, most - taken)), kGap, out);
}

Progress::Progress(bool drawn, std::optional<std::uint64_t> total)
    : drawn_(drawn), total_(total), due_(begin_ + kMoment) {}

Progress::~Progress() {
  erase();
}

void Progress::show(const Done& done) {
  if (!drawn_) return;
  const auto now = Clock::now();
  if (now < due_) return;
  due_ = now + kBetween;
  // The last column stays free: some terminals go to the next line there.
  std::cerr << "\r" + progress_line(done, total_, now - begin_, terminal_width(STDERR_FILENO) - 1) + "\033[K"
            << std::flush;
  stands_ = true;
}

void Progress::erase() {
  if (stands_) std::cerr << "\r\033[K" << std::flush;
  stands_ = false;
}

void Progress::say(std::string_view message) {
  erase();
  std::cerr << std::string(message) + "\n" << std::flush;
}

}  // namespace openimr::cli
