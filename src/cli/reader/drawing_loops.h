// Drawings of a PDF that hold themselves.
#pragma once

#include <string_view>

namespace openimr::reader {

// Whether a stream of the file (a form, a pattern) names itself among what it draws with, over other streams or
// dictionaries of resources too. poppler leaves such a drawing out and says nothing, so that a page of it looks blank.
// It goes by the references in the bytes: streams stand nowhere else. Takes time in proportion to the file.
bool has_drawing_loop(std::string_view pdf);

}  // namespace openimr::reader
