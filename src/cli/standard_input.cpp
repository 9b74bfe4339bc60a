#include "cli/standard_input.h"

#include <iostream>
#include <iterator>

#include <fmt/core.h>

namespace openimr::cli {

Result<std::string> read_standard_input(std::size_t most, const std::string& remedy) {
  std::string text;
  for (std::istreambuf_iterator<char> in(std::cin), end; in != end && text.size() <= most; ++in) text += *in;
  if (text.size() <= most) return text;
  return fail(
      {ErrorCode::unreadable, fmt::format("larger than {} MiB", most >> 20U), "", "standard input", 0, 0, remedy});
}

}  // namespace openimr::cli
