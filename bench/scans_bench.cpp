// Scans and text of PDFs read as records, beside their peers in the same run (bench/README.md): scans beside bare
// Tesseract with the same orientation step, a process for each core; text-layer PDF beside pdftotext -bbox.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <fmt/core.h>
#include <leptonica/allheaders.h>
#include <sys/wait.h>
#include <tesseract/baseapi.h>
#include <unistd.h>

#include "records/record_reader.h"

namespace {

using namespace openimr;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, const std::string& extension) {
  std::vector<std::filesystem::path> out;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
    if (entry.path().extension() == extension) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Bare Tesseract, as a program of its own would use it: how the page lies, turned, and its words. One process reads
// every `jobs`-th page.
void recognise_bare(const std::vector<std::filesystem::path>& pages, std::size_t from, std::size_t jobs) {
  constexpr const char* kKnowledge = "/usr/share/tesseract-ocr/5/tessdata";
  tesseract::TessBaseAPI turn;
  tesseract::TessBaseAPI words;
  if (turn.Init(kKnowledge, "osd") != 0 || words.Init(kKnowledge, "eng", tesseract::OEM_LSTM_ONLY) != 0) _exit(1);
  turn.SetPageSegMode(tesseract::PSM_OSD_ONLY);
  words.SetPageSegMode(tesseract::PSM_AUTO);
  for (std::size_t i = from; i < pages.size(); i += jobs) {
    PIX* page = pixRead(pages[i].c_str());
    int degrees = 0;
    float sure = 0;
    const char* script = nullptr;
    turn.SetImage(page);
    if (turn.DetectOrientationScript(&degrees, &sure, &script, &sure) && degrees != 0) {
      PIX* upright = pixRotateOrth(page, 4 - degrees / 90);
      pixDestroy(&page);
      page = upright;
    }
    words.SetImage(page);
    words.Recognize(nullptr);
    delete[] words.GetUTF8Text();
    pixDestroy(&page);
  }
  _exit(0);
}

double bare_scans(const std::vector<std::filesystem::path>& pages, std::size_t jobs) {
  const auto begin = Clock::now();
  std::vector<pid_t> children;
  for (std::size_t job = 0; job < jobs; ++job) {
    const pid_t child = fork();
    if (child == 0) recognise_bare(pages, job, jobs);
    children.push_back(child);
  }
  for (const pid_t child : children) waitpid(child, nullptr, 0);
  return seconds_since(begin);
}

// Reads the files as records, and gives the seconds.
double as_records(const std::vector<std::filesystem::path>& files, unsigned jobs) {
  const auto begin = Clock::now();
  records::RecordReader reader({.program = OPENIMR_READER, .jobs = jobs});
  std::vector<records::RecordSource> sources;
  for (const auto& file : files) sources.push_back({file.filename().string(), file});
  const auto read = reader.read(sources, "");
  for (const auto& loss : read.losses) std::fprintf(stderr, "%s\n", loss.to_string().c_str());
  return seconds_since(begin);
}

double bare_pdfs(const std::vector<std::filesystem::path>& files) {
  const auto begin = Clock::now();
  for (const auto& file : files) {
    if (std::system(fmt::format("pdftotext -bbox '{}' /dev/null 2>/dev/null", file.string()).c_str()) != 0) return 0;
  }
  return seconds_since(begin);
}

void report(const char* what, const std::vector<double>& bare, const std::vector<double>& ours) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < bare.size(); ++i) ratios.push_back(bare[i] / ours[i]);
  fmt::print("{}: peer {:.2f} s, ours {:.2f} s, speed by the peer's {:.3f} (medians of {} rounds)\n", what,
             median(bare), median(ours), median(ratios), bare.size());
}

}  // namespace

// scans SCANS_FOLDER [PDF_FOLDER] [ROUNDS]: PNG pages of 300 dots per inch, and PDFs with a text layer.
int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: scans FOLDER_OF_PNG_PAGES [FOLDER_OF_PDFS] [ROUNDS]\n");
    return 2;
  }
  setenv("OMP_THREAD_LIMIT", "1", 1);
  if (std::getenv("OPENIMR_BENCH_ONE_THREAD") == nullptr) {
    // libgomp reads the variable when it is loaded.
    setenv("OPENIMR_BENCH_ONE_THREAD", "1", 1);
    execv("/proc/self/exe", arguments);
  }
  const int rounds = count > 3 ? std::atoi(arguments[3]) : 3;
  const auto pages = files_in(arguments[1], ".png");
  const auto pdfs = count > 2 ? files_in(arguments[2], ".pdf") : std::vector<std::filesystem::path>{};
  const unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
  std::vector<double> bare;
  std::vector<double> ours;
  for (int round = 0; round < rounds && !pages.empty(); ++round) {
    bare.push_back(bare_scans(pages, jobs));
    ours.push_back(as_records(pages, jobs));
  }
  if (!bare.empty()) report("scans", bare, ours);
  bare.clear();
  ours.clear();
  for (int round = 0; round < rounds && !pdfs.empty(); ++round) {
    bare.push_back(bare_pdfs(pdfs));
    ours.push_back(as_records(pdfs, jobs));
  }
  if (!bare.empty()) report("text-layer PDF", bare, ours);
  return 0;
}
