// What is said about a document or an archive that could not be read: one sentence, and what to do next.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "records/reader_frames.h"
#include "records/untrusted.h"

namespace openimr::records {

// What the child said of it. `kind` is nothing for an archive.
Error said_of(const std::string& name, std::optional<DocumentKind> kind, ErrorFrame said, const ReaderLimits& limits);
// It is larger than the limit.
Error too_large(const std::string& name, std::uint64_t bytes, const ReaderLimits& limits);
// An entry of an archive is larger than the limit.
Error entry_too_large(const std::string& name, const ReaderLimits& limits);
// The child did not answer in time.
Error too_slow(const std::string& name, const ReaderLimits& limits);
// The child ended, with a status as waitpid() gives it, or broke the rules of the frames.
Error child_fell(const std::string& name, int status, const ReaderLimits& limits);

}  // namespace openimr::records
