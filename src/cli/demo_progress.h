// How far the making of a demo is.
#pragma once

#include <chrono>
#include <string_view>

namespace openimr::cli {

// A line at the foot of the terminal, drawn ten times a second; gone at the end.
class DemoProgress {
 public:
  // `what` outlives it: "cases".
  DemoProgress(bool drawn, int all, std::string_view what = "cases") : drawn_(drawn), all_(all), what_(what) {}
  ~DemoProgress() { end(); }
  DemoProgress(const DemoProgress&) = delete;
  DemoProgress& operator=(const DemoProgress&) = delete;

  void show(int done);
  void end();

 private:
  bool drawn_;
  int all_;
  std::string_view what_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point due_ = begin_ + std::chrono::milliseconds(400);
  bool stands_ = false;
};

}  // namespace openimr::cli
