// Reading text letters: MB/s of the reader, on one thread and on two, beside a bare RE2::Set pass of the same labels.
// The letters are those of ../shared/letters/text (or $OPENIMR_SHARED), else the five samples among the examples.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include <benchmark/benchmark.h>
#include <re2/set.h>

#include "base/packs.h"
#include "letter/read.h"
#include "letter/reading/labels.h"
#include "vocabulary/vocabulary.h"

namespace openimr {
namespace {

std::vector<std::string> read_letters() {
  const char* shared = std::getenv("OPENIMR_SHARED");
  const std::filesystem::path root = shared != nullptr ? shared : OPENIMR_SOURCE_DIR "/../shared";
  std::filesystem::path folder = root / "letters" / "text";
  if (!std::filesystem::exists(folder)) folder = OPENIMR_SOURCE_DIR "/tests/letter/letters";
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (const auto& path : paths) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    out.push_back(text.str());
  }
  return out;
}

const std::vector<std::string>& letters() {
  static const auto kLetters = read_letters();
  return kLetters;
}

std::int64_t bytes() {
  std::int64_t sum = 0;
  for (const auto& letter : letters()) sum += static_cast<std::int64_t>(letter.size());
  return sum;
}

const Packs& packs() {
  static const Packs kPacks = read_snapshot(OPENIMR_SNAPSHOT).value();
  return kPacks;
}

const letter::Reader& reader() {
  static const letter::Reader kReader(packs().data["letters"]);
  return kReader;
}

void read_all(benchmark::State& state) {
  for (auto _ : state)
    for (const auto& text : letters()) benchmark::DoNotOptimize(reader().read(text, "letter.txt"));
  state.SetBytesProcessed(state.iterations() * bytes());
}

// The same by one thread and by two: each thread reads every letter, so that perfect scaling doubles the rate.
void ReadLetters(benchmark::State& state) {
  read_all(state);
}
BENCHMARK(ReadLetters)->Threads(1)->Threads(2)->UseRealTime();

void ReadLettersAndParseItems(benchmark::State& state) {
  static const auto kVocabulary = vocabulary::Vocabulary::from_packs(packs().data["vocabulary"]).value();
  for (auto _ : state) {
    for (const auto& text : letters()) {
      for (auto& read : reader().read(text, "letter.txt")) {
        for (auto& item : read->items) benchmark::DoNotOptimize(records::parse_item(item.text.text, kVocabulary));
      }
    }
  }
  state.SetBytesProcessed(state.iterations() * bytes());
}
BENCHMARK(ReadLettersAndParseItems)->UseRealTime();

void Re2SetOfLabels(benchmark::State& state) {
  RE2::Options options;
  options.set_case_sensitive(false);
  RE2::Set set(options, RE2::UNANCHORED);
  for (std::string_view words : letter::all_label_words()) {
    const std::string pattern = "(?m)^[ \\t]*" + RE2::QuoteMeta({words.data(), words.size()});
    set.Add(pattern, nullptr);
  }
  set.Compile();
  std::vector<int> found;
  for (auto _ : state) {
    for (const auto& text : letters()) {
      set.Match(text, &found);
      benchmark::DoNotOptimize(found);
    }
  }
  state.SetBytesProcessed(state.iterations() * bytes());
}
BENCHMARK(Re2SetOfLabels)->UseRealTime();

}  // namespace
}  // namespace openimr

BENCHMARK_MAIN();
