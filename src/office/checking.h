// What a request still lacks under the guideline, before a review.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "office/engine.h"

namespace openimr::office {

struct Request {
  std::vector<std::string> items;  // as the request words them
  Date on;                         // whose guidelines hold
  std::optional<Date> injury;
  int mme_year = 0;
};

// Records of one text, as somebody pasted it; a blank one is no record.
records::CaseFile records_of_notes(const std::string& notes, const vocabulary::Vocabulary& vocabulary);

// The records, reviewed as a request for the items; no review has begun and nobody has decided.
Result<Reviewed> check_request(const Engine& engine, records::CaseFile records, const Request& request,
                               std::vector<Error>& problems);

}  // namespace openimr::office
