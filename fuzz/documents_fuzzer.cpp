// Any text as a file of pages: its documents hold every page once and in order, what repeats another repeats an earlier
// page, and sections stand in their document.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/clean_text.h"
#include "engine.h"
#include "records/documents.h"
#include "records/duplicates.h"

using namespace openimr;
using fuzzing::must;

namespace {

void check(const records::Document& document) {
  const std::size_t size = document.text.text().size();
  std::uint32_t before = 0;
  for (const auto& section : document.sections) {
    must(!section.name.empty() && section.heading.begin >= before, "sections are named and in order");
    must(section.heading.end <= section.body.begin && section.body.begin <= section.body.end, "a body is behind it");
    must(section.body.end <= size, "a section stands in its document");
    before = section.heading.begin;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (first_invalid_utf8(text) != std::string::npos) return 0;  // text of records is UTF-8
  const auto file = std::make_shared<records::RecordFile>(records::text_file("records/fuzz.txt", std::move(text)));
  records::mark_duplicates({file});
  for (std::size_t page = 0; page < file->pages.size(); ++page) {
    const auto& same = file->pages[page].same_as;
    must(!same || (same->page >= 1 && same->page <= static_cast<int>(page)), "a page repeats an earlier one");
  }
  int next = 1;
  for (const auto& document : records::documents_of(file, {}, fuzzing::engine().vocabulary)) {
    must(document.first_page() == next && document.last_page() >= next, "every page stands in one document");
    next = document.last_page() + 1;
    check(document);
  }
  must(next == static_cast<int>(file->pages.size()) + 1, "no page is left over");
  return 0;
}
