#include "server/http/finish.h"

#include <algorithm>
#include <chrono>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/ascii.h"
#include "server/http/coding.h"
#include "server/http/etag.h"
#include "server/http/problem.h"
#include "server/http/range.h"

namespace openimr::server {
namespace {

constexpr std::size_t kWorthCompressing = 1024;
constexpr std::size_t kMostCompressed = 64U << 20U;
constexpr int kGzipLevel = 5;

bool is_token(std::string_view name) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return is_letter(c) || is_digit(c) || kMarks.find(c) != std::string_view::npos;
  });
}

bool is_field_value(std::string_view value) {
  return std::all_of(value.begin(), value.end(),
                     [](char c) { return (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) || c == '\t'; });
}

bool are_sound(const Headers& headers) {
  return std::all_of(headers.begin(), headers.end(),
                     [](const auto& pair) { return is_token(pair.first) && is_field_value(pair.second); });
}

void answer_not_modified(Response& response) {
  response.status = 304;
  response.body = Body();
  response.headers.remove("Content-Type");
  response.headers.remove("Content-Disposition");
  response.headers.remove("Content-Encoding");
}

void answer_range(const Request& request, Response& response) {
  response.headers.set("Accept-Ranges", "bytes");
  const auto wanted = request.headers.find("Range");
  if (!wanted) return;
  const auto condition = request.headers.find("If-Range");
  if (condition && !names_tag(*condition, response.headers["ETag"], Weak::no)) return;
  const std::uint64_t whole = response.body.size();
  const ByteRange range = read_range(*wanted, whole);
  if (range.kind == ByteRange::Kind::whole) return;
  if (range.kind == ByteRange::Kind::unsatisfiable) {
    const std::string role = std::move(response.role);
    response = answer(request, {416, "range_not_satisfiable", {}, "The range lies behind the end of the document."});
    response.role = role;
    response.headers.set("Content-Range", fmt::format("bytes */{}", whole));
    return;
  }
  response.status = 206;
  response.headers.set("Content-Range",
                       fmt::format("bytes {}-{}/{}", range.first, range.first + range.size - 1, whole));
  response.body.narrow(range.first, range.size);
}

void compress(const Request& request, Response& response) {
  if (!response.compress || !response.body.in_memory() || response.body.size() <= kWorthCompressing ||
      response.body.size() > kMostCompressed || response.headers.has("Content-Encoding") ||
      !is_compressible(response.headers["Content-Type"]))
    return;
  response.headers.add("Vary", "Accept-Encoding");
  if (!takes(request.headers["Accept-Encoding"], "gzip")) return;
  response.body = gzip(response.body.view(), kGzipLevel);
  response.headers.set("Content-Encoding", "gzip");
  if (const auto tag = response.headers.find("ETag"); tag) response.headers.set("ETag", coded_tag(*tag, "gzip"));
}

// "Sun, 06 Nov 1994 08:49:37 GMT", made once a second.
std::string_view date_now() {
  thread_local std::time_t shown = 0;
  thread_local std::string text;
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  if (now != shown || text.empty()) {
    text = fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(now));
    shown = now;
  }
  return text;
}

constexpr std::string_view kSecurityByTls =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; frame-ancestors 'none'; "
    "base-uri 'none'; form-action 'self'; object-src 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";
constexpr std::string_view kSecurity = kSecurityByTls.substr(0, kSecurityByTls.find("Strict-Transport-Security"));

}  // namespace

bool has_body(int status) {
  return status >= 200 && status != 204 && status != 304;
}

void finish(const Request& request, Response& response) {
  if (!are_sound(response.headers)) {
    const std::string role = std::move(response.role);
    response = answer(request, internal_error());
    response.role = role;
  }
  if (!response.headers.has("Cache-Control")) response.headers.add("Cache-Control", "no-store");
  if (!has_body(response.status)) response.body = Body();
  if (response.status != 200 || (request.method != Method::get && request.method != Method::head)) {
    compress(request, response);
    return;
  }
  const auto tag = response.headers.find("ETag");
  const auto known = request.headers.find("If-None-Match");
  if (tag && known && names_tag(*known, *tag, Weak::counts)) {
    answer_not_modified(response);
    return;
  }
  if (response.ranges && request.method == Method::get) answer_range(request, response);
  if (response.status == 200) compress(request, response);
}

std::string_view security_headers(bool secure) {
  return secure ? kSecurityByTls : kSecurity;
}

std::string head_of(const Response& response, std::string_view request_id, const HeadOptions& options) {
  constexpr std::size_t kUsual = 1536;
  std::string head;
  head.reserve(kUsual);
  fmt::format_to(std::back_inserter(head), "HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status, words_of(response.status),
                 date_now());
  if (has_body(response.status))
    fmt::format_to(std::back_inserter(head), "Content-Length: {}\r\n", response.body.size());
  if (!options.keep_alive)
    head += "Connection: close\r\n";
  else if (options.old_protocol)
    head += "Connection: keep-alive\r\n";
  head.append("X-Request-Id: ").append(request_id).append("\r\n");
  for (const auto& [name, value] : response.headers) head.append(name).append(": ").append(value).append("\r\n");
  head.append(security_headers(options.secure)).append("\r\n");
  return head;
}

}  // namespace openimr::server
