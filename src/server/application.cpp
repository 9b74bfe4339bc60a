#include "server/application.h"

#include <fmt/format.h>

#include "server/health_routes.h"
#include "store/address.h"

namespace openimr::server {
namespace {

MetricsFor readers_of(const std::string& setting) {
  if (setting == "off") return MetricsFor::nobody;
  return setting == "all" ? MetricsFor::all : MetricsFor::this_machine;
}

// "imr.db" has "imr.db.data"; a database server has no place for files.
std::filesystem::path data_beside(const std::string& store) {
  const auto address = store::Address::of(store);
  if (address && address->engine == store::Engine::sqlite) return address->connect + ".data";
  return std::filesystem::temp_directory_path() / "openimr-data";
}

}  // namespace

std::filesystem::path web_folder() {
  std::error_code failed;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
  return program.parent_path().parent_path() / "share" / "openimr" / "web";
}

Application::Application(Configuration configuration)
    : configuration_(std::move(configuration)), logs_(configuration_.log_format()) {}

Result<std::unique_ptr<Application>> Application::open(Configuration configuration) {
  std::unique_ptr<Application> made(new Application(std::move(configuration)));
  const bool named = !made->configuration_.web.empty();
  auto pages = StaticFiles::read(named ? std::filesystem::path(made->configuration_.web) : web_folder());
  if (!pages && named) return fail(pages.error());
  if (pages)
    made->pages_ = std::move(*pages);
  else
    made->logs_.event(LogLevel::warning, "no_pages");

  Application& application = *made;
  add_health_routes(application.router_, application.metrics_, readers_of(application.configuration_.metrics),
                    [&application] { return application.ready_(); });
  application.router_.otherwise("(pages)", [&application](const Request& request) { return application.page(request); },
                                {.lane = Lane::at_once});
  return made;
}

Result<void> Application::open_api(const std::string& packs, const std::optional<Date>& today) {
  const Configuration& c = configuration_;
  ApiSettings settings;
  settings.packs = packs;
  settings.store = {c.store, c.keys};
  settings.data = c.data.empty() ? data_beside(c.store) : std::filesystem::path(c.data);
  settings.corpus = c.corpus;
  settings.organisation = {c.organisation, c.organisation_address, c.organisation_contact};
  settings.sessions.idle = std::chrono::ceil<std::chrono::minutes>(c.session_idle);
  settings.sessions.whole = std::chrono::ceil<std::chrono::hours>(c.session_absolute);
  settings.today = today;
  auto api = Api::open(std::move(settings));
  if (!api) return fail(api.error());
  api_ = std::move(*api);
  Shared& shared = api_->shared();
  shared.public_url = c.public_url;
  if (!c.openid.issuer.empty()) {
    OpenIdSettings openid = c.openid;
    openid.redirect = c.public_url + "/api/session/openid/callback";
    const FetchLimits limits{.authorities = openid.authorities};
    shared.openid = std::make_unique<OpenId>(std::move(openid),
                                             [limits](const FetchRequest& request) { return fetch(request, limits); });
  }
  api_->add_routes(router_);
  ready_when([this] { return api_->is_ready(); });
  return {};
}

// What a browser tells the page of its own answer is its Server-Timing (web/src/shell/demo.ts).
Response Application::page(const Request& request) const {
  Response out = pages_.answer(request);
  if (is_demo_) out.headers.set("Server-Timing", "demo");
  return out;
}

Result<void> Application::start() {
  auto server = Server::start(configuration_.http, router_, *this);
  if (!server) return fail(server.error());
  server_ = std::move(*server);
  logs_.event(LogLevel::info, "started", {{"port", std::int64_t{server_->port()}}, {"version", OPENIMR_VERSION}});
  return {};
}

std::string Application::address() const {
  const std::string& ip = configuration_.http.address;
  const bool is_v6 = ip.find(':') != std::string::npos;
  return fmt::format("{}://{}:{}", server_->secure() ? "https" : "http", is_v6 ? '[' + ip + ']' : ip, server_->port());
}

void Application::stop() {
  logs_.event(LogLevel::info, "stopping");
  server_->stop();
  server_->wait();
  logs_.event(LogLevel::info, "stopped");
}

void Application::answered(const Answered& answered) {
  logs_.request(answered);
  metrics_.request(answered);
}

void Application::failed(std::string_view id, std::string_view pattern, std::string_view type) {
  logs_.failure(id, pattern, type);
  metrics_.failure();
}

void Application::opened() {
  metrics_.opened();
}

void Application::closed() {
  metrics_.closed();
}

void Application::turned_away() {
  metrics_.turned_away();
}

}  // namespace openimr::server
