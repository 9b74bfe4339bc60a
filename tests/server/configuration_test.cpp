// Settings: which value counts, and what is said of those that cannot be.
#include "server/configuration.h"

#include <gtest/gtest.h>

#include "support/process.h"

namespace openimr::server {
namespace {

using testing::TempFolder;

struct Settings {
  std::string file{};  // its text; empty: there is none
  std::map<std::string, std::string> environment{};
  std::map<std::string, std::string> flags{};
};

class Configured : public ::testing::Test {
 protected:
  Result<Configuration> configured(const Settings& settings) {
    problems.clear();
    const std::string file = settings.file.empty() ? "" : folder.write("openimr.yaml", settings.file).string();
    return configure(
        file,
        [&](const std::string& name) {
          const auto found = settings.environment.find(name);
          return found == settings.environment.end() ? nullptr : found->second.c_str();
        },
        settings.flags, problems);
  }
  // The lines of what is shown that begin with the name, without the folder of the test.
  std::string shown(const Configuration& configuration, const std::string& name) {
    const std::string all = '\n' + configuration.shown();
    const auto at = all.find('\n' + name + ':');
    if (at == std::string::npos) return "no such setting";
    std::string line = all.substr(at + 1, all.find('\n', at + 1) - at - 1);
    if (const auto path = line.find(folder.path().string()); path != std::string::npos)
      line.erase(path, folder.path().string().size() + 1);
    for (std::size_t at_spaces = 0; (at_spaces = line.find("  ")) != std::string::npos;) line.erase(at_spaces, 1);
    return line;
  }

  TempFolder folder;
  std::vector<Error> problems;
};

TEST_F(Configured, AFlagGoesBeforeTheEnvironmentThatBeforeTheFileThatBeforeTheDefault) {
  struct {
    Settings settings;
    const char* port;
  } const table[] = {
      {{}, "port: 8080 # default"},
      {{.file = "address: 0.0.0.0\nport: 1\n"}, "port: 1 # openimr.yaml:2"},
      {{.environment = {{"OPENIMR_PORT", "2"}}}, "port: 2 # environment OPENIMR_PORT"},
      {{.flags = {{"port", "3"}}}, "port: 3 # flag --port"},
      {{.file = "port: 1", .environment = {{"OPENIMR_PORT", "2"}}}, "port: 2 # environment OPENIMR_PORT"},
      {{.file = "port: 1", .environment = {{"OPENIMR_PORT", ""}}}, "port: 1 # openimr.yaml:1"},
      {{.file = "port: 1", .flags = {{"port", "3"}}}, "port: 3 # flag --port"},
      {{.environment = {{"OPENIMR_PORT", "2"}}, .flags = {{"port", "3"}}}, "port: 3 # flag --port"},
      {{.file = "port: 1", .environment = {{"OPENIMR_PORT", "2"}}, .flags = {{"port", "3"}}}, "port: 3 # flag --port"},
  };
  for (const auto& row : table) {
    const auto configuration = configured(row.settings);
    ASSERT_TRUE(configuration) << configuration.error().to_string();
    EXPECT_EQ(shown(*configuration, "port"), row.port);
  }
}

TEST_F(Configured, EveryKindOfValueIsRead) {
  const auto configuration = configured({.file = "idle_time: 90s\n"
                                                 "session_idle: 15 min\n"
                                                 "body_limit: 2MiB\n"
                                                 "header_limit: 32 KiB\n"
                                                 "upload_rate: 1500\n"
                                                 "log: text\n"
                                                 "organisation: \"Example Reviewers: 'North'\"\n"
                                                 "workers: 3\n"});
  ASSERT_TRUE(configuration) << configuration.error().to_string();
  EXPECT_EQ(configuration->http.limits.idle_time, std::chrono::seconds(90));
  EXPECT_EQ(configuration->session_idle, std::chrono::minutes(15));
  EXPECT_EQ(configuration->http.limits.body, 2U << 20U);
  EXPECT_EQ(configuration->http.limits.header, 32U << 10U);
  EXPECT_EQ(configuration->http.limits.upload_rate, 1500U);
  EXPECT_EQ(configuration->http.workers, 3U);
  EXPECT_EQ(configuration->log_format(), LogFormat::text);
  EXPECT_EQ(shown(*configuration, "idle_time"), "idle_time: 90s # openimr.yaml:1");
  EXPECT_EQ(shown(*configuration, "session_idle"), "session_idle: 15min # openimr.yaml:2");
  EXPECT_EQ(shown(*configuration, "body_limit"), "body_limit: 2MiB # openimr.yaml:3");
  EXPECT_EQ(shown(*configuration, "upload_rate"), "upload_rate: 1500 # openimr.yaml:5");
  EXPECT_EQ(shown(*configuration, "organisation"), "organisation: 'Example Reviewers: ''North''' # openimr.yaml:7");
  EXPECT_EQ(shown(*configuration, "store"), "store: '' # default");
}

TEST_F(Configured, WhatIsShownIsAFileOfSettings) {
  const auto configuration = configured({.flags = {{"organisation", "It's #1: \"Best\""}, {"port", "0"}}});
  ASSERT_TRUE(configuration);
  const auto again = configured({.file = configuration->shown()});
  ASSERT_TRUE(again) << again.error().to_string();
  EXPECT_EQ(again->organisation, "It's #1: \"Best\"");
  EXPECT_EQ(again->http.port, 0);
  EXPECT_EQ(again->http.limits.bodies, configuration->http.limits.bodies);
}

TEST_F(Configured, PasswordsAreNotShown) {
  const auto configuration =
      configured({.environment = {{"OPENIMR_STORE", "postgresql://imr:the-password@db.example.org/imr"}}});
  ASSERT_TRUE(configuration) << configuration.error().to_string();
  EXPECT_EQ(configuration->store, "postgresql://imr:the-password@db.example.org/imr");
  EXPECT_EQ(configuration->shown().find("the-password"), std::string::npos);
  EXPECT_NE(configuration->shown().find("db.example.org"), std::string::npos);
}

TEST_F(Configured, SaysWhatIsWrong) {
  struct {
    Settings settings;
    std::vector<std::string> messages;
  } const table[] = {
      {{.file = "prot: 8080"}, {"FILE:1: no such setting: 'prot'. `openimr serve --show-config` lists them all."}},
      {{.file = "\nport: many"}, {"FILE:2: not a value of the setting port: 'many'. Give a number, from 0 to 65535."}},
      {{.file = "port: 70000"}, {"FILE:1: not a value of the setting port: '70000'. Give a number, from 0 to 65535."}},
      {{.file = "port: -1"}, {"FILE:1: not a value of the setting port: '-1'. Give a number, from 0 to 65535."}},
      {{.file = "port: [1]"}, {"FILE:1: the setting port has no single value. Write one value behind it."}},
      {{.file = "port:"}, {"FILE:1: the setting port has no single value. Write one value behind it."}},
      {{.file = "- port"}, {"FILE:1: not a list of settings. Write a line for each: port: 8080"}},
      {{.environment = {{"OPENIMR_IDLE_TIME", "90"}}},
       {"not a value of the setting idle_time (environment OPENIMR_IDLE_TIME): '90'. Give a time as 500ms, 20s, 15min "
        "or "
        "12h, from 100ms to 1h."}},
      {{.flags = {{"body_limit", "1MB"}}},
       {"not a value of the setting body_limit (flag --body-limit): '1MB'. Give a size as 512, 16KiB or 64MiB, from "
        "1KiB to "
        "1GiB."}},
      {{.flags = {{"log", "xml"}}},
       {"not a value of the setting log (flag --log): 'xml'. Use one of: json, text, off."}},
      {{.file = "prot: 1\nworkers: 0", .flags = {{"log", ""}}},
       {"FILE:1: no such setting: 'prot'. `openimr serve --show-config` lists them all.",
        "FILE:2: not a value of the setting workers: '0'. Give a number, from 1 to 1024.",
        "not a value of the setting log (flag --log). Use one of: json, text, off."}},
      {{.flags = {{"certificate", "cert.pem"}}},
       {"for TLS there must be both a certificate and a key. Set both, or none of the two."}},
      {{.flags = {{"public_url", "imr.example.org"}}},
       {"public_url is no address of the web: 'imr.example.org'. Write it as https://imr.example.org."}},
      {{.flags = {{"openid_issuer", "https://login.example"}, {"openid_client", "openimr"}}},
       {"sign-in by OpenID Connect needs openid_client and public_url as well: 'https://login.example'. Set both: the "
        "issuer knows this server by the one and sends people back to the other."}},
      {{.flags = {{"openid_second_factor", "never"}}},
       {"not a value of the setting openid_second_factor (flag --openid-second-factor): 'never'. Use one of: token, "
        "always."}},
      {{.flags = {{"session_idle", "2h"}, {"session_absolute", "1h"}}},
       {"session_idle is longer than session_absolute: '2h'. Make it the shorter of the two."}},
  };
  for (const auto& row : table) {
    const auto configuration = configured(row.settings);
    ASSERT_FALSE(configuration) << row.messages.front();
    std::vector<std::string> messages;
    for (const Error& problem : problems) {
      std::string message = problem.to_string();
      const std::string file = (folder.path() / "openimr.yaml").string();
      if (message.starts_with(file)) message.replace(0, file.size(), "FILE");
      messages.push_back(message);
    }
    EXPECT_EQ(messages, row.messages);
    EXPECT_EQ(configuration.error().to_string(), problems.front().to_string());
  }
  problems.clear();
  const auto missing = configure("/no/such/file.yaml", [](const std::string&) { return nullptr; }, {}, problems);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::not_found);
}

TEST_F(Configured, SettingsHaveOneNameEverywhere) {
  for (const auto& [name, flag, variable, about] : setting_names()) {
    EXPECT_TRUE(flag.starts_with("--")) << name;
    EXPECT_EQ(flag.find('_'), std::string::npos) << name;
    EXPECT_TRUE(variable.starts_with("OPENIMR_")) << name;
    EXPECT_FALSE(about.empty()) << name;
  }
  EXPECT_EQ(setting_names()[1].flag, "--port");
  EXPECT_EQ(setting_names()[1].about, "Port to listen on; 0 takes any that is free [8080]");
}

}  // namespace
}  // namespace openimr::server
