// The review of a case of the demo: reviewers, drafts, decisions, quality check, signature, issue.
#include <algorithm>

#include <fmt/format.h>

#include "cases/demo_story.h"

namespace openimr::cases {
namespace {

using nlohmann::json;

// Of a thousand.
constexpr int kTwoReviewers = 15;
constexpr int kThreeReviewers = 5;
constexpr int kConflict = 25;
constexpr int kDrafted = 850;
constexpr int kNotAddressed = 60;
constexpr int kDraftDiffers = 30;
constexpr int kOthersDiffer = 200;
constexpr int kAnswers = 600;
constexpr int kReturned = 45;
constexpr int kTakenBack = 8;
constexpr int kMoreRecords = 40;
constexpr int kSlow = 45;
constexpr int kExtended = 4;

const PlannedItem& planned(const Plan& plan, std::size_t item) {
  return item < plan.items.size() ? plan.items[item] : plan.taken_in[item - plan.items.size()];
}

std::string reviewer_by_chance(Story& story) {
  const Case& c = story.now();
  for (;;) {
    std::string id = fmt::format("R-{:04}", story.dice.between(1, kDemoReviewers));
    const bool had = std::find(c.earlier_reviewers.begin(), c.earlier_reviewers.end(), id) != c.earlier_reviewers.end();
    if (!had && c.reviewer(id) == nullptr) return id;
  }
}

void propose(Story& story) {
  story.act("assign", "reviewer-proposed",
            {{"reviewer", reviewer_by_chance(story)},
             {"explanation", json::array({"the specialty fits", "has time this week"})}});
}

std::vector<std::string> reviewers_of(const Story& story) {
  std::vector<std::string> out;
  for (const CaseReviewer& each : story.now().reviewers) out.push_back(each.id);
  return out;
}

void find_reviewers(Story& story) {
  const int drawn = story.dice.below(1000);
  const int count = drawn < kThreeReviewers ? 3 : drawn < kThreeReviewers + kTwoReviewers ? 2 : 1;
  story.later(0, 2);
  if (count > story.now().reviewers_needed)
    story.act("medical-director", "reviewers-approved", {{"count", count}}, "several fields of medicine meet");
  propose(story);
  if (story.goes_on() && story.dice.chance(kConflict)) {
    story.later(0, 1);
    const std::string first = story.now().reviewers.front().id;
    story.act("assign", "conflict-found", {{"reviewer", first}}, "the reviewer has treated the worker");
    propose(story);
  }
  while (story.goes_on() && static_cast<int>(story.now().reviewers.size()) < story.now().reviewers_needed)
    propose(story);
  story.later(0, 2);
  for (const std::string& id : reviewers_of(story))
    story.act_as(id, "reviewer-accepted",
                 {{"attestation", "I have no conflict of interest with any party of this case."},
                  {"conflicts", story.keep("{\"conflict check\": \"invented\"}\n")},
                  {"licences", json::array({"California"})},
                  {"certifications", json::array({story.dice.pick(certifications())})}});
}

json drafted_item(const std::string& text, const PlannedItem& item, const json& decision) {
  const bool met = decision == "Overturned";
  return {{"text", text},
          {"decision", decision},
          {"citations", json::array()},
          {"criteria", json::array({{{"id", item.kind->criterion},
                                     {"finding", met ? "met" : "not documented"},
                                     {"says", item.kind->says},
                                     {"places", json::array()}}})},
          {"rationale", json::array({{{"text", met ? item.kind->needed : item.kind->upheld}}})}};
}

void draft(Story& story, const Plan& plan) {
  json decisions = json::array();
  json items = json::array();
  const Case& c = story.now();
  for (std::size_t i = 0; i < c.items.size(); ++i) {
    if (!c.items[i].is_open()) continue;
    const PlannedItem& item = planned(plan, i);
    const bool overturned = item.overturned != story.dice.chance(kDraftDiffers);
    const json decision = story.dice.chance(kNotAddressed)
                              ? json()
                              : json(determination::name_of(overturned ? Decision::overturned : Decision::upheld));
    decisions.push_back({{"item", i + 1}, {"decision", decision}});
    items.push_back(drafted_item(c.items[i].text, item, decision));
  }
  const std::string id = story.keep(json{{"summary", json::array()}, {"items", std::move(items)}}.dump());
  story.act("assign", "draft-prepared", {{"draft", id}, {"decisions", std::move(decisions)}});
}

void decide(Story& story, const std::string& reviewer, std::size_t i, const PlannedItem& item, bool overturned) {
  const auto decision = determination::name_of(overturned ? Decision::overturned : Decision::upheld);
  if (!story.now().draft.empty()) {
    story.act_as(reviewer, "own-finding-recorded", {{"item", i + 1}, {"decision", decision}});
    const bool differs = story.goes_on() && story.now().items[i].drafted &&
                         (story.now().items[i].drafted == Decision::overturned) != overturned;
    if (differs) {
      story.act_as(
          reviewer, "finding-overridden",
          {{"item", i + 1}, {"criterion", item.kind->criterion}, {"finding", overturned ? "met" : "not documented"}},
          overturned ? "the progress note shows it" : "the progress note does not show it");
    } else if (story.dice.chance(kAnswers)) {
      story.act_as(reviewer, "finding-accepted", {{"item", i + 1}, {"criterion", item.kind->criterion}});
    }
  }
  story.act_as(reviewer, "item-decided",
               {{"item", i + 1},
                {"decision", decision},
                {"rationale", overturned ? item.kind->needed : item.kind->upheld},
                {"citation", item.kind->citation}});
}

void decide_all(Story& story, const Plan& plan) {
  const auto reviewers = reviewers_of(story);
  for (const std::string& reviewer : reviewers) {
    const std::size_t count = story.now().items.size();
    for (std::size_t i = 0; i < count && story.goes_on(); ++i) {
      if (!story.now().items[i].is_open()) continue;
      const PlannedItem& item = planned(plan, i);
      const bool differs = reviewer != reviewers.front() && story.dice.chance(kOthersDiffer);
      decide(story, reviewer, i, item, item.overturned != differs);
    }
  }
}

void submit(Story& story, const Plan& plan) {
  const Case& c = story.now();
  std::vector<std::string_view> told;
  for (const PlannedItem& each : plan.items) {
    if (std::find(told.begin(), told.end(), each.kind->history) == told.end()) told.push_back(each.kind->history);
  }
  for (const std::string& reviewer : reviewers_of(story))
    story.act_as(
        reviewer, "submitted",
        {{"summary", fmt::format("The injured worker is {} years old and was injured on {}. {}", c.age.value_or(0),
                                 c.injury ? c.injury->iso() : "an unknown day", fmt::join(told, " "))}});
}

void check_quality(Story& story, const Plan& plan) {
  story.later(1, 2);
  if (story.dice.chance(kReturned)) {
    story.act("quality", "quality-returned", json::object(), "say which records were relied on");
    story.later(1, 2);
    submit(story, plan);
    story.later(0, 1);
  }
  story.act("quality", "quality-passed");
  if (!story.goes_on() || !story.dice.chance(kTakenBack)) return;
  story.act_as(story.now().reviewers.front().id, "taken-back", json::object(), "a record was overlooked");
  story.later(0, 1);
  submit(story, plan);
  story.act("quality", "quality-passed");
}

void sign(Story& story, const LetterOf& letter_of) {
  for (const std::string& reviewer : reviewers_of(story)) {
    if (!story.goes_on()) return;
    auto what = letter_of ? letter_of(story.now(), story.today())
                          : Result<json>(json{{"letter", story.keep(shared_letter_data())},
                                              {"text", story.keep(shared_letter_text())}});
    if (!what) return story.fail_with(what.error());
    story.act_as(reviewer, "signed", std::move(*what));
  }
}

}  // namespace

void tell_review(Story& story, const Plan& plan, const LetterOf& letter_of) {
  find_reviewers(story);
  if (story.dice.chance(kMoreRecords))
    story.act("intake", "records-requested",
              {{"of", "requesting_physician"}, {"asked", "the notes of the last three months"}, {"by", "electronic"}});
  if (story.dice.chance(kDrafted)) draft(story, plan);
  story.later(2, 8);
  if (story.dice.chance(kExtended))
    story.act("medical-director", "extension-granted", json::object(), "records by mail");
  if (story.dice.chance(kSlow)) story.later(12, 20);
  decide_all(story, plan);
  submit(story, plan);
  check_quality(story, plan);
  story.later(0, 2);
  sign(story, letter_of);
  story.later(0, 1);
  story.act("issue", "issued", {{"by", "mail"}});
}

}  // namespace openimr::cases
