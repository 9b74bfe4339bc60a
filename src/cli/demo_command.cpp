// openimr demo: a store of invented cases.
#include <chrono>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>

#include "cases/demo.h"
#include "cases/letter_of.h"
#include "cli/numbers.h"
#include "cli/office.h"
#include "cli/report.h"
#include "cli/terminal.h"
#include "letter/determination_json.h"
#include "letter/write.h"

namespace openimr::cli {
namespace {

using cases::DemoCase;
using cases::DemoOffice;

// Beyond, all cases share one letter.
constexpr int kMostLetters = 2'000;
constexpr int kYear = 365;

Result<Date> day_of(const char* option, const std::string& text, Date otherwise) {
  if (text.empty()) return otherwise;
  const auto day = Date::from_iso(text);
  if (day) return *day;
  return fail(
      {ErrorCode::wrong_use, fmt::format("{}: no such day", option), text, "", 0, 0, "Write the date as YYYY-MM-DD."});
}

Result<cases::Demo> demo_of(const OfficeOptions& options) {
  const auto today = moment_of(options);
  if (!today) return fail(today.error());
  const auto last = day_of("--until", options.until, today->day);
  if (!last) return fail(last.error());
  const auto first = day_of("--from", options.from, last->plus({-kYear}));
  if (!first) return fail(first.error());
  return cases::Demo{options.seed, options.cases, *first, *last};
}

const program::Programme* default_programme(const Office& office) {
  for (const program::Programme& each : office.programmes()) {
    if (each.is_default()) return &each;
  }
  return nullptr;
}

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

// How far it is: a line at the foot of the terminal, drawn ten times a second.
class CaseProgress {
 public:
  CaseProgress(bool drawn, int cases) : drawn_(drawn), cases_(cases) {}
  ~CaseProgress() {
    if (stands_) std::cerr << "\r\033[K" << std::flush;
  }
  CaseProgress(const CaseProgress&) = delete;
  CaseProgress& operator=(const CaseProgress&) = delete;

  void show(int done) {
    const auto now = std::chrono::steady_clock::now();
    if (!drawn_ || now < due_) return;
    due_ = now + std::chrono::milliseconds(100);
    const std::chrono::duration<double> elapsed = now - begin_;
    const double left = elapsed.count() / done * (cases_ - done);
    std::cerr << fmt::format("\r{:>2} %   {} of {} cases   {:.0f}/s   {} left\033[K", 100LL * done / cases_,
                             grouped(done), grouped(cases_), done / elapsed.count(),
                             clock_time(std::chrono::duration<double>(left)))
              << std::flush;
    stands_ = true;
  }

 private:
  static std::string grouped(int number) { return cli::grouped(static_cast<std::uint64_t>(number)); }

  bool drawn_;
  int cases_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point due_ = begin_ + std::chrono::milliseconds(400);
  bool stands_ = false;
};

void print_states(std::ostream& out, const program::Programme& programme, const std::map<std::string, int>& by_state) {
  for (const program::State& state : programme.life().states()) {
    const auto found = by_state.find(state.id);
    if (found != by_state.end()) out << fmt::format("{:>9}  {:<20}  {}\n", found->second, state.id, state.says);
  }
}

Result<std::map<std::string, int>> fill(Filling& filling, int cases) {
  std::map<std::string, int> by_state;
  CaseProgress progress(is_terminal(STDERR_FILENO), cases);
  for (int i = 0; i < cases; ++i) {
    const auto c = filling.put(i);
    if (!c) return fail(c.error());
    ++by_state[c->state];
    progress.show(i + 1);
  }
  return by_state;
}

}  // namespace

ExitCode demo(const Common& common, const OfficeOptions& options, std::ostream& out) {
  const auto demo = demo_of(options);
  if (!demo) return report(demo.error(), {});
  auto office = Office::open(common, options, true);
  if (!office) return report(office.error(), {});
  const program::Programme* programme = default_programme(**office);
  if (programme == nullptr)
    return report({ErrorCode::not_found, "no programme of the packs is the default one", "", "", 0, 0,
                   "Write `default: true` into one of packs/programs."},
                  {});
  const auto key = store::EventKey::of(
      fmt::format("demo/{}/{}/{}/{}", demo->seed, demo->cases, demo->first.iso(), demo->last.iso()));
  if (!key) return report(key.error(), {});
  if (auto empty = check_empty(**office, *key); !empty) return report(empty.error(), {});
  const auto invented = DemoOffice::of(*programme, *demo);
  if (!invented) return report(invented.error(), {});

  Filling filling(**office, *invented, *key, demo->cases <= kMostLetters);
  const auto by_state = fill(filling, demo->cases);
  if (!by_state) return report(by_state.error(), {});
  out << fmt::format("{}: {} invented case{}, from {} to {}.\n\n", (*office)->store().address(), demo->cases,
                     demo->cases == 1 ? "" : "s", demo->first.iso(), demo->last.iso());
  print_states(out, *programme, *by_state);
  if (demo->cases > kMostLetters) out << "\nMore than 2,000 cases share one letter.\n";
  out << fmt::format(
      "\nTry next:\n"
      "  openimr work list --store {0} --on {1} --role review\n"
      "  openimr case show --store {0} --on {1} {2}\n"
      "  openimr report timeliness --store {0} --on {1}\n",
      options.store, demo->last.iso(), DemoOffice::number_of(0));
  return ExitCode::done;
}

}  // namespace openimr::cli
