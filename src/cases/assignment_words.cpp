#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/assignment.h"

namespace openimr::cases {
namespace {

using nlohmann::json;

json to_json(const std::vector<WhyNotCount>& counts) {
  json out = json::array();
  for (const WhyNotCount& each : counts) {
    json row = {{"why", words_of(each.why)}, {"reviewers", each.reviewers}};
    if (!each.rule.empty()) row["rule"] = each.rule;
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace

std::string_view words_of(WhyNot why) {
  static constexpr std::array<std::string_view, 9> kWords = {"not eligible",
                                                             "of another licence",
                                                             "reviewed it before",
                                                             "a conflict of interest",
                                                             "a possible conflict, to be cleared",
                                                             "does not review such items",
                                                             "at capacity",
                                                             "of another specialty",
                                                             "costs more"};
  return kWords[static_cast<std::size_t>(why)];
}

std::string next_best_in_words(const Proposal& proposal) {
  std::vector<std::string> out;
  for (const Alternative& each : proposal.next_best) out.push_back(fmt::format("{} (+{})", each.reviewer, each.more));
  return out.empty() ? "nobody" : fmt::format("{}", fmt::join(out, ", "));
}

std::string in_words(const std::vector<WhyNotCount>& counts) {
  std::vector<std::string> out;
  for (const WhyNotCount& each : counts)
    out.push_back(fmt::format("{}{}: {}", words_of(each.why), each.rule.empty() ? "" : fmt::format(" ({})", each.rule),
                              each.reviewers));
  return out.empty() ? "there are none" : fmt::format("{}", fmt::join(out, ", "));
}

json to_json(const Assignment& assignment) {
  json proposals = json::array(), unassigned = json::array();
  for (const Proposal& each : assignment.proposals) {
    json next = json::array();
    for (const Alternative& other : each.next_best)
      next.push_back({{"reviewer", other.reviewer}, {"more", other.more}});
    proposals.push_back({{"case", each.number},
                         {"reviewer", each.reviewer},
                         {"cost", each.cost},
                         {"why", each.why},
                         {"why_not", to_json(each.why_not)},
                         {"next_best", std::move(next)}});
  }
  for (const Unassigned& each : assignment.unassigned)
    unassigned.push_back({{"case", each.number},
                          {"places", each.places},
                          {"cost", each.cost},
                          {"why", each.why},
                          {"why_not", to_json(each.why_not)}});
  return {{"proposals", std::move(proposals)}, {"unassigned", std::move(unassigned)}, {"cost", assignment.cost}};
}

}  // namespace openimr::cases
