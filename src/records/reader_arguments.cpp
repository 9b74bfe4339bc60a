#include "records/reader_arguments.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace openimr::records {
namespace {

// In the order of ReaderTask.
constexpr std::array<std::string_view, 5> kTasks = {"--documents", "--records", "--scans", "--tar", "--zip"};

template <class T>
bool read_number(std::string_view word, T& number) {
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() && number > 0;
}

}  // namespace

std::vector<std::string> to_words(const ReaderArguments& arguments) {
  const ReaderLimits& limits = arguments.limits;
  return {std::string(kTasks[static_cast<std::size_t>(arguments.task)]),
          std::to_string(limits.memory),
          std::to_string(limits.file),
          std::to_string(limits.text),
          std::to_string(limits.pages),
          std::to_string(limits.time.count())};
}

std::optional<ReaderArguments> from_words(std::span<const char* const> words) {
  if (words.size() != 6) return std::nullopt;
  const auto task = std::find(kTasks.begin(), kTasks.end(), words[0]);
  if (task == kTasks.end()) return std::nullopt;
  ReaderLimits limits;
  std::chrono::milliseconds::rep time = 0;
  const bool read = read_number(words[1], limits.memory) && read_number(words[2], limits.file) &&
                    read_number(words[3], limits.text) && read_number(words[4], limits.pages) &&
                    read_number(words[5], time);
  if (!read) return std::nullopt;
  limits.time = std::chrono::milliseconds(time);
  return ReaderArguments{static_cast<ReaderTask>(task - kTasks.begin()), limits};
}

}  // namespace openimr::records
