// Texts that are kept in tests/golden, to be read by people.
#pragma once

#include <cstdlib>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "support/engine.h"

namespace openimr::testing {

// The text is the one kept under this name. OPENIMR_RENEW_GOLDEN=1 keeps the new one.
inline void expect_golden(const std::string& name, const std::string& written) {
  const auto file = source_dir() / "tests" / "golden" / name;
  if (std::getenv("OPENIMR_RENEW_GOLDEN") != nullptr) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << written;
  }
  EXPECT_EQ(written, read_whole(file)) << "OPENIMR_RENEW_GOLDEN=1 writes what it is now";
}

}  // namespace openimr::testing
