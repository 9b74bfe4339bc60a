// Any bytes as a pack: refused by the reader or the schema, or compiled. The first byte says whether it is a guideline
// or a part of the vocabulary.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/clean_text.h"
#include "base/data.h"
#include "engine.h"

using namespace openimr;
using fuzzing::must;

namespace {

nlohmann::json schema(const char* name) {
  const auto text = read_file(std::string(OPENIMR_SOURCE_DIR) + "/packs/schema/" + name + ".schema.json", 4U << 20U);
  must(text.has_value(), "the schema is there");
  return nlohmann::json::parse(*text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static const nlohmann::json guideline = schema("guideline");
  static const nlohmann::json words = schema("vocabulary");
  const bool is_guideline = data[0] == 'g';
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (first_invalid_utf8(text) != std::string::npos) return 0;
  auto file = read_yaml(text, "pack.yaml", {1U << 16U, 32, 10'000});
  if (!file) {
    must(!file.error().remedy.empty(), "an error names a remedy");
    return 0;
  }
  if (!check_schema(*file, is_guideline ? guideline : words).empty()) return 0;
  if (!is_guideline) {
    const auto vocabulary = vocabulary::Vocabulary::from_packs(file->value);
    if (vocabulary) (void)vocabulary->find(CleanText("the patient takes soma 350 mg and denies spasm."));
    return 0;
  }
  nlohmann::json packs = {{"guidelines", nlohmann::json::array({file->value})},
                          {"search_sequence", nlohmann::json::array()}};
  const auto library = guidelines::Library::from_packs(packs, fuzzing::engine().vocabulary);
  if (library) (void)guidelines::check(*library, fuzzing::engine().vocabulary);
  return 0;
}
