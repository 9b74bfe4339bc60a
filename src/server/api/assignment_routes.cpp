// assignDay: reviewers for all cases that wait for one, at once.
#include <fmt/format.h>

#include "office/day_assignment.h"
#include "server/api/organization_routes.h"

namespace openimr::server {
namespace {

using Json = nlohmann::json;

std::string_view name_of(office::Recorded recorded) {
  switch (recorded) {
    case office::Recorded::not_tried:
      return "not_tried";
    case office::Recorded::recorded:
      return "recorded";
    case office::Recorded::meanwhile:
      return "meanwhile";
  }
  return "";
}

Json reasons_of(const cases::Proposal& proposal) {
  Json out = proposal.why;
  out.push_back("next best: " + cases::next_best_in_words(proposal));
  out.push_back("the others: " + cases::in_words(proposal.why_not));
  return out;
}

Json answer_of(const office::DayAssignment& it) {
  Json proposals = Json::array(), unassigned = Json::array();
  for (std::size_t i = 0; i < it.found.proposals.size(); ++i) {
    const cases::Proposal& each = it.found.proposals[i];
    proposals.push_back({{"case_number", each.number},
                         {"reviewer", each.reviewer},
                         {"recorded", name_of(it.recorded[i])},
                         {"reasons", reasons_of(each)}});
  }
  for (const cases::Unassigned& each : it.found.unassigned)
    unassigned.push_back({{"case_number", each.number},
                          {"why", fmt::format("{}; reviewers: {}", each.why, cases::in_words(each.why_not))}});
  for (const office::NotReady& each : it.not_ready)
    unassigned.push_back({{"case_number", each.number}, {"why", each.why}});
  return {{"day", it.day.iso()},
          {"cases", it.cases},
          {"reviewers", it.reviewers},
          {"proposals", std::move(proposals)},
          {"unassigned", std::move(unassigned)}};
}

Reply assign(Call& call) {
  office::DayAssignment told{call.now.day, 0, 0, {}, {}, {}};
  const bool dry_run = call.body.at("dry_run").get<bool>();
  const auto done =
      office::assign_day(call.office, call.shared.engine.vocabulary, call.event("reviewer-proposed"), dry_run, told);
  if (!done) return refuse(done.error());
  return json(answer_of(told));
}

}  // namespace

void add_assignment_routes(Routes& routes) {
  routes.add(Method::post, "/api/assignments", Action::assign_day, assign, {.lane = Lane::slow});
}

}  // namespace openimr::server
