// The text of a letter file, whatever its form.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.h"
#include "cli/letter_sources.h"
#include "records/untrusted.h"

namespace openimr::cli {

// For one thread: PDF and HTML are taken apart in a child of its own.
class LetterTexts {
 public:
  LetterTexts(const std::filesystem::path& reader, records::ReaderLimits limits);

  // Fails where the file cannot be opened, is too large or cannot be taken apart; the error names the file. `share`: of
  // total_bytes().
  Result<records::LaidOutText> operator()(LetterSource source, std::uint64_t& share);

 private:
  records::ReaderLimits limits_;
  records::UntrustedReader reader_;
};

}  // namespace openimr::cli
