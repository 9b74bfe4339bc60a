#include "office/demo.h"

#include <array>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/letter_of.h"
#include "letter/determination_json.h"
#include "letter/write.h"
#include "office/roster.h"

namespace openimr::office {
namespace {

using cases::DemoOffice;

// A store with the cases of another demo, or with real ones, is left alone.
Result<void> check_empty(Office& office, const store::EventKey& key) {
  const auto streams = office.store().streams("case/", "", 1);
  if (!streams) return fail(streams.error());
  if (streams->empty()) return {};
  const auto events = office.store().read(streams->front().stream);
  if (!events) return fail(events.error());
  if (!events->empty() && events->front().key == key.text()) return {};
  return fail({ErrorCode::wrong_use, "the store has cases already", office.store().address(), "", 0, 0,
               "Name a new store for the demo: --store FILE."});
}

// Puts cases into the store, each once.
class Filling {
 public:
  Filling(Office& office, const DemoOffice& demo, const store::EventKey& key, bool letters)
      : office_(office), demo_(demo), key_(key), citations_(office.packs().data["letters"]) {
    if (letters) letter_of_ = [this](const cases::Case& c, Date day) { return letter(c, day); };
  }

  Result<cases::Case> put(int index) {
    const auto invented = demo_.invent(index, letter_of_);
    if (!invented) return fail(invented.error());
    for (const std::string& document : invented->documents) {
      if (!kept_.insert(store::DocumentId::of(document)).second) continue;
      if (const auto put = office_.store().put(document); !put) return fail(put.error());
    }
    return office_.ledger().record(invented->number, invented->events, key_);
  }

 private:
  // As text and as data; a PDF of each would take longer than all the rest.
  Result<nlohmann::json> letter(const cases::Case& c, Date day) {
    const auto programme = office_.ledger().programme(c.programme);
    if (!programme) return fail(programme.error());
    const auto determination = cases::determination_of(**programme, c, citations_, day);
    std::ostringstream text;
    letter::write_letter_text(text, determination);
    nlohmann::json what;
    const std::pair<const char*, std::string> documents[] = {{"letter", letter::to_json(determination).dump()},
                                                             {"text", text.str()}};
    for (const auto& [field, bytes] : documents) {
      const auto id = office_.store().put(bytes);
      if (!id) return fail(id.error());
      what[field] = id->hash.hex();
    }
    return what;
  }

  Office& office_;
  const DemoOffice& demo_;
  store::EventKey key_;
  letter::CitationReader citations_;
  cases::LetterOf letter_of_;
  std::set<store::DocumentId> kept_;
};

// Fields of medicine of the demo's reviewers, in turn.
constexpr std::array<std::pair<const char*, const char*>, 8> kFields = {{
    {"Physical Medicine & Rehabilitation", "Pain Medicine"},
    {"Anesthesiology", "Pain Medicine"},
    {"Orthopedic Surgery", ""},
    {"Family Medicine", ""},
    {"Occupational Medicine", ""},
    {"Internal Medicine", ""},
    {"Neurology", ""},
    {"Psychiatry", ""},
}};
constexpr int kYearsOn = 10;

cases::Reviewer invented_reviewer(int number, Date today) {
  const auto& [specialty, subspecialty] = kFields[static_cast<std::size_t>(number) % kFields.size()];
  const Date until = today.plus({365 * kYearsOn});
  cases::Reviewer out;
  out.id = fmt::format("R-{:04}", number);
  out.name = fmt::format("Rita Invented-{:04}", number);
  out.licences = {{"MD", "CA", cases::LicenceStatus::active, fmt::format("X-{:04}", number), {}, until}};
  out.certifications = {{"Invented Board", specialty, subspecialty, until}};
  out.years = kYearsOn;
  out.hours_per_week = 30;
  out.per_day = 8;
  out.per_week = 30;
  out.disciplined = false;
  out.appointments = std::vector<std::string>{};
  return out;
}

}  // namespace

Result<void> fill_with_reviewers(Office& office, Date today) {
  const cases::RosterEvent by{.type = "",
                              .who = {"assign", "demo"},
                              .on = {today, std::nullopt},
                              .recorded = std::chrono::sys_days(today.civil())};
  for (int number = 1; number <= cases::kDemoReviewers; ++number) {
    if (const auto kept = keep_reviewer(office, by, invented_reviewer(number, today)); !kept) return fail(kept.error());
  }
  return {};
}

Result<std::map<std::string, int>> fill_with_demo(Office& office, const cases::Demo& demo,
                                                  const std::function<void(int)>& told) {
  if (!office.law().usual().is_default())
    return fail({ErrorCode::not_found, "no programme of the packs is the default one", "", "", 0, 0,
                 "Write `default: true` into one of packs/programs."});
  const auto key =
      store::EventKey::of(fmt::format("demo/{}/{}/{}/{}", demo.seed, demo.cases, demo.first.iso(), demo.last.iso()));
  if (!key) return fail(key.error());
  if (auto empty = check_empty(office, *key); !empty) return fail(empty.error());
  const auto invented = DemoOffice::of(office.law().usual(), demo);
  if (!invented) return fail(invented.error());
  Filling filling(office, *invented, *key, demo.cases <= kMostDemoLetters);
  std::map<std::string, int> by_state;
  for (int i = 0; i < demo.cases; ++i) {
    const auto c = filling.put(i);
    if (!c) return fail(c.error());
    ++by_state[c->state];
    if (told) told(i + 1);
  }
  return by_state;
}

}  // namespace openimr::office
