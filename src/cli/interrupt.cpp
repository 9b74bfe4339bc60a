#include "cli/interrupt.h"

#include <atomic>
#include <cstdlib>

namespace openimr::cli {
namespace {

std::atomic<int> heard = 0;
static_assert(std::atomic<int>::is_always_lock_free);

void hear(int signal) {
  heard = signal;
}

}  // namespace

Interrupt::Interrupt() {
  heard = 0;
  struct sigaction listen{};
  listen.sa_handler = hear;
  listen.sa_flags = static_cast<int>(SA_RESETHAND);  // and no SA_RESTART: a write that waits gives up
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    sigaction(kSignals[i], nullptr, &before_[i]);
    if (before_[i].sa_handler != SIG_IGN) sigaction(kSignals[i], &listen, nullptr);
  }
}

Interrupt::~Interrupt() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &before_[i], nullptr);
}

bool Interrupt::came() const {
  return heard != 0;
}

void Interrupt::end() {
  const int signal = heard;
  ::signal(signal, SIG_DFL);
  raise(signal);
  std::_Exit(128 + signal);
}

}  // namespace openimr::cli
