// Letters of many files, each made into something, in the order of the files.
#pragma once

#include <algorithm>
#include <cstdint>
#include <exception>
#include <filesystem>
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

// Letter by letter on the threads: Result<T> make(determination::Determination& read, const records::LaidOutText& text,
// Span of_it), where the span is the letter's part of the text. On the calling thread: bool take(LetterFile<T>) for
// each file, and bool idle() ten times a second; false: no more is wanted. Nothing fails as a whole: what cannot be
// read is an error in its place.
template <class T, class Make, class Take, class Idle>
void for_each_letter_file(const LetterWork& work, const std::vector<std::string>& inputs, const Make& make,
                          const Take& take, const Idle& idle) {
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
  const auto make_worker = [&] {
    return [&, texts = LetterTexts(reader, limits)](Result<LetterSource> source) mutable {
      LetterFile<T> out;
      if (!source) {
        out.name = source.error().file;
        out.letters.emplace_back(fail(std::move(source.error())));
        return Weighed<LetterFile<T>>{std::move(out), 0};
      }
      out.name = source->name;
      try {
        if (const auto text = texts(std::move(*source), out.share); !text) {
          out.letters.emplace_back(fail(text.error()));
        } else {
          auto letters = work.engine.letters.read(text->text, out.name, work.needed);
          std::vector<Span> spans = {{0, static_cast<std::uint32_t>(text->text.size())}};
          if (letters.size() > 1) spans = letter::letters_in(text->text);
          for (std::size_t i = 0; i < letters.size(); ++i) {
            out.letters.push_back(letters[i] ? make(*letters[i], *text, spans[i])
                                             : Result<T>(fail(std::move(letters[i].error()))));
          }
        }
      } catch (const std::exception& fault) {
        // One letter among a million that we stumble over costs the others nothing.
        out.letters.emplace_back(
            fail({ErrorCode::internal, "an error of ours, please report it", fault.what(), out.name, 0, 0, ""}));
      }
      return Weighed<LetterFile<T>>{std::move(out), 0};
    };
  };
  pipeline.run([&] { sources.give(inputs); }, make_worker, take, idle);
}

}  // namespace openimr::cli
