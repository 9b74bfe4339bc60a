// For the leak checker of the sanitizers, which takes one list from a program: what libraries lose or keep to the end.
#pragma once

namespace openimr {

// Fontconfig keeps pointers as offsets, which look like memory that was lost. Xapian does lose a hundred bytes where a
// question meets an index that is written over (corpus/collection).
inline constexpr const char* kLostByLibraries = "leak:libfontconfig\nleak:libxapian\n";

}  // namespace openimr
