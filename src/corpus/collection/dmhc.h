// Determinations of California's Department of Managed Health Care, as it publishes them: a CSV with a row for each,
// parted by ';' or, with the findings, by ','. A row has fields and no letter; its text is its findings, where they are
// there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/collection/published.h"

namespace openimr::corpus {

// Every row below the head, in order. One that is not as the head says, or names no decision, is an error that names
// its line. A file without the columns of the collection is one error. Bounds: a row of 1 MiB.
std::vector<Result<Published>> read_dmhc(std::string_view text, const std::string& file);

}  // namespace openimr::corpus
