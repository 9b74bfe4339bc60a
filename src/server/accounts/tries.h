// How often sign-in failed from an address of the network, kept in the memory of this process: whoever guesses at many
// accounts is slowed down, where each of them has too few failures to be locked.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "store/ids.h"

namespace openimr::server {

class Tries {
 public:
  struct Limits {
    std::size_t failures = 20;
    std::chrono::minutes within{15};
    std::size_t addresses = 10'000;  // remembered at once
  };
  Tries() = default;
  explicit Tries(Limits limits) : limits_(limits) {}

  // How long this address has to wait; 0: not at all.
  std::chrono::seconds wait(const std::string& address, store::Instant now) const;
  void failed(const std::string& address, store::Instant now);

 private:
  Limits limits_;
  mutable std::mutex mutex_;
  std::map<std::string, std::vector<store::Instant>> failures_;
};

}  // namespace openimr::server
