// Any text as a paragraph of citations: each citation's words stand in the paragraph, in order, and none is empty.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine.h"

using namespace openimr;
using fuzzing::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view paragraph(reinterpret_cast<const char*>(data), size);
  const auto cited = fuzzing::engine().citations.read(paragraph);
  must(paragraph.empty() || size > letter::CitationReader::kLongestParagraph || !cited.empty(),
       "a paragraph cites something or says that it does not");
  for (const auto& [citation, part] : cited) {
    must(part.begin <= part.end && part.end <= size, "a citation lies within the paragraph");
    must(!citation.source.empty(), "a citation has a source");
    must(paragraph.find(citation.title) != std::string_view::npos || citation.source == "ODG", "a title is printed");
    must(paragraph.find(citation.text) != std::string_view::npos, "the words are printed");
    for (const auto& section : citation.sections) {
      must(!section.empty(), "no section is empty");
      must(paragraph.find(section) != std::string_view::npos, "a section is printed");
    }
    for (const int page : citation.pages) must(page >= 0 && page < 10'000, "a page is a number of at most four digits");
  }
  return 0;
}
