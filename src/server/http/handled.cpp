#include "server/http/handled.h"

#include <typeinfo>

#include "server/http/finish.h"

namespace openimr::server {
namespace {

Response failure(const Route& route, const Request& request, const std::exception& error, Observer& observer) {
  observer.failed(request.id, route.pattern, typeid(error).name());
  return answer(request, internal_error());
}

}  // namespace

Response handled(const Route& route, const Request& request, Observer& observer) {
  Response response;
  try {
    response = route.handler(request);
  } catch (const std::exception& error) {
    response = failure(route, request, error, observer);
  }
  finish(request, response);
  return response;
}

std::optional<Response> refused_early(const Route& route, const Request& request, Observer& observer) {
  std::optional<Response> refusal;
  try {
    refusal = route.options.admit(request);
  } catch (const std::exception& error) {
    refusal = failure(route, request, error, observer);
  }
  if (refusal) finish(request, *refusal);
  return refusal;
}

Response unrouted(const Request& request, const Match& match) {
  if (match.allowed.empty()) return refused(request, not_found("There is nothing at this address."));
  Response response =
      request.method == Method::options
          ? no_content()
          : answer(request, {405, "method_not_allowed", {}, "This address is not asked by this method."});
  response.headers.set("Allow", match.allowed);
  finish(request, response);
  return response;
}

Response refused(const Request& request, Problem problem) {
  const bool try_again = problem.status == 503;
  Response response = answer(request, std::move(problem));
  if (try_again) response.headers.set("Retry-After", "1");
  finish(request, response);
  return response;
}

Problem too_busy(std::string detail) {
  return {503, "too_busy", {}, std::move(detail)};
}

}  // namespace openimr::server
