// What Cairo cannot say in the catalog of a PDF.
#pragma once

#include <string>

#include "base/result.h"

namespace openimr::letter {

// Adds the language of the document, by which a screen reader chooses its voice, and that a window shows the document's
// title and not its file name. The catalog is written once more behind the document (an incremental update, ISO 32000-1
// 7.5.6). Takes what Cairo writes as PDF 1.4, with a plain cross-reference table; anything else is an internal error.
Result<std::string> with_language(std::string pdf, const std::string& language);

}  // namespace openimr::letter
