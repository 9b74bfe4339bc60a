// A page of a record as text, with the box of each of its words.
#pragma once

#include <nlohmann/json.hpp>

#include "records/record_file.h"

namespace openimr::server {

// Page (from 1) of a file that has it, without `document` and `facts`. Positions count bytes in the text of the whole
// file, as places do.
nlohmann::ordered_json page_view(const records::RecordFile& file, int page);

}  // namespace openimr::server
