// How well negation, history and other persons are read in labelled sentences (bench/README.md).
//
// assertion FILE [--json] [--predictions]: FILE as labelled_sentences.h has it. Prints precision, recall and F1 and the
// sentences read otherwise than labelled; --json as one object; --predictions instead prints what was read, a line
// each: line, negated, historical, parted by tabs, as 1 and 0. Exit codes: 2 wrong use, 4 the file cannot be read.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/packs.h"
#include "labelled_sentences.h"

namespace {

using namespace openimr;
using bench::LabelledSentence;
using bench::Score;
using nlohmann::ordered_json;

constexpr int kWrongUse = 2;
constexpr int kUnreadable = 4;

struct Question {
  const char* name;
  bool LabelledSentence::* labelled;
  bool facts::Asserted::* read;
};
constexpr Question kQuestions[] = {{"negation", &LabelledSentence::negated, &facts::Asserted::negated},
                                   {"historical", &LabelledSentence::historical, &facts::Asserted::historical},
                                   {"other_person", &LabelledSentence::other_person, &facts::Asserted::other_person}};

[[noreturn]] void stop(int code, const std::string& message) {
  fmt::print(stderr, "assertion: {}\n", message);
  std::exit(code);
}

std::string read_file(const std::string& name) {
  std::ifstream in;
  if (!std::filesystem::is_directory(name)) in.open(name, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (text.empty())
    stop(kUnreadable, fmt::format("'{}' cannot be read or is empty. Name a table of labelled sentences.", name));
  return text;
}

std::vector<facts::Asserted> read_all(const std::vector<LabelledSentence>& sentences) {
  const auto packs = read_snapshot(OPENIMR_SNAPSHOT);
  if (!packs) stop(kUnreadable, packs.error().to_string());
  const auto vocabulary = vocabulary::Vocabulary::from_packs(packs->data["vocabulary"]);
  if (!vocabulary) stop(kUnreadable, vocabulary.error().to_string());
  std::vector<facts::Asserted> out;
  out.reserve(sentences.size());
  for (const LabelledSentence& sentence : sentences) out.push_back(bench::read_assertion(sentence, *vocabulary));
  return out;
}

ordered_json report(const std::vector<LabelledSentence>& sentences, const std::vector<facts::Asserted>& read) {
  ordered_json out = {{"sentences", sentences.size()}};
  ordered_json misses = ordered_json::array();
  for (const Question& question : kQuestions) {
    Score score;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const bool labelled = sentences[i].*question.labelled;
      const bool found = read[i].*question.read;
      score.count(found, labelled);
      if (found == labelled) continue;
      misses.push_back({{"line", sentences[i].line},
                        {"question", question.name},
                        {"labelled", labelled},
                        {"read", found},
                        {"condition", sentences[i].condition},
                        {"sentence", sentences[i].sentence}});
    }
    const std::string name = question.name;
    out[name + "_f1"] = score.f1();
    out[name + "_precision"] = score.precision();
    out[name + "_recall"] = score.recall();
    out[name + "_labelled"] = score.right + score.missed;
  }
  out["misses"] = std::move(misses);
  return out;
}

void print_text(const ordered_json& report) {
  for (const auto& [name, value] : report.items()) {
    if (value.is_number_float()) fmt::print("{:<24} {:.4f}\n", name, value.get<double>());
    if (value.is_number_integer()) fmt::print("{:<24} {}\n", name, value.get<long>());
  }
  for (const auto& miss : report["misses"]) {
    fmt::print("{} {} {}: {} | {}\n", miss["labelled"].get<bool>() ? "missed" : "wrong ",
               miss["question"].get<std::string>(), miss["line"].get<std::string>(),
               miss["condition"].get<std::string>(), miss["sentence"].get<std::string>());
  }
}

}  // namespace

int main(int count, char** words) {
  bool as_json = false;
  bool predictions = false;
  std::string name;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--json") {
      as_json = true;
    } else if (word == "--predictions") {
      predictions = true;
    } else if (word.starts_with('-') || !name.empty()) {
      stop(kWrongUse, fmt::format("'{}' is not understood. Use: assertion FILE [--json] [--predictions]", word));
    } else {
      name = word;
    }
  }
  if (name.empty()) stop(kWrongUse, "no file is named. Use: assertion FILE [--json] [--predictions]");
  auto sentences = bench::read_labelled(read_file(name));
  if (!sentences) {
    sentences.error().file = name;
    stop(kUnreadable, sentences.error().to_string());
  }
  const std::vector<facts::Asserted> read = read_all(*sentences);
  if (predictions) {
    fmt::print("line\tnegated\thistorical\n");
    for (std::size_t i = 0; i < read.size(); ++i)
      fmt::print("{}\t{:d}\t{:d}\n", (*sentences)[i].line, read[i].negated, read[i].historical);
  } else if (as_json) {
    fmt::print("{}\n", report(*sentences, read).dump(2, ' ', false, ordered_json::error_handler_t::replace));
  } else {
    print_text(report(*sentences, read));
  }
  return 0;
}
