// The lines of a descriptor as they come in, without waiting for those that nobody wants any more.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace openimr::cli {

class InputLines {
 public:
  // `wanted` is asked ten times a second while no line comes.
  InputLines(int descriptor, std::function<bool()> wanted) : descriptor_(descriptor), wanted_(std::move(wanted)) {}

  // The next line without its end, "\n" or "\r\n"; a line beyond `kLongest` bytes is cut there. Nothing at the end of
  // the input, where it cannot be read, or once no line is wanted.
  std::optional<std::string> next();

  static constexpr std::size_t kLongest = 64U << 10U;

 private:
  bool fill();

  int descriptor_;
  std::function<bool()> wanted_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool ended_ = false;
};

}  // namespace openimr::cli
