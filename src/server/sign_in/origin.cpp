#include "server/sign_in/origin.h"

#include <fmt/format.h>

namespace openimr::server {
namespace {

// "https://imr.example" of "https://imr.example/anything".
std::string_view origin_of(std::string_view url) {
  const auto host = url.find("://");
  return host == std::string_view::npos ? std::string_view() : url.substr(0, url.find('/', host + 3));
}

}  // namespace

bool is_secure(const Request& request, std::string_view public_url) {
  return request.secure || public_url.starts_with("https://");
}

bool is_from_another_site(const Request& request, std::string_view public_url) {
  const auto site = request.headers.find("Sec-Fetch-Site");
  if (site && *site != "same-origin" && *site != "none") return true;
  const auto origin = request.headers.find("Origin");
  const std::string own = public_url.empty()
                              ? fmt::format("http{}://{}", request.secure ? "s" : "", request.headers["Host"])
                              : std::string(origin_of(public_url));
  return origin && !same_name(*origin, own, Names::any_case);
}

}  // namespace openimr::server
