// Twenty criteria over the facts of one case, beside cql-execution on the same criteria and facts in the same run
// (bench/README.md has the bound).
//
// criteria [--seconds S]. The peer needs node, and cql-execution in $OPENIMR_PEERS/node_modules; without them it is
// left out. Both have to agree on what is met, else the run fails.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "base/packs.h"
#include "facts/extract.h"
#include "guidelines/evaluate.h"
#include "guidelines/library.h"
#include "records/case_file.h"
#include "records/record_reader.h"
#include "vocabulary/vocabulary.h"

namespace {

using namespace openimr;
using guidelines::Test;
using nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kCriteria = 20;
constexpr const char* kCase = "examples/cases/004";

template <class T>
T or_stop(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s\n", result.error().to_string().c_str());
  std::exit(1);
}

// A test that says no more than: the records affirm a fact about one of these, or Kleene logic over such.
bool is_plain(const Test& test) {
  Test bare;
  bare.form = test.form;
  bare.parts = test.parts;
  bare.name = test.name;
  bare.concepts = test.concepts;
  if (!(test == bare)) return false;
  if (test.form == Test::Form::fact) return true;
  return (test.form == Test::Form::any_of || test.form == Test::Form::all_of) &&
         std::all_of(test.parts.begin(), test.parts.end(), is_plain);
}

json to_json(const Test& test) {
  if (test.form == Test::Form::fact) return {{"fact", test.name}, {"concepts", test.concepts}};
  json parts = json::array();
  for (const Test& part : test.parts) parts.push_back(to_json(part));
  return {{test.form == Test::Form::any_of ? "any_of" : "all_of", std::move(parts)}};
}

json to_json(const facts::Fact& fact) {
  std::vector<std::string> names = fact.is_a;
  names.push_back(fact.concept_name);
  names.insert(names.end(), fact.subjects.begin(), fact.subjects.end());
  return {{"fact", fact.name}, {"assertion", facts::name_of(fact.assertion)}, {"names", std::move(names)}};
}

// The first plain criteria of the guidelines of the day: half of them met where there are as many.
std::vector<const Test*> choose(const guidelines::Library& library, const guidelines::Subject& subject, Date day) {
  std::vector<const Test*> met;
  std::vector<const Test*> unmet;
  for (const auto& guideline : library.guidelines()) {
    if (!guideline.in_force(day)) continue;
    for (const auto& section : guideline.sections) {
      for (const auto& criterion : section.criteria) {
        if (!criterion.test || !is_plain(*criterion.test)) continue;
        const auto outcome = guidelines::evaluate(*criterion.test, subject);
        auto& list = outcome.truth == guidelines::Truth::yes ? met : unmet;
        const bool is_new =
            std::none_of(list.begin(), list.end(), [&](const Test* t) { return *t == *criterion.test; });
        if (is_new && list.size() < kCriteria) list.push_back(&*criterion.test);
      }
    }
  }
  met.resize(std::min(met.size(), kCriteria / 2));
  met.insert(met.end(), unmet.begin(), unmet.begin() + static_cast<std::ptrdiff_t>(kCriteria - met.size()));
  return met;
}

struct Peer {
  std::vector<bool> met;
  double passes_a_second = 0;  // 0: it could not be run
};

Peer run_peer(const json& question, double seconds) {
  const char* peers = std::getenv("OPENIMR_PEERS");
  if (peers == nullptr || *peers == 0) return {};
  const auto file = std::filesystem::temp_directory_path() / fmt::format("openimr-criteria-{}.json", ::getpid());
  std::ofstream(file) << question.dump();
  const std::string command = fmt::format("cd '{}' && node '{}/bench/peers/cql.mjs' '{}' {}", peers, OPENIMR_SOURCE_DIR,
                                          file.string(), seconds);
  std::string said;
  if (std::FILE* pipe = popen(command.c_str(), "r"); pipe != nullptr) {
    char buffer[512];
    while (std::fgets(buffer, sizeof buffer, pipe) != nullptr) said += buffer;
    if (pclose(pipe) != 0) said.clear();
  }
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  if (said.empty()) return {};
  const json result = json::parse(said);
  return {result["met"].get<std::vector<bool>>(), result["passes"].get<double>() / result["seconds"].get<double>()};
}

double our_passes_a_second(const std::vector<const Test*>& tests, const guidelines::Subject& subject, double seconds) {
  constexpr int kBatch = 1000;
  std::size_t met = 0;
  long passes = 0;
  const auto begin = Clock::now();
  double elapsed = 0;
  while (elapsed < seconds) {
    for (int i = 0; i < kBatch; ++i) {
      for (const Test* test : tests)
        met += guidelines::evaluate(*test, subject).truth == guidelines::Truth::yes ? 1 : 0;
    }
    passes += kBatch;
    elapsed = std::chrono::duration<double>(Clock::now() - begin).count();
  }
  if (met == static_cast<std::size_t>(-1)) std::puts("");  // the results are used
  return static_cast<double>(passes) / elapsed;
}

}  // namespace

int main(int count, char** words) {
  const double seconds = count > 2 && std::string(words[1]) == "--seconds" ? std::atof(words[2]) : 3;
  auto packs = or_stop(read_snapshot(OPENIMR_SNAPSHOT));
  const auto vocabulary = or_stop(vocabulary::Vocabulary::from_packs(packs.data["vocabulary"]));
  const auto library = or_stop(guidelines::Library::from_packs(packs.data, vocabulary));
  std::vector<Error> problems;
  records::RecordReader reader({.program = OPENIMR_READER});
  const auto file = or_stop(records::open_case(std::filesystem::path(OPENIMR_SOURCE_DIR) / kCase,
                                               packs.data["schema"]["case"], vocabulary, reader, problems));
  // Only what is affirmed: how history and denials weigh is ours, not the peer's.
  auto facts = facts::extract(file, vocabulary);
  std::erase_if(facts.all, [](const facts::Fact& fact) { return fact.assertion != facts::Assertion::present; });
  const auto subject = guidelines::subject_of(file.items.front(), facts, vocabulary);
  const auto tests = choose(library, subject, *Date::of(2016, 12, 20));

  json question = {{"facts", json::array()}, {"criteria", json::array()}};
  for (const auto& fact : facts.all) question["facts"].push_back(to_json(fact));
  for (const Test* test : tests) question["criteria"].push_back(to_json(*test));
  std::vector<bool> met;
  for (const Test* test : tests) met.push_back(guidelines::evaluate(*test, subject).truth == guidelines::Truth::yes);
  fmt::print("{} criteria ({} met) over {} facts of {}, one core\n", tests.size(),
             std::count(met.begin(), met.end(), true), facts.all.size(), kCase);

  const Peer peer = run_peer(question, seconds);
  const double ours = our_passes_a_second(tests, subject, seconds);
  fmt::print("{:<44} {:>12.0f} criteria/s\n", "guidelines::evaluate, with places", ours * kCriteria);
  if (peer.passes_a_second == 0) {
    fmt::print("peer left out: set OPENIMR_PEERS to a folder with node_modules/cql-execution\n");
    return 0;
  }
  fmt::print("{:<44} {:>12.0f} criteria/s\n", "peer: cql-execution", peer.passes_a_second * kCriteria);
  fmt::print("{:<44} {:>12.1f} times\n", "ratio", ours / peer.passes_a_second);
  for (std::size_t i = 0; i < met.size(); ++i) {
    if (peer.met[i] != met[i]) fmt::print(stderr, "not as the peer: {}\n", question["criteria"][i].dump());
  }
  return peer.met == met ? 0 : 1;
}
