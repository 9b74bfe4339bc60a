// `openimr serve` as a process: its settings, its first line, its end.
#include <csignal>
#include <string>

#include <gtest/gtest.h>

#include "cli/serving.h"
#include "server/http/client.h"

namespace openimr {
namespace {

using testing::Client;
using testing::Ended;
using testing::Serving;

// A store that is there.
std::string made_store(const testing::TempFolder& folder) {
  const std::string file = (folder.path() / "imr.db").string();
  EXPECT_EQ(testing::run({.arguments = {"store", "create", file}}).exit_code, 0);
  return file;
}

Ended run_serve(std::vector<std::string> arguments, std::map<std::string, std::string> environment = {}) {
  arguments.insert(arguments.begin(), "serve");
  return testing::run({.arguments = std::move(arguments), .environment = std::move(environment)});
}

std::string line_of(const std::string& text, const std::string& begin) {
  const auto at = ('\n' + text).find('\n' + begin);
  return at == std::string::npos ? "" : text.substr(at, text.find('\n', at) - at);
}

TEST(Serve, SaysWhereAndEndsWhenItIsTold) {
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    const testing::TempFolder folder;
    Serving serving(made_store(folder));
    ASSERT_TRUE(serving.line().starts_with("OpenIMR serves on http://127.0.0.1:")) << serving.line();
    Client client(serving.port());
    EXPECT_EQ(client.get("/health").status, 200);
    EXPECT_EQ(client.get("/ready").status, 200);
    EXPECT_EQ(client.get("/api/nothing").status, 404);
    EXPECT_EQ(serving.end(signal), 0);
    EXPECT_TRUE(client.closed());
  }
}

TEST(Serve, ShowsEachSettingWithItsSource) {
  const testing::TempFolder folder;
  const std::string file = folder.write("openimr.yaml", "port: 1\nworkers: 5\norganisation: Example Review\n");
  const Ended shown = run_serve({"--config", file, "--show-config", "--workers", "7"}, {{"OPENIMR_PORT", "9000"}});
  EXPECT_EQ(shown.exit_code, 0) << shown.err;
  EXPECT_TRUE(line_of(shown.out, "address:").ends_with("  # default"));
  EXPECT_EQ(line_of(shown.out, "port:").substr(0, 10), "port: 9000");
  EXPECT_TRUE(line_of(shown.out, "port:").ends_with("# environment OPENIMR_PORT"));
  EXPECT_TRUE(line_of(shown.out, "workers:").ends_with("# flag --workers"));
  EXPECT_TRUE(line_of(shown.out, "organisation:").ends_with("# " + file + ":3"));
  const Ended by_environment = run_serve({"--show-config"}, {{"OPENIMR_CONFIG", file}});
  EXPECT_TRUE(line_of(by_environment.out, "port:").ends_with("# " + file + ":1")) << by_environment.err;
}

TEST(Serve, SaysEverythingThatIsWrongWithItsSettings) {
  const testing::TempFolder folder;
  const std::string file = folder.write("openimr.yaml", "prot: 1\n");
  const Ended ended = run_serve({"--config", file, "--idle-time", "soon"});
  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.err,
            file + ":1: no such setting: 'prot'. `openimr serve --show-config` lists them all.\n" +
                "not a value of the setting idle_time (flag --idle-time): 'soon'. Give a time as 500ms, 20s, "
                "15min or 12h, from 100ms to 1h.\n");
}

TEST(Serve, SaysThatThePortIsTaken) {
  const testing::TempFolder folder;
  const std::string store = made_store(folder);
  const Serving serving(store);
  const Ended second = run_serve({"--port", std::to_string(serving.port()), "--store", store});
  EXPECT_EQ(second.exit_code, 5);
  EXPECT_NE(second.err.find("another program listens there: '127.0.0.1, port " + std::to_string(serving.port()) +
                            "'. Stop it, or choose another port; 0 takes any that is free.\n"),
            std::string::npos)
      << second.err;
  EXPECT_EQ(run_serve({"--web", "/no/such/folder", "--store", store}).exit_code, 4);
}

TEST(Serve, WantsAStoreThatIsThere) {
  const testing::TempFolder folder;
  const Ended none = run_serve({});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_EQ(none.err, "no store is named. Name one: --store FILE, or look around in a demo: openimr serve --demo.\n");
  const std::string file = (folder.path() / "imr.db").string();
  const Ended missing = run_serve({"--store", file, "--log", "off"});
  EXPECT_EQ(missing.exit_code, 4);
  EXPECT_NE(missing.err.find("there is no store here"), std::string::npos) << missing.err;
}

TEST(Serve, ShowsADemoToThisMachineAlone) {
  const Ended ended = run_serve({"--demo", "--address", "0.0.0.0"});
  EXPECT_EQ(ended.exit_code, 2);
  EXPECT_EQ(ended.err,
            "a demo is for this machine alone: '0.0.0.0'. Leave --address out, or write --address 127.0.0.1.\n");
}

}  // namespace
}  // namespace openimr
