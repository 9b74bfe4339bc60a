// Letters read from PDF through the child process, beside bare poppler in this process (bench/README.md has the bounds
// and what was measured). Reads the letters of $OPENIMR_SHARED, else of ../shared.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include "records/untrusted.h"

namespace {

using namespace openimr;
using Clock = std::chrono::steady_clock;

std::filesystem::path folder() {
  const char* named = std::getenv("OPENIMR_SHARED");
  const auto shared =
      named != nullptr ? std::filesystem::path(named) : std::filesystem::path(OPENIMR_SOURCE_DIR) / "../shared";
  return shared / "letters" / "pdf";
}

const std::vector<std::string>& letters() {
  static const std::vector<std::string> all = [] {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder(), none)) {
      if (entry.path().extension() == ".pdf") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> out;
    for (const auto& file : files) {
      std::ifstream in(file, std::ios::binary);
      out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return out;
  }();
  return all;
}

// The peer: every word and box, and nothing done with them.
std::size_t words_in_process(const std::string& bytes) {
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  std::size_t words = 0;
  for (int i = 0; document && i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page) words += page->text_list().size();
  }
  return words;
}

// Words of a letter, laid out as lines; nothing where it could not be read.
std::size_t words_through_child(const std::string& bytes) {
  static records::UntrustedReader reader(OPENIMR_READER);
  const auto text = reader.read(records::DocumentKind::pdf, bytes, "letter");
  return text ? text->words.size() : 0;
}

void count_letters(benchmark::State& state) {
  const auto read = static_cast<double>(state.iterations()) * static_cast<double>(letters().size());
  state.counters["letters/s"] = benchmark::Counter(read, benchmark::Counter::kIsRate);
}

void letters_in_process(benchmark::State& state) {
  for (auto _ : state) {
    for (const auto& letter : letters()) benchmark::DoNotOptimize(words_in_process(letter));
  }
  count_letters(state);
}

void letters_through_child(benchmark::State& state) {
  for (auto _ : state) {
    for (const auto& letter : letters()) benchmark::DoNotOptimize(words_through_child(letter));
  }
  count_letters(state);
}

// Both ways letter by letter, so that whatever else the machine does falls on both: how fast the child is, by the bare
// speed.
void child_by_bare_speed(benchmark::State& state) {
  Clock::duration bare{};
  Clock::duration child{};
  for (auto _ : state) {
    for (const auto& letter : letters()) {
      const auto start = Clock::now();
      const std::size_t words = words_in_process(letter);
      const auto between = Clock::now();
      if (words_through_child(letter) < words * 9 / 10) state.SkipWithError("the child lost words of a letter");
      child += Clock::now() - between;
      bare += between - start;
    }
  }
  state.counters["ratio"] = std::chrono::duration<double>(bare) / std::chrono::duration<double>(child);
}

void settings(benchmark::internal::Benchmark* b) {
  b->Repetitions(9)->ReportAggregatesOnly(true)->MinTime(0.2)->UseRealTime()->Unit(benchmark::kMillisecond);
}

BENCHMARK(letters_in_process)->Apply(settings);
BENCHMARK(letters_through_child)->Apply(settings);
BENCHMARK(child_by_bare_speed)->Apply(settings);

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 1;
  if (letters().empty()) {
    std::fprintf(stderr, "No letters in %s: nothing is measured. Name the shared folder in OPENIMR_SHARED.\n",
                 folder().c_str());
    return 0;
  }
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
