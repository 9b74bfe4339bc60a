// What goes over a connection: one request after another, several at once, bodies, limits and times.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/http/served.h"

namespace openimr::testing {
namespace {

using namespace std::chrono_literals;
using server::Lane;
using server::Request;
using Json = nlohmann::json;

std::string code_of(const Reply& reply) {
  const Json problem = Json::parse(reply.body, nullptr, false);
  return problem.is_object() ? problem.value("code", "") : "no problem details: " + reply.body;
}

TEST(Connection, StaysForOneRequestAfterAnother) {
  Served served;
  served.start();
  Client client(served.port());
  for (int i = 0; i < 3; ++i) {
    const Reply reply = client.ask("POST", "/echo", {}, "text " + std::to_string(i));
    EXPECT_EQ(reply.status, 200);
    const Json body = Json::parse(reply.body);
    EXPECT_EQ(body["body"], "text " + std::to_string(i));
    EXPECT_EQ(body["peer"], "127.0.0.1");
    EXPECT_EQ(body["id"], reply.headers["X-Request-Id"]);
    EXPECT_FALSE(reply.headers.has("Connection"));
  }
  EXPECT_TRUE(served.observer.open(1));
}

TEST(Connection, AnswersPipelinedRequestsInTheirOrder) {
  Served served;
  served.router.get("/number/{n}", [](const Request& request) {
    if (request.parameters["n"] == "0") std::this_thread::sleep_for(50ms);
    return server::text(std::string(request.parameters["n"]));
  });
  served.start();
  Client client(served.port());
  std::string all;
  for (int i = 0; i < 50; ++i) all += request_text("GET", "/number/" + std::to_string(i));
  all += request_text("POST", "/echo", {{"Connection", "close"}}, "the last");
  ASSERT_TRUE(client.send(all));
  for (int i = 0; i < 50; ++i) EXPECT_EQ(client.read().body, std::to_string(i));
  EXPECT_EQ(Json::parse(client.read().body)["body"], "the last");
  EXPECT_TRUE(client.closed());
}

TEST(Connection, EndsWhereTheClientWantsItOrSpeaksHttp10) {
  struct {
    const char* request;
    const char* connection;  // of the answer
    bool ends;
  } const table[] = {
      {"GET /echo HTTP/1.1\r\nHost: x\r\n\r\n", "", false},
      {"GET /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "close", true},
      {"GET /echo HTTP/1.0\r\n\r\n", "close", true},
      {"GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "keep-alive", false},
  };
  Served served;
  served.start();
  for (const auto& row : table) {
    Client client(served.port(), {.patience = row.ends ? 10'000ms : 100ms});
    client.send(row.request);
    const Reply reply = client.read();
    EXPECT_EQ(reply.status, 200) << row.request;
    EXPECT_EQ(reply.headers["Connection"], row.connection) << row.request;
    EXPECT_EQ(client.closed(), row.ends) << row.request;
  }
}

TEST(Connection, RefusesMalformedRequestsAndCloses) {
  struct {
    const char* request;
    int status;
  } const table[] = {
      {"\r\n\r\nnonsense\r\n\r\n", 400},
      {"GET\r\n\r\n", 400},
      {"GET /echo\r\n\r\n", 400},
      {"GET /echo HTTP/2.0\r\nHost: x\r\n\r\n", 400},
      {"GET /echo HTTP/1.1 \r\nHost: x\r\n\r\n", 400},
      {"GET  /echo HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"GET /echo HTTP/1.1\nHost: x\n\n", 400},
      {"GET /ec\x01ho HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"G(T /echo HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"GET /echo HTTP/1.1\r\n\r\n", 400},
      {"GET /echo HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400},
      {"GET /echo HTTP/1.1\r\nHost : x\r\n\r\n", 400},
      {"GET /echo HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n", 400},
      {"GET /echo HTTP/1.1\r\nHost: x\r\nA: b\x01\r\n\r\n", 400},
      {"GET /echo HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n", 400},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1x\r\n\r\n", 400},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n", 400},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n", 400},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n", 400},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\nabc", 400},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
       400},
      {"POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"GET echo HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"GET * HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"GET /a/../echo HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"BREW /echo HTTP/1.1\r\nHost: x\r\n\r\n", 501},
      {"TRACE /echo HTTP/1.1\r\nHost: x\r\n\r\n", 501},
      {"CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n", 501},
      {"POST /echo HTTP/1.1\r\nHost: x\r\nExpect: the-impossible\r\nContent-Length: 1\r\n\r\na", 417},
  };
  Served served;
  served.start();
  for (const auto& row : table) {
    Client client(served.port(), {.patience = 2'000ms});
    client.send(row.request);
    const Reply reply = client.read();
    EXPECT_EQ(reply.status, row.status) << row.request;
    EXPECT_EQ(reply.headers["Connection"], "close") << row.request;
    EXPECT_EQ(reply.headers["Content-Type"], "application/problem+json") << row.request;
    EXPECT_TRUE(client.closed()) << row.request;
  }
  Client sound(served.port());
  EXPECT_EQ(sound.get("/echo").status, 200);
}

TEST(Connection, AnswersHeadWithoutABody) {
  Served served;
  served.start();
  Client client(served.port());
  const Reply get = client.get("/echo");
  const Reply head = client.ask("HEAD", "/echo");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.headers["Content-Type"], "application/json");
  EXPECT_EQ(head.headers["Content-Length"], std::to_string(get.body.size() + 1));  // "HEAD" for "GET"
  EXPECT_EQ(client.get("/echo").status, 200) << "nothing of a body came between";
}

TEST(Connection, SaysWhichMethodsAnAddressHas) {
  Served served;
  served.start();
  Client client(served.port());
  const Reply refused = client.ask("DELETE", "/echo");
  EXPECT_EQ(refused.status, 405);
  EXPECT_EQ(refused.headers["Allow"], "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(code_of(refused), "method_not_allowed");
  const Reply options = client.ask("OPTIONS", "/echo");
  EXPECT_EQ(options.status, 204);
  EXPECT_EQ(options.headers["Allow"], "GET, HEAD, POST, OPTIONS");
  EXPECT_FALSE(options.headers.has("Content-Length"));
  const Reply missing = client.ask("POST", "/nothing", {}, "a body that is skipped");
  EXPECT_EQ(missing.status, 404);
  EXPECT_EQ(code_of(missing), "not_found");
  EXPECT_EQ(client.get("/echo").status, 200);
}

TEST(Connection, TakesChunkedBodies) {
  Served served;
  served.start();
  Client client(served.port());
  client.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5;name=value\r\nfirst\r\n");
  client.send("7\r\n second\r\n0\r\nX-Trailer: is left out\r\n\r\n");
  EXPECT_EQ(Json::parse(client.read().body)["body"], "first second");
  EXPECT_EQ(client.get("/echo").status, 200);
}

TEST(Connection, SaysGoOnToWhoeverWaitsForIt) {
  Served served;
  served.options.limits.body = 100;
  served.start();
  Client client(served.port());
  client.send(request_text("POST", "/echo", {{"Expect", "100-Continue"}, {"Content-Length", "4"}}));
  EXPECT_EQ(client.read().status, 100);
  client.send("body");
  EXPECT_EQ(Json::parse(client.read().body)["body"], "body");

  client.send(request_text("POST", "/echo", {{"Expect", "100-continue"}, {"Content-Length", "101"}}));
  EXPECT_EQ(client.read().status, 413) << "without the body having been asked for";
  EXPECT_TRUE(client.closed());
}

TEST(Connection, RefusesWhatIsTooLarge) {
  Served served;
  served.options.limits.header = 1000;
  served.options.limits.body = 1000;
  served.start();
  const std::string large(2000, 'a');
  struct {
    std::string request;
    int status;
    const char* code;
  } const table[] = {
      {request_text("GET", "/" + large), 431, "header_too_large"},
      {request_text("GET", "/echo", {{"A", large}}), 431, "header_too_large"},
      {request_text("POST", "/echo", {}, large), 413, "body_too_large"},
      {request_text("POST", "/nothing", {}, large), 413, "body_too_large"},
      {request_text("POST", "/echo", {{"Transfer-Encoding", "chunked"}}) + "7d0\r\n" + large + "\r\n0\r\n\r\n", 413,
       "body_too_large"},
      {request_text("POST", "/large", {}, large), 200, ""},
  };
  for (const auto& row : table) {
    Client client(served.port());
    client.send(row.request);
    const Reply reply = client.read();
    EXPECT_EQ(reply.status, row.status) << row.request;
    if (row.status == 200) continue;
    EXPECT_EQ(code_of(reply), row.code) << row.request;
    EXPECT_TRUE(client.closed());
  }
}

TEST(Connection, TakesLargeUploadsWhereTheRouteDoes) {
  Served served;
  served.start();
  Client client(served.port());
  const std::string upload(20U << 20U, 'u');
  EXPECT_EQ(client.ask("POST", "/large", {}, upload).body, std::to_string(upload.size()));
  EXPECT_EQ(served.observer.seen(1).front().bytes_in, upload.size());
}

TEST(Connection, RefusesBeforeTheBodyComesWhereTheRouteSaysSo) {
  Served served;
  int handled = 0;
  served.router.post("/kept",
                     [&](const Request&) {
                       ++handled;
                       return server::no_content();
                     },
                     {.body_limit = 64U << 20U, .admit = [](const Request& request) -> std::optional<server::Response> {
                        if (request.headers["Cookie"] == "known=1") return {};
                        return answer(request, server::unauthenticated("Sign in first."));
                      }});
  served.start();
  Client stranger(served.port());
  stranger.send(request_text("POST", "/kept", {{"Content-Length", "60000000"}}));
  const Reply refused = stranger.read();
  EXPECT_EQ(refused.status, 401);
  EXPECT_EQ(code_of(refused), "unauthenticated");
  EXPECT_TRUE(stranger.closed());
  EXPECT_EQ(handled, 0);

  Client known(served.port());
  EXPECT_EQ(known.ask("POST", "/kept", {{"Cookie", "known=1"}}, "body").status, 204);
  EXPECT_EQ(handled, 1);
}

TEST(Connection, EndsWithClientsThatTakeTooLong) {
  Served served;
  served.options.limits.header_time = 200ms;
  served.options.limits.body_time = 200ms;
  served.options.limits.idle_time = 300ms;
  served.start();

  Client idle(served.port());
  Client header(served.port());
  Client body(served.port());
  header.send("GET /echo HTT");
  body.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_EQ(header.read().status, 408);
  EXPECT_TRUE(header.closed());
  EXPECT_EQ(body.read().status, 408);
  EXPECT_TRUE(body.closed());
  EXPECT_TRUE(idle.closed()) << "without a word";
  EXPECT_TRUE(served.observer.open(0));
}

TEST(Connection, EndsWithClientsThatDripTheirRequest) {
  Served served;
  served.options.limits.header_time = 300ms;
  served.options.limits.body_time = 300ms;
  served.start();
  for (const std::string& whole :
       {request_text("GET", "/echo"), request_text("POST", "/echo", {}, std::string(500, 'b'))}) {
    Client client(served.port());
    const std::size_t quick = whole.starts_with("POST") ? whole.find("\r\n\r\n") + 4 : 1;
    client.send(whole.substr(0, quick));
    const auto begin = std::chrono::steady_clock::now();
    for (std::size_t i = quick; i < whole.size() && client.send(whole.substr(i, 1)); ++i)
      std::this_thread::sleep_for(20ms);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s) << "it was not read to its end";
    EXPECT_EQ(client.read().status, 408);
  }
}

TEST(Connection, GivesSlowUploadsTheTimeThatTheyEarn) {
  Served served;
  served.options.limits.body_time = 200ms;
  served.options.limits.upload_rate = 1000;
  served.start();
  Client client(served.port());
  client.send(request_text("POST", "/large", {{"Content-Length", "4000"}}));
  for (int i = 0; i < 40; ++i) {
    ASSERT_TRUE(client.send(std::string(100, 'x'))) << i;
    std::this_thread::sleep_for(20ms);
  }
  EXPECT_EQ(client.read().body, "4000") << "twice as long as body_time, and faster than upload_rate";
}

TEST(Connection, EndsWithClientsThatDoNotRead) {
  Served served;
  served.options.limits.write_time = 200ms;
  served.router.get("/big", [](const Request&) { return server::text(std::string(32U << 20U, 'b')); });
  served.start();
  Client client(served.port(), {.receive_buffer = 4096});
  client.send(request_text("GET", "/big"));
  EXPECT_TRUE(served.observer.open(1));
  EXPECT_TRUE(served.observer.open(0)) << "closed while most was unread";
  EXPECT_EQ(served.observer.seen(1).front().status, 200);
  EXPECT_LT(served.observer.seen(1).front().bytes_out, 32U << 20U);
}

TEST(Connection, RefusesBodiesBeyondTheMemoryForAllOfThem) {
  Served served;
  served.options.limits.bodies = 1U << 20U;
  served.start();
  Client first(served.port());
  first.send(request_text("POST", "/large", {{"Content-Length", "1000000"}}));
  first.send(std::string(900'000, 'a'));
  Client second(served.port());
  Reply reply;
  for (int tries = 0; reply.status != 503 && tries < 50; ++tries) {
    Client next(served.port());
    reply = next.ask("POST", "/large", {}, std::string(900'000, 'b'));
  }
  EXPECT_EQ(code_of(reply), "too_busy");
  first.send(std::string(100'000, 'a'));
  EXPECT_EQ(first.read().body, "1000000");
  EXPECT_EQ(second.ask("POST", "/large", {}, std::string(900'000, 'b')).status, 200) << "the memory is free again";
}

}  // namespace
}  // namespace openimr::testing
