// Scans and text of PDFs read as records, beside their peers in the same run (bench/README.md): scans beside bare
// Tesseract with the same orientation step, a process for each core; text-layer PDF beside pdftotext -bbox, as many
// small files and as a large one that is made here.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <cairo-pdf.h>
#include <cairo.h>
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

// A PDF of pages of invented reports, each of 45 lines in an embedded font.
void write_pdf(const std::filesystem::path& path, int pages) {
  constexpr const char* kLines[] = {
      "The injured worker complains of low back pain that radiates to the left leg, rated {} out of ten.",
      "On examination of {} there is tenderness over the lumbar paraspinal muscles with spasm.",
      "Medications include naproxen 550 mg twice daily #{} and cyclobenzaprine 7.5 mg at night.",
      "He has completed {} visits of physical therapy and is on modified duty until the next visit.",
  };
  cairo_surface_t* surface = cairo_pdf_surface_create(path.c_str(), 612, 792);
  cairo_t* pen = cairo_create(surface);
  cairo_select_font_face(pen, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(pen, 11);
  for (int page = 0; page < pages; ++page) {
    for (int line = 0; line < 45; ++line) {
      cairo_move_to(pen, 54, 60 + 15 * line);
      cairo_show_text(pen, fmt::format(fmt::runtime(kLines[(page + line) % 4]), page * 45 + line).c_str());
    }
    cairo_show_page(pen);
  }
  cairo_destroy(pen);
  cairo_surface_destroy(surface);
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

// scans SCANS_FOLDER [PDF_FOLDER] [ROUNDS]: PNG pages of 300 dots per inch, and PDFs with a text layer; then a PDF of
// 1,000 pages. Where a folder holds none of its kind, that is left out.
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
  const auto compare_pdfs = [&](const char* what, const std::vector<std::filesystem::path>& files) {
    bare.clear();
    ours.clear();
    for (int round = 0; round < rounds && !files.empty(); ++round) {
      bare.push_back(bare_pdfs(files));
      ours.push_back(as_records(files, jobs));
    }
    if (!bare.empty()) report(what, bare, ours);
  };
  compare_pdfs("text-layer PDFs of the folder", pdfs);
  constexpr int kPages = 1000;
  const auto large = std::filesystem::temp_directory_path() / fmt::format("openimr-bench-{}.pdf", getpid());
  write_pdf(large, kPages);
  compare_pdfs(fmt::format("a text-layer PDF of {} pages", kPages).c_str(), {large});
  std::filesystem::remove(large);
  return 0;
}
