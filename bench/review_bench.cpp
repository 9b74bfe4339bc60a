// One case from its folder to the draft, and the start of the program, each beside the plain way to do the same
// (bench/README.md has the bounds and what was measured).
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <hs/hs.h>
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/packs.h"
#include "facts/extract.h"
#include "guidelines/library.h"
#include "records/case_file.h"
#include "review/draft.h"
#include "vocabulary/vocabulary.h"

extern "C" char** environ;

namespace {

using namespace openimr;

struct Engine {
  std::string hash;
  nlohmann::json schema;
  vocabulary::Vocabulary vocabulary;
  guidelines::Library library;
};

template <class T>
T or_stop(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s\n", result.error().to_string().c_str());
  std::exit(1);
}

Engine start(Packs packs) {
  auto vocabulary = or_stop(vocabulary::Vocabulary::from_packs(packs.data["vocabulary"]));
  auto library = or_stop(guidelines::Library::from_packs(packs.data, vocabulary));
  return {packs.hash, std::move(packs.data["schema"]["case"]), std::move(vocabulary), std::move(library)};
}

const Engine& engine() {
  static const Engine loaded = start(or_stop(read_snapshot(OPENIMR_SNAPSHOT)));
  return loaded;
}

const std::vector<std::string> kCases = {"000", "001", "002", "003", "004"};

std::filesystem::path folder(std::int64_t number) {
  return std::filesystem::path(OPENIMR_SOURCE_DIR) / "examples" / "cases" / kCases[static_cast<std::size_t>(number)];
}

records::CaseFile open(std::int64_t number) {
  std::vector<Error> problems;
  static records::RecordReader reader({.program = OPENIMR_READER});
  return or_stop(records::open_case(folder(number), engine().schema, engine().vocabulary, reader, problems));
}

determination::Draft draft(const records::CaseFile& file) {
  const auto facts = facts::extract(file, engine().vocabulary);
  return or_stop(review::draft(file, facts, engine().library, engine().vocabulary, engine().hash));
}

// The folder, the records, the facts, the draft: all that `openimr review` does after the start but printing.
void case_to_draft(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(draft(open(state.range(0))));
  state.SetLabel(kCases[static_cast<std::size_t>(state.range(0))]);
}

void opening(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(open(state.range(0)));
  state.SetLabel(kCases[static_cast<std::size_t>(state.range(0))]);
}

void extracting(benchmark::State& state) {
  const auto file = open(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(facts::extract(file, engine().vocabulary));
  state.SetLabel(kCases[static_cast<std::size_t>(state.range(0))]);
}

void drafting(benchmark::State& state) {
  const auto file = open(state.range(0));
  const auto facts = facts::extract(file, engine().vocabulary);
  for (auto _ : state) {
    benchmark::DoNotOptimize(or_stop(review::draft(file, facts, engine().library, engine().vocabulary, engine().hash)));
  }
  state.SetLabel(kCases[static_cast<std::size_t>(state.range(0))]);
}

void start_from_snapshot(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(start(or_stop(read_snapshot(OPENIMR_SNAPSHOT))));
}

void start_from_snapshot_reading(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_snapshot(OPENIMR_SNAPSHOT));
}

void start_from_snapshot_vocabulary(benchmark::State& state) {
  const auto packs = or_stop(read_snapshot(OPENIMR_SNAPSHOT));
  for (auto _ : state) benchmark::DoNotOptimize(vocabulary::Vocabulary::from_packs(packs.data["vocabulary"]));
}

void start_from_snapshot_library(benchmark::State& state) {
  const auto packs = or_stop(read_snapshot(OPENIMR_SNAPSHOT));
  for (auto _ : state) benchmark::DoNotOptimize(guidelines::Library::from_packs(packs.data, engine().vocabulary));
}

// The peer of the snapshot: the packs as people write them, read, checked and compiled.
void start_from_yaml(benchmark::State& state) {
  for (auto _ : state) {
    std::vector<Error> problems;
    benchmark::DoNotOptimize(start(or_stop(read_packs(std::filesystem::path(OPENIMR_SOURCE_DIR) / "packs", problems))));
  }
}

// The command as a person runs it: a new process, the start, one case, the text.
void command(benchmark::State& state) {
  std::string program = OPENIMR_BINARY;
  std::string word = "review";
  std::string on = folder(0).string();
  for (auto _ : state) {
    char* arguments[] = {program.data(), word.data(), on.data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    int status = 1;
    if (posix_spawn(&child, program.c_str(), &actions, nullptr, arguments, environ) == 0) waitpid(child, &status, 0);
    posix_spawn_file_actions_destroy(&actions);
    if (status != 0) state.SkipWithError("the command failed");
  }
}

// The peer of Vocabulary::find: each word looked for on its own with std::string_view::find.
class PlainMatcher {
 public:
  struct Word {
    std::string text;
    bool prefix = false;
    bool capitals = false;
  };

  explicit PlainMatcher(const nlohmann::json& packs) {
    for (const char* list : {"drugs", "drug_classes", "services", "body_parts", "terms", "cues"}) {
      if (!packs.contains(list)) continue;
      for (const auto& row : packs[list]) {
        if (std::string_view(list) == "drugs") add(row["name"].get<std::string>());
        for (const char* key : {"names", "words"}) {
          if (!row.contains(key)) continue;
          for (const auto& word : row[key]) add(word.get<std::string>());
        }
        if (!row.contains("misread")) continue;
        for (const auto& word : row["misread"]["words"]) add(word.get<std::string>());
      }
    }
  }

  std::vector<Span> find(const CleanText& clean) const {
    std::vector<Span> found;
    const std::string_view text = clean.text();
    for (const Word& word : words_) {
      for (std::size_t at = text.find(word.text); at != std::string_view::npos; at = text.find(word.text, at + 1)) {
        std::size_t end = at + word.text.size();
        if (at > 0 && is_word(text[at - 1]) && is_word(text[at])) continue;
        if (end < text.size() && is_word(text[end]) && is_word(text[end - 1])) {
          if (!word.prefix) continue;
          while (end < text.size() && is_word(text[end])) ++end;
        }
        const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        if (!word.capitals || all_capitals(clean, span)) found.push_back(span);
      }
    }
    return found;
  }

  std::size_t size() const { return words_.size(); }
  std::vector<std::string> texts() const {
    std::vector<std::string> out;
    for (const Word& word : words_) out.push_back(word.text);
    return out;
  }

 private:
  static bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
  }
  static bool all_capitals(const CleanText& clean, Span span) {
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      const char c = clean.text()[i];
      if (c >= 'a' && c <= 'z' && !clean.is_upper(i)) return false;
    }
    return true;
  }
  void add(std::string_view written) {
    Word word;
    if (written.starts_with('=')) {
      word.capitals = true;
      written.remove_prefix(1);
    }
    if (written.ends_with('*')) {
      word.prefix = true;
      written.remove_suffix(1);
    }
    word.text = CleanText(written).text();
    if (!word.text.empty()) words_.push_back(std::move(word));
  }

  std::vector<Word> words_;
};

// The records of all five cases as one text.
const CleanText& all_records() {
  static const CleanText text = [] {
    std::string all;
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(kCases.size()); ++i) {
      for (const auto& document : open(i).documents) all.append(document.text.original()).append("\n\n");
    }
    return CleanText(all);
  }();
  return text;
}

const PlainMatcher& plain_matcher() {
  static const PlainMatcher matcher(or_stop(read_snapshot(OPENIMR_SNAPSHOT)).data["vocabulary"]);
  return matcher;
}

void words_vocabulary(benchmark::State& state) {
  const CleanText& text = all_records();
  for (auto _ : state) benchmark::DoNotOptimize(engine().vocabulary.find(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.text().size()));
}

void words_one_by_one(benchmark::State& state) {
  const CleanText& text = all_records();
  // The fast way must find nothing that the slow way does not, and every place of it unless a longer term stands there.
  std::set<Span> slow;
  for (const Span span : plain_matcher().find(text)) slow.insert(span);
  std::set<Span> fast;
  for (const auto& mention : engine().vocabulary.find(text)) fast.insert(mention.span);
  if (!std::includes(slow.begin(), slow.end(), fast.begin(), fast.end()))
    state.SkipWithError("the two find other words");
  for (const Span span : slow) {
    const bool covered = std::any_of(fast.begin(), fast.end(), [span](Span other) { return other.overlaps(span); });
    if (!covered) state.SkipWithError("the vocabulary missed a word");
  }
  for (auto _ : state) benchmark::DoNotOptimize(plain_matcher().find(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.text().size()));
  state.counters["words"] = static_cast<double>(plain_matcher().size());
}

// The same literals by Vectorscan, its finds only counted: neither whole words nor which of two stands.
void words_vectorscan(benchmark::State& state) {
  const CleanText& text = all_records();
  const auto texts = plain_matcher().texts();
  std::vector<const char*> words;
  std::vector<std::size_t> lengths;
  for (const std::string& word : texts) {
    words.push_back(word.c_str());
    lengths.push_back(word.size());
  }
  const std::vector<unsigned> flags(texts.size(), 0);
  std::vector<unsigned> ids(texts.size());
  std::iota(ids.begin(), ids.end(), 0U);
  hs_database_t* database = nullptr;
  hs_scratch_t* scratch = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_compile_lit_multi(words.data(), flags.data(), ids.data(), lengths.data(), static_cast<unsigned>(words.size()),
                           HS_MODE_BLOCK, nullptr, &database, &error) != HS_SUCCESS ||
      hs_alloc_scratch(database, &scratch) != HS_SUCCESS) {
    state.SkipWithError("Vectorscan does not take the words");
    hs_free_compile_error(error);
    return;
  }
  std::size_t found = 0;
  const auto count = [](unsigned, unsigned long long, unsigned long long, unsigned, void* context) -> int {
    ++*static_cast<std::size_t*>(context);
    return 0;
  };
  for (auto _ : state) {
    hs_scan(database, text.text().data(), static_cast<unsigned>(text.text().size()), 0, scratch, count, &found);
  }
  benchmark::DoNotOptimize(found);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.text().size()));
  hs_free_scratch(scratch);
  hs_free_database(database);
}

void settings(benchmark::internal::Benchmark* b) {
  b->Repetitions(9)->ReportAggregatesOnly(true)->MinTime(0.05);
}
void each_case(benchmark::internal::Benchmark* b) {
  settings(b);
  b->DenseRange(0, static_cast<int>(kCases.size()) - 1)->Unit(benchmark::kMicrosecond);
}

BENCHMARK(case_to_draft)->Apply(each_case);
BENCHMARK(opening)->Apply(each_case);
BENCHMARK(extracting)->Apply(each_case);
BENCHMARK(drafting)->Apply(each_case);
BENCHMARK(start_from_snapshot)->Apply(settings)->Unit(benchmark::kMillisecond);
BENCHMARK(start_from_snapshot_reading)->Apply(settings)->Unit(benchmark::kMillisecond);
BENCHMARK(start_from_snapshot_vocabulary)->Apply(settings)->Unit(benchmark::kMillisecond);
BENCHMARK(start_from_snapshot_library)->Apply(settings)->Unit(benchmark::kMillisecond);
BENCHMARK(start_from_yaml)->Unit(benchmark::kMillisecond);
BENCHMARK(command)->Apply(settings)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(words_vocabulary)->Apply(settings)->Unit(benchmark::kMicrosecond);
BENCHMARK(words_vectorscan)->Apply(settings)->Unit(benchmark::kMicrosecond);
BENCHMARK(words_one_by_one)->Apply(settings)->Unit(benchmark::kMicrosecond);

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (benchmark::ReportUnrecognizedArguments(count, arguments)) return 1;
  engine();  // the start is no part of the first case
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
