#include "server/api/receipt.h"

#include <algorithm>

#include <fmt/format.h>

#include "letter/paper.h"
#include "program/deadlines.h"

namespace openimr::server {
namespace {

// What has to be done in the state behind an event, if that happened with the application: the first rule that the
// programme names and counts. Nothing where it has none.
std::optional<program::Deadline> due_after(const program::Programme& programme, std::string_view event,
                                           const cases::Case& c) {
  const auto& acts = programme.life().acts();
  const auto act =
      std::find_if(acts.begin(), acts.end(), [&](const program::Act& each) { return each.event == event; });
  const program::State* state = act == acts.end() ? nullptr : programme.life().state(act->to);
  if (state == nullptr) return {};
  const program::Trigger trigger{*c.received, "", c.priority, c.dispute};
  for (const std::string& rule : state->due) {
    const auto found = program::deadlines_of(programme, rule, trigger);  // fails where it holds in no such case
    if (!found) continue;
    for (const program::Deadline& each : *found) {
      if (each.due) return each;
    }
  }
  return {};
}

std::string day_of(const program::Deadline& deadline) {
  return letter::printed_day(deadline.due->day);
}

}  // namespace

std::vector<std::string> what_happens_next(const program::Programme& programme, const cases::Case& c) {
  std::vector<std::string> out = {
      fmt::format("Your case number is {}. Write it on everything you send us.", c.number),
      fmt::format("We got your application on {}. That is the day that counts.", letter::printed_day(c.received->day)),
      "First we check if the law lets us review it. We write to you when we know."};
  if (const auto answer = due_after(programme, "information-requested", c))
    out.push_back(
        fmt::format("We may ask you a question. Then you have {} to answer.", program::words_of(answer->limit->limit)));
  if (const auto records = due_after(programme, "assigned", c))
    out.push_back(
        fmt::format("If we can review it, the {} has to send us the medical records. If we asked for them "
                    "today, they would have to be here by {}.",
                    records->rule->who, day_of(*records)));
  out.emplace_back("Then a doctor who has no part in your case reads the records and decides.");
  if (const auto decision = due_after(programme, "records-complete", c))
    out.back() += fmt::format(" If we had all the records today, we would have to tell you by {}.", day_of(*decision));
  out.emplace_back("You can send us records of your own now. You can look at your case at any time.");
  return out;
}

}  // namespace openimr::server
