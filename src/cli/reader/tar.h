// The files in a tar archive as frames.
#pragma once

#include "records/untrusted.h"

namespace openimr::reader {

// Sets what the names in archives are read as, while files may still be opened.
void warm_up_tar();

// Sends every file of the archive that standard input is, and then the end, or why it ends before.
void read_archive(const records::ReaderLimits& limits);

}  // namespace openimr::reader
