// The vocabulary of the build alone, for tests of what comes before facts and guidelines.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "base/packs.h"
#include "vocabulary/vocabulary.h"

namespace openimr::testing {

inline const vocabulary::Vocabulary& words() {
  static const vocabulary::Vocabulary loaded = [] {
    auto packs = read_snapshot(OPENIMR_SNAPSHOT);
    if (!packs) {
      std::fprintf(stderr, "%s\n", packs.error().to_string().c_str());
      std::exit(1);
    }
    return std::move(vocabulary::Vocabulary::from_packs(packs->data["vocabulary"]).value());
  }();
  return loaded;
}

// The folder of material that the repository does not hold: OPENIMR_SHARED, else ../shared.
inline std::filesystem::path shared_folder() {
  const char* named = std::getenv("OPENIMR_SHARED");
  return named != nullptr ? std::filesystem::path(named) : std::filesystem::path(OPENIMR_SOURCE_DIR) / "../shared";
}

}  // namespace openimr::testing
