// openimr corpus simulate.
#include <fstream>
#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/corpus/options.h"
#include "cli/interrupt.h"
#include "cli/numbers.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "corpus/simulation/simulate.h"
#include "office/engine.h"

namespace openimr::cli {
namespace {

constexpr std::int64_t kLettersAFile = 1000;

Error not_written(const std::filesystem::path& file) {
  return {ErrorCode::unreadable, "cannot be written", "", file.string(), 0, 0, "Make room, or name another folder."};
}

}  // namespace

ExitCode corpus_simulate(const Common& common, const CorpusOptions& options, std::ostream& out) {
  std::vector<Error> problems;
  const auto engine = office::load_engine(common.packs, problems);
  if (!engine) return report(engine.error(), problems);
  const std::filesystem::path folder = options.out;
  std::error_code refused;
  std::filesystem::create_directories(folder, refused);
  const corpus::Simulation simulation(engine->vocabulary, options.seed);
  Interrupt interrupt;
  Progress progress(is_terminal(STDERR_FILENO), std::nullopt);
  Done done;
  std::ofstream key(folder / "key.jsonl", std::ios::binary);
  std::ofstream letters;
  std::filesystem::path file = folder / "key.jsonl";
  for (std::int64_t number = 1; number <= options.letters && !interrupt.came(); ++number) {
    if (number % kLettersAFile == 1) {
      letters.close();
      file = folder / fmt::format("letters-{:05}.txt", number / kLettersAFile + 1);
      letters.open(file, std::ios::binary);
      ++done.files;
    }
    corpus::Published letter = simulation.letter(number);
    letters << letter.text;
    done.bytes += letter.text.size();
    letter.text.clear();
    key << corpus::to_json(letter).dump() << '\n';
    if (!letters || !key) return report(not_written(letters ? folder / "key.jsonl" : file), {});
    ++done.letters;
    progress.show(done);
  }
  letters.close();
  key.close();
  progress.erase();
  if (interrupt.came()) interrupt.end();
  if (!letters || !key) return report(not_written(folder), {});
  out << fmt::format("{} in {}, and what they say in key.jsonl.\n", counted(done.letters, "invented letter"),
                     counted(done.files, "file"));
  return ExitCode::done;
}

}  // namespace openimr::cli
