// What the body of one request takes of the memory for the bodies of all.
#pragma once

#include <atomic>
#include <cstdint>

namespace openimr::server {

class BodyShare {
 public:
  BodyShare(std::atomic<std::uint64_t>& all, std::uint64_t most) : all_(all), most_(most) {}
  ~BodyShare() { all_ -= taken_; }
  BodyShare(const BodyShare&) = delete;
  BodyShare& operator=(const BodyShare&) = delete;

  // Takes more, so that it is `bytes`; false where there is no more.
  bool grow_to(std::uint64_t bytes) {
    if (bytes <= taken_) return true;
    const std::uint64_t more = bytes - taken_;
    taken_ = bytes;
    return (all_ += more) <= most_;
  }

 private:
  std::atomic<std::uint64_t>& all_;
  std::uint64_t most_;
  std::uint64_t taken_ = 0;
};

}  // namespace openimr::server
