#include "records/record_pages.h"

#include <iterator>
#include <utility>

namespace openimr::records {
namespace {

// Of the page, beside its words: more than a logo or a signature has.
constexpr float kMuchInk = 0.02F;

// The words of a page that is nothing but a scan: put into lines where they are level, and then boxed where they lie.
void add_scan(RecordFile& file, const ScannedPage& scan) {
  const std::size_t first = file.text.words.size();
  file.text.add_page(scan.page);
  for (std::size_t i = first; i < file.text.words.size(); ++i) {
    Box& box = file.text.words[i].box;
    box = as_it_lies(box, scan.page, scan.about.skew);
  }
}

void add_mixed(RecordFile& file, Page page, ScannedPage scan) {
  for (PageWord& word : scan.page.words) word.box = as_it_lies(word.box, scan.page, scan.about.skew);
  page.words.insert(page.words.end(), std::make_move_iterator(scan.page.words.begin()),
                    std::make_move_iterator(scan.page.words.end()));
  file.text.add_page(page);
}

}  // namespace

void add_page(RecordFile& file, PageSource source, ForeignPage read, std::optional<ScannedPage> scan) {
  ReadPage about{.source = source, .loss = std::move(read.loss)};
  const bool has_words = !read.page.words.empty();
  std::string unrecognised;
  if (scan) unrecognised = scan->loss.empty() ? unreadable_scan(scan->about) : scan->loss;
  if (scan && unrecognised.empty() && !scan->page.words.empty()) {
    about.source = PageSource::scan;
    about.confidence = scan->about.confidence;
    if (has_words) {
      add_mixed(file, std::move(read.page), std::move(*scan));
    } else {
      add_scan(file, *scan);
    }
  } else {
    const bool is_most_of_it = scan && (!scan->loss.empty() || scan->about.ink >= kMuchInk);
    if ((!has_words || is_most_of_it) && about.loss.empty()) about.loss = std::move(unrecognised);
    about.blank = !has_words && about.loss.empty();
    file.text.add_page(read.page);
  }
  file.pages.push_back(std::move(about));
}

}  // namespace openimr::records
