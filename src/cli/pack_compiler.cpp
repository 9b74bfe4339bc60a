// Makes the snapshot of the packs at build time: pack_compiler PACKS_DIR OUT_FILE
#include <cstdio>
#include <exception>
#include <vector>

#include "base/packs.h"
#include "corpus/deidentify/deidentifier.h"
#include "guidelines/library.h"
#include "program/programme.h"
#include "vocabulary/vocabulary.h"

namespace {

int report(const openimr::Error& error) {
  std::fprintf(stderr, "%s\n", error.to_string().c_str());
  return 1;
}

int compile(const char* folder, const char* out) {
  std::vector<openimr::Error> problems;
  auto packs = openimr::read_packs(folder, problems);
  for (const auto& problem : problems) report(problem);
  if (!packs) return problems.empty() ? report(packs.error()) : 1;
  const auto vocabulary = openimr::vocabulary::Vocabulary::from_packs(packs->data["vocabulary"]);
  if (!vocabulary) return report(vocabulary.error());
  const auto library = openimr::guidelines::Library::from_packs(packs->data, *vocabulary);
  if (!library) return report(library.error());
  const auto programmes = openimr::program::programmes_from_packs(packs->data);
  if (!programmes) return report(programmes.error());
  const auto deidentifier = openimr::corpus::deidentify::Deidentifier::from_packs(packs->data);
  if (!deidentifier) return report(deidentifier.error());
  const auto written = openimr::write_snapshot(*packs, out);
  return written ? 0 : report(written.error());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: pack_compiler PACKS_DIR OUT_FILE\n");
    return 2;
  }
  try {
    return compile(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "pack_compiler: %s\n", error.what());
    return 70;
  }
}
