// From the head of a request, as Beast parsed it, to a Request. Only for the sources of server/http.
#pragma once

#include <optional>

#include <boost/beast/http/message.hpp>

#include "server/http/problem.h"
#include "server/http/request.h"

namespace openimr::server {

// Fills method, path, query and headers. Gives what is wrong with it: no or several hosts, an unknown method (501), an
// address that is none, an expectation other than 100-continue (417).
std::optional<Problem> read_head(const boost::beast::http::request_header<>& head, Request& request);

// What is wrong with a request that Beast could not parse, or that did not come in time; none where the client is gone.
std::optional<Problem> problem_of_parsing(const boost::system::error_code& failed);

}  // namespace openimr::server
