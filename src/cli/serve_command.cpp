#include "cli/serve_command.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include "cli/demo_progress.h"
#include "cli/interrupt.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "office/demo_letters.h"
#include "office/part_folder.h"
#include "server/application.h"
#include "server/demo.h"

namespace openimr::cli {
namespace {

constexpr int kMostDemoCases = 100'000;
constexpr int kMostLetters = 100'000;
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

Result<void> check_demo(const server::Configuration& configuration) {
  const std::string& address = configuration.http.address;
  if (address == "::1" || address.starts_with("127.")) return {};
  return fail({ErrorCode::wrong_use, "a demo is for this machine alone", address, "", 0, 0,
               "Leave --address out, or write --address 127.0.0.1."});
}

void name_demo(server::Configuration& configuration) {
  configuration.organisation = "Invented Reviews";
  configuration.organisation_address = "1 Sample Street, Exampleton, CA 90000";
  configuration.organisation_contact = "555-0100, reviews@imr.example";
}

Result<server::DemoMade> fill_demo(server::Shared& shared, const ServeOptions& options) {
  shared.second_factor = server::SecondFactor::not_asked;
  const Date today = shared.local(shared.clock()).day;
  DemoProgress progress(is_terminal(STDERR_FILENO), options.demo_cases);
  return server::make_demo(shared, {options.demo_cases, today, options.demo_password},
                           [&](int done) { progress.show(done); });
}

// Only what is served from the demo's own folder is filled: another collection is somebody's.
Result<void> fill_collection(const server::Shared& shared, const std::filesystem::path& folder, int letters) {
  DemoProgress progress(is_terminal(STDERR_FILENO), letters, "letters");
  return office::fill_with_demo_letters(folder, shared.engine.vocabulary, letters,
                                        [&](int done) { progress.show(done); });
}

void print_accounts(std::ostream& out, const server::DemoMade& made) {
  out << "Invented cases, for this machine alone. Sign in as one of these, with the password " << made.password
      << ":\n\n";
  for (const server::DemoAccount& each : made.accounts)
    out << fmt::format("  {:<8} {:<17} {}\n", each.account, each.role, each.says);
  out << '\n';
}

}  // namespace

void add_serve_command(CLI::App& app, const Common& common, ServeOptions& options, ExitCode& code) {
  CLI::App* serve_app = app.add_subcommand("serve", "Serve the web application and its API");
  serve_app->add_option("--config", options.config, "A file of settings (YAML), each as its flag here without --")
      ->envname("OPENIMR_CONFIG");
  serve_app->add_flag("--show-config", options.show_config,
                      "Print every setting with its value and where it came from, and end");
  serve_app->add_flag("--demo", options.demo, "Invented cases and an account for each role, on this machine alone");
  serve_app->add_option("--demo-cases", options.demo_cases, "How many cases")->check(CLI::Range(1, kMostDemoCases));
  serve_app->add_option("--demo-letters", options.demo_letters, "How many published letters to search; 0: none")
      ->check(CLI::Range(0, kMostLetters));
  serve_app->add_option("--demo-password", options.demo_password, "The password of all accounts; else one is made");
  for (const auto& [name, flag, variable, about] : server::setting_names())
    serve_app->add_option_function<std::string>(
        flag, [&options, known = name](const std::string& value) { options.flags[known] = value; }, about);
  serve_app->footer(
      "Each setting may also stand in the environment: --max-connections as OPENIMR_MAX_CONNECTIONS.\n"
      "A flag goes before the environment, that before the file.");
  serve_app->callback([&common, &options, &code] { code = serve(common, options, std::cout); });
}

ExitCode serve(const Common& common, const ServeOptions& options, std::ostream& out) {
  using namespace std::chrono_literals;
  std::vector<Error> problems;
  auto configuration = server::configure(
      options.config, [](const std::string& name) { return std::getenv(name.c_str()); }, options.flags, problems);
  if (!configuration) return report(configuration.error(), problems);
  if (options.show_config) {
    out << configuration->shown() << std::flush;
    return ExitCode::done;
  }
  std::optional<office::PartFolder> demo_folder;
  std::filesystem::path demo_collection;
  if (options.demo) {
    if (auto may = check_demo(*configuration); !may) return report(may.error(), {});
    if (configuration->store.empty()) {
      demo_folder.emplace(std::filesystem::temp_directory_path() / "openimr-demo");
      configuration->store = (demo_folder->path() / "demo.db").string();
      if (configuration->corpus.empty() && options.demo_letters > 0) {
        demo_collection = demo_folder->path() / "letters";
        configuration->corpus = demo_collection.string();
      }
    }
    if (configuration->organisation.empty()) name_demo(*configuration);
    if (const auto made = store::Store::open(configuration->store); !made) return report(made.error(), {});
  }
  if (configuration->store.empty())
    return report({ErrorCode::wrong_use, "no store is named", "", "", 0, 0,
                   "Name one: --store FILE, or look around in a demo: openimr serve --demo."},
                  {});
  if (const auto room = make_room_for(configuration->http.limits.connections); !room) return report(room.error(), {});

  auto application = server::Application::open(std::move(*configuration));
  if (!application) return report(application.error(), {});
  // Only a set day (OPENIMR_TODAY) sets the clock.
  const char* set = std::getenv("OPENIMR_TODAY");
  const auto set_day = set == nullptr ? std::nullopt : Date::from_iso(set);
  if (const auto opened = (*application)->open_api(common.packs, set_day); !opened) return report(opened.error(), {});
  if (options.demo) {
    (*application)->show_as_demo();
    const auto made = fill_demo((*application)->api().shared(), options);
    if (!made) return report(made.error(), {});
    if (!demo_collection.empty()) {
      const auto filled = fill_collection((*application)->api().shared(), demo_collection, options.demo_letters);
      if (!filled) return report(filled.error(), {});
    }
    print_accounts(out, *made);
  }
  std::signal(SIGPIPE, SIG_IGN);  // whoever reads the log may go before the server does
  Interrupt interrupt;
  if (const auto started = (*application)->start(); !started) return report(started.error(), {});
  out << "OpenIMR serves on " << (*application)->address() << std::endl;
  while (!interrupt.came()) std::this_thread::sleep_for(50ms);
  (*application)->stop();
  return ExitCode::done;
}

}  // namespace openimr::cli
