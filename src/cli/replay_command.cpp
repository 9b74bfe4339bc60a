#include <iostream>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "base/data.h"
#include "cli/commands.h"
#include "cli/deliver.h"
#include "cli/interrupt.h"
#include "cli/letter_files.h"
#include "cli/progress.h"
#include "cli/replay_changes.h"
#include "cli/replay_output.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "corpus/naive_bayes.h"
#include "corpus/replay.h"
#include "office/engine.h"

namespace openimr::cli {
namespace {

constexpr std::size_t kMostBytesBefore = 1U << 30U;  // of an earlier replay

// One letter replayed, with the words that a learner would see.
struct ReplayedLetter {
  std::vector<corpus::ReplayedItem> items;
  std::vector<corpus::LabelledWords> words;
};

Result<ReplayedLetter> replayed(determination::Determination& letter, const records::LaidOutText& text,
                                const office::Engine& engine) {
  letter::interpret(letter, text.text, engine.vocabulary);
  const auto place_of = [&](Span span) { return text.place(letter.document, span); };
  auto items = corpus::replay(letter, text.text, place_of, engine.library, engine.vocabulary);
  if (!items) return fail(items.error());
  ReplayedLetter out{std::move(*items), {}};
  for (const auto& item : letter.items) {
    if (item.decided)
      out.words.push_back({letter.case_number.text, item.text.text + ' ' + letter.summary.text, item.decision});
  }
  return out;
}

std::string rendered(const ReplayReport& report, const std::string& format) {
  if (format == "jsonl") return replay_jsonl(report);
  if (format == "json") return replay_json(report);
  if (format == "html") return replay_html(report);
  return replay_table(report, terminal_width(STDOUT_FILENO));
}

}  // namespace

ExitCode replay(const Common& common, const ReplayOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  Result<std::vector<corpus::EarlierItem>> before;
  if (!options.before.empty()) {
    before = read_file(options.before, kMostBytesBefore).and_then([&](const std::string& lines) {
      return read_earlier_replay(lines, options.before);
    });
    if (!before) return report(before.error(), problems);
  }
  const auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  Interrupt interrupt;
  const bool drawn = !options.quiet && is_terminal(STDERR_FILENO);
  Progress progress(drawn, drawn ? total_bytes(options.inputs) : std::nullopt);
  ReplayReport result;
  std::vector<corpus::LabelledWords> words;
  Done done;
  std::size_t skipped = 0;
  const auto take = [&](LetterFile<ReplayedLetter> file) {
    for (auto& letter : file.letters) {
      if (!letter) {
        ++skipped;
        progress.say(shown(letter.error().to_string()));
        continue;
      }
      ++result.letters;
      std::move(letter->items.begin(), letter->items.end(), std::back_inserter(result.items));
      std::move(letter->words.begin(), letter->words.end(), std::back_inserter(words));
    }
    ++done.files;
    done.letters = result.letters;
    done.bytes += file.share;
    progress.show(done);
    return !interrupt.came();
  };
  for_each_letter_file<ReplayedLetter>(
      {*engine, letter::Needed::before_the_decision, options.jobs}, options.inputs,
      {.make = [&](auto& letter, const auto& text, Span) { return replayed(letter, text, *engine); },
       .memory = [](const ReplayedLetter&) { return std::size_t{0}; },  // kept until the end anyway
       .take = take,
       .idle =
           [&] {
             progress.show(done);
             return !interrupt.came();
           }});
  progress.erase();
  if (interrupt.came()) interrupt.end();
  if (result.letters == 0) return ExitCode::bad_input;
  result.agreement = corpus::agreement_of(result.items);
  if (options.majority) result.baselines.push_back(corpus::majority(result.items));
  if (options.bayes) result.baselines.push_back(corpus::naive_bayes(words));
  if (!options.before.empty()) result.changes = corpus::changes_since(*before, result.items);
  result.rationales = options.rationales;
  const ExitCode delivered = deliver(rendered(result, options.format), options.out, out);
  if (delivered != ExitCode::done) return delivered;
  if (skipped > 0) std::cerr << fmt::format("{} letter{} skipped\n", skipped, skipped == 1 ? " was" : "s were");
  return skipped > 0 ? ExitCode::skipped : ExitCode::done;
}

}  // namespace openimr::cli
