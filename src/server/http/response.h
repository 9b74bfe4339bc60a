// What is answered. A handler sets status, headers and body; the server adds what every answer has (security headers,
// length, date, request id), answers 304 and ranges, and compresses.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "server/http/body.h"
#include "server/http/fields.h"

namespace openimr::server {

struct Response {
  int status = 200;
  // "Cache-Control" is "no-store" where a handler sets none. With "ETag" an If-None-Match is answered by 304. A value
  // with a line break or another control character is refused: the answer becomes an error 500.
  Headers headers;
  Body body;
  std::string role;      // for the log: the role under which it was asked; never a name
  bool ranges = false;   // answer Range requests: for documents and files
  bool compress = true;  // gzip it where the client takes it and the type is a text
};

// Answers that are written often.
Response text(std::string text, int status = 200);
Response json(const nlohmann::json& value, int status = 200);
Response json_in_order(const nlohmann::ordered_json& value);  // of the keys, as they were written
// JSON that is written already.
Response json_text(std::string json, int status = 200);
Response no_content();
// Go and GET this address, after a form was sent.
Response see_other(std::string location);

// A document of this media type, by ranges if wanted. With a name it is to be saved under it, without it is shown.
Response document(Body body, std::string media_type, std::string_view save_as = {});

// The value of Content-Disposition for a file to be saved; any name is made harmless (RFC 6266, RFC 8187).
std::string attachment(std::string_view name);

}  // namespace openimr::server
