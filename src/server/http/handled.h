// Answers to a request that was read, ready to be sent. None of them throws: what a handler throws is told to the
// observer and answered as an internal error.
#pragma once

#include <optional>
#include <string>

#include "server/http/observer.h"
#include "server/http/problem.h"
#include "server/http/router.h"

namespace openimr::server {

// What the route's handler answers.
Response handled(const Route& route, const Request& request, Observer& observer);

// What the route says before the body of the request is read: a refusal, or nothing.
std::optional<Response> refused_early(const Route& route, const Request& request, Observer& observer);

// What is said where no route has the request: the methods of the address, or that there is none.
Response unrouted(const Request& request, const Match& match);

// A refusal by the server itself.
Response refused(const Request& request, Problem problem);

// 503, to be tried again.
Problem too_busy(std::string detail);

}  // namespace openimr::server
