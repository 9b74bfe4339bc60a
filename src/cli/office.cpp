#include "cli/office.h"

namespace openimr::cli {

Result<std::unique_ptr<office::Office>> open_office(const Common& common, const OfficeOptions& options, bool make) {
  auto law = office::load_law(common.packs);
  if (!law) return fail(law.error());
  return office::Office::open(std::move(*law), {options.store, options.keys}, make);
}

Result<office::FoundCase> find_case(office::Office& office, const OfficeOptions& options) {
  const auto now = moment_of(options);
  if (!now) return fail(now.error());
  return office.find(options.number, *now);
}

Result<Acting> act_on_case(const Common& common, const OfficeOptions& options, const std::string& type) {
  auto event = event_by(options, type);
  if (!event) return fail(event.error());
  auto office = open_office(common, options);
  if (!office) return fail(office.error());
  auto found = find_case(**office, options);
  if (!found) return fail(found.error());
  return Acting{std::move(*event), std::move(*office), std::move(*found)};
}

Result<program::Moment> moment_of(const OfficeOptions& options) {
  const auto on = program::Moment::from_iso(options.on);
  if (!on)
    return fail({ErrorCode::wrong_use, "--on: no such day", options.on, "", 0, 0,
                 "Write YYYY-MM-DD, or YYYY-MM-DDThh:mm where the hour counts."});
  return *on;
}

Result<cases::CaseEvent> event_by(const OfficeOptions& options, const std::string& type) {
  if (options.as.empty())
    return fail({ErrorCode::wrong_use, "nobody is named who does it", "", "", 0, 0,
                 "Say who: --as ROLE:ID, or OPENIMR_AS, for example intake:iris."});
  auto who = cases::Actor::of(options.as);
  if (!who) return fail(who.error());
  const auto on = moment_of(options);
  if (!on) return fail(on.error());
  cases::CaseEvent out{.type = type, .who = std::move(*who), .on = *on, .recorded = options.now, .why = options.why};
  return out;
}

}  // namespace openimr::cli
