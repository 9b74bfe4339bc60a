// Tar archives for tests, byte by byte.
#pragma once

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace openimr::testing {

// The head of a file in a tar (POSIX.1-1988, "ustar"); names of up to 100 bytes.
inline std::string tar_head(const std::string& name, std::size_t size) {
  std::string out(512, '\0');
  const auto put = [&out](std::size_t at, const std::string& text) { out.replace(at, text.size(), text); };
  put(0, name);
  put(100, "0000644");
  put(108, "0000000");
  put(116, "0000000");
  put(124, fmt::format("{:011o}", size));
  put(136, "00000000000");
  put(148, std::string(8, ' '));  // the sum is made with spaces in its place
  put(156, "0");
  put(257, std::string("ustar\0", 6) + "00");
  const auto sum = std::accumulate(out.begin(), out.end(), 0U,
                                   [](unsigned total, char c) { return total + static_cast<unsigned char>(c); });
  put(148, fmt::format("{:06o}", sum) + std::string("\0 ", 2));
  return out;
}

inline std::string tar(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out;
  for (const auto& [name, bytes] : files) {
    out += tar_head(name, bytes.size()) + bytes;
    out.resize((out.size() + 511) / 512 * 512);
  }
  out.resize(out.size() + 1024);
  return out;
}

}  // namespace openimr::testing
