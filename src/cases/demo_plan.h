// What a case of the demo is about and how it will go, before anything happens. Inside cases/ only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/dice.h"
#include "cases/demo_words.h"
#include "cases/event.h"
#include "program/programme.h"

namespace openimr::cases {

// How a case goes; what else happens to it is chance.
enum class Route : std::uint8_t {
  regular,
  carried_out,  // regular, and a treatment is found necessary
  asked,        // a party is asked for facts about eligibility
  duplicate,
  ineligible,
  deferred,
  joined,  // goes on in the case before it
  terminated,
  records_late,
  appealed,
  remanded,
};
inline constexpr Route kRoutes[] = {Route::regular,      Route::carried_out, Route::asked,   Route::duplicate,
                                    Route::ineligible,   Route::deferred,    Route::joined,  Route::terminated,
                                    Route::records_late, Route::appealed,    Route::remanded};

Route route_by_chance(Dice& dice);

struct PlannedItem {
  const RequestKind* kind = nullptr;
  std::string text;
  bool overturned = false;
};

struct Plan {
  std::string number;
  Route route = Route::regular;
  Date received;
  Date applied;              // by the first application about the dispute
  std::uint64_t chance = 0;  // the seed of all that happens by chance
  std::string twin{};        // the case that this one repeats or goes on in
  std::vector<PlannedItem> items{};
  std::vector<PlannedItem> taken_in{};  // of a case that goes on in this one
  std::string taken_from{};             // its number
  std::optional<Date> taken_on{};
  nlohmann::json application{};  // the fields of application-received, but for the documents
};

// Who the worker of a case is, what was asked for and denied, as the fields of the application. `worker` is a number of
// the person: cases with the same one are about the same person and injury.
void add_application(Plan& plan, const program::Programme& programme, Dice worker_dice, Dice item_dice, int worker);

}  // namespace openimr::cases
