// Who is told what the server does: logs and metrics.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

namespace openimr::server {

// An answer that was sent, in words that hold nothing of a case or a person.
struct Answered {
  std::string_view id;
  std::string_view method;   // "-" where the request was malformed or its method is unknown
  std::string_view pattern;  // of the route; "-" where none was found
  int status = 0;
  std::chrono::microseconds took{};  // from the whole request to the answer, without their way through the network
  std::uint64_t bytes_in = 0;        // of the body
  std::uint64_t bytes_out = 0;
  std::string_view role;
};

// Called from any thread, several at once; must be quick.
class Observer {
 public:
  virtual ~Observer() = default;
  virtual void answered(const Answered& /*answered*/) {}
  // A handler ended with an exception of this type, and was answered by an internal error.
  virtual void failed(std::string_view /*id*/, std::string_view /*pattern*/, std::string_view /*type*/) {}
  virtual void opened() {}       // a connection
  virtual void closed() {}       // it
  virtual void turned_away() {}  // a connection beyond the limit
};

}  // namespace openimr::server
