#include <csignal>
#include <iostream>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/letter_files.h"
#include "cli/letter_output.h"
#include "cli/letter_reading.h"
#include "cli/progress.h"
#include "cli/read_tally.h"
#include "cli/report.h"
#include "cli/result_stream.h"
#include "cli/terminal.h"
#include "office/engine.h"

namespace openimr::cli {
namespace {

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
  bool take(const LetterFile<ReadLetter>& file) {
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

}  // namespace

ExitCode read(const Common& common, const ReadOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  const auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  const NoPipeSignal no_pipe_signal;
  Reading reading(common, options, out);
  std::uint64_t passed_over = 0;
  if (reading.goes_on()) {
    passed_over = for_each_letter_file<ReadLetter>(
        {.engine = *engine, .jobs = options.jobs}, options.inputs,
        {.make = [&](auto& letter, const auto& text, Span) { return said(letter, text, *engine, reading.style()); },
         .memory = [](const ReadLetter& letter) { return letter.text.size(); },
         .take = [&](const auto& file) { return reading.take(file); },
         .idle = [&] { return reading.idle(); }});
  }
  return reading.finish(passed_over);
}

}  // namespace openimr::cli
