// The API put together: what its handlers share, opened once, and all of its routes.
//
//   auto api = Api::open(settings);
//   (*api)->add_routes(router);
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "server/api/shared.h"
#include "server/http/router.h"

namespace openimr::server {

struct ApiSettings {
  std::string packs;  // folder of packs instead of the snapshot beside the program
  office::StorePlace store;
  std::filesystem::path data;  // folder for uploads and for records as they were read; is made where it is not there
  std::string description;     // openapi.yaml; empty: that beside the program
  std::filesystem::path corpus{};  // folder of published determinations; empty: none are offered
  cases::Organisation organisation{};
  SessionLimits sessions{};
  PasswordCost passwords{};
  std::optional<Date> today;  // the clock is set to this day and goes on from its noon; nothing: the real one
};

class Api {
 public:
  // Fails as the packs, the store and the description do.
  static Result<std::unique_ptr<Api>> open(ApiSettings settings);

  // The router must not outlive it.
  void add_routes(Router& router);
  // Whether the store answers.
  bool is_ready();
  Shared& shared() { return *shared_; }

 private:
  explicit Api(std::unique_ptr<Shared> shared) : shared_(std::move(shared)) {}
  std::unique_ptr<Shared> shared_;
};

}  // namespace openimr::server
