// The command line of openimr-reader, which only this project writes: a task and the limits.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "records/untrusted.h"

namespace openimr::records {

enum class ReaderTask : std::uint8_t { documents, records, scans, tar, zip };

struct ReaderArguments {
  ReaderTask task = ReaderTask::documents;
  ReaderLimits limits;
};

std::vector<std::string> to_words(const ReaderArguments& arguments);
// Nothing where the words are not those of to_words().
std::optional<ReaderArguments> from_words(std::span<const char* const> words);

}  // namespace openimr::records
