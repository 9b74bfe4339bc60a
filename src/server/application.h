// The application that `openimr serve` runs: configuration, logs, metrics, routes, pages and the server that they are
// behind.
//
//   auto application = Application::open(configuration);
//   (*application)->open_api("", {});
//   (*application)->start();
//   ... (*application)->address() ...
//   (*application)->stop();
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server/api/api.h"
#include "server/configuration.h"
#include "server/http/router.h"
#include "server/http/server.h"
#include "server/http/static_files.h"
#include "server/logs.h"
#include "server/metrics.h"

namespace openimr::server {

class Application final : private Observer {
 public:
  // Reads the pages and adds the routes. Fails where the folder of pages was named and cannot be read.
  static Result<std::unique_ptr<Application>> open(Configuration configuration);

  // Routes may be added until start().
  Router& router() { return router_; }
  Logs& logs() { return logs_; }
  Metrics& metrics() { return metrics_; }
  const Configuration& configuration() const { return configuration_; }
  // What /ready asks; open_api() sets it to whether the store answers. Until then the answer is yes.
  void ready_when(std::function<bool()> ready) { ready_ = std::move(ready); }
  // The API over the configured store. `packs` and `today` as in ApiSettings. Fails as Api::open() does.
  Result<void> open_api(const std::string& packs, const std::optional<Date>& today);
  Api& api() { return *api_; }
  // From now on every page says that all of it is invented.
  void show_as_demo() { is_demo_ = true; }

  // Listens. Fails as Server::start() does.
  Result<void> start();
  // "http://127.0.0.1:8080", once it was started.
  std::string address() const;
  // Takes no more requests, and waits for those in flight.
  void stop();

 private:
  explicit Application(Configuration configuration);
  Response page(const Request& request) const;

  void answered(const Answered& answered) override;
  void failed(std::string_view id, std::string_view pattern, std::string_view type) override;
  void opened() override;
  void closed() override;
  void turned_away() override;

  Configuration configuration_;
  Logs logs_;
  Metrics metrics_;
  StaticFiles pages_;
  bool is_demo_ = false;
  Router router_;
  std::unique_ptr<Api> api_;
  std::function<bool()> ready_ = [] { return true; };
  std::unique_ptr<Server> server_;  // the first to go
};

// The folder of the web application beside the program: ../share/openimr/web.
std::filesystem::path web_folder();

}  // namespace openimr::server
