#include "records/document.h"

#include <algorithm>
#include <utility>

namespace openimr::records {
namespace {

std::uint32_t begin_of(const RecordFile& file, int page) {
  return file.text.page_begins[static_cast<std::size_t>(page - 1)];
}

// The text of some pages, with spaces for the words that do not count, so that every byte keeps its place.
std::string counted_text(const RecordFile& file, int first_page, int last_page) {
  const auto pages = static_cast<int>(file.text.page_begins.size());
  const std::uint32_t begin = begin_of(file, first_page);
  const std::size_t end = last_page < pages ? begin_of(file, last_page + 1) - 1 : file.text.text.size();
  std::string text = file.text.text.substr(begin, end - begin);
  for (int page = first_page; page <= last_page; ++page) {
    if (file.pages[static_cast<std::size_t>(page - 1)].counts()) continue;
    const std::size_t from = begin_of(file, page) - begin;
    const std::size_t to = page < last_page ? begin_of(file, page + 1) - 1 - begin : text.size();
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(from), text.begin() + static_cast<std::ptrdiff_t>(to), ' ');
  }
  return text;
}

}  // namespace

Document::Document(std::shared_ptr<const RecordFile> file, int first_page, int last_page,
                   const vocabulary::Vocabulary& vocabulary)
    : text(counted_text(*file, first_page, last_page)),
      sections(find_sections(text, vocabulary)),
      file_(std::move(file)),
      first_page_(first_page),
      last_page_(last_page),
      begin_(begin_of(*file_, first_page)) {}

Document::Document(std::string name, std::string the_text, const vocabulary::Vocabulary& vocabulary)
    : text(the_text),
      sections(find_sections(text, vocabulary)),
      file_(std::make_shared<RecordFile>(text_file(std::move(name), std::move(the_text)))),
      first_page_(1),
      last_page_(static_cast<int>(file_->pages.size())),
      begin_(0) {}

Place Document::place(Span clean) const {
  const Span own = text.to_original(clean);
  return file_->text.place(file_->name, {own.begin + begin_, own.end + begin_});
}

const Section* Document::section_at(std::uint32_t clean) const {
  const auto after = std::upper_bound(sections.begin(), sections.end(), clean,
                                      [](std::uint32_t at, const Section& s) { return at < s.heading.begin; });
  return after == sections.begin() ? nullptr : &*std::prev(after);
}

}  // namespace openimr::records
