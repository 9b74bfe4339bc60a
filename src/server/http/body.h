// The body of an answer: text of its own, bytes that several answers share, or (a part of) a file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"

namespace openimr::server {

class Body {
 public:
  Body() = default;
  Body(std::string text) : bytes_(std::move(text)), size_(std::get<std::string>(bytes_).size()) {}
  Body(const char* text) : Body(std::string(text)) {}
  Body(std::shared_ptr<const std::string> shared);

  // Opens a file, which is read while it is sent. It must not be written in place meanwhile: replace files by renaming.
  static Result<Body> file(const std::filesystem::path& path);

  std::uint64_t size() const { return size_; }
  bool in_memory() const { return !std::holds_alternative<File>(bytes_); }
  // All of it; only where it is in memory.
  std::string_view view() const;
  // Leaves only these bytes, which must lie within it.
  void narrow(std::uint64_t first, std::uint64_t size);
  // Fills `into` with the bytes from `at` (of what is left) and gives how many there were; fewer than asked for mean
  // that the file has become shorter or cannot be read.
  std::size_t read(std::uint64_t at, std::span<char> into) const;

 private:
  using File = std::shared_ptr<const int>;  // a descriptor, closed with its last owner

  std::variant<std::string, std::shared_ptr<const std::string>, File> bytes_;
  std::uint64_t first_ = 0;
  std::uint64_t size_ = 0;
};

}  // namespace openimr::server
