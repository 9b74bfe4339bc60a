// What every command needs: the packs, compiled.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/packs.h"
#include "base/result.h"
#include "determination/draft.h"
#include "facts/fact.h"
#include "guidelines/formulary.h"
#include "guidelines/library.h"
#include "letter/read.h"
#include "records/case_file.h"
#include "vocabulary/vocabulary.h"

namespace openimr::office {

struct Engine {
  std::string packs_hash;
  nlohmann::json schemas;
  vocabulary::Vocabulary vocabulary;
  guidelines::Library library;
  guidelines::Formulary formulary;
  letter::Reader letters;
};

// Reads the packs: from the folder where one is named (--packs, or OPENIMR_PACKS), else from the snapshot beside the
// program (../share/openimr/packs.snapshot).
Result<Packs> load_packs(const std::string& packs_folder, std::vector<Error>& problems);

// Compiles packs that were read.
Result<Engine> make_engine(Packs packs);

// Both of them.
Result<Engine> load_engine(const std::string& packs_folder, std::vector<Error>& problems);

// A reviewed case: the file, its facts and the draft.
struct Reviewed {
  records::CaseFile file;
  facts::Facts facts;
  determination::Draft draft;
};
Result<Reviewed> review_case(const Engine& engine, records::CaseFile file, int mme_year, std::vector<Error>& problems);

}  // namespace openimr::office
