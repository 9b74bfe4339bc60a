// Which words of a page's text layer its picture does not show: text under a mark, text in the colour of the paper,
// text too small to be read. Whoever copies the page has it all the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/laid_out_text.h"
#include "records/reader_frames.h"

namespace openimr::records {

enum class Unseen : std::uint8_t {
  blank,     // nothing shows where it stands: one colour, and it may be that of a mark
  covered,   // something else shows there than the word
  too_small  // lower than 4 points with all its parts
};

struct UnseenWord {
  std::size_t word;  // of the page
  Unseen how;
};

// `dots` are the picture of the page, rows from the top; `recognised` the words that it shows, boxed where they lie. A
// word without a letter or a digit is passed over, as is, for `covered`, one of fewer than three of them or that is
// turned. Of the others one counts as shown where half of it is recognised in its place.
std::vector<UnseenWord> unseen_words(const Page& page, const Raster& raster, std::string_view dots,
                                     const std::vector<PageWord>& recognised);

// For a second look at a word that seems covered, since a whole page is read less well than a word alone: its place in
// the picture on white paper, dark on light, as the bytes of a raster; and whether half of the word is recognised in
// it.
std::string cut_out(const Raster& raster, std::string_view dots, const Box& box);
bool is_read_in(std::string_view word, const std::vector<PageWord>& recognised);

// The words of the picture that the text layer does not have in their place, by their index: text that is only drawn,
// or that says otherwise than it shows. Alike is what differs in no more than a quarter of its letters.
std::vector<std::size_t> only_shown(const Page& page, const std::vector<PageWord>& recognised);

}  // namespace openimr::records
