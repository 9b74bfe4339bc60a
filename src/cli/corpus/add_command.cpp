// openimr corpus add, openimr corpus index.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "base/data.h"
#include "cli/corpus/options.h"
#include "cli/interrupt.h"
#include "cli/letter_files.h"
#include "cli/numbers.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "corpus/collection/collection.h"
#include "corpus/collection/dmhc.h"
#include "letter/determination_json.h"
#include "letter/write.h"

namespace openimr::cli {
namespace {

using corpus::Published;

constexpr std::size_t kKeptTogether = 1000;
constexpr std::size_t kLargestTable = 1U << 30U;
constexpr std::size_t kLongestLine = 64U << 20U;

bool ends_as(const std::string& input, std::string_view ending) {
  return std::filesystem::path(input).extension() == ending;
}

// What becomes of letters that were read: kept in batches, counted, and said where they could not be.
class Keeping {
 public:
  Keeping(corpus::LetterStore& store, Progress& progress, const Interrupt& interrupt)
      : store_(store), progress_(progress), interrupt_(interrupt) {}

  // False where no more is wanted.
  bool take(Result<Published> letter) {
    if (letter) {
      waiting_.push_back(std::move(*letter));
      if (waiting_.size() >= kKeptTogether) keep();
    } else {
      ++skipped_;
      progress_.say(shown(letter.error().to_string()));
    }
    return goes_on();
  }
  void end_file(std::uint64_t share) {
    ++done_.files;
    done_.bytes += share;
    progress_.show(done_);
  }
  bool idle() {
    progress_.show(done_);
    return goes_on();
  }
  bool goes_on() const { return !failure_ && !interrupt_.came(); }
  void keep() {
    if (waiting_.empty() || failure_) return;
    const auto added = store_.add(waiting_);
    if (!added) {
      failure_ = added.error();
    } else {
      kept_ += static_cast<std::uint64_t>(*added);
      known_ += waiting_.size() - static_cast<std::uint64_t>(*added);
      done_.letters += waiting_.size();
    }
    waiting_.clear();
  }

  std::uint64_t kept() const { return kept_; }
  std::uint64_t known() const { return known_; }
  std::uint64_t skipped() const { return skipped_; }
  const std::optional<Error>& failure() const { return failure_; }

 private:
  corpus::LetterStore& store_;
  Progress& progress_;
  const Interrupt& interrupt_;
  std::vector<Published> waiting_;
  Done done_;
  std::uint64_t kept_ = 0;     // new
  std::uint64_t known_ = 0;    // there before
  std::uint64_t skipped_ = 0;  // could not be read
  std::optional<Error> failure_;
};

// A line of `openimr corpus export`, or of `openimr read --format jsonl`.
Result<Published> of_line(const std::string& line, const office::Engine& engine, const std::string& file, int number) {
  const auto json = nlohmann::json::parse(line, nullptr, false);
  auto out = [&]() -> Result<Published> {
    if (json.is_discarded() || !json.is_object())
      return fail({ErrorCode::invalid, "this line is no JSON object", "", "", 0, 0,
                   "Give lines as openimr corpus export or openimr read --format jsonl prints them."});
    if (json.contains("source")) return corpus::published_from_json(json);
    auto letter = letter::determination_from_json(json, file);
    if (!letter) return fail(letter.error());
    std::ostringstream text;
    letter::write_letter_text(text, *letter, {});
    return corpus::published_letter(*letter, std::move(text).str(), engine.vocabulary);
  }();
  if (!out) {
    out.error().file = file;
    out.error().line = number;
  }
  return out;
}

void add_lines(const std::string& file, const office::Engine& engine, Keeping& keeping) {
  std::ifstream in(file);
  if (!in) {
    keeping.take(
        fail({ErrorCode::not_found, "the file cannot be opened", "", file, 0, 0, "Look at its name and rights."}));
    return;
  }
  std::string line;
  for (int number = 1; keeping.goes_on() && std::getline(in, line); ++number) {
    if (line.size() > kLongestLine) {
      keeping.take(
          fail({ErrorCode::unreadable, "the line is longer than 64 MiB", "", file, number, 0, "No letter is."}));
    } else if (line.find_first_not_of(" \t\r") != std::string::npos) {
      keeping.take(of_line(line, engine, file, number));
    }
  }
  keeping.end_file(0);
}

void add_rows(const std::string& file, Keeping& keeping) {
  const auto text = read_file(file, kLargestTable);
  if (!text) {
    keeping.take(fail(text.error()));
    return;
  }
  for (auto& row : corpus::read_dmhc(*text, file)) {
    if (!keeping.take(std::move(row))) return;
  }
  keeping.end_file(0);
}

void add_letters(const std::vector<std::string>& inputs, const office::Engine& engine, unsigned jobs,
                 Keeping& keeping) {
  const auto make = [&](determination::Determination& letter, const records::LaidOutText& text,
                        Span of_it) -> Result<Published> {
    letter::interpret(letter, text.text, engine.vocabulary);
    return corpus::published_letter(letter, text.text.substr(of_it.begin, of_it.end - of_it.begin), engine.vocabulary);
  };
  const auto take = [&](LetterFile<Published> file) {
    for (auto& letter : file.letters) {
      if (!keeping.take(std::move(letter))) return false;
    }
    keeping.end_file(file.share);
    return true;
  };
  for_each_letter_file<Published>({.engine = engine, .jobs = jobs}, inputs,
                                  {.make = make,
                                   .memory = [](const Published& letter) { return letter.text.size(); },
                                   .take = take,
                                   .idle = [&] { return keeping.idle(); }});
}

Result<void> make_index(const CorpusOptions& options, const office::Engine& engine, Progress& progress,
                        const Interrupt& interrupt) {
  corpus::Indexed indexed;
  auto done = corpus::index_letters(options.folder, engine.vocabulary, options.anew, indexed, [&] {
    progress.show({0, indexed.letters, indexed.bytes});
    return !interrupt.came();
  });
  progress.erase();
  return done;
}

}  // namespace

ExitCode corpus_add(const Common& common, const CorpusOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  const auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  std::error_code refused;
  std::filesystem::create_directories(options.folder, refused);
  auto store = corpus::LetterStore::open(corpus::letters_file(options.folder), corpus::LetterStore::Make::yes);
  if (!store) return report(store.error(), {});
  std::vector<std::string> letters;
  std::vector<std::string> others;
  for (const std::string& input : options.inputs)
    (ends_as(input, ".jsonl") || ends_as(input, ".csv") ? others : letters).push_back(input);

  Interrupt interrupt;
  const bool drawn = !options.quiet && is_terminal(STDERR_FILENO);
  Progress progress(drawn, drawn && others.empty() ? total_bytes(letters) : std::nullopt);
  Keeping keeping(*store, progress, interrupt);
  for (const std::string& input : others) {
    if (!keeping.goes_on()) break;
    if (ends_as(input, ".csv")) {
      add_rows(input, keeping);
    } else {
      add_lines(input, *engine, keeping);
    }
  }
  if (!letters.empty() && keeping.goes_on()) add_letters(letters, *engine, options.jobs, keeping);
  keeping.keep();
  progress.erase();
  const std::string kept = fmt::format("{} kept, {} known before, {} skipped", counted(keeping.kept(), "new letter"),
                                       grouped(keeping.known()), grouped(keeping.skipped()));
  if (keeping.failure()) {
    std::cerr << kept << ", then:\n";
    return report(*keeping.failure(), {});
  }
  if (!interrupt.came()) {
    Progress index_progress(drawn, std::nullopt);
    if (const auto done = make_index(options, *engine, index_progress, interrupt); !done)
      return report(done.error(), {});
  }
  if (interrupt.came()) {
    std::cerr << kept << ". Do it again to go on.\n";
    interrupt.end();
  }
  const auto count = store->count();
  if (!count) return report(count.error(), {});
  out << fmt::format("{}. The collection has {}.\n", kept, counted(static_cast<std::uint64_t>(*count), "letter"));
  if (keeping.skipped() == 0) return ExitCode::done;
  return keeping.kept() + keeping.known() == 0 ? ExitCode::bad_input : ExitCode::skipped;
}

ExitCode corpus_index(const Common& common, const CorpusOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  const auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  Interrupt interrupt;
  Progress progress(!options.quiet && is_terminal(STDERR_FILENO), std::nullopt);
  if (const auto done = make_index(options, *engine, progress, interrupt); !done) return report(done.error(), {});
  if (interrupt.came()) interrupt.end();
  const auto collection = corpus::Collection::open(options.folder);
  if (!collection) return report(collection.error(), {});
  out << fmt::format("The index has {} with {}.\n",
                     counted(static_cast<std::uint64_t>(collection->letters()), "letter"),
                     counted(static_cast<std::uint64_t>(collection->items()), "item"));
  return ExitCode::done;
}

}  // namespace openimr::cli
