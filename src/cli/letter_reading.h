// The work on one letter file: read it, read the letters in it, and say them in the format that is wanted.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/letter_output.h"
#include "cli/letter_sources.h"
#include "cli/letter_texts.h"
#include "office/engine.h"
#include "records/untrusted.h"

namespace openimr::cli {

struct ReadLetter {
  std::string text;  // as printed
  std::size_t items = 0;
  std::vector<std::string> notes;  // what reads oddly in it
};

struct ReadLetters {
  std::string name;                         // of the file
  std::vector<Result<ReadLetter>> letters;  // at least one; every error names the file
  std::uint64_t share = 0;                  // of total_bytes()

  std::size_t memory() const;
};

// For one thread: PDF and HTML are taken apart in a child of its own.
class LetterReading {
 public:
  // The engine outlives it.
  LetterReading(const office::Engine& engine, const LetterStyle& style, const std::filesystem::path& reader,
                records::ReaderLimits limits);

  // Never fails as a whole: what cannot be read is an error in the result, and the next letter can be read.
  ReadLetters operator()(Result<LetterSource> source);

 private:
  Result<ReadLetter> say(Result<determination::Determination> letter, const records::LaidOutText& text) const;

  const office::Engine* engine_;
  LetterStyle style_;
  LetterTexts texts_;
};

}  // namespace openimr::cli
