#include "office/checking.h"

#include <algorithm>

#include "base/ascii.h"
#include "records/documents.h"

namespace openimr::office {
namespace {

// A line of the request, as if it stood in a form, so that its words have places.
Place add_line(const std::string& text, records::CaseFile& file) {
  const auto begin = static_cast<std::uint32_t>(file.form.size());
  file.form += text + '\n';
  return {"request", 1, {begin, begin + static_cast<std::uint32_t>(text.size())}, text};
}

void add_items(const std::vector<std::string>& items, const vocabulary::Vocabulary& vocabulary,
               records::CaseFile& file) {
  for (const std::string& text : items) {
    file.items.push_back({.text = text,
                          .place = add_line(text, file),
                          .parsed = records::parse_item(text, vocabulary),
                          .service_date = std::nullopt,
                          .denial_reasons = "",
                          .denial_guideline = ""});
  }
}

}  // namespace

records::CaseFile records_of_notes(const std::string& notes, const vocabulary::Vocabulary& vocabulary) {
  records::RecordReader of_no_file({});
  records::CaseFile out = records::case_of_records({}, vocabulary, of_no_file);
  if (std::all_of(notes.begin(), notes.end(), is_white)) return out;
  const auto file = std::make_shared<const records::RecordFile>(records::text_file("notes", notes));
  out.files.push_back(file);
  out.documents = records::documents_of(file, {}, vocabulary);
  return out;
}

Result<Reviewed> check_request(const Engine& engine, records::CaseFile records, const Request& request,
                               std::vector<Error>& problems) {
  records.dates.review = request.on;
  records.dates.request = request.on;
  records.dates.injury = request.injury;
  add_items(request.items, engine.vocabulary, records);
  if (request.injury) records.place_of_injury_date = add_line(request.injury->iso(), records);
  return review_case(engine, std::move(records), request.mme_year, problems);
}

}  // namespace openimr::office
