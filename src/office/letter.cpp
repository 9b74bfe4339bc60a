#include "office/letter.h"

#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/letter_of.h"
#include "letter/determination_json.h"
#include "office/roster.h"

namespace openimr::office {
namespace {

// The letter as data, text and PDF: the fields of the event that signs or corrects it.
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

}  // namespace

Result<PreparedLetter> prepared_letter(Office& office, const FoundCase& found) {
  PreparedLetter out;
  out.number = found.c.number;
  out.version = found.c.version;
  std::vector<std::string> names;
  for (const cases::CaseReviewer& each : found.c.reviewers) {
    auto reviewer = reviewer_of(office, each.id);
    if (reviewer) {
      names.push_back(std::move(reviewer->name));
    } else if (reviewer.error().code == ErrorCode::not_found) {
      out.not_on_file.push_back(each.id);
    } else {
      return fail(reviewer.error());
    }
  }
  const letter::CitationReader citations(office.packs().data["letters"]);
  const bool corrects = found.c.determined && !found.c.letters.empty();
  const Date decided = corrects ? found.c.letters.front().on.day : found.now.day;
  out.determination = cases::determination_of(*found.programme, found.c, citations, decided);
  std::vector<std::string> records;
  for (const auto& record : out.determination.records_reviewed) records.push_back(record.text);
  out.missing = cases::missing_parts(*found.programme, out.determination, records, names);
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

Result<cases::Case> sign(Office& office, cases::CaseEvent event, const PreparedLetter& letter,
                         const letter::Letterhead& head, const store::EventKey& key) {
  if (cases::hinders_signing(letter.missing))
    return fail({ErrorCode::wrong_use, "the letter is not complete", letter.number, "", 0, 0,
                 "Mend what is named above, then do it again."});
  auto what = kept_letter(office.store(), letter.determination, head);
  if (!what) return fail(what.error());
  event.what = std::move(*what);
  return office.ledger().record(letter.number, {event}, key, letter.version);
}

}  // namespace openimr::office
