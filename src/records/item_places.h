// Where on the body a request is meant.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clean_text.h"
#include "vocabulary/amounts.h"
#include "vocabulary/vocabulary.h"

namespace openimr::records {

// The body parts in the order of their mention, without those inside `specialty` ("hand surgeon" says whom to see, not
// where). In a request "back" alone is the low back.
std::vector<std::string> body_parts_of(const vocabulary::Vocabulary& vocabulary, const CleanText& text,
                                       std::span<const vocabulary::Mention> mentions, Span specialty);

// left | right | bilateral; the first one where a request names several.
std::optional<std::string> side_of(std::span<const vocabulary::Token> tokens);

}  // namespace openimr::records
