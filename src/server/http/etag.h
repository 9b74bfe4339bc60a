// Entity tags: what version of something an answer shows, and which one a client has (RFC 9110, section 8.8.3).
#pragma once

#include <string>
#include <string_view>

namespace openimr::server {

// A strong tag of these bytes, with its quotes: "\"9f86d081884c7d659a2feaa0c55ad015\"".
std::string tag_of(std::string_view bytes);

// The tag of the same thing in another coding: "\"9f86...-gzip\"". Tags of different bytes must differ.
std::string coded_tag(std::string_view tag, std::string_view coding);

// Whether If-Match, If-None-Match or If-Range names the tag, in whatever coding the client got it. "*" names any.
// A weak tag (W/) counts for If-None-Match only.
enum class Weak : bool { no, counts };
bool names_tag(std::string_view header, std::string_view tag, Weak weak);

}  // namespace openimr::server
