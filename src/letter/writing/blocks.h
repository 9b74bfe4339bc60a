// The letter as a list of blocks: what it says, in order, before anybody decides what it looks like. The writers of
// text, HTML and PDF set the same list, so that the three always say the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "determination/determination.h"
#include "letter/write.h"

namespace openimr::letter {

enum class BlockKind : std::uint8_t {
  organisation,  // letterhead
  programme,     // letterhead
  title,
  header_row,  // label and value: "Case Number:"
  outcome,     // label and value: "Final Determination:" "UPHELD"
  meaning,     // what the outcome means; belongs to it
  heading,     // of a section
  paragraph,
  credential,  // label and value: "State(s) of Licensure:"
  list_entry,  // its label is its number: "1."; a bullet where it has none
  item,        // heading of a disputed item, with its decision
  labelled,    // label and paragraph: "Decision rationale:"
  // Of papers alone:
  address,    // a line of it
  table_row,  // label and value; unlike a header_row it may stand anywhere, and a page may end behind it
  signature,  // a line to sign on, and below it who signs
};

struct Block {
  BlockKind kind;
  std::string label;  // with its colon or point
  std::string text;
  std::optional<determination::Decision> decision;  // of an item

  // "Upheld", "Overturned"; empty where the block is no item.
  std::string_view decision_word() const;
  // The whole block on one line, as it is read: "Case Number: CM00-0000000", "Soma 350 mg #60: Upheld".
  std::string words() const;
  // Whether it ends with a decision, on its item or on the case.
  bool decides() const { return kind == BlockKind::item || kind == BlockKind::outcome; }
};

// White space folded, without characters that cannot be seen.
std::string as_printed(const std::string& text);

// Texts are as printed. What the determination does not
// state has no block.
std::vector<Block> blocks_of(const determination::Determination& letter, const Letterhead& head);

// What stands at the foot of every page before its number: "Case CM00-0000000 - ". Empty where the case has no number.
std::string running_foot(const determination::Determination& letter);
// "Independent Medical Review Final Determination, case CM00-0000000": the title of the document.
std::string document_title(const determination::Determination& letter);

}  // namespace openimr::letter
