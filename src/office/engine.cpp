#include "office/engine.h"

#include <nlohmann/json.hpp>

#include "facts/extract.h"
#include "records/record_reader.h"
#include "review/draft.h"

namespace openimr::office {
namespace {

std::filesystem::path snapshot_path() {
  std::error_code failed;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
  return program.parent_path().parent_path() / "share" / "openimr" / "packs.snapshot";
}

}  // namespace

Result<Packs> load_packs(const std::string& packs_folder, std::vector<Error>& problems) {
  return packs_folder.empty() ? read_snapshot(snapshot_path()) : read_packs(packs_folder, problems);
}

Result<Engine> make_engine(Packs packs) {
  auto vocabulary = vocabulary::Vocabulary::from_packs(packs.data["vocabulary"]);
  if (!vocabulary) return fail(vocabulary.error());
  auto library = guidelines::Library::from_packs(packs.data, *vocabulary);
  if (!library) return fail(library.error());
  auto formulary = guidelines::Formulary::from_packs(packs.data);
  if (!formulary) return fail(formulary.error());
  letter::Reader letters(packs.data["letters"]);
  return Engine{packs.hash,          std::move(packs.data["schema"]), std::move(*vocabulary),
                std::move(*library), std::move(*formulary),           std::move(letters)};
}

Result<Engine> load_engine(const std::string& packs_folder, std::vector<Error>& problems) {
  auto packs = load_packs(packs_folder, problems);
  if (!packs) return fail(packs.error());
  return make_engine(std::move(*packs));
}

Result<Reviewed> review_case(const Engine& engine, records::CaseFile file, int mme_year, std::vector<Error>& problems) {
  auto facts = facts::extract(file, engine.vocabulary, {mme_year});
  auto draft = review::draft(file, facts, engine.library, engine.vocabulary, engine.packs_hash);
  if (!draft) {
    problems.push_back(draft.error());
    return fail(draft.error());
  }
  return Reviewed{std::move(file), std::move(facts), std::move(*draft)};
}

}  // namespace openimr::office
