#include "cli/case_determination.h"

#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/letter_of.h"
#include "letter/determination_json.h"

namespace openimr::cli {

PreparedLetter prepared_letter(const Packs& packs, const program::Programme& programme, const cases::Case& c,
                               Date decided, const std::vector<std::string>& reviewer_names) {
  const letter::CitationReader citations(packs.data["letters"]);
  PreparedLetter out{cases::determination_of(programme, c, citations, decided), {}};
  std::vector<std::string> records;
  for (const auto& record : out.determination.records_reviewed) records.push_back(record.text);
  out.missing = cases::missing_parts(programme, out.determination, records, reviewer_names);
  return out;
}

std::string in_words(const std::vector<cases::MissingPart>& missing) {
  std::string out;
  for (const cases::MissingPart& part : missing) {
    const std::string where = part.item > 0 ? fmt::format("item {}: ", part.item) : "";
    out += fmt::format("{}{}{} ({})\n", part.soft ? "note: " : "", where, part.message, part.section);
  }
  return out;
}

letter::Letterhead letterhead_of(const OfficeOptions& options) {
  letter::Letterhead out;
  if (!options.organisation.empty()) out.organisation = options.organisation;
  return out;
}

Result<nlohmann::json> kept_letter(store::Store& store, const determination::Determination& letter,
                                   const letter::Letterhead& head) {
  std::ostringstream text;
  letter::write_letter_text(text, letter, head);
  const auto pdf = letter::letter_pdf(letter, head);
  if (!pdf) return fail(pdf.error());
  nlohmann::json what;
  const std::pair<const char*, std::string> documents[] = {
      {"letter", letter::to_json(letter).dump()}, {"text", text.str()}, {"pdf", *pdf}};
  for (const auto& [field, bytes] : documents) {
    const auto id = store.put(bytes);
    if (!id) return fail(id.error());
    what[field] = id->hash.hex();
  }
  return what;
}

}  // namespace openimr::cli
