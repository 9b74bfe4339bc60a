#include "server/http/request_head.h"

#include <boost/beast/http/error.hpp>

#include "server/http/target.h"

namespace openimr::server {
namespace {

namespace http = boost::beast::http;

constexpr unsigned kHttp11 = 11;

std::string_view plain(boost::beast::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace

std::optional<Problem> read_head(const http::request_header<>& head, Request& request) {
  const auto method = method_of(plain(head.method_string()));
  if (!method) return Problem{501, "not_implemented", {}, "The server does not know this method."};
  request.method = *method;

  const auto hosts = head.count(http::field::host);
  if (hosts > 1 || (hosts == 0 && head.version() >= kHttp11)) return bad_request("A request has one Host header.");

  // Whoever reads a length where another reads chunks sees other requests (RFC 9112, section 6.1).
  const auto coding = head.find(http::field::transfer_encoding);
  if (coding != head.end() &&
      (head.count(http::field::transfer_encoding) > 1 || head.version() < kHttp11 ||
       head.count(http::field::content_length) > 0 || !same_name(plain(coding->value()), "chunked", Names::any_case)))
    return bad_request("The body of the request has no clear end.");

  auto target = read_target(plain(head.target()));
  if (!target) return bad_request(target.error().message);
  request.path = std::move(target->path);
  request.query = std::move(target->query);

  request.headers.reserve(static_cast<std::size_t>(std::distance(head.begin(), head.end())));
  for (const auto& field : head)
    request.headers.add(std::string(plain(field.name_string())), std::string(plain(field.value())));

  const auto expectation = request.headers.find("Expect");
  if (expectation && !same_name(*expectation, "100-continue", Names::any_case))
    return Problem{417, "expectation_failed", {}, "The server meets no expectation but 100-continue."};
  return {};
}

std::optional<Problem> problem_of_parsing(const boost::system::error_code& failed) {
  if (failed == http::error::header_limit)
    return Problem{431, "header_too_large", {}, "The headers of the request are too large."};
  if (failed == http::error::body_limit)
    return Problem{413, "body_too_large", {}, "The body of the request is too large."};
  if (failed == http::error::end_of_stream || failed == http::error::partial_message) return {};
  if (failed.category() == http::make_error_code(http::error::end_of_stream).category())
    return bad_request("This is no sound HTTP/1.1 request.");
  return {};
}

}  // namespace openimr::server
