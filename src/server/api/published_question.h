// What an address asks of the published determinations: where=drug:carisoprodol&from=2016-01-01&...
#pragma once

#include <tl/expected.hpp>

#include "corpus/collection/collection.h"
#include "server/api/call.h"

namespace openimr::server {

// The collection, for as long as one answer takes. 404 where none is set up.
tl::expected<PublishedLetters::Lease, Problem> lent(const Call& call);

// Each fails with 400, naming the parameter and how it is written.
tl::expected<corpus::Facet, Problem> facet_of(std::string_view name);
tl::expected<corpus::Question, Problem> question_of(const Request& request);
tl::expected<int, Problem> number_of(const Request& request, std::string_view name, int usual, int least, int most);

}  // namespace openimr::server
