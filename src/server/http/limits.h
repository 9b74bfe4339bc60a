// What the server lets a client cost. Where a limit is met the request is refused (408, 413, 431, 503) and, where the
// rest of it cannot be skipped, the connection closed.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace openimr::server {

struct Limits {
  using Time = std::chrono::milliseconds;

  std::size_t header = 16U << 10U;         // bytes of request line and headers
  std::uint64_t body = 1U << 20U;          // bytes, where a route has no limit of its own
  std::uint64_t bodies = 512U << 20U;      // bytes that the bodies of all requests hold together
  std::size_t connections = 4096;          // further ones are answered 503 and closed
  std::size_t waiting = 1024;              // requests that wait for a worker, in each lane
  Time header_time{10'000};                // from the first byte of a request to the end of its headers; TLS greeting
  Time body_time{20'000};                  // for a body, beyond a second for each `upload_rate` bytes that came
  std::uint64_t upload_rate = 16U << 10U;  // bytes a second
  Time idle_time{60'000};                  // between two requests
  Time write_time{30'000};                 // for the client to take 64 KiB
  Time stop_time{20'000};                  // for requests in flight when the server stops
};

}  // namespace openimr::server
