// Small PDFs, good and hostile, written by hand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace openimr::testing {

// A PDF of numbered objects, the first of them number 1 and the catalog, with a right table of places. `trailer` is
// added to the trailer's dictionary.
std::string pdf_of(const std::vector<std::string>& objects, const std::string& trailer = "");

// "<<DICTIONARY/Length n>>stream...": a stream as an object.
std::string stream_object(std::string_view bytes, const std::string& dictionary = "");

// A PDF of letter size (612 by 792 points) with a page for each content, which draws with the font /F (Times).
// `page` is added to the dictionary of every page, `catalog` to the document's.
std::string pdf_of_pages(const std::vector<std::string>& contents, const std::string& page = "",
                         const std::string& catalog = "");

// Draws words of size 12 from the point (left, bottom), which counts from the bottom left of the page.
std::string draw(const std::string& words, int left, int bottom);

// zlib's form of a text whose last four bytes are repeated until it is `bytes` long: about 1/160 as large, without a
// checksum. What follows the first two bytes is plain deflate, as gzip has it.
std::string repeated_deflated(std::string_view start, std::uint64_t bytes);

}  // namespace openimr::testing
