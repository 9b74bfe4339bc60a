// The server as a whole: its threads, its end, TLS, many connections.
#include "server/http/server.h"

#include <atomic>
#include <future>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include "server/http/certificate.h"
#include "server/http/served.h"
#include "support/process.h"

namespace openimr::testing {
namespace {

using namespace std::chrono_literals;
using server::Lane;
using server::Request;
using server::Server;

class Waiting {
 public:
  server::Handler handler() {
    return [this](const Request& request) {
      door.pass();
      return server::text(request.path);
    };
  }
  Door door;
};

TEST(Server, SlowHandlersStallNoOther) {
  Served served;
  Waiting waiting;
  served.options.workers = 2;
  served.options.slow_workers = 1;
  served.router.get("/slow", waiting.handler(), {.lane = Lane::slow});
  served.router.get("/usual", waiting.handler());
  served.router.get("/quick", [](const Request&) { return server::text("quick"); }, {.lane = Lane::at_once});
  served.start();

  std::vector<Client> slow;
  for (int i = 0; i < 20; ++i) slow.emplace_back(served.port()).send(request_text("GET", "/slow"));
  ASSERT_TRUE(waiting.door.reached_by(1));
  Client client(served.port());
  EXPECT_EQ(client.get("/echo").status, 200) << "the slow lane is full, the usual one is not";

  std::vector<Client> usual;
  for (int i = 0; i < 2; ++i) usual.emplace_back(served.port()).send(request_text("GET", "/usual"));
  ASSERT_TRUE(waiting.door.reached_by(3));
  EXPECT_EQ(client.get("/quick").body, "quick") << "both lanes are full";
  waiting.door.open();
  for (Client& each : slow) EXPECT_EQ(each.read().body, "/slow");
  for (Client& each : usual) EXPECT_EQ(each.read().body, "/usual");
}

TEST(Server, RefusesWhatWouldWaitTooLong) {
  Served served;
  Waiting waiting;
  served.options.workers = 1;
  served.options.limits.waiting = 2;
  served.router.get("/usual", waiting.handler());
  served.start();
  std::vector<Client> clients;
  for (int i = 0; i < 3; ++i) clients.emplace_back(served.port()).send(request_text("GET", "/usual"));
  ASSERT_TRUE(waiting.door.reached_by(1));
  Reply refused;
  for (int tries = 0; refused.status != 503 && tries < 100; ++tries) {
    clients.emplace_back(served.port(), ClientOptions{.patience = 100ms}).send(request_text("GET", "/usual"));
    refused = clients.back().read();
  }
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.headers["Retry-After"], "1");
  EXPECT_EQ(nlohmann::json::parse(refused.body)["code"], "too_busy");
  waiting.door.open();
  EXPECT_EQ(clients.front().read().status, 200);
}

TEST(Server, AnswersExceptionsWithoutAnyDetail) {
  Served served;
  served.router.get("/fails", [](const Request&) -> server::Response { throw std::runtime_error("Jane Example"); });
  served.start();
  Client client(served.port());
  const Reply reply = client.get("/fails");
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ(nlohmann::json::parse(reply.body)["code"], "internal_error");
  EXPECT_EQ(reply.body.find("Jane"), std::string::npos);
  EXPECT_EQ(client.get("/echo").status, 200);
  EXPECT_EQ(served.observer.failures(), std::vector<std::string>{typeid(std::runtime_error).name()});
}

TEST(Server, TellsWhatItAnswered) {
  Served served;
  served.router.get("/api/cases/{number}", [](const Request&) {
    server::Response response = server::text("abc");
    response.role = "reviewer";
    return response;
  });
  served.start();
  Client client(served.port());
  const Reply reply = client.get("/api/cases/CM00-0000000?token=secret");
  client.ask("POST", "/nothing", {}, "1234");
  client.send("nonsense\r\n\r\n");
  client.read();
  const auto seen = served.observer.seen(3);
  ASSERT_EQ(seen.size(), 3U);
  EXPECT_EQ(seen[0].id, reply.headers["X-Request-Id"]);
  EXPECT_EQ(seen[0].id.size(), 16U);
  EXPECT_EQ(seen[0].method, "GET");
  EXPECT_EQ(seen[0].pattern, "/api/cases/{number}");
  EXPECT_EQ(seen[0].status, 200);
  EXPECT_EQ(seen[0].bytes_out, 3U);
  EXPECT_EQ(seen[0].role, "reviewer");
  EXPECT_EQ(seen[1].pattern, "-");
  EXPECT_EQ(seen[1].status, 404);
  EXPECT_EQ(seen[1].bytes_in, 4U);
  EXPECT_EQ(seen[2].method, "-");
  EXPECT_EQ(seen[2].status, 400);
  EXPECT_NE(seen[0].id, seen[1].id);
}

TEST(Server, TakesNoRequestIdFromOutside) {
  Served served;
  served.start();
  Client client(served.port());
  EXPECT_NE(client.get("/echo", {{"X-Request-Id", "0123456789abcdef"}}).headers["X-Request-Id"], "0123456789abcdef");
}

TEST(Server, SendsFilesInPieces) {
  const TempFolder folder;
  std::string bytes;
  for (int i = 0; i < 300'000; ++i) bytes += static_cast<char>('a' + i % 23);
  const auto path = folder.write("document.bin", bytes);
  Served served;
  served.router.get("/document", [&](const Request&) {
    return server::document(server::Body::file(path).value(), "application/pdf", "document.pdf");
  });
  served.start();
  Client client(served.port());
  const Reply whole = client.get("/document");
  EXPECT_EQ(whole.body, bytes);
  EXPECT_EQ(whole.headers["Accept-Ranges"], "bytes");
  EXPECT_EQ(whole.headers["Content-Disposition"], "attachment; filename=\"document.pdf\"");
  const Reply part = client.get("/document", {{"Range", "bytes=65530-200000"}});
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, bytes.substr(65530, 200000 - 65530 + 1));
  EXPECT_EQ(client.ask("HEAD", "/document").headers["Content-Length"], std::to_string(bytes.size()));
  EXPECT_EQ(client.get("/echo").status, 200);
}

TEST(Server, StopsOnceRequestsInFlightHaveEnded) {
  Served served;
  Waiting waiting;
  served.router.get("/slow", waiting.handler());
  served.start();
  Client busy(served.port());
  Client idle(served.port());
  EXPECT_EQ(idle.get("/echo").status, 200);
  busy.send(request_text("GET", "/slow"));
  ASSERT_TRUE(waiting.door.reached_by(1));

  served.server->stop();
  auto stopped = std::async(std::launch::async, [&] { served.server->wait(); });
  EXPECT_TRUE(idle.closed()) << "it had nothing to wait for";
  EXPECT_EQ(stopped.wait_for(200ms), std::future_status::timeout);
  EXPECT_FALSE(Client(served.port()).connected()) << "no new connections";
  waiting.door.open();
  const Reply reply = busy.read();
  EXPECT_EQ(reply.body, "/slow");
  EXPECT_EQ(reply.headers["Connection"], "close");
  EXPECT_TRUE(busy.closed());
  EXPECT_EQ(stopped.wait_for(10s), std::future_status::ready);
}

TEST(Server, StopsWithoutClientsThatTakeTooLong) {
  Served served;
  Waiting waiting;
  std::atomic<int> handled = 0;
  served.options.workers = 1;
  served.options.limits.stop_time = 200ms;
  served.router.get("/slow", waiting.handler());
  served.router.get("/count", [&](const Request&) { return server::text(std::to_string(++handled)); });
  served.start();
  Client dripping(served.port());
  dripping.send("GET /echo HTTP");
  Client busy(served.port());
  busy.send(request_text("GET", "/slow"));
  ASSERT_TRUE(waiting.door.reached_by(1));
  Client behind(served.port());
  behind.send(request_text("GET", "/count"));
  EXPECT_TRUE(served.observer.open(3));
  std::this_thread::sleep_for(50ms);

  served.server->stop();
  EXPECT_TRUE(dripping.closed());
  EXPECT_TRUE(busy.closed()) << "its handler still runs";
  waiting.door.open();
  served.server->wait();
  EXPECT_EQ(handled, 0) << "what still waited was not begun";
}

TEST(Server, TurnsConnectionsBeyondTheLimitAway) {
  Served served;
  served.options.limits.connections = 3;
  served.start();
  std::vector<Client> clients;
  for (int i = 0; i < 3; ++i) EXPECT_EQ(clients.emplace_back(served.port()).get("/echo").status, 200);
  Client beyond(served.port());
  EXPECT_EQ(beyond.read().status, 503);
  EXPECT_TRUE(beyond.closed());
  EXPECT_EQ(served.observer.turned_away_count(), 1);
  EXPECT_EQ(clients[1].get("/echo").status, 200);
  clients.clear();
  EXPECT_TRUE(served.observer.open(0));
  EXPECT_EQ(Client(served.port()).get("/echo").status, 200);
}

long resident_kilobytes() {
  long pages = 0;
  long resident = 0;
  std::FILE* file = std::fopen("/proc/self/statm", "r");
  const int read = std::fscanf(file, "%ld %ld", &pages, &resident);
  std::fclose(file);
  return read == 2 ? resident * (::sysconf(_SC_PAGESIZE) / 1024) : 0;
}

TEST(Server, IdleConnectionsCostLittle) {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  constexpr int kCount = 600;
  Served served;
  served.options.io_threads = 2;
  served.start();
  EXPECT_EQ(Client(served.port()).get("/echo").status, 200);
  const long before = resident_kilobytes();
  std::vector<Client> clients;
  for (int i = 0; i < kCount; ++i) {
    ASSERT_TRUE(clients.emplace_back(served.port()).connected()) << i;
    ASSERT_EQ(clients.back().ask("POST", "/echo", {}, std::string(20'000, 'a')).status, 200);
  }
  ASSERT_TRUE(served.observer.open(kCount));
  const long each = (resident_kilobytes() - before) / kCount;
  if (!kSanitized) EXPECT_LT(each, 20) << "kilobytes, those of the clients with them";
  for (Client& client : clients) ASSERT_EQ(client.get("/echo").status, 200);
}

TEST(Server, ManyClientsAtOnce) {
  Served served;
  served.options.io_threads = 2;
  served.options.workers = 3;
  served.start();
  std::vector<std::future<int>> clients;
  for (int i = 0; i < 8; ++i)
    clients.push_back(std::async(std::launch::async, [&served, i] {
      int right = 0;
      Client client(served.port());
      for (int k = 0; k < 100; ++k) {
        const std::string body = std::to_string(i * 1000 + k);
        const Reply reply = client.ask("POST", k % 2 == 0 ? "/echo" : "/large", {}, body);
        right += k % 2 == 0 ? reply.body.find("\"body\":\"" + body + '"') != std::string::npos
                            : reply.body == std::to_string(body.size());
      }
      return right;
    }));
  for (auto& client : clients) EXPECT_EQ(client.get(), 100);
}

TEST(Server, SpeaksTls) {
  const TempFolder folder;
  const Certificate made = make_certificate(folder.path());
  Served served;
  served.options.certificate = made.certificate;
  served.options.key = made.key;
  served.start();
  EXPECT_TRUE(served.server->secure());
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    Client client(served.port(), {.tls = true, .most_tls = version});
    ASSERT_TRUE(client.connected());
    EXPECT_EQ(client.tls_version(), version == TLS1_3_VERSION ? "TLSv1.3" : "TLSv1.2");
    const Reply reply = client.ask("POST", "/large", {}, std::string(200'000, 'b'));
    EXPECT_EQ(reply.body, "200000");
    EXPECT_TRUE(reply.headers["Strict-Transport-Security"].starts_with("max-age="));
    EXPECT_EQ(client.get("/echo").status, 200);
    EXPECT_EQ(client.get("/echo", {{"Connection", "close"}}).status, 200);
    EXPECT_TRUE(client.closed());
  }
  EXPECT_FALSE(Client(served.port(), {.tls = true, .most_tls = TLS1_1_VERSION}).connected());
  Client plain(served.port());
  plain.send(request_text("GET", "/echo"));
  EXPECT_EQ(plain.read().status, 0);
  EXPECT_TRUE(served.observer.open(0));
}

TEST(Server, EndsWithTlsClientsThatDoNotGreet) {
  const TempFolder folder;
  const Certificate made = make_certificate(folder.path());
  Served served;
  served.options.certificate = made.certificate;
  served.options.key = made.key;
  served.options.limits.header_time = 200ms;
  served.start();
  Client silent(served.port());
  EXPECT_TRUE(silent.closed());
}

TEST(Server, SaysWhyItCannotStart) {
  const TempFolder folder;
  const Certificate made = make_certificate(folder.path());
  const Certificate other = make_certificate(folder.path() / "other");
  const std::string nonsense = folder.write("nonsense.pem", "nonsense");
  const std::string missing = folder.path() / "missing.pem";
  struct {
    server::ServerOptions options;
    ErrorCode code;
    std::string message;
  } const table[] = {
      {{.address = "localhost"},
       ErrorCode::wrong_use,
       "not an IP address: 'localhost'. Give one of this machine: 127.0.0.1, ::1, or 0.0.0.0 for all of IPv4."},
      {{.address = "192.0.2.1"},
       ErrorCode::wrong_use,
       "cannot listen there (Cannot assign requested address): '192.0.2.1, port 0'. Give an address of this machine."},
      {{.certificate = missing, .key = made.key}, ErrorCode::not_found, missing},
      {{.certificate = nonsense, .key = made.key},
       ErrorCode::wrong_use,
       nonsense + ": no certificate in it. Name a PEM file: the certificate, then its chain."},
      {{.certificate = made.certificate, .key = nonsense},
       ErrorCode::wrong_use,
       nonsense +
           ": no private key in it that fits the certificate. Name the PEM file of the key that the certificate was "
           "made for, without a pass phrase."},
      {{.certificate = made.certificate, .key = other.key}, ErrorCode::wrong_use, other.key + ": no private key in it"},
  };
  Served served;
  for (const auto& row : table) {
    const auto started = Server::start(row.options, served.router, served.observer);
    ASSERT_FALSE(started) << row.message;
    EXPECT_EQ(started.error().code, row.code) << row.message;
    EXPECT_EQ(started.error().to_string().substr(0, row.message.size()), row.message);
  }
  served.start();
  const auto again = Server::start({.port = served.port()}, served.router, served.observer);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::unavailable);
  EXPECT_EQ(again.error().to_string(), "another program listens there: '127.0.0.1, port " +
                                           std::to_string(served.port()) +
                                           "'. Stop it, or choose another port; 0 takes any that is free.");
}

}  // namespace
}  // namespace openimr::testing
