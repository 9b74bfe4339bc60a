// The disputed items of a letter, each with its decision, what both sides relied on, and the rationale.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "determination/determination.h"
#include "letter/needed.h"
#include "letter/reading/labels.h"
#include "letter/reading/lines.h"

namespace openimr::letter {

// Words that state a decision at the end of a stretch of text: "X: Upheld", or "The request for X is not medically
// necessary and appropriate."
struct Statement {
  Span text;  // what was requested
  determination::Decision decision;
  Span words;  // the decision: "Upheld", "is not medically necessary and appropriate"
};

// The statement that ends with line `last`, in lines from `first` on; the item's text may be a part of them only, where
// a rationale stands before it. Nothing where the lines end otherwise.
std::optional<Statement> statement_at_end(const Lines& lines, std::size_t first, std::size_t last, int usual_gap,
                                          bool rationale_before);

// First line of an item's text that ends with line `last`, in lines from `first` on, where a rationale may stand
// before.
std::size_t first_line_of_item(const Lines& lines, std::size_t first, std::size_t last, int usual_gap);

// Reads the items of lines [first, last), which hold `marks`. Fails on the first item that is not whole, with what is
// missing of what is needed; `file` is for messages.
Result<std::vector<determination::DecidedItem>> read_items(const Lines& lines, std::size_t first, std::size_t last,
                                                           const std::vector<Mark>& marks, Needed needed,
                                                           std::string_view file);

// "necessary" or "not necessary", as in "is not medically necessary and appropriate", "is notmedically necessary". The
// last such phrase of the text; `begin` is that of its verb.
struct Necessity {
  determination::Decision decision;
  std::size_t begin;
  std::size_t end;
};
std::optional<Necessity> last_necessity(std::string_view folded);

// "1. ", "12) " at the beginning of a line: the number and the length of its words.
struct Numbering {
  int number;
  std::size_t length;
};
std::optional<Numbering> numbering_of(std::string_view line);

}  // namespace openimr::letter
