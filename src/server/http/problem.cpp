#include "server/http/problem.h"

#include <array>

#include <fmt/format.h>

namespace openimr::server {
namespace {

struct Words {
  int status;
  std::string_view words;
};
// RFC 9110, section 15, and RFC 6585.
constexpr std::array kWords = std::to_array<Words>({
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {303, "See Other"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
});

std::string sentence(const Error& error) {
  std::string said = error.message;
  if (!error.offending.empty()) said += fmt::format(": '{}'", error.offending);
  if (!said.empty() && said.back() != '.') said += '.';
  return error.remedy.empty() ? said : said + ' ' + error.remedy;
}

}  // namespace

std::string_view words_of(int status) {
  for (const auto& [known, words] : kWords)
    if (known == status) return words;
  return "Unknown";
}

Response answer(const Request& request, Problem problem) {
  nlohmann::json body = std::move(problem.more);
  body["type"] = "urn:openimr:problem:" + problem.code;
  body["title"] = problem.title.empty() ? std::string(words_of(problem.status)) : std::move(problem.title);
  body["status"] = problem.status;
  body["code"] = std::move(problem.code);
  if (!problem.detail.empty()) body["detail"] = std::move(problem.detail);
  body["instance"] = request.id;
  Response response = json(body, problem.status);
  response.headers.set("Content-Type", "application/problem+json");
  return response;
}

Problem bad_request(std::string detail) {
  return {400, "bad_request", {}, std::move(detail)};
}

Problem unauthenticated(std::string detail) {
  return {401, "unauthenticated", {}, std::move(detail)};
}

Problem forbidden(std::string detail) {
  return {403, "forbidden", {}, std::move(detail)};
}

Problem not_found(std::string detail) {
  return {404, "not_found", {}, std::move(detail)};
}

Problem conflict(std::string code, std::string detail) {
  return {409, std::move(code), {}, std::move(detail)};
}

Problem precondition_failed(std::string detail) {
  return {412, "precondition_failed", {}, std::move(detail)};
}

Problem unprocessable(std::string code, std::string detail) {
  return {422, std::move(code), {}, std::move(detail)};
}

Problem internal_error() {
  return {500,
          "internal_error",
          {},
          "Something went wrong here. Try again; if it stays, tell whoever runs this server the instance."};
}

Problem problem_of(const Error& error, int wrong_use) {
  switch (error.code) {
    case ErrorCode::not_found:
      return not_found(sentence(error));
    case ErrorCode::wrong_use:
      return {wrong_use, "wrong_use", {}, sentence(error)};
    case ErrorCode::unavailable:
      return {503, "unavailable", {}, "This cannot be done just now, and was not done. Try again in a moment."};
    case ErrorCode::changed:
      return precondition_failed("The case has changed since it was read. Read it again, then decide.");
    case ErrorCode::unreadable:
    case ErrorCode::invalid:
    case ErrorCode::internal:
      break;
  }
  return internal_error();
}

Problem problem_of_input(const Error& error) {
  if (error.code != ErrorCode::unreadable && error.code != ErrorCode::invalid) return problem_of(error);
  Problem problem = unprocessable("invalid", sentence(error));
  if (error.line > 0) problem.more = {{"line", error.line}, {"column", error.column}};
  return problem;
}

}  // namespace openimr::server
