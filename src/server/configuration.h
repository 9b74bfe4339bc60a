// How a server is set up. Each setting is one row of a table (configuration.cpp): its name, what it takes and what it
// is for. A value comes from the first of these that has it:
//
//   a flag                 openimr serve --port 9000
//   the environment        OPENIMR_PORT=9000
//   the file               port: 9000                (YAML; openimr serve --config FILE, or OPENIMR_CONFIG)
//   the default
//
// Times are written as 500ms, 20s, 15min, 12h; sizes as 512, 16KiB, 64MiB, 2GiB.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "server/http/server.h"
#include "server/logs.h"
#include "server/sign_in/openid.h"

namespace openimr::server {

struct Configuration {
  ServerOptions http = usual_options();
  std::string public_url;  // where people reach it, if not by address and port: "https://imr.example.org"
  std::string store;
  std::string keys;
  std::string data;         // folder for uploads; empty: beside the store
  OpenIdSettings openid{};  // sign-in by OpenID Connect; no issuer: not offered
  std::string corpus;       // folder of published determinations; empty: none are offered
  std::string web;          // folder of the web application; empty: that beside the program
  std::chrono::milliseconds session_idle = std::chrono::minutes(20);
  std::chrono::milliseconds session_absolute = std::chrono::hours(12);
  std::string organisation;
  std::string organisation_address;
  std::string organisation_contact;
  std::string log = "json";       // json, text or off
  std::string metrics = "local";  // who may read them: local, all or off

  LogFormat log_format() const;

  // By the number of the processor's threads.
  static ServerOptions usual_options();

  // Where each value came from, by the setting's name: "flag --port", "environment OPENIMR_PORT", "openimr.yaml:3";
  // none for a default.
  std::map<std::string, std::string, std::less<>> sources;
  // All settings with their values and sources, as a file of settings; passwords in it are left out.
  std::string shown() const;
};

// What a setting is called where, and what it is for.
struct SettingName {
  std::string name;         // in the file: "max_connections"
  std::string flag;         // "--max-connections"
  std::string environment;  // "OPENIMR_MAX_CONNECTIONS"
  std::string about;        // for help, with its default
};
std::vector<SettingName> setting_names();

// The value of an environment variable, or none.
using Environment = std::function<const char*(const std::string& name)>;

// Puts the settings together: `file` may be empty, `flags` are by the setting's name. All that is wrong goes to
// `problems`, each with its place, and the first of them is the error.
Result<Configuration> configure(const std::string& file, const Environment& environment,
                                const std::map<std::string, std::string>& flags, std::vector<Error>& problems);

}  // namespace openimr::server
