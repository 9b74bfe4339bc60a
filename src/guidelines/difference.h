// Editions by name, and what changed between two of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "guidelines/library.h"

namespace openimr::guidelines {

// One guideline in one edition, whatever the number of its files.
struct Edition {
  std::string id;  // "mtus-chronic-pain-medical-treatment-2009"; with its chapter where it has one
  std::vector<const Guideline*> parts;

  const Guideline& first() const { return *parts.front(); }
};

// Those of the library, in the order of their packs.
std::vector<Edition> editions_of(const Library& library);

struct Change {
  enum class Kind : std::uint8_t { added, removed, changed } kind;
  std::string section;    // its id
  std::string criterion;  // its id; empty: the section itself
  std::string before;     // empty where added
  std::string after;      // empty where removed
};
std::string_view name_of(Change::Kind kind);

// From one edition to another: sections by id, in them criteria by id; what a criterion says, asks for, its kind, pages
// and standing. A section that is only in one of them is one change, without its criteria.
std::vector<Change> changes_between(const Edition& earlier, const Edition& later);

}  // namespace openimr::guidelines
