// A second reader of directions, slow and plain, that shares nothing with src/vocabulary: at each word it tries every
// phrase of a table, with backtracking, and takes the longest; what was found is put together afterwards. The fast
// reader is held to it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace openimr::testing {

// The fields of tests/vocabulary/directions.tsv (without the drug) that the words state, as they are written there. The
// drug's name is the first `name` bytes of the text; 0: there is none.
std::map<std::string, std::string> slow_directions(std::string_view text, std::size_t name);

}  // namespace openimr::testing
