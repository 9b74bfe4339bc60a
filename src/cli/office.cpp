#include "cli/office.h"

#include <algorithm>

#include "cases/acts.h"
#include "cases/lists.h"
#include "cli/engine.h"

namespace openimr::cli {

Office::Office(Packs packs, std::vector<program::Programme> programmes, store::Store store)
    : packs_(std::move(packs)),
      programmes_(std::move(programmes)),
      store_(std::move(store)),
      kept_(store_),
      ledger_(programmes_, kept_) {}

Result<std::unique_ptr<Office>> Office::open(const Common& common, const OfficeOptions& options, bool make) {
  std::vector<Error> problems;
  auto packs = load_packs(common.packs, problems);
  if (!packs) return fail(problems.empty() ? packs.error() : problems.front());
  auto programmes = program::programmes_from_packs(packs->data);
  if (!programmes) return fail(programmes.error());
  for (const program::Programme& each : *programmes) {
    if (auto sound = cases::check_life(each); !sound) return fail(sound.error());
  }
  store::StoreOptions how{make, std::nullopt};
  if (!options.keys.empty()) {
    auto keys = store::KeyRing::read(options.keys);
    if (!keys) return fail(keys.error());
    how.keys = std::move(*keys);
  }
  auto store = store::Store::open(options.store, std::move(how));
  if (!store) return fail(store.error());
  return std::unique_ptr<Office>(new Office(std::move(*packs), std::move(*programmes), std::move(*store)));
}

Result<FoundCase> find_case(Office& office, const OfficeOptions& options) {
  auto c = office.ledger().load(options.number);
  if (!c) return fail(c.error());
  const auto programme = office.ledger().programme(c->programme);
  if (!programme) return fail(programme.error());
  const auto now = moment_of(options);
  if (!now) return fail(now.error());
  return FoundCase{std::move(*c), *programme, *now};
}

Result<Acting> act_on_case(const Common& common, const OfficeOptions& options, const std::string& type) {
  auto event = event_by(options, type);
  if (!event) return fail(event.error());
  auto office = Office::open(common, options);
  if (!office) return fail(office.error());
  auto found = find_case(**office, options);
  if (!found) return fail(found.error());
  return Acting{std::move(*event), std::move(*office), std::move(*found)};
}

Result<std::vector<std::string>> others_of_dispute(Office& office, const cases::Case& c) {
  constexpr int kMost = 10;
  std::vector<std::string> out;
  const std::string list = cases::dispute_list(c);
  if (list.empty()) return out;
  const auto found = office.store().list(list, "", "", std::nullopt, kMost);
  if (!found) return fail(found.error());
  for (const store::ListPlace& place : *found) {
    if (place.sort != c.number) out.push_back(place.sort);
  }
  return out;
}

const program::Programme& usual_programme(const Office& office) {
  const auto& all = office.programmes();
  const auto usual = std::find_if(all.begin(), all.end(), [](const auto& each) { return each.is_default(); });
  return usual == all.end() ? all.front() : *usual;
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
