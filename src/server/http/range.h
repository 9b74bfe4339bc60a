// The part of a document that a client asks for: a Range header with one range of bytes (RFC 9110, section 14).
#pragma once

#include <cstdint>
#include <string_view>

namespace openimr::server {

struct ByteRange {
  enum class Kind : std::uint8_t {
    whole,          // all of it: no range, several, or not understood
    part,           // `size` bytes from `first`
    unsatisfiable,  // it lies behind the end
  };
  Kind kind = Kind::whole;
  std::uint64_t first = 0;
  std::uint64_t size = 0;
};

// "bytes=0-99", "bytes=100-", "bytes=-100" of something that has `size` bytes.
ByteRange read_range(std::string_view header, std::uint64_t size);

}  // namespace openimr::server
