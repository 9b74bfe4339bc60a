#include "cli/case_reading.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>

#include <fmt/core.h>
#include <unistd.h>

#include "cli/numbers.h"
#include "cli/terminal.h"
#include "office/reader_path.h"

namespace openimr::cli {
namespace {

using Clock = std::chrono::steady_clock;

}  // namespace

// "reading page 120 of 1,000", drawn at most ten times a second and gone at the end.
class PageProgress {
 public:
  explicit PageProgress(bool drawn) : drawn_(drawn) {}
  ~PageProgress() {
    if (stands_) std::cerr << "\r\033[K" << std::flush;
  }
  PageProgress(const PageProgress&) = delete;
  PageProgress& operator=(const PageProgress&) = delete;

  void show(records::ReadingProgress now) {
    if (!drawn_ || Clock::now() < due_) return;
    due_ = Clock::now() + std::chrono::milliseconds(100);
    stands_ = true;
    std::cerr << fmt::format("\rreading page {} of {}\033[K", grouped(static_cast<std::uint64_t>(now.pages)),
                             grouped(static_cast<std::uint64_t>(now.of)))
              << std::flush;
  }

 private:
  bool drawn_;
  bool stands_ = false;
  Clock::time_point due_ = Clock::now() + std::chrono::milliseconds(400);
};

std::filesystem::path record_cache_of(const std::filesystem::path& folder) {
  return folder / ".openimr";
}

std::filesystem::path record_cache_key() {
  const auto under = [](const char* variable, const char* path) -> std::filesystem::path {
    const char* set = std::getenv(variable);
    return set == nullptr || *set != '/' ? std::filesystem::path() : std::filesystem::path(set) / path;
  };
  const auto state = under("XDG_STATE_HOME", "openimr/records.key");
  return state.empty() ? under("HOME", ".local/state/openimr/records.key") : state;
}

ReadingAtCommand::ReadingAtCommand(const Common& common, const std::filesystem::path& cache)
    : progress_(std::make_unique<PageProgress>(is_terminal(STDERR_FILENO))),
      reader_({.program = office::reader_path(),
               .jobs = common.reading.jobs,
               .cache = cache,
               .cache_key = cache.empty() ? "" : record_cache_key(),
               .progress = [progress = progress_.get()](records::ReadingProgress now) { progress->show(now); }}) {}

ReadingAtCommand::~ReadingAtCommand() = default;

void tell_losses(const records::CaseFile& file) {
  for (const Error& loss : file.losses) std::cerr << "warning: " << loss.to_string() << '\n';
}

Result<records::CaseFile> open_case(const office::Engine& engine, const Common& common, const std::string& folder,
                                    std::vector<Error>& problems) {
  ReadingAtCommand reading(common, common.reading.no_cache ? "" : record_cache_of(folder));
  auto file = records::open_case(folder, engine.schemas["case"], engine.vocabulary, reading.reader(), problems);
  if (file) tell_losses(*file);
  return file;
}

Result<records::CaseFile> open_records(const office::Engine& engine, const Common& common,
                                       const std::vector<std::string>& paths, std::vector<Error>& problems) {
  std::vector<records::RecordSource> sources;
  for (const std::string& path : paths) {
    std::error_code failed;
    if (!std::filesystem::is_directory(path, failed)) {
      if (!std::filesystem::exists(path, failed))
        problems.push_back(
            {ErrorCode::not_found, "no such record", "", path, 0, 0, "Name files and folders of records."});
      sources.push_back({path, path});
      continue;
    }
    for (std::filesystem::recursive_directory_iterator it(path, failed), end; !failed && it != end;
         it.increment(failed)) {
      if (it->is_regular_file(failed) && !it->path().filename().string().starts_with('.'))
        sources.push_back({it->path().generic_string(), it->path()});
    }
  }
  if (problems.empty() && sources.empty())
    problems.push_back(
        {ErrorCode::not_found, "no records", "", paths.front(), 0, 0, "Name files and folders of records."});
  if (!problems.empty()) return fail(problems.front());
  std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  ReadingAtCommand reading(common, "");
  auto file = records::case_of_records(sources, engine.vocabulary, reading.reader());
  tell_losses(file);
  return file;
}

ExitCode with_losses(ExitCode code, const records::CaseFile& file) {
  return code == ExitCode::done && !file.losses.empty() ? ExitCode::skipped : code;
}

}  // namespace openimr::cli
