#include "server/configuration.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <variant>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/data.h"
#include "server/setting_value.h"
#include "store/address.h"

namespace openimr::server {
namespace {

using Time = std::chrono::milliseconds;
// Where a setting's value is kept.
using Kept = std::variant<std::string*, unsigned*, std::uint16_t*, std::size_t*, Time*>;

enum class Takes : std::uint8_t { text, secret, store, count, bytes, time, choice };

struct Setting {
  std::string_view name;
  Takes takes;
  Kept (*of)(Configuration&);
  std::string_view about;
  std::uint64_t least = 0;
  std::uint64_t most = 0;
  std::string_view choices = {};  // "json, text, off"
};

constexpr std::uint64_t kMostThreads = 1024;
constexpr std::uint64_t kMostPort = 65535;
constexpr std::uint16_t kUsualPort = 8080;
constexpr std::uint64_t kMost = 1'000'000;
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 40U;

// clang-format off
constexpr Setting kSettings[] = {
    {"address", Takes::text, [](Configuration& c) -> Kept { return &c.http.address; }, "IP address to listen on"},
    {"port", Takes::count, [](Configuration& c) -> Kept { return &c.http.port; }, "Port to listen on; 0 takes any that is free", 0, kMostPort},
    {"public_url", Takes::text, [](Configuration& c) -> Kept { return &c.public_url; }, "Where people reach it, if not by address and port: https://imr.example.org"},
    {"store", Takes::store, [](Configuration& c) -> Kept { return &c.store; }, "The store: sqlite:PATH, a plain path, or postgresql://USER@HOST/NAME"},
    {"keys", Takes::text, [](Configuration& c) -> Kept { return &c.keys; }, "The file of keys that documents are sealed with"},
    {"data", Takes::text, [](Configuration& c) -> Kept { return &c.data; }, "Folder for uploads on their way in; else beside the store"},
    {"corpus", Takes::text, [](Configuration& c) -> Kept { return &c.corpus; }, "Folder of published determinations (openimr corpus add); else none are offered"},
    {"openid_issuer", Takes::text, [](Configuration& c) -> Kept { return &c.openid.issuer; }, "Sign-in by OpenID Connect: the issuer, https://login.example.org"},
    {"openid_client", Takes::text, [](Configuration& c) -> Kept { return &c.openid.client; }, "The id of this server there"},
    {"openid_secret", Takes::secret, [](Configuration& c) -> Kept { return &c.openid.client_secret; }, "Its secret; better in the environment than in a flag"},
    {"openid_claim", Takes::choice, [](Configuration& c) -> Kept { return &c.openid.claim; }, "Which claim names the person", 0, 0, "sub, email"},
    {"openid_second_factor", Takes::choice, [](Configuration& c) -> Kept { return &c.openid.second_factor; }, "Who was asked for a second factor there: whose token says so, or everybody always", 0, 0, "token, always"},
    {"openid_authorities", Takes::text, [](Configuration& c) -> Kept { return &c.openid.authorities; }, "PEM file of the authorities that the issuer's certificate comes from; else the system's"},
    {"web", Takes::text, [](Configuration& c) -> Kept { return &c.web; }, "Folder of the web application; else that beside the program"},
    {"certificate", Takes::text, [](Configuration& c) -> Kept { return &c.http.certificate; }, "PEM file of the certificate and its chain, for TLS"},
    {"key", Takes::text, [](Configuration& c) -> Kept { return &c.http.key; }, "PEM file of the certificate's private key"},
    {"organisation", Takes::text, [](Configuration& c) -> Kept { return &c.organisation; }, "The review organisation, for the head of letters"},
    {"organisation_address", Takes::text, [](Configuration& c) -> Kept { return &c.organisation_address; }, "Its postal address"},
    {"organisation_contact", Takes::text, [](Configuration& c) -> Kept { return &c.organisation_contact; }, "Its telephone and mail address"},
    {"session_idle", Takes::time, [](Configuration& c) -> Kept { return &c.session_idle; }, "A session without a request ends after", 1'000, 86'400'000},
    {"session_absolute", Takes::time, [](Configuration& c) -> Kept { return &c.session_absolute; }, "Every session ends after", 1'000, 604'800'000},
    {"log", Takes::choice, [](Configuration& c) -> Kept { return &c.log; }, "Lines on standard error", 0, 0, "json, text, off"},
    {"metrics", Takes::choice, [](Configuration& c) -> Kept { return &c.metrics; }, "Who may read /metrics: this machine, all, nobody", 0, 0, "local, all, off"},
    {"io_threads", Takes::count, [](Configuration& c) -> Kept { return &c.http.io_threads; }, "Threads that move bytes", 1, kMostThreads},
    {"workers", Takes::count, [](Configuration& c) -> Kept { return &c.http.workers; }, "Threads that answer requests", 1, kMostThreads},
    {"slow_workers", Takes::count, [](Configuration& c) -> Kept { return &c.http.slow_workers; }, "Threads for slow work: reading records, drawing pages", 1, kMostThreads},
    {"max_connections", Takes::count, [](Configuration& c) -> Kept { return &c.http.limits.connections; }, "Connections; further ones are turned away", 1, kMost},
    {"max_waiting", Takes::count, [](Configuration& c) -> Kept { return &c.http.limits.waiting; }, "Requests that wait for a worker; further ones are answered 503", 1, kMost},
    {"header_limit", Takes::bytes, [](Configuration& c) -> Kept { return &c.http.limits.header; }, "Bytes of a request's headers", 1024, 1U << 20U},
    {"body_limit", Takes::bytes, [](Configuration& c) -> Kept { return &c.http.limits.body; }, "Bytes of a request's body; uploads have their own limit", 1024, 1U << 30U},
    {"bodies_limit", Takes::bytes, [](Configuration& c) -> Kept { return &c.http.limits.bodies; }, "Bytes of the bodies of all requests together", 1U << 20U, kMostBytes},
    {"header_time", Takes::time, [](Configuration& c) -> Kept { return &c.http.limits.header_time; }, "Time for a request's headers", 100, 3'600'000},
    {"body_time", Takes::time, [](Configuration& c) -> Kept { return &c.http.limits.body_time; }, "Time for a body beyond what upload_rate gives it", 100, 3'600'000},
    {"upload_rate", Takes::bytes, [](Configuration& c) -> Kept { return &c.http.limits.upload_rate; }, "Bytes a second that an upload must reach", 1, kMostBytes},
    {"idle_time", Takes::time, [](Configuration& c) -> Kept { return &c.http.limits.idle_time; }, "A connection without a request is closed after", 100, 3'600'000},
    {"write_time", Takes::time, [](Configuration& c) -> Kept { return &c.http.limits.write_time; }, "Time for a client to take 64 KiB", 100, 3'600'000},
    {"stop_time", Takes::time, [](Configuration& c) -> Kept { return &c.http.limits.stop_time; }, "Time for requests in flight when the server stops", 100, 3'600'000},
};
// clang-format on

std::string shouted(std::string_view name) {
  std::string out = "OPENIMR_";
  for (const char c : name) out += is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

std::string flag_of(std::string_view name) {
  std::string flag = "--" + std::string(name);
  std::replace(flag.begin(), flag.end(), '_', '-');
  return flag;
}

// The value as it is written in a file, without passwords.
std::string value_text(const Setting& setting, Configuration& configuration) {
  const Kept kept = setting.of(configuration);
  if (const auto* text = std::get_if<std::string*>(&kept); text != nullptr) {
    if (setting.takes == Takes::secret) return (*text)->empty() ? "" : "(set)";
    if (setting.takes != Takes::store || (*text)->empty()) return **text;
    const auto address = store::Address::of(**text);
    return address ? address->shown : "";
  }
  if (const auto* time = std::get_if<Time*>(&kept); time != nullptr) return time_text(**time);
  const std::uint64_t number = std::visit(
      [](auto* value) -> std::uint64_t {
        if constexpr (std::is_integral_v<std::remove_pointer_t<decltype(value)>>) return *value;
        return 0;
      },
      kept);
  return setting.takes == Takes::bytes ? bytes_text(number) : std::to_string(number);
}

std::string bound_text(const Setting& setting, std::uint64_t bound) {
  if (setting.takes == Takes::time) return time_text(Time(bound));
  return setting.takes == Takes::bytes ? bytes_text(bound) : std::to_string(bound);
}

std::string what_is_right(const Setting& setting) {
  if (setting.takes == Takes::choice) return fmt::format("Use one of: {}.", setting.choices);
  const std::string_view as = setting.takes == Takes::time    ? "a time as 500ms, 20s, 15min or 12h"
                              : setting.takes == Takes::bytes ? "a size as 512, 16KiB or 64MiB"
                                                              : "a number";
  return fmt::format("Give {}, from {} to {}.", as, bound_text(setting, setting.least),
                     bound_text(setting, setting.most));
}

bool is_choice(std::string_view choices, std::string_view text) {
  while (!choices.empty()) {
    const std::string_view one = choices.substr(0, choices.find(','));
    if (one == text) return true;
    choices.remove_prefix(std::min(one.size() + 2, choices.size()));
  }
  return false;
}

// Sets a value; false where it is none of this setting.
bool set(const Setting& setting, Configuration& configuration, const std::string& text) {
  const Kept kept = setting.of(configuration);
  if (const auto* place = std::get_if<std::string*>(&kept); place != nullptr) {
    if (setting.takes == Takes::choice && !is_choice(setting.choices, text)) return false;
    **place = text;
    return true;
  }
  std::optional<std::uint64_t> number;
  if (setting.takes == Takes::time) {
    if (const auto time = read_time(text); time) number = static_cast<std::uint64_t>(time->count());
  } else {
    number = setting.takes == Takes::bytes ? read_bytes(text) : read_number(text);
  }
  if (!number || *number < setting.least || *number > setting.most) return false;
  std::visit(
      [&](auto* place) {
        using Value = std::remove_pointer_t<decltype(place)>;
        if constexpr (std::is_same_v<Value, Time>)
          *place = Time(*number);
        else if constexpr (std::is_integral_v<Value>)
          *place = static_cast<Value>(*number);
      },
      kept);
  return true;
}

const Setting* setting_of(std::string_view name) {
  const auto* found = std::find_if(std::begin(kSettings), std::end(kSettings),
                                   [&](const Setting& setting) { return setting.name == name; });
  return found == std::end(kSettings) ? nullptr : found;
}

// Where a value was given.
struct Origin {
  std::string source;
  std::string file;
  Mark mark{};
};

class Gatherer {
 public:
  explicit Gatherer(std::vector<Error>& problems) : problems_(problems) {}

  void take(const Setting& setting, const std::string& text, const Origin& origin) {
    if (set(setting, configuration_, text)) {
      configuration_.sources[std::string(setting.name)] = origin.source;
      return;
    }
    std::string message = fmt::format("not a value of the setting {}", setting.name);
    if (origin.file.empty()) message += fmt::format(" ({})", origin.source);
    problems_.push_back({ErrorCode::wrong_use, std::move(message), text, origin.file, origin.mark.line,
                         origin.mark.column, what_is_right(setting)});
  }

  void take_file(const std::string& path) {
    constexpr std::size_t kLargest = 1U << 20U;
    auto text = read_file(path, kLargest);
    if (!text) return problems_.push_back(text.error());
    const auto file = read_yaml(std::move(*text), path);
    if (!file) return problems_.push_back(file.error());
    if (!file->value.is_object() && !file->value.is_null())
      return problems_.push_back(
          {ErrorCode::invalid, "not a list of settings", "", path, 1, 1, "Write a line for each: port: 8080"});
    for (const auto& [name, value] : file->value.items()) {
      const Mark mark = file->mark("/" + name);
      const Setting* setting = setting_of(name);
      if (setting == nullptr) {
        problems_.push_back({ErrorCode::wrong_use, "no such setting", name, path, mark.line, mark.column,
                             "`openimr serve --show-config` lists them all."});
      } else if (value.is_structured() || value.is_null()) {
        problems_.push_back({ErrorCode::wrong_use, fmt::format("the setting {} has no single value", name), "", path,
                             mark.line, mark.column, "Write one value behind it."});
      } else {
        const std::string written = value.is_string() ? value.get<std::string>() : value.dump();
        take(*setting, written, {fmt::format("{}:{}", path, mark.line), path, mark});
      }
    }
  }

  void check() {
    const auto& c = configuration_;
    const auto refuse = [&](const char* message, const std::string& offending, const char* remedy) {
      problems_.push_back({ErrorCode::wrong_use, message, offending, "", 0, 0, remedy});
    };
    if (c.http.certificate.empty() != c.http.key.empty())
      refuse("for TLS there must be both a certificate and a key", "", "Set both, or none of the two.");
    if (!c.public_url.empty() && !c.public_url.starts_with("https://") && !c.public_url.starts_with("http://"))
      refuse("public_url is no address of the web", c.public_url, "Write it as https://imr.example.org.");
    if (!c.openid.issuer.empty() && (c.openid.client.empty() || c.public_url.empty()))
      refuse("sign-in by OpenID Connect needs openid_client and public_url as well", c.openid.issuer,
             "Set both: the issuer knows this server by the one and sends people back to the other.");
    if (c.session_idle > c.session_absolute)
      refuse("session_idle is longer than session_absolute", time_text(c.session_idle),
             "Make it the shorter of the two.");
    if (!c.store.empty())
      if (const auto address = store::Address::of(c.store); !address) problems_.push_back(address.error());
  }

  Configuration configuration_;

 private:
  std::vector<Error>& problems_;
};

}  // namespace

ServerOptions Configuration::usual_options() {
  const unsigned threads = std::max(std::thread::hardware_concurrency(), 1U);
  ServerOptions options;
  options.port = kUsualPort;
  options.io_threads = std::clamp(threads / 2, 1U, 4U);
  options.workers = std::max(threads, 4U);
  options.slow_workers = std::max(threads / 2, 2U);
  return options;
}

LogFormat Configuration::log_format() const {
  return log == "off" ? LogFormat::off : log == "text" ? LogFormat::text : LogFormat::json;
}

std::string Configuration::shown() const {
  Configuration copy = *this;
  std::string out;
  for (const Setting& setting : kSettings) {
    const auto source = sources.find(setting.name);
    const std::string value = value_text(setting, copy);
    const bool plain = !value.empty() && value.find_first_of(":#'\"{}[]&*!|>%@`,") == std::string::npos;
    std::string quoted = value;
    for (std::size_t at = 0; (at = quoted.find('\'', at)) != std::string::npos; at += 2) quoted.insert(at, 1, '\'');
    out += fmt::format("{:<48}  # {}\n", fmt::format("{}: {}", setting.name, plain ? value : "'" + quoted + "'"),
                       source == sources.end() ? "default" : source->second);
  }
  return out;
}

std::vector<SettingName> setting_names() {
  Configuration defaults;
  std::vector<SettingName> names;
  for (const Setting& setting : kSettings) {
    std::string about(setting.about);
    if (setting.takes == Takes::choice) about += fmt::format(" ({})", setting.choices);
    if (const std::string value = value_text(setting, defaults); !value.empty()) about += fmt::format(" [{}]", value);
    names.push_back({std::string(setting.name), flag_of(setting.name), shouted(setting.name), std::move(about)});
  }
  return names;
}

Result<Configuration> configure(const std::string& file, const Environment& environment,
                                const std::map<std::string, std::string>& flags, std::vector<Error>& problems) {
  Gatherer gatherer(problems);
  if (!file.empty()) gatherer.take_file(file);
  for (const Setting& setting : kSettings) {
    const std::string variable = shouted(setting.name);
    if (const char* value = environment(variable); value != nullptr && *value != '\0')
      gatherer.take(setting, value, {"environment " + variable, "", {}});
    if (const auto flag = flags.find(std::string(setting.name)); flag != flags.end())
      gatherer.take(setting, flag->second, {"flag " + flag_of(setting.name), "", {}});
  }
  if (problems.empty()) gatherer.check();
  if (!problems.empty()) return fail(problems.front());
  return std::move(gatherer.configuration_);
}

}  // namespace openimr::server
