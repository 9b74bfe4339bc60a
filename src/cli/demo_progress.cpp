#include "cli/demo_progress.h"

#include <iostream>

#include <fmt/format.h>

#include "cli/numbers.h"

namespace openimr::cli {
namespace {

std::string in_groups(int number) {
  return grouped(static_cast<std::uint64_t>(number));
}

}  // namespace

void DemoProgress::end() {
  if (stands_) std::cerr << "\r\033[K" << std::flush;
  stands_ = false;
}

void DemoProgress::show(int done) {
  const auto now = std::chrono::steady_clock::now();
  if (!drawn_ || done == 0 || now < due_) return;
  due_ = now + std::chrono::milliseconds(100);
  const std::chrono::duration<double> elapsed = now - begin_;
  const double left = elapsed.count() / done * (all_ - done);
  std::cerr << fmt::format("\r{:>2} %   {} of {} {}   {:.0f}/s   {} left\033[K", 100LL * done / all_, in_groups(done),
                           in_groups(all_), what_, done / elapsed.count(),
                           clock_time(std::chrono::duration<double>(left)))
            << std::flush;
  stands_ = true;
}

}  // namespace openimr::cli
