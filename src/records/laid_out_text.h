// The text of a document whose pages have a layout, and where on the page each word of it stands.
//
// Pages are parted by form feeds and lines by '\n', as in every text of the project; columns that stand side by side
// are one line, as a reader sees them, with spaces between them (the wider the gap, the more); an empty line stands
// where the page leaves a gap between paragraphs. Ligatures are letters ("ﬁ" is "fi"), soft hyphens and control
// characters are gone, and what a page repeats at its head and foot (page numbers, a running case number) stays, for
// whoever reads the text to pass over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace openimr::records {

// A word as a page shows it: UTF-8 and its box, of finite numbers. `turn` is how its writing is turned, in quarters
// clockwise: 1 runs down the page, 3 up it.
struct PageWord {
  std::string text;
  Box box;
  std::uint8_t turn = 0;
};

struct Page {
  float width = 0;
  float height = 0;
  std::vector<PageWord> words;  // in any order
};

// Where a word of the text stands.
struct WordBox {
  Span span;
  Box box;
};

// In points.
struct PageSize {
  float width = 0;
  float height = 0;
  auto operator<=>(const PageSize&) const = default;
};

struct LaidOutText {
  std::string text;
  std::vector<std::uint32_t> page_begins;  // byte at which each page begins
  std::vector<WordBox> words;              // in the order of the text; empty for text without a layout
  std::vector<PageSize> page_sizes{};      // of each page; empty for text without a layout

  // Adds a page; its words are put into lines from the top and from the left, turned writing after the upright. A page
  // without words is a page all the same, so that page numbers stay right.
  void add_page(const Page& page);
  // Page, text and box of a span. Of a span over several pages the box is what lies on the first; a span without words
  // has none.
  Place place(std::string_view document, Span span) const;
};

// Text without a layout: pages are what form feeds part; a form feed at the very end begins none.
LaidOutText plain(std::string text);

}  // namespace openimr::records
