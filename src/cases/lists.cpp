#include "cases/lists.h"

#include <fmt/format.h>

#include "base/ascii.h"
#include "cases/case_need.h"
#include "cases/clocks.h"

namespace openimr::cases {
namespace {

constexpr std::size_t kHashDigits = 32;

// A list that does not show what it is about: names of lists stand in the database as they are.
std::string hashed_list(const char* list, const Case& c, const std::optional<Date>& day) {
  if (c.claim.empty() || !day) return "";
  std::string claim;
  for (const char each : c.claim) {
    if (is_letter(each) || is_digit(each)) claim += lower(each);
  }
  const std::string hash = store::Hasher().text(list).text(claim).text(day->iso()).finish().hex();
  return std::string(list) + "/" + hash.substr(0, kHashDigits);
}

}  // namespace

std::string dispute_list(const Case& c) {
  return hashed_list("dispute", c, c.ur_decision);
}

std::string worker_list(const Case& c) {
  return hashed_list("worker", c, c.injury);
}

std::vector<store::Entry> entries_of(const program::Programme& programme, const Case& c) {
  std::vector<store::Entry> out;
  const auto due = due_of(programme, c);
  const std::string by = due ? due->iso() : std::string(kNoDay);
  if (const program::State* state = programme.life().state(c.state)) {
    if (!state->work.empty()) out.push_back({"work/" + state->work, by});
    if (!state->is_end && !c.determined) {
      for (const CaseReviewer& reviewer : c.reviewers) out.push_back({"reviewer/" + reviewer.id, by});
    }
  }
  if (wants_reviewer(programme, c)) out.push_back({std::string(kWantsReviewer), by});
  for (const CaseReviewer& reviewer : c.reviewers) {
    if (reviewer.asked) out.push_back({fmt::format("{}/{}", kAsked, reviewer.id), reviewer.asked->day.iso()});
  }
  if (c.last) out.push_back({"state/" + c.state, c.last->day.iso()});
  if (c.received) out.push_back({"received", c.received->day.iso()});
  if (c.determined) out.push_back({"determined", c.determined->day.iso()});
  if (c.ended) out.push_back({"ended", c.ended->day.iso()});
  for (std::string list : {dispute_list(c), worker_list(c)}) {
    if (!list.empty()) out.push_back({std::move(list), c.number});
  }
  return out;
}

}  // namespace openimr::cases
