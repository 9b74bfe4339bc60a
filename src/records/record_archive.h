// The files of a zip archive that is a record.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "base/result.h"
#include "records/untrusted.h"

namespace openimr::records {

// Gives each file of the archive, which is `size` bytes large, in its order, with its name as people may be shown it,
// made unlike all before it: a name, never a path. What systems leave in archives (".DS_Store", "__MACOSX/") is passed
// over. Fails where the archive is damaged or beyond its bounds (records/record_reader.h), after the files before that.
using ArchivedFile = std::function<void(const std::string& name, Result<std::string> bytes)>;
Result<void> read_record_archive(const std::filesystem::path& program, const std::filesystem::path& archive,
                                 std::uint64_t size, const ReaderLimits& limits, const ArchivedFile& each);

}  // namespace openimr::records
