// The files in a tar archive as frames.
#pragma once

#include <optional>

#include "records/reader_frames.h"
#include "records/untrusted.h"

namespace openimr::reader {

// Sets what the names in archives are read as, while files may still be opened.
void warm_up_tar();

// Sends every file of the archive that standard input is. Gives why it ends before the archive does, where it does.
std::optional<records::ErrorFrame> read_archive(const records::ReaderLimits& limits);

}  // namespace openimr::reader
