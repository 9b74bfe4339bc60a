// What a command line asks of the collection.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/corpus/options.h"
#include "corpus/collection/collection.h"
#include "corpus/collection/facets.h"

namespace openimr::cli {

// The collection, to be asked. Where its index lacks letters, a line on stderr says so.
Result<corpus::Collection> collection_of(const CorpusOptions& options);
// FACET=VALUE, each. Fails with wrong_use, naming the facets that there are.
Result<std::vector<std::pair<corpus::Facet, std::string>>> conditions_of(const std::vector<std::string>& where);
Result<corpus::Facet> facet_of(const std::string& name);
// A day in ISO form; nothing where it is empty. `option` is for the message.
Result<std::optional<Date>> day_of(const std::string& text, const std::string& option);

}  // namespace openimr::cli
