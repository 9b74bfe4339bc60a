// The packs of the build for fuzzers, and how they stop.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/packs.h"
#include "guidelines/library.h"
#include "letter/read.h"
#include "letter/reading/citations.h"
#include "vocabulary/vocabulary.h"

namespace openimr::fuzzing {

struct Engine {
  nlohmann::json schema;
  vocabulary::Vocabulary vocabulary;
  guidelines::Library library;
  letter::Reader letters;
  letter::CitationReader citations;
};

inline const Engine& engine() {
  static const Engine loaded = [] {
    auto packs = read_snapshot(OPENIMR_SNAPSHOT);
    if (!packs) {
      std::fprintf(stderr, "%s\n", packs.error().to_string().c_str());
      std::exit(1);
    }
    auto vocabulary = vocabulary::Vocabulary::from_packs(packs->data["vocabulary"]);
    auto library = guidelines::Library::from_packs(packs->data, vocabulary.value());
    return Engine{std::move(packs->data["schema"]), std::move(vocabulary.value()), std::move(library.value()),
                  letter::Reader(packs->data["letters"]), letter::CitationReader(packs->data["letters"])};
  }();
  return loaded;
}

// An invariant that must hold for every input.
inline void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace openimr::fuzzing
