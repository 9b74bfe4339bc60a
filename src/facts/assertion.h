// Whether the words around a statement affirm it: cues with a side, a reach and terminators (packs/vocabulary), one
// small algorithm over them. The strongest cue that reaches the statement decides: other person > hypothetical,
// conditional > negated > stopped > planned > requested > possible > historical.
#pragma once

#include <vector>

#include "base/clean_text.h"
#include "facts/fact.h"
#include "vocabulary/vocabulary.h"

namespace openimr::facts {

// The assertion of a statement at `span`, and the cue that made it so (empty span where none did).
struct Asserted {
  Assertion assertion = Assertion::present;
  Span cue;
};

// The cues of a document, sentence by sentence.
class Assertions {
 public:
  Assertions(const CleanText& text, const std::vector<vocabulary::Mention>& mentions,
             const vocabulary::Vocabulary& vocabulary);
  // A statement that names a test is not denied by its negative result.
  enum class Kind : std::uint8_t { statement, test };
  Asserted of(Span statement, Kind kind = Kind::statement) const;

 private:
  struct CueAt {
    Span span;
    vocabulary::Cue cue;
  };
  bool reaches(const CueAt& cue, Span statement, std::size_t sentence) const;
  char sign_before(Span statement) const;
  bool is_result(const CueAt& cue) const;
  int words_between(std::uint32_t from, std::uint32_t to) const;

  const CleanText& text_;
  std::vector<std::vector<CueAt>> by_sentence_;
  std::vector<const CueAt*> heading_;  // the heading that governs a sentence ("family history:"), or null
};

}  // namespace openimr::facts
