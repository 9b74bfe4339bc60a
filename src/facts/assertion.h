// Whether the words around a statement affirm it: cues with a side, a reach and terminators (packs/vocabulary), one
// small algorithm over them. The strongest cue that reaches the statement decides: other person > hypothetical,
// conditional > negated > stopped > planned > requested > possible > historical. A section says how the statements
// under its heading are meant where they themselves say less: "Family history: diabetes".
//
// A cue reaches to the end of its sentence unless the pack gives it a reach in words; a terminator ("but"), a
// semicolon, a heading and the end of the parentheses that it stands in stop it. A cue behind a statement reaches back
// five words; one in the plural ("are absent") all of a list. Boxes and signs count like cues: "[ ] yes [x] no",
// "-spasm". A year behind a statement makes it history where it is an earlier one than that of the document.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "records/document.h"
#include "vocabulary/vocabulary.h"

namespace openimr::facts {

// The assertion of a statement, and the cue that made it so (empty span where none did, or a section).
struct Asserted {
  Assertion assertion = Assertion::present;
  Span cue;
  // What is said of it beside: "no history of stroke" is negated and historical, and the former decides.
  bool negated = false;
  bool historical = false;
  bool other_person = false;
};

// The cues of a document, sentence by sentence. A question looks at one sentence and allocates nothing.
class Assertions {
 public:
  // The document must outlive it. `mentions` are those of Vocabulary::find.
  Assertions(const records::Document& document, const std::vector<vocabulary::Mention>& mentions,
             const vocabulary::Vocabulary& vocabulary);
  // A statement that names a test is not denied by its negative result; a complaint that "was denied" was denied by the
  // worker, anything else by utilization review. A complaint is never planned or requested.
  enum class Kind : std::uint8_t { statement, test, complaint };
  Asserted of(Span statement, Kind kind = Kind::statement) const;
  // The same where the index of its sentence is known. Words of `own` belong to the statement and change nothing:
  // "Norco 10/325 mg as needed" is no supposition.
  Asserted of(Span statement, std::size_t sentence, Kind kind, Span own = {}) const;

 private:
  struct CueAt {
    Span span;
    vocabulary::Cue cue;
    Span within;  // the term whose wording it belongs to; empty where it belongs to none
  };
  struct SectionReading {
    std::optional<vocabulary::CueMeaning> meaning;
    bool is_background = false;
  };
  // What a question looks at: the part of the sentence that no heading parts from the statement, and its cues.
  struct Scope {
    Span statement;
    Span sentence;
    std::span<const CueAt> cues;
  };
  std::span<const CueAt> cues_in(std::size_t sentence) const;
  bool reaches(const CueAt& cue, const Scope& scope) const;
  bool is_within_reach(const CueAt& cue, std::string_view gap) const;
  Assertion assertion_of(const CueAt& cue, Kind kind) const;
  bool denies_within(const CueAt& cue, Span statement) const;
  bool denies_from_within(const CueAt& cue, Span statement) const;
  bool is_year_past(const Scope& scope) const;
  std::string_view words(Span span) const { return document_.text.text().substr(span.begin, span.end - span.begin); }

  const records::Document& document_;
  std::vector<CueAt> cues_;               // by position
  std::vector<std::uint32_t> first_cue_;  // by sentence, and one more
  std::vector<SectionReading> sections_;  // by section
};

}  // namespace openimr::facts
