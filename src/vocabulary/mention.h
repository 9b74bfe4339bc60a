// A term of the vocabulary where it stands in a text.
#pragma once

#include <cstdint>

#include "base/place.h"

namespace openimr::vocabulary {

// A half is part of a statement whose words stand apart; it is never seen outside of this folder.
enum class TermKind : std::uint8_t { drug, drug_class, service, body_part, clinical, half, cue };

// A term found in clean text. `index` points into the table of its kind.
struct Mention {
  Span span;
  TermKind kind;
  std::uint16_t index;
  bool misread;  // a drug name that counts only where a strength of that drug follows
};

}  // namespace openimr::vocabulary
