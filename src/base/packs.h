// The packs: law, guidelines and vocabulary as data, read from their folder or from the snapshot made at build time.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/result.h"

namespace openimr {

struct Packs {
  // {"vocabulary": {"drugs": [...], ...merged lists}, "guidelines": [one object per file], "search_sequence": [...],
  // "letters": {...}, "formulary": [one object per file], "programs": [one object per file],
  //  "schema": {"case": {...}, "review": {...}, "fact": {...}, "determination": {...}, "vocabulary": {...}}}
  nlohmann::json data;
  std::string hash;  // BLAKE2b over names and contents of all pack files, hex; names the version everywhere
};

// Reads and checks every pack below the folder: schema, dates and source of each rule. All problems are reported.
Result<Packs> read_packs(const std::filesystem::path& folder, std::vector<Error>& problems);

// The snapshot: the same data in one file. Reading it checks nothing but that it is whole.
Result<Packs> read_snapshot(const std::filesystem::path& file);
Result<void> write_snapshot(const Packs& packs, const std::filesystem::path& file);

}  // namespace openimr
