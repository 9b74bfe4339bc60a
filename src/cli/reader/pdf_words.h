// The words of a PDF page with their boxes.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <poppler-document.h>
#include <poppler-page.h>

#include "records/reader_frames.h"

namespace openimr::reader {

// Nothing where the bytes are no PDF. They must outlive the document.
std::unique_ptr<poppler::document> open_pdf(std::string_view bytes);

// Begins the frame of a page with its size as it is shown: a page that is turned by a quarter is as wide as it is high
// otherwise. A page that is not there (null) has no size.
void begin_page(records::PageFrame& frame, const poppler::page* page);

// Adds a text of poppler's as UTF-8. Its own conversion asks iconv, which may ask for files.
void append_utf16(std::string& out, const poppler::ustring& units);

// Adds the words of a page that its text layer has, and gives how many bytes of text they are.
std::size_t add_words(records::PageFrame& frame, const poppler::page& page);

// One page, one font, one word, as small as a PDF may be; its table of places is left for poppler to mend.
inline constexpr std::string_view kSmallestPdf =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
    "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>>>endobj\n"
    "4 0 obj<</Length 35>>stream\nBT /F 9 Tf 9 9 Td (warm) Tj ET     \nendstream endobj\n"
    "trailer<</Root 1 0 R>>\n";

}  // namespace openimr::reader
