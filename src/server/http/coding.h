// Content codings: what a client takes, what is worth compressing, and gzip.
#pragma once

#include <string>
#include <string_view>

namespace openimr::server {

// Whether Accept-Encoding takes the coding ("gzip", "br"). What is not named, or has q=0, is not taken.
bool takes(std::string_view accept_encoding, std::string_view coding);

// Whether things of this media type become smaller: texts, JSON, SVG; not pictures, PDF, archives.
bool is_compressible(std::string_view media_type);

// Level 1 (fast) to 9 (small).
std::string gzip(std::string_view bytes, int level);

}  // namespace openimr::server
