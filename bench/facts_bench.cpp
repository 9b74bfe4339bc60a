// Facts from dictated reports, beside wink-nlp on the same files in the same run (bench/README.md has the bounds).
//
// facts [FOLDER] [--seconds S]: FOLDER holds reports as .txt; without it ../shared/records or $OPENIMR_SHARED/records.
// The peer needs node, and wink-nlp with wink-eng-lite-web-model in $OPENIMR_PEERS/node_modules; without them it is
// left out.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "base/packs.h"
#include "facts/extract.h"
#include "records/case_file.h"
#include "vocabulary/vocabulary.h"

namespace {

using namespace openimr;
using Clock = std::chrono::steady_clock;

template <class T>
T or_stop(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s\n", result.error().to_string().c_str());
  std::exit(1);
}

std::filesystem::path shared_records() {
  const char* shared = std::getenv("OPENIMR_SHARED");
  return (shared != nullptr ? std::filesystem::path(shared) : std::filesystem::path(OPENIMR_SOURCE_DIR) / "../shared") /
         "records";
}

struct Report {
  std::string name;
  std::string text;
};

std::vector<Report> reports_in(const std::filesystem::path& folder) {
  std::vector<Report> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    out.push_back(
        {entry.path().filename().string(), {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}});
  }
  std::sort(out.begin(), out.end(), [](const Report& a, const Report& b) { return a.name < b.name; });
  return out;
}

records::CaseFile case_of(const std::vector<Report>& reports, const vocabulary::Vocabulary& vocabulary) {
  records::CaseFile file{
      .folder = {},
      .form = {},
      .case_number = {},
      .programme = {},
      .priority = {},
      .dates = {.injury = {}, .request = {}, .ur_decision = {}, .application = {}, .review = *Date::of(2015, 10, 30)},
      .assumed = {},
      .age = {},
      .sex = {},
      .items = {},
      .evidence = {},
      .files = {},
      .documents = {},
      .losses = {},
      .place_of_review_date = {},
      .place_of_injury_date = {},
      .place_of_request_date = {},
      .place_of_ur_date = {}};
  for (const Report& report : reports) file.add_document(report.name, report.text, vocabulary);
  return file;
}

// Seconds of one pass: the median of as many as fit.
double median_seconds(double budget, const std::function<void()>& pass) {
  std::vector<double> took;
  const auto begin = Clock::now();
  do {
    const auto start = Clock::now();
    pass();
    took.push_back(std::chrono::duration<double>(Clock::now() - start).count());
  } while (std::chrono::duration<double>(Clock::now() - begin).count() < budget || took.size() < 5);
  std::nth_element(took.begin(), took.begin() + static_cast<std::ptrdiff_t>(took.size() / 2), took.end());
  return took[took.size() / 2];
}

// Bytes a second of the peer; 0 where it cannot be run.
double peer_speed(const std::filesystem::path& folder, double seconds) {
  const char* peers = std::getenv("OPENIMR_PEERS");
  if (peers == nullptr || *peers == 0) return 0;
  const auto absolute = std::filesystem::absolute(folder).string();
  const std::string command =
      fmt::format("cd '{}' && node '{}/bench/peers/wink.mjs' '{}' {}", peers, OPENIMR_SOURCE_DIR, absolute, seconds);
  std::FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return 0;
  std::string said;
  char buffer[512];
  while (std::fgets(buffer, sizeof buffer, pipe) != nullptr) said += buffer;
  if (pclose(pipe) != 0) return 0;
  const auto result = nlohmann::json::parse(said);
  return result["bytes"].get<double>() * result["passes"].get<double>() / result["seconds"].get<double>();
}

}  // namespace

int main(int count, char** words) {
  std::filesystem::path folder = shared_records();
  double seconds = 5;
  for (int i = 1; i < count; ++i) {
    if (std::string(words[i]) == "--seconds" && i + 1 < count) {
      seconds = std::atof(words[++i]);
    } else {
      folder = words[i];
    }
  }
  if (!std::filesystem::is_directory(folder)) {
    std::fprintf(stderr, "facts: no folder of reports at %s\n", folder.c_str());
    return 2;
  }
  const auto reports = reports_in(folder);
  double bytes = 0;
  for (const Report& report : reports) bytes += static_cast<double>(report.text.size());
  const auto packs = or_stop(read_snapshot(OPENIMR_SNAPSHOT));
  const auto vocabulary = or_stop(vocabulary::Vocabulary::from_packs(packs.data["vocabulary"]));

  const auto line = [&](const char* what, double took) {
    fmt::print("{:<44} {:>8.2f} ms {:>8.1f} MB/s\n", what, took * 1e3, bytes / took / 1e6);
  };
  fmt::print("{} reports, {:.0f} bytes, one core\n", reports.size(), bytes);
  line("clean text", median_seconds(seconds / 4, [&] { static_cast<void>(case_of(reports, vocabulary)); }));
  const auto opened = case_of(reports, vocabulary);
  line("words of the vocabulary", median_seconds(seconds / 4, [&] {
         for (const auto& document : opened.documents) static_cast<void>(vocabulary.find(document.text));
       }));
  line("facts from clean text",
       median_seconds(seconds, [&] { static_cast<void>(facts::extract(opened, vocabulary)); }));
  const double whole =
      median_seconds(seconds, [&] { static_cast<void>(facts::extract(case_of(reports, vocabulary), vocabulary)); });
  line("facts from text: clean text and facts", whole);
  const double peer = peer_speed(folder, seconds);
  if (peer == 0) {
    fmt::print("peer left out: set OPENIMR_PEERS to a folder with node_modules/wink-nlp\n");
    return 0;
  }
  fmt::print("{:<44} {:>11} {:>8.2f} MB/s\n", "peer: wink-nlp, sentences, entities, negation", "", peer / 1e6);
  fmt::print("{:<44} {:>11} {:>8.1f} times\n", "facts from text by the peer", "", bytes / whole / peer);
  return 0;
}
