// What the logs and metrics of the server tell of a case: nothing.
#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>

#include "cli/served_process.h"

namespace openimr::server {
namespace {

using testing::Client;
using testing::Reply;
using testing::Serving;

TEST_F(ServedProcess, ItsLogsAndMetricsTellNothingOfACase) {
  to_sign("EX-100");
  house.let_in("walt-quillfeather", "applicant");
  const std::string log = (folder.path() / "server.log").string();
  std::string metrics;
  {
    Serving serving(store(), log);
    Client client(serving.port());
    const Headers rita = signed_in("R-1");
    const Headers walt = signed_in("walt-quillfeather");
    const std::string at = "/api/cases/EX-100";
    const struct {
      const char* method;
      std::string path, body;
      const Headers& who;
    } requests[] = {
        {"GET", at, "", rita},
        {"GET", at, "", walt},
        {"GET", at + "/desk", "", rita},
        {"GET", at + "/letter?format=text", "", rita},
        {"GET", at + "/records?name=Quillfeather", "", rita},
        {"GET", "/api/cases/EX-Quillfeather", "", rita},
        {"GET", "/api/work?search=Quillfeather", "", rita},
        {"GET", "/Zebulon/Quillfeather.html", "", rita},
        {"POST", at + "/events", R"({"event": "Quillfeather"})", rita},
        {"POST", at + "/events", R"({"event": "item-decided", "what": {"item": "Quillfeather"}})", rita},
        {"POST", at + "/events", R"({"Quillfeather": )", rita},
        {"POST", at + "/signature", R"({"password": "Quillfeather is wrong"})", rita},
        {"POST", "/api/session", R"({"account": "quillfeather", "password": "Zebulon Quillfeather"})", rita},
        {"POST", at + "/uploads", R"({"name": "quillfeather.pdf", "bytes": 7})", walt},
        {"QUILLFEATHER", at, "", rita},
    };
    for (const auto& request : requests) {
      Client each(serving.port());
      Headers headers = request.who;
      headers.add("X-Zebulon", "Quillfeather");
      headers.add("Referer", "https://example.org/Quillfeather");
      headers.add("User-Agent", "Quillfeather/1.0");
      EXPECT_GT(each.ask(request.method, request.path, headers, request.body).status, 0) << request.path;
    }
    EXPECT_EQ(sign(client, rita, "EX-100").status, 200);
    metrics = client.get("/metrics").body;
    EXPECT_EQ(serving.end(SIGTERM), 0);
  }
  std::stringstream logged;
  logged << std::ifstream(log).rdbuf();
  EXPECT_NE(logged.str().find(R"("route":"/api/cases/{number}/signature","status":200,)"), std::string::npos)
      << logged.str();
  EXPECT_NE(metrics.find("openimr_http_requests_total"), std::string::npos);
  std::string all = logged.str() + metrics;
  std::transform(all.begin(), all.end(), all.begin(), [](unsigned char c) { return std::tolower(c); });
  // Of the worker, the case, its words, who signs in, their password, and the session.
  for (const char* word : {"zebulon", "quillfeather", "ex-100", "ex-quill", "examplary", "test person", "wc-100",
                           "soma", "r-1", "kettles", "openimr_session"})
    EXPECT_EQ(all.find(word), std::string::npos) << word << " in\n" << logged.str() << metrics;
}

}  // namespace
}  // namespace openimr::server
