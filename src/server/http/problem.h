// Refusals and failures as problem details (RFC 9457, application/problem+json):
//
//   {"type": "urn:openimr:problem:not_found", "title": "Not found", "status": 404, "code": "not_found",
//    "detail": "There is no such case.", "instance": "4f0c5a8e91d2b376"}
//
// `instance` is the request id, which the log has too.
#pragma once

#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "server/http/request.h"
#include "server/http/response.h"

namespace openimr::server {

struct Problem {
  int status = 500;
  std::string code;    // stable, for programs: "not_found", "version_conflict"
  std::string title;   // the same for every problem of this code; empty: the words of the status
  std::string detail;  // of this one, for a person: what was wrong and what to do
  nlohmann::json more = nlohmann::json::object();  // other members: {"errors": [{"field": ..., "message": ...}]}
};

// The answer to this request.
Response answer(const Request& request, Problem problem);

// The usual ones. Details are for the person who reads them.
Problem bad_request(std::string detail);                      // 400 bad_request
Problem unauthenticated(std::string detail);                  // 401 unauthenticated
Problem forbidden(std::string detail);                        // 403 forbidden
Problem not_found(std::string detail);                        // 404 not_found
Problem conflict(std::string code, std::string detail);       // 409
Problem precondition_failed(std::string detail);              // 412 precondition_failed: If-Match does not hold
Problem unprocessable(std::string code, std::string detail);  // 422
Problem internal_error();                                     // 500 internal_error, without any detail

// What an error of ours is to a client:
//
//   not_found                       404 not_found
//   wrong_use                       `wrong_use`, by the caller: 422 or 409
//   unavailable                     503 unavailable, to be tried again
//   unreadable, invalid, internal   500 internal_error: something here is damaged; nothing of it is shown
//
// Message and remedy are shown for the first two, paths of files never.
Problem problem_of(const Error& error, int wrong_use = 422);
// An error in what the client sent (an upload, a form): unreadable and invalid are 422 too, with line and column.
Problem problem_of_input(const Error& error);

// "Not Found" for 404; "Unknown" for what has no words.
std::string_view words_of(int status);

}  // namespace openimr::server
