// Lists: where a stream stands, so that a work list is read without reading the streams. What a list is for, and which
// streams stand in it, is the business of who appends.
//
//   store->append(stream, version, events, key, &entries);          // the stream now stands in these lists and no
//   other auto page = store->list("work/intake", "2015-09", "", {}, 50);  // those of September and later, the first 50
//
// A stream's entries are derived from its events: whoever wrote them can make them again. So they are no part of the
// chain and of heads, verify() does not look at them, and a backup leaves them out: after restore() there are none
// until the owner of the streams has made them again (Store::replace_entries).
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/ids.h"

namespace openimr::store {

// A stream may have at most as many.
constexpr std::size_t kMostEntries = 100;

// That a stream stands in a list, at a place. A stream may stand in one list at several places.
struct Entry {
  std::string list;  // 1 to 100 printable ASCII characters: "work/intake"
  std::string sort;  // 0 to 100 of them; a list is in the order of their bytes, then of the stream's: "2015-09-29"
  auto operator<=>(const Entry&) const = default;
};

// A place in a list. The last one of a page is where the next page begins.
struct ListPlace {
  std::string sort;
  std::string stream;
  auto operator<=>(const ListPlace&) const = default;
};

// The entries of a stream as they follow from its first `at` events; for making them anew.
struct StreamEntries {
  StreamId stream;
  Version at;
  std::vector<Entry> entries;
};

// Fails with wrong_use where there are too many, or a list or a sort is not sound. An entry given twice is there once.
Result<void> check(const std::vector<Entry>& entries);

}  // namespace openimr::store
