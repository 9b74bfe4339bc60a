#include "office/checking.h"

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
