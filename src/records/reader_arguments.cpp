#include "records/reader_arguments.h"

#include <charconv>
#include <string_view>

namespace openimr::records {
namespace {

constexpr std::string_view kTar = "--tar";
constexpr std::string_view kDocuments = "--documents";

template <class T>
bool read_number(std::string_view word, T& number) {
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() && number > 0;
}

}  // namespace

std::vector<std::string> to_words(const ReaderArguments& arguments) {
  const ReaderLimits& limits = arguments.limits;
  return {std::string(arguments.task == ReaderTask::tar ? kTar : kDocuments),
          std::to_string(limits.memory),
          std::to_string(limits.file),
          std::to_string(limits.text),
          std::to_string(limits.pages),
          std::to_string(limits.time.count())};
}

std::optional<ReaderArguments> from_words(std::span<const char* const> words) {
  if (words.size() != 6) return std::nullopt;
  const std::string_view task = words[0];
  if (task != kTar && task != kDocuments) return std::nullopt;
  ReaderLimits limits;
  std::chrono::milliseconds::rep time = 0;
  const bool read = read_number(words[1], limits.memory) && read_number(words[2], limits.file) &&
                    read_number(words[3], limits.text) && read_number(words[4], limits.pages) &&
                    read_number(words[5], time);
  if (!read) return std::nullopt;
  limits.time = std::chrono::milliseconds(time);
  return ReaderArguments{task == kTar ? ReaderTask::tar : ReaderTask::documents, limits};
}

}  // namespace openimr::records
