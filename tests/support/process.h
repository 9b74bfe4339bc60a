// Runs a program and takes what it prints, without a shell.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace openimr::testing {

// Built with a sanitizer: then most of the memory is the sanitizer's, and a bound on it says nothing of the program.
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

struct Run {
  std::vector<std::string> arguments;
  // Set for the program; an empty value is set empty. OPENIMR_* and NO_COLOR of the test's own environment are not
  // passed on, so that a run depends on nothing but this.
  std::map<std::string, std::string> environment = {};
  std::filesystem::path folder = {};  // to run in; the test's own where empty
  bool terminal = false;              // stdout is a terminal (a pseudo terminal; its line ends are plain again)
  long file_bytes = -1;               // no file can grow beyond, as on a full disk; -1: no limit
  std::string program = OPENIMR_BINARY;
};

struct Ended {
  int exit_code = -1;  // 128 + signal where one ended it
  std::string out;
  std::string err;
  long peak_kilobytes = 0;  // of resident memory
  double seconds = 0;

  std::vector<std::string> out_lines() const;
  std::vector<std::string> err_lines() const;
};

// Throws std::system_error where the program cannot be started.
Ended run(const Run& what);
Ended openimr(std::vector<std::string> arguments);

// A folder of its own that goes away with it.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Writes a file, with the folders it stands in, and gives its path.
  std::filesystem::path write(const std::string& name, const std::string& text) const;
  // The names of all files and folders below, sorted.
  std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

}  // namespace openimr::testing
