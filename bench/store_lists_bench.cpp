// What a user of a large store waits for, in a store of 1,000 streams and in one of 1,000,000, in turn: each stream has
// 2 events (every fiftieth 20) and stands in two lists, one of which is the work of a day, 500 streams a day.
//
//   store_lists                                                on SQLite, in a temporary folder of the build's disk
//   store_lists --postgresql=ADDRESS --postgresql=ADDRESS      what Store::open() takes, of two empty databases
//
// To hold: `times`, the median of the large store by that of the small one, at most 2.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <random>
#include <string>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "store/parts.h"
#include "store/store.h"

namespace openimr::store {
namespace {

constexpr int kFew = 1'000;
constexpr int kMany = 1'000'000;
constexpr int kOfADay = 1'000;  // half of them in each of the lists
constexpr int kLong = 50;       // every so many-th stream has kLongEvents
constexpr int kLongEvents = 20;
constexpr int kScatter = 7919;  // prime: days are spread over the streams

NewEvent event_at(std::int64_t number) {
  return {"decision-recorded", Instant(std::chrono::milliseconds(number)), "reviewer-7",
          R"({"item": 1, "decision": "Upheld", "rationale": ")" + std::string(100, 'x') + "\"}"};
}

std::string day(std::int64_t number) {
  constexpr std::chrono::sys_days kFirst{std::chrono::year{2014} / 1 / 1};
  const std::chrono::year_month_day on{kFirst + std::chrono::days(number)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(on.year()), static_cast<unsigned>(on.month()),
                     static_cast<unsigned>(on.day()));
}

// A store and what it holds.
class Side {
 public:
  Side(std::string address, int streams) : streams_(streams), address_(std::move(address)) {
    fill();
    store_ = Store::open(address_).value();
  }

  void append() {
    const int at = any();
    const EventKey key = EventKey::of(fmt::format("k{}", ++appended_)).value();
    const auto entries = entries_of(at);
    const Version version = store_->version(stream(at)).value();
    const auto begin = std::chrono::steady_clock::now();
    const auto done = store_->append(stream(at), version, {event_at(appended_)}, key, &entries);
    took_ = std::chrono::steady_clock::now() - begin;
    good_ = done && done->outcome == Appended::Outcome::kept;
  }
  void read() {
    const StreamId name = stream(any() / kLong * kLong);
    timed([&] { return store_->read(name).value().size() >= kLongEvents; });
  }
  void list() {
    const std::string from = day(any() / kOfADay);
    timed([&] { return store_->list("work/intake", from, "", {}, 50).value().size() == 50; });
  }
  void count() {
    const int on = any() / kOfADay;
    timed([&] { return store_->count("work/intake", day(on), day(on + 1)).value() == kOfADay / 2; });
  }

  double took_us() const { return std::chrono::duration<double, std::micro>(took_).count(); }
  bool good() const { return good_; }

 private:
  int any() { return std::uniform_int_distribution<>(0, streams_ - 1)(random_); }

  template <class Work>
  void timed(const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    good_ = work();
    took_ = std::chrono::steady_clock::now() - begin;
  }

  static StreamId stream(int at) { return StreamId::of(fmt::format("case/CM15-{:07}", at)).value(); }

  // At any minute of the stream's day.
  std::vector<Entry> entries_of(int at) {
    const std::int64_t place = std::int64_t{at} * kScatter % streams_;
    const int minute = std::uniform_int_distribution<>(0, 24 * 60 - 1)(random_);
    return {{place % 2 == 0 ? "work/intake" : "work/review",
             fmt::format("{}T{:02}:{:02}", day(place / kOfADay), minute / 60, minute % 60)},
            {"received", day(place / kOfADay)}};
  }

  void fill() {
    constexpr int kAtOnce = 10'000;
    auto store = Store::open(address_).value();
    const auto run = [&](const auto& work) {
      if (const auto done = store.parts().database.run(work); !done) throw std::runtime_error(done.error().to_string());
    };
    const bool sqlite = store.parts().database.address().engine == Engine::sqlite;
    if (sqlite) run([](Connection& c) { c.sql << "pragma synchronous = off; pragma cache_size = -1000000"; });
    for (int first = 0; first < streams_; first += kAtOnce) {
      run([&](Connection& c) {
        Transaction all(c.sql, c.dialect.begin_write);
        for (int at = first; at < std::min(first + kAtOnce, streams_); ++at) {
          const std::vector<NewEvent> events(at % kLong == 0 ? kLongEvents : 2, event_at(at));
          for (const Event& event : chained(stream(at), {}, Hash(), events, EventKey::of("first").value()))
            c.events.restore(row_of(event));
          c.entries.replace(stream(at).text(), entries_of(at));
        }
        all.commit();
      });
    }
    // What the databases do by themselves in time.
    run([&](Connection& c) { c.sql << (sqlite ? "pragma wal_checkpoint(truncate)" : "vacuum analyze"); });
  }

  std::mt19937 random_{20151019};
  int streams_;
  std::string address_;
  std::optional<Store> store_;
  std::int64_t appended_ = 0;
  std::chrono::steady_clock::duration took_{};
  bool good_ = false;
};

struct Sides {
  Side few, many;
};

std::vector<std::string>& servers() {
  static std::vector<std::string> addresses;
  return addresses;
}

struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string name = (std::filesystem::current_path() / "store-bench-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
};

Sides& sqlite() {
  static const Folder folder;
  static Sides sides{{folder.path / "few.db", kFew}, {folder.path / "many.db", kMany}};
  return sides;
}

Sides& postgresql() {
  static Sides sides{{servers().at(0), kFew}, {servers().at(1), kMany}};
  return sides;
}

double median(std::vector<double>& times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  return *middle;
}

void compare(benchmark::State& state, Sides& sides, void (Side::*work)()) {
  std::vector<double> few, many;
  while (state.KeepRunning()) {
    for (auto* side : {&sides.few, &sides.many}) {
      (side->*work)();
      if (!side->good()) return state.SkipWithError("not what was put in");
      (side == &sides.few ? few : many).push_back(side->took_us());
    }
    state.SetIterationTime(many.back() / 1e6);
  }
  state.counters["few_us"] = median(few);
  state.counters["many_us"] = median(many);
  state.counters["times"] = median(many) / median(few);
}

void add(const std::string& engine, Sides& (*sides)()) {
  const std::pair<const char*, void (Side::*)()> all[] = {
      {"append", &Side::append}, {"read_20", &Side::read}, {"list_50", &Side::list}, {"count_500", &Side::count}};
  for (const auto& [name, each] : all) {
    benchmark::RegisterBenchmark((std::string(name) + "/" + engine).c_str(),
                                 [sides, work = each](benchmark::State& state) { compare(state, sides(), work); })
        ->UseManualTime()
        ->Iterations(2000)
        ->Unit(benchmark::kMicrosecond);
  }
}

}  // namespace
}  // namespace openimr::store

int main(int argc, char** argv) {
  constexpr std::string_view kServer = "--postgresql=";
  int kept = 1;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]).starts_with(kServer)) {
      openimr::store::servers().emplace_back(argv[i] + kServer.size());
    } else {
      argv[kept++] = argv[i];
    }
  }
  argc = kept;
  openimr::store::add("sqlite", &openimr::store::sqlite);
  if (openimr::store::servers().size() == 2) openimr::store::add("postgresql", &openimr::store::postgresql);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  benchmark::RunSpecifiedBenchmarks();
}
