#include "server/api/api.h"

#include "server/api/routes.h"
#include "server/clock.h"
#include "server/sign_in/session_routes.h"

namespace openimr::server {
namespace {

std::string description_beside_program() {
  std::error_code failed;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
  return (program.parent_path().parent_path() / "share" / "openimr" / "openapi.yaml").string();
}

Result<void> make_folder(const std::filesystem::path& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (!failed) return {};
  return fail({ErrorCode::unreadable, "the folder for data cannot be made", folder.string(), "", 0, 0,
               "Name another: --data FOLDER."});
}

}  // namespace

Result<std::unique_ptr<Api>> Api::open(ApiSettings settings) {
  auto law = office::load_law(settings.packs);
  if (!law) return fail(law.error());
  auto engine = office::make_engine((*law)->packs);
  if (!engine) return fail(engine.error());
  auto description =
      Description::read(settings.description.empty() ? description_beside_program() : settings.description);
  if (!description) return fail(description.error());
  if (auto made = make_folder(settings.data); !made) return fail(made.error());
  auto shared = std::make_unique<Shared>(std::move(*law), std::move(*engine), settings.store, std::move(*description),
                                         settings.data);
  shared->published = PublishedLetters(settings.corpus);
  shared->session_limits = settings.sessions;
  shared->password_cost = settings.passwords;
  shared->organisation = std::move(settings.organisation);
  shared->clock = clock_from(settings.today);
  shared->local = local_moment;
  // The store is opened now, so that a wrong address is told at once.
  if (const auto office = shared->offices.lend(); !office) return fail(office.error());
  return std::unique_ptr<Api>(new Api(std::move(shared)));
}

void Api::add_routes(Router& router) {
  Routes routes(router, *shared_);
  add_session_routes(routes);
  add_work_routes(routes);
  add_case_routes(routes);
  add_act_routes(routes);
  add_reviewing_routes(routes);
  add_paper_routes(routes);
  add_record_routes(routes);
  add_upload_routes(routes);
  add_desk_routes(routes);
  add_precedent_routes(routes);
  add_notes_routes(routes);
  add_application_routes(routes);
  add_guideline_routes(routes);
  add_published_routes(routes);
  add_statistics_routes(routes);
  add_organization_routes(routes);
  routes.add(Method::get, "/api/openapi.yaml", Action::get_api, [](Call& call) -> Reply {
    Response out;
    out.headers.set("Content-Type", "application/yaml");
    out.body = Body(call.shared.description.text());
    return out;
  });
}

bool Api::is_ready() {
  auto office = shared_->offices.lend();
  if (!office) return false;
  const bool answers = (*office)->store().count("received").has_value();
  if (!answers) office->discard();
  return answers;
}

}  // namespace openimr::server
