// Texts made smaller for the disk (zstd).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace openimr::corpus {

std::string packed(std::string_view text);
// Fails with invalid where the bytes are not what packed() gives, or larger than any letter: 128 MiB.
Result<std::string> unpacked(std::string_view bytes);

}  // namespace openimr::corpus
