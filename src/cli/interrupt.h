// The wish of a person or the system to end (SIGINT, SIGTERM, SIGHUP), heard where it suits the work, so that what was
// begun can be taken back first: a progress bar on the screen, half a file.
#pragma once

#include <array>

#include <signal.h>

namespace openimr::cli {

class Interrupt {
 public:
  // Listens, until it is destroyed, to those signals that are not ignored. There is one at a time. A signal that comes
  // again ends the program at once.
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  bool came() const;
  // Ends the program by the signal that came, as whoever sent it expects.
  [[noreturn]] void end();

 private:
  static constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};

  std::array<struct sigaction, kSignals.size()> before_{};
};

}  // namespace openimr::cli
