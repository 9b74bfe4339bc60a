// The structure of the document, by which a screen reader finds its way: sections, items, tables, lists.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "letter/writing/blocks.h"

namespace openimr::letter {

// An element of the structure, by its name in PDF: "P", "H2". The number tells elements of one name apart; an element
// is numbered by its first block.
struct Tag {
  std::string name;
  std::size_t number;
  bool operator==(const Tag&) const = default;
};
using Path = std::vector<Tag>;  // from "Document" down

class Structure {
 public:
  // The elements around block i, without its own. The blocks are asked for in order.
  Path around(const std::vector<Block>& blocks, std::size_t i);

 private:
  std::size_t group_ = 0;  // first block of this kind in a row
  std::optional<std::size_t> section_;
  std::optional<std::size_t> item_;
};

// The element that a block is, where it is one.
std::string element_of(BlockKind kind);

Path below(Path path, const std::string& name, std::size_t number);

}  // namespace openimr::letter
