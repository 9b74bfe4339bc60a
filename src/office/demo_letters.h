// A collection of invented letters, to search and to count in a demo (corpus/simulation).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "base/result.h"
#include "vocabulary/vocabulary.h"

namespace openimr::office {

// Adds the first `letters` of one invented programme to the collection of a folder, each once, and indexes them.
// `told` is called with how many are indexed. Fails with unavailable where the folder cannot be written.
Result<void> fill_with_demo_letters(const std::filesystem::path& folder, const vocabulary::Vocabulary& vocabulary,
                                    std::int64_t letters, const std::function<void(int)>& told = {});

}  // namespace openimr::office
