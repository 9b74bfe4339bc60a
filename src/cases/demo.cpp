#include "cases/demo.h"

#include <algorithm>

#include <fmt/format.h>

#include "cases/demo_story.h"

namespace openimr::cases {
namespace {

// What a chance is for, so that each has numbers of its own.
enum class For : std::uint64_t { route, worker, items, story };
constexpr std::uint64_t kPurposes = 4;

std::uint64_t number_for(int index, For purpose) {
  return static_cast<std::uint64_t>(index) * kPurposes + static_cast<std::uint64_t>(purpose);
}

// So many days before the last day a case begins that needs the one before it, so that both have come far enough.
constexpr int kPairBegins = 15;
// To be in a state on the last day, a case begins so many days earlier, and again, until it is.
constexpr int kStep = 7;
constexpr int kMostTries = 60;
constexpr int kLongEnough = 730;  // days for the longest life

bool needs_the_one_before(Route route) {
  return route == Route::duplicate || route == Route::joined;
}

// A history that ends as it is told, and where it stopped.
struct Told {
  Story story;
  bool reached = false;
};

Told told(const program::Programme& programme, const Plan& plan, Date last, const std::string* aim,
          const LetterOf& letter_of) {
  Told out{Story(programme, plan, last, aim)};
  tell(out.story, plan, letter_of);
  out.reached = aim == nullptr || out.story.now().state == *aim;
  return out;
}

}  // namespace

std::string DemoOffice::number_of(int index) {
  return fmt::format("DEMO-{:07}", index + 1);
}

Result<DemoOffice> DemoOffice::of(const program::Programme& programme, const Demo& demo) {
  if (demo.last < demo.first)
    return fail({ErrorCode::wrong_use, "the last day lies before the first", demo.last.iso(), "", 0, 0,
                 fmt::format("Give a day from {} on.", demo.first.iso())});
  DemoOffice out(programme, demo);
  // Each state by the first route that leads to it, with time enough.
  const Date late = demo.last.plus({kLongEnough});
  for (const program::State& state : programme.life().states()) {
    for (const Route route : kRoutes) {
      Plan plan{.number = number_of(0),
                .route = route,
                .received = demo.last,
                .applied = demo.last,
                .chance = 1,
                .twin = number_of(0)};
      add_application(plan, programme, Dice(0, 0), Dice(0, 1), 0);
      const Told tried = told(programme, plan, late, &state.id, {});
      if (tried.story.error()) {
        Error error = *tried.story.error();
        error.message = fmt::format("the demo does not know the life of {}: {}", programme.id(), error.message);
        return fail(std::move(error));
      }
      if (!tried.reached) continue;
      out.aims_.push_back({state.id, route});
      break;
    }
  }
  return out;
}

const std::string* DemoOffice::aim_of(int index) const {
  const int from_end = demo_.cases - 1 - index;
  if (index == 0 || from_end % 2 != 0 || from_end / 2 >= static_cast<int>(aims_.size())) return nullptr;
  return &aims_[static_cast<std::size_t>(from_end / 2)].state;
}

Route DemoOffice::route_of(int index) const {
  if (index <= 0) return Route::regular;
  if (aim_of(index) != nullptr) return aims_[static_cast<std::size_t>(demo_.cases - 1 - index) / 2].route;
  if (aim_of(index + 1) != nullptr) return Route::regular;
  Dice dice(demo_.seed, number_for(index, For::route));
  const Route drawn = route_by_chance(dice);
  // It goes on in the one before it, which has to be one that goes on.
  return drawn == Route::joined && route_of(index - 1) != Route::regular ? Route::regular : drawn;
}

Date DemoOffice::received_of(int index) const {
  const bool has_pair = aim_of(index + 1) != nullptr && needs_the_one_before(route_of(index + 1));
  if (has_pair || (aim_of(index) != nullptr && needs_the_one_before(route_of(index))))
    return demo_.last.plus({-kPairBegins});
  if (aim_of(index) != nullptr) return demo_.last;
  if (route_of(index) == Route::joined) return received_of(index - 1);
  const auto days = static_cast<std::int64_t>(demo_.last.since(demo_.first).count);
  const Date day = demo_.first.plus({static_cast<int>(days * index / demo_.cases)});
  return std::min(demo_.last, programme_->roll().open_from(day));
}

Plan DemoOffice::plan_of(int index, Date received) const {
  Plan plan{.number = number_of(index), .route = route_of(index), .received = received, .applied = received};
  plan.chance = number_for(index, For::story) ^ (demo_.seed << 32U);
  int worker = index;
  int request = index;
  if (plan.route == Route::joined) worker = index - 1;
  while (plan.route == Route::duplicate && (worker == index || route_of(worker) == Route::duplicate)) --worker;
  if (plan.route == Route::duplicate) {
    request = worker;
    plan.applied = received_of(worker);
  }
  if (worker != index) plan.twin = number_of(worker);
  add_application(plan, *programme_, Dice(demo_.seed, number_for(worker, For::worker)),
                  Dice(demo_.seed, number_for(request, For::items)), worker);
  return plan;
}

Result<DemoCase> DemoOffice::invent(int index, const LetterOf& letter_of) const {
  Plan plan = plan_of(index, received_of(index));
  if (index + 1 < demo_.cases && route_of(index + 1) == Route::joined) {
    const Plan other = plan_of(index + 1, received_of(index + 1));
    const Told joined = told(*programme_, other, demo_.last, nullptr, {});
    if (!joined.story.events.empty() && joined.story.events.back().type == "joined") {
      plan.taken_in = other.items;
      plan.taken_from = other.number;
      plan.taken_on = joined.story.events.back().on.day;
    }
  }
  const std::string* const aim = aim_of(index);
  for (int tries = 0; aim != nullptr && tries < kMostTries; ++tries) {
    if (told(*programme_, plan, demo_.last, aim, {}).reached) break;
    plan = plan_of(index, plan.received.plus({-kStep}));
  }
  Told out = told(*programme_, plan, demo_.last, aim, letter_of);
  if (out.story.error()) {
    Error error = *out.story.error();
    error.code = ErrorCode::internal;
    error.message = fmt::format("the demo has invented what cannot be, in {}: {}", plan.number, error.message);
    return fail(std::move(error));
  }
  return DemoCase{plan.number, std::move(out.story.events), std::move(out.story.documents)};
}

}  // namespace openimr::cases
