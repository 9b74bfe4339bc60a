#include "server/http/request_id.h"

#include <random>

#include <fmt/format.h>
#include <sodium.h>

namespace openimr::server {

std::string new_request_id() {
  thread_local std::mt19937_64 numbers{(std::uint64_t{randombytes_random()} << 32U) | randombytes_random()};
  return fmt::format("{:016x}", numbers());
}

}  // namespace openimr::server
