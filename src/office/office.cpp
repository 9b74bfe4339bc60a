#include "office/office.h"

#include <algorithm>

#include "cases/acts.h"
#include "cases/lists.h"
#include "office/engine.h"

namespace openimr::office {

const program::Programme& Law::usual() const {
  const auto usual =
      std::find_if(programmes.begin(), programmes.end(), [](const auto& each) { return each.is_default(); });
  return usual == programmes.end() ? programmes.front() : *usual;
}

Result<std::shared_ptr<const Law>> load_law(const std::string& packs_folder) {
  std::vector<Error> problems;
  auto packs = load_packs(packs_folder, problems);
  if (!packs) return fail(problems.empty() ? packs.error() : problems.front());
  auto programmes = program::programmes_from_packs(packs->data);
  if (!programmes) return fail(programmes.error());
  for (const program::Programme& each : *programmes) {
    if (auto sound = cases::check_life(each); !sound) return fail(sound.error());
  }
  return std::make_shared<const Law>(Law{std::move(*packs), std::move(*programmes)});
}

Office::Office(std::shared_ptr<const Law> law, store::Store store)
    : law_(std::move(law)), store_(std::move(store)), kept_(store_), ledger_(law_->programmes, kept_) {}

Result<std::unique_ptr<Office>> Office::open(std::shared_ptr<const Law> law, const StorePlace& place, bool make) {
  store::StoreOptions how{make, std::nullopt};
  if (!place.keys.empty()) {
    auto keys = store::KeyRing::read(place.keys);
    if (!keys) return fail(keys.error());
    how.keys = std::move(*keys);
  }
  auto store = store::Store::open(place.address, std::move(how));
  if (!store) return fail(store.error());
  return std::unique_ptr<Office>(new Office(std::move(law), std::move(*store)));
}

Result<FoundCase> Office::find(const std::string& number, const program::Moment& now) {
  auto c = ledger_.load(number);
  if (!c) return fail(c.error());
  const auto programme = ledger_.programme(c->programme);
  if (!programme) return fail(programme.error());
  return FoundCase{std::move(*c), *programme, now};
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

Result<std::string> document_of(store::Store& store, const std::string& name) {
  const auto hash = store::Hash::from_hex(name);
  if (!hash) return fail({ErrorCode::invalid, "this names no document", name, "", 0, 0, "See openimr store verify."});
  return store.get({*hash});
}

}  // namespace openimr::office
