#include <algorithm>
#include <csignal>
#include <iostream>
#include <optional>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/letter_output.h"
#include "cli/letter_reading.h"
#include "cli/letter_sources.h"
#include "cli/ordered_pipeline.h"
#include "cli/progress.h"
#include "cli/read_tally.h"
#include "cli/report.h"
#include "cli/result_stream.h"
#include "cli/terminal.h"
#include "office/engine.h"
#include "office/reader_path.h"

namespace openimr::cli {
namespace {

constexpr std::size_t kPiecesAWorker = 64;
constexpr std::size_t kBytesUnderWay = 64U << 20U;
constexpr int kWidthOfFiles = 120;

// A closed pipe is a failed write, and not the end of the program.
class NoPipeSignal {
 public:
  NoPipeSignal() : before_(std::signal(SIGPIPE, SIG_IGN)) {}
  ~NoPipeSignal() { std::signal(SIGPIPE, before_); }
  NoPipeSignal(const NoPipeSignal&) = delete;
  NoPipeSignal& operator=(const NoPipeSignal&) = delete;

 private:
  void (*before_)(int);
};

// What becomes of the letters that were read, one file after another: printed, counted, and said where they were not.
class Reading {
 public:
  Reading(const Common& common, const ReadOptions& options, std::ostream& out)
      : options_(options),
        on_screen_(options.out.empty() && is_terminal(STDOUT_FILENO)),
        style_{on_screen_ ? LetterFormat::table : LetterFormat::jsonl,
               on_screen_ ? terminal_width(STDOUT_FILENO) : kWidthOfFiles, on_screen_ && common.colour},
        results_(out, options.out),
        drawn_(!options.quiet && is_terminal(STDERR_FILENO)),
        progress_(drawn_, drawn_ ? total_bytes(options.inputs) : std::nullopt) {
    if (!options.format.empty()) style_.format = letter_format(options.format);
  }

  const LetterStyle& style() const { return style_; }

  // Each is false where no more is wanted.
  bool goes_on() const { return !stopped_ && !results_.is_closed() && !results_.failure() && !interrupt_.came(); }
  bool take(const ReadLetters& file) {
    for (const auto& letter : file.letters) {
      if (letter) {
        print(*letter, file.name);
      } else {
        skip(letter.error());
      }
      if (stopped_) break;
    }
    tally_.end_file(file.share);
    if (results_.is_due()) flush();
    progress_.show(tally_.done());
    return goes_on();
  }
  bool idle() {
    flush();
    progress_.show(tally_.done());
    return goes_on();
  }

  ExitCode finish(std::uint64_t passed_over) {
    if (interrupt_.came()) {
      progress_.erase();
      results_.discard();
      interrupt_.end();
    }
    const bool nothing = tally_.letters() == 0 && tally_.skipped_any();
    const bool whole = !stopped_ && !nothing;
    if (!nothing) {
      open();
      results_.add(closing(style_, tally_.letters() > 0));
    }
    if (on_screen_) progress_.erase();
    if (whole || options_.out.empty()) results_.commit();
    if (results_.is_closed()) return ExitCode::done;
    if (const auto& failure = results_.failure()) {
      progress_.say(shown(failure->to_string()));
      return ExitCode::bad_input;
    }
    if (!options_.quiet) {
      if (on_screen_ && style_.format == LetterFormat::table && !nothing) progress_.say("");
      progress_.say(last_line(passed_over, whole));
    }
    return stopped_ ? ExitCode::bad_input : tally_.exit_code();
  }

 private:
  void open() {
    if (!std::exchange(opened_, true)) results_.add(opening(style_));
  }

  void print(const ReadLetter& letter, const std::string& name) {
    open();
    if (tally_.letters() > 0) results_.add(between(style_));
    results_.add(letter.text);
    tally_.add(letter);
    if (options_.quiet) return;
    for (const std::string& note : letter.notes) say(fmt::format("{}: note: {}", name, note));
  }

  void skip(const Error& error) {
    tally_.skip(error);
    say(error.to_string());
    stopped_ = options_.strict;
  }

  void say(const std::string& message) {
    if (on_screen_) flush();
    progress_.say(shown(message));
  }

  void flush() {
    if (results_.is_empty()) return;
    if (on_screen_) progress_.erase();
    results_.flush();
  }

  std::string last_line(std::uint64_t passed_over, bool whole) const {
    std::string out = tally_.summary(progress_.elapsed(), passed_over);
    if (stopped_) out += "\nstopped at the first that cannot be read (--strict)";
    if (!whole && !options_.out.empty()) out += "\n" + shown(options_.out) + " was not written";
    return out;
  }

  const ReadOptions& options_;
  Interrupt interrupt_;
  const bool on_screen_;
  LetterStyle style_;
  ResultStream results_;
  const bool drawn_;
  Progress progress_;
  ReadTally tally_;
  bool opened_ = false;
  bool stopped_ = false;  // at an error, as --strict asks
};

using Pipeline = OrderedPipeline<Result<LetterSource>, ReadLetters>;

PipelineLimits pipeline_limits(const ReadOptions& options) {
  const unsigned workers = options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  return {workers, workers * kPiecesAWorker, kBytesUnderWay};
}

}  // namespace

ExitCode read(const Common& common, const ReadOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  const auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  const NoPipeSignal no_pipe_signal;
  Reading reading(common, options, out);
  Pipeline pipeline(pipeline_limits(options));
  const auto reader = office::reader_path();
  const records::ReaderLimits limits;
  const auto give = [&pipeline](Result<LetterSource> source) {
    const std::size_t bytes = source && source->bytes ? source->bytes->size() : 0;
    return pipeline.give({std::move(source), bytes});
  };
  LetterSources sources(reader, limits, {give, [&pipeline] { return pipeline.wanted(); }});
  const auto make_worker = [&] {
    return [work = LetterReading(*engine, reading.style(), reader, limits)](Result<LetterSource> source) mutable {
      auto done = work(std::move(source));
      const std::size_t bytes = done.memory();
      return Weighed<ReadLetters>{std::move(done), bytes};
    };
  };
  if (reading.goes_on()) {
    pipeline.run([&] { sources.give(options.inputs); }, make_worker,
                 [&](const ReadLetters& file) { return reading.take(file); }, [&] { return reading.idle(); });
  }
  return reading.finish(sources.passed_over());
}

}  // namespace openimr::cli
