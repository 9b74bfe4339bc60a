// A page of a PDF or a picture as a page of a record: what it had as text, and what was recognised on it.
#pragma once

#include <optional>

#include "records/foreign_pages.h"
#include "records/record_file.h"
#include "records/scan_pool.h"

namespace openimr::records {

// Adds the page. `source` is what it is where no word was recognised. A page that could not be recognised is lost,
// unless it had words of its own and little else is on it: what a fax machine prints above a page of handwriting is not
// the page. A page with neither words nor ink is blank. Boxes stand on the page as people are
// shown it.
void add_page(RecordFile& file, PageSource source, ForeignPage read, std::optional<ScannedPage> scan);

}  // namespace openimr::records
