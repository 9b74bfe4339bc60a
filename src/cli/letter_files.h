// Letters of many files, each made into something, in the order of the files.
#pragma once

#include <algorithm>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/letter_sources.h"
#include "cli/letter_texts.h"
#include "cli/ordered_pipeline.h"
#include "letter/letters_in.h"
#include "letter/read.h"
#include "office/engine.h"
#include "office/reader_path.h"

namespace openimr::cli {

template <class T>
struct LetterFile {
  std::string name;
  std::vector<Result<T>> letters;  // at least one; every error names the file
  std::uint64_t share = 0;         // of total_bytes()
};

struct LetterWork {
  const office::Engine& engine;
  letter::Needed needed = letter::Needed::whole_letter;
  unsigned jobs = 0;  // files at once; 0: as many as the processor has threads
};

// What is made of each letter, on the threads, and what becomes of it, on the calling thread.
template <class T>
struct LetterHands {
  // `of_it` is the letter's part of the text.
  std::function<Result<T>(determination::Determination& letter, const records::LaidOutText& text, Span of_it)> make;
  std::function<std::size_t(const T& made)> memory;  // that it holds: what waits to be taken is bounded
  std::function<bool(LetterFile<T> file)> take;      // in the order of the files; false: no more is wanted
  std::function<bool()> idle;                        // ten times a second where nothing is ready; the same
};

// The work on one file after another, for one thread: PDF and HTML are taken apart in a child of its own.
template <class T>
class LetterFileReading {
 public:
  LetterFileReading(const LetterWork& work, const LetterHands<T>& hands, const std::filesystem::path& reader,
                    records::ReaderLimits limits)
      : work_(&work), hands_(&hands), texts_(reader, limits) {}

  Weighed<LetterFile<T>> operator()(Result<LetterSource> source) {
    LetterFile<T> out;
    out.name = source ? source->name : source.error().file;
    try {
      read(std::move(source), out);
    } catch (const std::exception& fault) {
      // One letter among a million that we stumble over costs the others nothing.
      out.letters.emplace_back(
          fail({ErrorCode::internal, "an error of ours, please report it", fault.what(), out.name, 0, 0, ""}));
    }
    std::size_t bytes = sizeof(out) + out.name.size();
    for (const auto& letter : out.letters) bytes += sizeof(letter) + (letter ? hands_->memory(*letter) : 0);
    return {std::move(out), bytes};
  }

 private:
  void read(Result<LetterSource> source, LetterFile<T>& out) {
    const auto text =
        std::move(source).and_then([&](LetterSource given) { return texts_(std::move(given), out.share); });
    if (!text) {
      out.letters.emplace_back(fail(text.error()));
      return;
    }
    auto letters = work_->engine.letters.read(text->text, out.name, work_->needed);
    std::vector<Span> spans = {{0, static_cast<std::uint32_t>(text->text.size())}};
    if (letters.size() > 1) spans = letter::letters_in(text->text);
    for (std::size_t i = 0; i < letters.size(); ++i) {
      out.letters.push_back(letters[i] ? hands_->make(*letters[i], *text, spans[i])
                                       : Result<T>(fail(std::move(letters[i].error()))));
    }
  }

  const LetterWork* work_;
  const LetterHands<T>* hands_;
  LetterTexts texts_;
};

// Every letter of the inputs (cli/letter_sources.h). Gives the files that were passed over, as they are not named as
// letters. Nothing fails as a whole: what cannot be read is an error in its place.
template <class T>
std::uint64_t for_each_letter_file(const LetterWork& work, const std::vector<std::string>& inputs,
                                   const LetterHands<T>& hands) {
  constexpr std::size_t kPiecesAWorker = 64;
  constexpr std::size_t kBytesUnderWay = 64U << 20U;
  const unsigned workers = work.jobs > 0 ? work.jobs : std::max(1U, std::thread::hardware_concurrency());
  OrderedPipeline<Result<LetterSource>, LetterFile<T>> pipeline({workers, workers * kPiecesAWorker, kBytesUnderWay});
  const auto reader = office::reader_path();
  const records::ReaderLimits limits;
  const auto give = [&](Result<LetterSource> source) {
    const std::size_t bytes = source && source->bytes ? source->bytes->size() : 0;
    return pipeline.give({std::move(source), bytes});
  };
  LetterSources sources(reader, limits, {give, [&] { return pipeline.wanted(); }});
  pipeline.run([&] { sources.give(inputs); }, [&] { return LetterFileReading<T>(work, hands, reader, limits); },
               hands.take, hands.idle);
  return sources.passed_over();
}

}  // namespace openimr::cli
