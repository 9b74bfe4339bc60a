// What whoever runs the server sees of it: health, readiness, metrics, logs.
#include <atomic>
#include <fstream>
#include <iterator>
#include <sstream>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/application.h"
#include "server/health_routes.h"
#include "server/http/client.h"
#include "support/process.h"

namespace openimr::server {
namespace {

using testing::Client;
using testing::Reply;
using testing::TempFolder;

Configuration quiet() {
  Configuration configuration;
  configuration.http.port = 0;
  configuration.log = "off";
  return configuration;
}

std::uint16_t port_of(const Application& application) {
  const std::string address = application.address();
  return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
}

TEST(Application, SaysHowItDoes) {
  auto application = Application::open(quiet()).value();
  std::atomic<bool> ready = true;
  application->ready_when([&] { return ready.load(); });
  application->router().get("/api/cases/{number}", [](const Request&) -> Response { throw std::runtime_error("x"); });
  ASSERT_TRUE(application->start());
  EXPECT_TRUE(application->address().starts_with("http://127.0.0.1:"));
  Client client(port_of(*application));

  const Reply health = client.get("/health");
  EXPECT_EQ(health.status, 200);
  EXPECT_EQ(nlohmann::json::parse(health.body)["status"], "up");
  EXPECT_EQ(client.get("/ready").status, 200);
  ready = false;
  const Reply not_ready = client.get("/ready");
  EXPECT_EQ(not_ready.status, 503);
  EXPECT_EQ(nlohmann::json::parse(not_ready.body)["code"], "not_ready");

  EXPECT_EQ(client.get("/api/cases/CM00-0000000?name=Jane").status, 500);
  EXPECT_EQ(client.get("/Jane-Example").status, 404);
  const Reply metrics = client.get("/metrics");
  EXPECT_EQ(metrics.headers["Content-Type"], "text/plain; version=0.0.4; charset=utf-8");
  for (const char* line : {
           R"x(openimr_http_requests_total{method="GET",route="/health",status="200"} 1)x",
           R"x(openimr_http_requests_total{method="GET",route="/ready",status="503"} 1)x",
           R"x(openimr_http_requests_total{method="GET",route="/api/cases/{number}",status="500"} 1)x",
           R"x(openimr_http_requests_total{method="GET",route="(pages)",status="404"} 1)x",
           R"x(openimr_http_request_seconds_count{route="/ready"} 2)x",
           "openimr_http_failures_total 1",
           "openimr_http_connections 1",
           "openimr_http_connections_total 1",
           "openimr_build_info{version=\"",
       })
    EXPECT_NE(metrics.body.find(line), std::string::npos) << line << "\n" << metrics.body;
  for (const char* word : {"CM00", "Jane"}) EXPECT_EQ(metrics.body.find(word), std::string::npos);
  application->stop();
  EXPECT_FALSE(Client(port_of(*application)).connected());
}

TEST(Application, ShowsMetricsToWhomTheSettingSays) {
  struct {
    MetricsFor readers;
    const char* peer;
    int status;  // 0: no such route
  } const table[] = {
      {MetricsFor::this_machine, "127.0.0.1", 200}, {MetricsFor::this_machine, "::1", 200},
      {MetricsFor::this_machine, "192.0.2.1", 403}, {MetricsFor::all, "192.0.2.1", 200},
      {MetricsFor::nobody, "127.0.0.1", 0},
  };
  for (const auto& row : table) {
    const Metrics metrics;
    Router router;
    add_health_routes(router, metrics, row.readers, [] { return true; });
    Request request;
    request.peer = row.peer;
    const Match match = router.find(Method::get, "/metrics");
    EXPECT_EQ(match.route != nullptr ? match.route->handler(request).status : 0, row.status) << row.peer;
  }
}

TEST(Application, SaysOnItsPagesThatItIsADemo) {
  const TempFolder folder;
  folder.write("index.html", "<!doctype html>");
  for (const bool is_demo : {false, true}) {
    Configuration configuration = quiet();
    configuration.web = folder.path().string();
    auto application = Application::open(configuration).value();
    if (is_demo) application->show_as_demo();
    ASSERT_TRUE(application->start());
    Client client(port_of(*application));
    EXPECT_EQ(client.get("/").headers["Server-Timing"], is_demo ? "demo" : "");
    EXPECT_EQ(client.get("/health").headers["Server-Timing"], "");
    application->stop();
  }
}

TEST(Application, NamesAFolderOfPagesThatIsMissing) {
  Configuration configuration = quiet();
  configuration.web = "/no/such/folder";
  const auto application = Application::open(configuration);
  ASSERT_FALSE(application);
  EXPECT_EQ(application.error().file, "/no/such/folder");
}

class Logged : public ::testing::Test {
 protected:
  int open() { return ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600); }
  std::string text() {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  TempFolder folder;
  std::string path = folder.path() / "log";
};

TEST_F(Logged, RequestsAreLinesOfJson) {
  {
    Logs logs(LogFormat::json, open());
    logs.request(
        {"0123456789abcdef", "GET", "/api/cases/{number}", 200, std::chrono::microseconds(1204), 5, 1873, "reviewer"});
    logs.event(LogLevel::warning, "no_pages", {{"count", std::int64_t{3}}, {"why", "a \"quote\""}});
    logs.failure("0123456789abcdef", "/ready", "St13runtime_error");
  }
  std::istringstream lines(text());
  std::string line;
  std::getline(lines, line);
  auto request = nlohmann::json::parse(line);
  const std::string time = request["time"];
  EXPECT_EQ(time.size(), std::string("2015-10-19T12:00:00.123Z").size()) << time;
  request.erase("time");
  EXPECT_EQ(request, nlohmann::json::parse(R"({"level": "info", "event": "request", "id": "0123456789abcdef",
      "method": "GET", "route": "/api/cases/{number}", "status": 200, "ms": 1.204, "in": 5, "out": 1873,
      "role": "reviewer"})"));
  std::getline(lines, line);
  const auto event = nlohmann::json::parse(line);
  EXPECT_EQ(event["level"], "warning");
  EXPECT_EQ(event["count"], 3);
  EXPECT_EQ(event["why"], "a ?quote?");
  std::getline(lines, line);
  EXPECT_EQ(nlohmann::json::parse(line)["type"], "St13runtime_error");
}

TEST_F(Logged, AsTextAndNotAtAll) {
  {
    Logs logs(LogFormat::text, open());
    logs.request({"id", "GET", "/health", 200, std::chrono::microseconds(250), 0, 15, ""});
  }
  EXPECT_TRUE(text().ends_with(" info request id=id method=GET route=/health status=200 ms=0.25 in=0 out=15\n"))
      << text();
  std::filesystem::remove(path);
  {
    Logs logs(LogFormat::off, open());
    logs.request({"id", "GET", "/health", 200, std::chrono::microseconds(250), 0, 15, ""});
    logs.event(LogLevel::error, "stopped");
  }
  EXPECT_EQ(text(), "");
}

TEST_F(Logged, ErrorsAreWrittenAtOnce) {
  Logs logs(LogFormat::json, open());
  logs.event(LogLevel::error, "store_gone");
  EXPECT_NE(text().find("store_gone"), std::string::npos);
}

}  // namespace
}  // namespace openimr::server
