// The last steps from what a handler answered to what is sent.
#pragma once

#include <string>
#include <string_view>

#include "server/http/request.h"
#include "server/http/response.h"

namespace openimr::server {

// Makes an answer ready to be sent: refuses headers that would break out of their line, says no-store where nothing is
// said about caching, answers 304 where the client has this version, 206 or 416 where it asked for a part, and
// compresses texts over 1 KiB.
void finish(const Request& request, Response& response);

// The headers that every answer has and no handler changes, each with its line end: a strict content policy and what
// else keeps other sites and the browser from doing more than the pages need. By TLS also Strict-Transport-Security.
std::string_view security_headers(bool secure);

// Status line and headers, with their closing line.
struct HeadOptions {
  bool keep_alive = true;
  bool secure = false;
  bool old_protocol = false;  // the client speaks HTTP/1.0
};
std::string head_of(const Response& response, std::string_view request_id, const HeadOptions& options);

// Whether an answer with this status may have a body.
bool has_body(int status);

}  // namespace openimr::server
