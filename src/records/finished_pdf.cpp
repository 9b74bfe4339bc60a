#include "records/finished_pdf.h"

#include <algorithm>
#include <future>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "records/foreign_pages.h"
#include "records/scan_pool.h"

namespace openimr::records {
namespace {

constexpr std::uint64_t kLargestFile = 64ULL << 20U;
constexpr int kMostPages = 200;
constexpr std::size_t kMostLooks = 60;  // at single words, a page

struct ComingPage {
  ForeignPage read;
  std::future<ScannedPage> scan;
};

// The words of the picture, where they lie on the page.
std::vector<PageWord> lying(const ScannedPage& scan) {
  std::vector<PageWord> out = scan.page.words;
  for (PageWord& word : out) word.box = as_it_lies(word.box, scan.page, scan.about.skew);
  return out;
}

// The spans of those words of the page that was added last, which stand in boxes.
std::vector<Span> spans_of(const LaidOutText& text, std::size_t first, const std::vector<Box>& boxes) {
  std::vector<Span> out;
  for (std::size_t i = first; i < text.words.size(); ++i) {
    if (std::find(boxes.begin(), boxes.end(), text.words[i].box) != boxes.end()) out.push_back(text.words[i].span);
  }
  return out;
}

// Those that are not read when they are looked at alone either.
std::vector<UnseenWord> looked_at_again(std::vector<UnseenWord> unseen, const ForeignPage& read, ScanPool& scans) {
  const Raster raster = *read_raster(*read.raster);
  std::vector<std::pair<std::size_t, std::future<ScannedPage>>> looks;
  for (std::size_t i = 0; i < unseen.size() && looks.size() < kMostLooks; ++i) {
    if (unseen[i].how != Unseen::covered) continue;
    const Box& box = read.page.words[unseen[i].word].box;
    looks.emplace_back(i, scans.add(cut_out(raster, points_of(*read.raster), box)));
  }
  std::vector<std::size_t> shown;
  for (auto& [i, look] : looks) {
    if (is_read_in(read.page.words[unseen[i].word].text, look.get().page.words)) shown.push_back(i);
  }
  for (auto i = shown.rbegin(); i != shown.rend(); ++i) unseen.erase(unseen.begin() + static_cast<std::ptrdiff_t>(*i));
  return unseen;
}

void add_page(FinishedPdf& out, ForeignPage read, const ScannedPage& scan, ScanPool& scans) {
  const auto number = static_cast<int>(out.text.page_begins.size()) + 1;
  for (Beside& each : read.beside) {
    const bool on_page = each.where == "outside";
    out.beside.push_back({on_page ? number : 0, std::move(each)});
  }
  const Page lying_page{scan.page.width, scan.page.height, lying(scan)};
  std::vector<Box> only_shown_boxes;
  for (const std::size_t i : only_shown(read.page, lying_page.words))
    only_shown_boxes.push_back(lying_page.words[i].box);
  const auto unseen = looked_at_again(
      unseen_words(read.page, *read_raster(*read.raster), points_of(*read.raster), lying_page.words), read, scans);

  const std::size_t first_shown = out.shown.words.size();
  out.shown.add_page(lying_page);
  for (const Span span : spans_of(out.shown, first_shown, only_shown_boxes)) out.only_shown.push_back(span);
  const std::size_t first = out.text.words.size();
  out.text.add_page(read.page);
  for (std::size_t i = first; i < out.text.words.size(); ++i) {
    const auto found = std::find_if(unseen.begin(), unseen.end(), [&](const UnseenWord& each) {
      return read.page.words[each.word].box == out.text.words[i].box;
    });
    if (found != unseen.end()) out.hidden.push_back({out.text.place("", out.text.words[i].span), found->how});
  }
}

Error not_seen(const std::string& name, std::size_t page, const std::string& why) {
  return {ErrorCode::unreadable,
          fmt::format("page {} could not be looked at: {}", page, why),
          {},
          name,
          0,
          0,
          "Make the PDF anew and try again."};
}

}  // namespace

Result<FinishedPdf> read_finished_pdf(const std::filesystem::path& program, std::string_view bytes,
                                      const std::string& name) {
  ReaderLimits limits = record_limits();
  limits.file = kLargestFile;
  limits.pages = kMostPages;
  ForeignPages pages(program, limits);
  ScanPool scans(program, scan_limits(), std::thread::hardware_concurrency());
  std::vector<ComingPage> coming;
  const auto each = [&](ForeignPage page) {
    ComingPage next{std::move(page), {}};
    if (next.read.raster) next.scan = scans.add(*next.read.raster);
    coming.push_back(std::move(next));
  };
  if (auto read = pages.read(PagedKind::finished_pdf, bytes, [](int) {}, each); !read) {
    read.error().file = name;
    return fail(std::move(read.error()));
  }
  FinishedPdf out;
  for (std::size_t i = 0; i < coming.size(); ++i) {
    if (!coming[i].read.loss.empty()) return fail(not_seen(name, i + 1, coming[i].read.loss));
    if (!coming[i].scan.valid()) return fail(not_seen(name, i + 1, "it has no picture"));
    const ScannedPage scan = coming[i].scan.get();
    if (!scan.loss.empty()) return fail(not_seen(name, i + 1, scan.loss));
    add_page(out, std::move(coming[i].read), scan, scans);
  }
  return out;
}

}  // namespace openimr::records
