#include "server/sign_in/cookies.h"

#include <fmt/format.h>

namespace openimr::server {
namespace {

std::string name_of(const Cookie& cookie, bool secure) {
  return fmt::format("{}{}", secure ? "__Host-" : "", cookie.name);
}

std::string written(const Cookie& cookie, std::string_view value, bool secure, const std::string& age) {
  return fmt::format("{}={}; Path=/; HttpOnly; SameSite={}{}{}", name_of(cookie, secure), value,
                     cookie.from_other_sites ? "Lax" : "Strict", secure ? "; Secure" : "", age);
}

}  // namespace

std::string set_cookie(const Cookie& cookie, std::string_view value, bool secure) {
  return written(cookie, value, secure, cookie.seconds == 0 ? "" : fmt::format("; Max-Age={}", cookie.seconds));
}

std::string clear_cookie(const Cookie& cookie, bool secure) {
  return written(cookie, "", secure, "; Max-Age=0");
}

std::string_view value_of(const Cookie& cookie, const Request& request, bool secure) {
  return request.cookie(name_of(cookie, secure)).value_or(std::string_view());
}

}  // namespace openimr::server
