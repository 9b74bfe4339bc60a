#include "cli/serve_command.h"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>

#include <CLI/CLI.hpp>
#include <sys/resource.h>

#include "cli/interrupt.h"
#include "cli/report.h"
#include "server/application.h"

namespace openimr::cli {
namespace {

constexpr rlim_t kOwnFiles = 256;  // the store, logs, workers' files

// Lets the process have a descriptor for each connection, as far as the system lets it.
Result<void> make_room_for(std::size_t connections) {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  const rlim_t wanted = connections + kOwnFiles;
  if (files.rlim_cur >= wanted) return {};
  files.rlim_cur = std::min(wanted, files.rlim_max);
  setrlimit(RLIMIT_NOFILE, &files);
  if (files.rlim_cur >= wanted) return {};
  return fail({ErrorCode::wrong_use, "the system lets this user open fewer files than there may be connections",
               std::to_string(files.rlim_max), "", 0, 0, "Raise the limit (ulimit -n), or lower --max-connections."});
}

}  // namespace

void add_serve_command(CLI::App& app, ServeOptions& options, ExitCode& code) {
  CLI::App* serve_app = app.add_subcommand("serve", "Serve the web application and its API");
  serve_app->add_option("--config", options.config, "A file of settings (YAML), each as its flag here without --")
      ->envname("OPENIMR_CONFIG");
  serve_app->add_flag("--show-config", options.show_config,
                      "Print every setting with its value and where it came from, and end");
  for (const auto& [name, flag, variable, about] : server::setting_names())
    serve_app->add_option_function<std::string>(
        flag, [&options, known = name](const std::string& value) { options.flags[known] = value; }, about);
  serve_app->footer(
      "Each setting may also stand in the environment: --max-connections as OPENIMR_MAX_CONNECTIONS.\n"
      "A flag goes before the environment, that before the file.");
  serve_app->callback([&options, &code] { code = serve(options, std::cout); });
}

ExitCode serve(const ServeOptions& options, std::ostream& out) {
  using namespace std::chrono_literals;
  std::vector<Error> problems;
  auto configuration = server::configure(
      options.config, [](const std::string& name) { return std::getenv(name.c_str()); }, options.flags, problems);
  if (!configuration) return report(configuration.error(), problems);
  if (options.show_config) {
    out << configuration->shown() << std::flush;
    return ExitCode::done;
  }
  if (const auto room = make_room_for(configuration->http.limits.connections); !room) return report(room.error(), {});

  auto application = server::Application::open(std::move(*configuration));
  if (!application) return report(application.error(), {});
  std::signal(SIGPIPE, SIG_IGN);  // whoever reads the log may go before the server does
  Interrupt interrupt;
  if (const auto started = (*application)->start(); !started) return report(started.error(), {});
  out << "OpenIMR serves on " << (*application)->address() << std::endl;
  while (!interrupt.came()) std::this_thread::sleep_for(50ms);
  (*application)->stop();
  return ExitCode::done;
}

}  // namespace openimr::cli
