// The files in a tar or zip archive as frames.
#pragma once

#include <optional>

#include "records/reader_frames.h"
#include "records/untrusted.h"

namespace openimr::reader {

// Sets what the names in archives are read as, while files may still be opened.
void warm_up_archives();

// Sends every file of the archive that standard input is. Gives why it ends before the archive does, where it does.
std::optional<records::ErrorFrame> read_tar(const records::ReaderLimits& limits);
std::optional<records::ErrorFrame> read_zip(const records::ReaderLimits& limits);

}  // namespace openimr::reader
