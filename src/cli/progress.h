// How far a long run is: one line at the foot of the terminal, and messages above it.
//
//   ━━━━━━━━━━━━━━─────────────────   41 %   82,310 files   1,420 letters/s   1:24 left
//
// The line is drawn at most ten times a second, not at all in runs of a moment, and is gone at the end.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace openimr::cli {

struct Done {
  std::uint64_t files = 0;
  std::uint64_t letters = 0;
  std::uint64_t bytes = 0;
};

// The line in at most `width` characters. `total`: bytes that there are in all, where that is known; without it there
// is no share and no time left, but the time so far.
std::string progress_line(const Done& done, std::optional<std::uint64_t> total, std::chrono::duration<double> elapsed,
                          int width);

class Progress {
 public:
  // `drawn`: whether stderr is a terminal, and the line wanted.
  Progress(bool drawn, std::optional<std::uint64_t> total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Draws the line where that is due.
  void show(const Done& done);
  // Takes the line away, before anything else is written to the terminal; the next show() may draw it again.
  void erase();
  // A message on a line of its own, on stderr whether or not that is a terminal.
  void say(std::string_view message);

  std::chrono::duration<double> elapsed() const { return Clock::now() - begin_; }

 private:
  using Clock = std::chrono::steady_clock;

  bool drawn_;
  std::optional<std::uint64_t> total_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point due_;
  bool stands_ = false;
};

}  // namespace openimr::cli
