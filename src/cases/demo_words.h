// What the invented cases of the demo are about: requests as physicians word them, each kind with what a record, a
// reviewer and a guideline say of it. Everybody and everything in it is invented, and short. Inside cases/ only.
#pragma once

#include <string_view>
#include <vector>

namespace openimr::cases {

struct RequestKind {
  std::string_view criterion;  // of the draft, by its id
  std::string_view says;       // what the criterion asks
  int weight = 1;              // of a hundred and a few requests so many are of this kind
  int overturned = 80;         // of a thousand
  bool is_drug = false;
  std::string_view citation;  // as the letter cites it
  std::string_view history;   // of the progress note
  std::string_view upheld;    // the rationale, one of these
  std::string_view needed;
  std::vector<std::string_view> requests;
};

const std::vector<RequestKind>& request_kinds();

// Each plainly invented.
const std::vector<std::string_view>& first_names();  // "Ina", before "Invented-0042"
const std::vector<std::string_view>& claims_administrators();
const std::vector<std::string_view>& physicians();
const std::vector<std::string_view>& certifications();

}  // namespace openimr::cases
