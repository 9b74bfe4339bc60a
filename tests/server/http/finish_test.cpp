// What becomes of an answer before it is sent: versions, parts, compression, headers.
#include "server/http/finish.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <zlib.h>

#include "server/http/coding.h"
#include "server/http/etag.h"
#include "server/http/problem.h"
#include "server/http/range.h"

namespace openimr::server {
namespace {

std::string gunzip(std::string_view bytes) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string out(1U << 20U, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = inflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return ended == Z_STREAM_END ? out : "not gzip";
}

Request request_with(const Headers& headers, Method method = Method::get) {
  Request request;
  request.id = "0123456789abcdef";
  request.method = method;
  request.headers = headers;
  return request;
}

TEST(Range, OfADocumentOf1000Bytes) {
  using Kind = ByteRange::Kind;
  struct {
    const char* header;
    Kind kind;
    std::uint64_t first;
    std::uint64_t size;
  } const table[] = {
      {"bytes=0-0", Kind::part, 0, 1},
      {"bytes=0-99", Kind::part, 0, 100},
      {"bytes=100-", Kind::part, 100, 900},
      {"bytes=999-", Kind::part, 999, 1},
      {"bytes=500-5000", Kind::part, 500, 500},
      {"bytes=-1", Kind::part, 999, 1},
      {"bytes=-5000", Kind::part, 0, 1000},
      {"bytes=1000-", Kind::unsatisfiable, 0, 0},
      {"bytes=1000-1001", Kind::unsatisfiable, 0, 0},
      {"bytes=-0", Kind::unsatisfiable, 0, 0},
      {"bytes=5-4", Kind::whole, 0, 0},
      {"bytes=", Kind::whole, 0, 0},
      {"bytes=-", Kind::whole, 0, 0},
      {"bytes=a-b", Kind::whole, 0, 0},
      {"bytes=0-1,3-4", Kind::whole, 0, 0},
      {"bytes=-18446744073709551616", Kind::whole, 0, 0},
      {"bytes=18446744073709551615-", Kind::unsatisfiable, 0, 0},
      {"pages=0-1", Kind::whole, 0, 0},
      {"", Kind::whole, 0, 0},
  };
  for (const auto& row : table) {
    const ByteRange range = read_range(row.header, 1000);
    EXPECT_EQ(range.kind, row.kind) << row.header;
    EXPECT_EQ(range.first, row.first) << row.header;
    EXPECT_EQ(range.size, row.size) << row.header;
  }
  EXPECT_EQ(read_range("bytes=0-", 0).kind, Kind::unsatisfiable);
  EXPECT_EQ(read_range("bytes=-5", 0).kind, Kind::unsatisfiable);
}

TEST(Finish, AnswersParts) {
  struct {
    Headers headers;
    int status;
    const char* body;
    const char* content_range;
  } const table[] = {
      {{}, 200, "0123456789", ""},
      {{{"Range", "bytes=2-4"}}, 206, "234", "bytes 2-4/10"},
      {{{"Range", "bytes=-3"}}, 206, "789", "bytes 7-9/10"},
      {{{"Range", "bytes=2-4"}, {"If-Range", "\"one\""}}, 206, "234", "bytes 2-4/10"},
      {{{"Range", "bytes=2-4"}, {"If-Range", "\"two\""}}, 200, "0123456789", ""},
      {{{"Range", "bytes=2-4"}, {"If-Range", "W/\"one\""}}, 200, "0123456789", ""},
      {{{"Range", "bytes=2-4"}, {"If-Range", "Sun, 06 Nov 1994 08:49:37 GMT"}}, 200, "0123456789", ""},
      {{{"Range", "bytes=2-4"}, {"If-None-Match", "\"one\""}}, 304, "", ""},
      {{{"Range", "nonsense"}}, 200, "0123456789", ""},
  };
  for (const auto& row : table) {
    Response response = document(std::string("0123456789"), "application/pdf");
    response.headers.set("ETag", "\"one\"");
    finish(request_with(row.headers), response);
    EXPECT_EQ(response.status, row.status);
    EXPECT_EQ(response.body.view(), row.body);
    EXPECT_EQ(response.headers["Content-Range"], row.content_range);
    EXPECT_EQ(response.headers["ETag"], "\"one\"");
  }
  Response behind = document(std::string("0123456789"), "application/pdf");
  behind.role = "reviewer";
  finish(request_with({{"Range", "bytes=10-"}}), behind);
  EXPECT_EQ(behind.status, 416);
  EXPECT_EQ(behind.headers["Content-Range"], "bytes */10");
  EXPECT_EQ(behind.role, "reviewer");
  EXPECT_EQ(nlohmann::json::parse(behind.body.view())["code"], "range_not_satisfiable");

  Response changing = text("0123456789");
  finish(request_with({{"Range", "bytes=2-4"}}), changing);
  EXPECT_EQ(changing.status, 200) << "only documents have parts";
}

TEST(Finish, SaysNotModifiedToWhoeverHasIt) {
  struct {
    const char* has;
    int status;
  } const table[] = {
      {"\"one\"", 304},
      {"W/\"one\"", 304},
      {"\"two\", \"one\"", 304},
      {"*", 304},
      {"\"one-gzip\"", 304},
      {"\"one-br\"", 304},
      {"\"two\"", 200},
      {"one", 200},
      {"\"one", 200},
      {"\"one-deflate\"", 200},
      {"", 200},
      {",,,", 200},
  };
  for (const auto& row : table) {
    Response response = json_text("{}");
    response.headers.set("ETag", "\"one\"");
    finish(request_with({{"If-None-Match", row.has}}), response);
    EXPECT_EQ(response.status, row.status) << row.has;
    EXPECT_EQ(response.headers["ETag"], "\"one\"");
    if (row.status == 304) {
      EXPECT_EQ(response.body.size(), 0U);
      EXPECT_FALSE(response.headers.has("Content-Type"));
      EXPECT_EQ(head_of(response, "id", {}).find("Content-Length"), std::string::npos);
    }
  }
  Response posted = json_text("{}");
  posted.headers.set("ETag", "\"one\"");
  finish(request_with({{"If-None-Match", "\"one\""}}, Method::post), posted);
  EXPECT_EQ(posted.status, 200);
}

TEST(Finish, HoldsIfMatchToStrongTags) {
  EXPECT_TRUE(names_tag("\"v3\"", "\"v3\"", Weak::no));
  EXPECT_TRUE(names_tag("\"v3-gzip\"", "\"v3\"", Weak::no)) << "what the client got compressed";
  EXPECT_FALSE(names_tag("W/\"v3\"", "\"v3\"", Weak::no));
  EXPECT_FALSE(names_tag("\"v2\"", "\"v3\"", Weak::no));
}

TEST(Finish, CompressesTextsWhereTheClientTakesIt) {
  const std::string large(5000, 'a');
  struct {
    const char* accepted;
    std::string body;
    const char* type;
    bool compressed;
  } const table[] = {
      {"gzip", large, "application/json", true},
      {"gzip, deflate, br", large, "text/html; charset=utf-8", true},
      {"br;q=1.0, GZIP;q=0.5", large, "application/problem+json", true},
      {"*", large, "image/svg+xml", true},
      {"", large, "application/json", false},
      {"br", large, "application/json", false},
      {"gzip;q=0", large, "application/json", false},
      {"gzip;q=0.000, *", large, "application/json", false},
      {"identity", large, "application/json", false},
      {"gzip", large, "application/pdf", false},
      {"gzip", large, "image/png", false},
      {"gzip", std::string(1024, 'a'), "application/json", false},
      {"gzip", std::string(1025, 'a'), "application/json", true},
  };
  for (const auto& row : table) {
    Response response = json_text(row.body);
    response.headers.set("Content-Type", row.type);
    response.headers.set("ETag", "\"one\"");
    finish(request_with({{"Accept-Encoding", row.accepted}}), response);
    EXPECT_EQ(response.headers["Content-Encoding"], row.compressed ? "gzip" : "") << row.accepted << ' ' << row.type;
    EXPECT_EQ(response.headers["ETag"], row.compressed ? "\"one-gzip\"" : "\"one\"");
    EXPECT_EQ(response.headers.has("Vary"), is_compressible(row.type) && row.body.size() > 1024);
    EXPECT_EQ(row.compressed ? gunzip(response.body.view()) : std::string(response.body.view()), row.body);
  }
}

TEST(Finish, RefusesHeadersThatBreakOutOfTheirLine) {
  struct {
    const char* name;
    std::string value;
    bool sound;
  } const table[] = {
      {"X-Plain", "value; a=\"b\"", true},
      {"X-Letters", "J\xC3\xBCrgen", true},
      {"X-Break", "a\r\nSet-Cookie: b=c", false},
      {"X-Feed", "a\nb", false},
      {"X-Return", "a\rb", false},
      {"X-Nought", std::string("a\0b", 3), false},
      {"X Space", "a", false},
      {"X-Colon:", "a", false},
      {"", "a", false},
  };
  for (const auto& row : table) {
    Response response = text("body");
    response.headers.add(row.name, row.value);
    finish(request_with({}), response);
    EXPECT_EQ(response.status, row.sound ? 200 : 500) << row.name;
    EXPECT_EQ(response.headers.has(row.name), row.sound) << row.name;
  }
}

TEST(Finish, KeepsNothingUnlessToldTo) {
  Response response = json_text("{}");
  finish(request_with({}), response);
  EXPECT_EQ(response.headers["Cache-Control"], "no-store");
  Response kept = json_text("{}");
  kept.headers.set("cache-control", "no-cache");
  finish(request_with({}), kept);
  EXPECT_EQ(kept.headers["Cache-Control"], "no-cache");
}

TEST(Finish, HeadsEveryAnswerWithTheSecurityHeaders) {
  const Response response = text("body");
  const std::string head = head_of(response, "0123456789abcdef", {});
  EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\nDate: ")) << head;
  EXPECT_TRUE(head.ends_with("\r\n\r\n"));
  for (const char* line : {
           "\r\nContent-Length: 4\r\n",
           "\r\nX-Request-Id: 0123456789abcdef\r\n",
           "\r\nContent-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: "
           "data:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; frame-ancestors "
           "'none'; base-uri 'none'; form-action 'self'; object-src 'none'\r\n",
           "\r\nX-Content-Type-Options: nosniff\r\n",
           "\r\nReferrer-Policy: no-referrer\r\n",
           "\r\nPermissions-Policy: camera=(), ",
           "\r\nCross-Origin-Opener-Policy: same-origin\r\n",
           "\r\nCross-Origin-Resource-Policy: same-origin\r\n",
       })
    EXPECT_NE(head.find(line), std::string::npos) << line;
  EXPECT_EQ(head.find("Strict-Transport-Security"), std::string::npos);
  EXPECT_NE(head_of(response, "id", {.secure = true}).find("\r\nStrict-Transport-Security: max-age=31536000"),
            std::string::npos);
}

TEST(Attachment, NamesAreHarmless) {
  struct {
    const char* name;
    const char* header;
  } const table[] = {
      {"letter.pdf", "attachment; filename=\"letter.pdf\""},
      {"my letter.pdf", "attachment; filename=\"my_letter.pdf\"; filename*=UTF-8''my%20letter.pdf"},
      {"/etc/passwd", "attachment; filename=\"passwd\""},
      {"..\\..\\x.exe", "attachment; filename=\"x.exe\""},
      {"a\"; b=\"c", "attachment; filename=\"a___b__c\"; filename*=UTF-8''a%22%3B%20b%3D%22c"},
      {"a\r\nSet-Cookie: b", "attachment; filename=\"a__Set-Cookie__b\"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b"},
      {"J\xC3\xBC.pdf", "attachment; filename=\"J__.pdf\"; filename*=UTF-8''J%C3%BC.pdf"},
      {"a\xFF", "attachment; filename=\"a\""},
      {"..", "attachment"},
      {"", "attachment"},
  };
  for (const auto& row : table) EXPECT_EQ(attachment(row.name), row.header) << row.name;
}

TEST(Problem, OfErrors) {
  using enum ErrorCode;
  struct {
    ErrorCode code;
    int status;
    const char* name;
    bool shown;
  } const table[] = {
      {not_found, 404, "not_found", true},          {wrong_use, 422, "wrong_use", true},
      {changed, 412, "precondition_failed", false}, {unavailable, 503, "unavailable", false},
      {unreadable, 500, "internal_error", false},   {invalid, 500, "internal_error", false},
      {internal, 500, "internal_error", false},
  };
  Error error{internal, "a message", "text", "/a/path", 3, 4, "A remedy."};
  for (const auto& row : table) {
    error.code = row.code;
    const Problem problem = problem_of(error);
    EXPECT_EQ(problem.status, row.status);
    EXPECT_EQ(problem.code, row.name);
    EXPECT_EQ(problem.detail.find("a message: 'text'. A remedy.") == 0, row.shown) << problem.detail;
    EXPECT_EQ(problem.detail.find("/a/path"), std::string::npos);
  }
  error.code = wrong_use;
  EXPECT_EQ(problem_of(error, 409).status, 409);
  error.code = invalid;
  const Problem of_input = problem_of_input(error);
  EXPECT_EQ(of_input.status, 422);
  EXPECT_EQ(of_input.more, (nlohmann::json{{"line", 3}, {"column", 4}}));
  EXPECT_EQ(of_input.detail, "a message: 'text'. A remedy.");
}

TEST(Problem, IsWrittenAsRfc9457HasIt) {
  Problem problem = conflict("version_conflict", "Somebody else changed it.");
  problem.more = {{"version", 7}};
  const Response response = answer(request_with({}), problem);
  EXPECT_EQ(response.status, 409);
  EXPECT_EQ(response.headers["Content-Type"], "application/problem+json");
  EXPECT_EQ(nlohmann::json::parse(response.body.view()), nlohmann::json::parse(R"({
    "type": "urn:openimr:problem:version_conflict", "title": "Conflict", "status": 409, "code": "version_conflict",
    "detail": "Somebody else changed it.", "instance": "0123456789abcdef", "version": 7})"));
}

TEST(Request, FindsItsCookies) {
  const Request request = request_with({{"Cookie", "a=1; session=x=y; b="}, {"cookie", "later=2"}});
  EXPECT_EQ(request.cookie("a"), "1");
  EXPECT_EQ(request.cookie("session"), "x=y");
  EXPECT_EQ(request.cookie("b"), "");
  EXPECT_EQ(request.cookie("later"), "2");
  EXPECT_EQ(request.cookie("x"), std::nullopt);
  EXPECT_EQ(request.cookie("A"), std::nullopt);
}

}  // namespace
}  // namespace openimr::server
