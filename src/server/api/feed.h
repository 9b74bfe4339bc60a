// A search as a feed (Atom, RFC 4287), for those who follow what is decided.
#pragma once

#include <string>
#include <string_view>

#include "corpus/collection/search.h"

namespace openimr::server {

// `public_url`: where readers reach us; empty: addresses are those of the path alone.
std::string feed_of(const corpus::Question& question, const corpus::Answer& answer, std::string_view public_url);

}  // namespace openimr::server
