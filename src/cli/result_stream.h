// Results that are too many to hold: printed as they come, or written to a file that nobody ever sees half of.
#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace openimr::cli {

class ResultStream {
 public:
  // To `out`, or where a file is named to a part beside it, which takes its name with commit() and goes away without.
  ResultStream(std::ostream& out, std::filesystem::path file);
  ~ResultStream();
  ResultStream(const ResultStream&) = delete;
  ResultStream& operator=(const ResultStream&) = delete;

  // Keeps the text for the next flush(). Nothing is taken any more once is_closed() or failure().
  void add(std::string_view text) { buffer_ += text; }
  bool is_empty() const { return buffer_.empty(); }
  // Whether what is kept should go out: much of it, or old.
  bool is_due() const;
  void flush();
  // The last: flushes, and gives the file its name.
  void commit();
  // Takes the part away.
  void discard();

  // Nobody reads the output any more, as with `| head`. No failure.
  bool is_closed() const { return closed_; }
  const std::optional<Error>& failure() const { return failure_; }

 private:
  void fail_with(int number);
  std::filesystem::path part() const { return file_.string() + ".part"; }

  std::filesystem::path file_;
  std::ofstream part_stream_;
  std::ostream* out_;
  std::string buffer_;
  std::chrono::steady_clock::time_point flushed_ = std::chrono::steady_clock::now();
  bool closed_ = false;
  std::optional<Error> failure_;
};

}  // namespace openimr::cli
