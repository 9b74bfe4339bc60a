// TLS 1.2 and later, for HTTP/1.1. Only for the sources of server/http.
#pragma once

#include <string>

#include <boost/asio/ssl/context.hpp>

#include "base/result.h"

namespace openimr::server {

// Fails with not_found and unreadable (the files), wrong_use (not PEM; a key that does not fit).
Result<boost::asio::ssl::context> make_tls(const std::string& certificate, const std::string& key);

}  // namespace openimr::server
