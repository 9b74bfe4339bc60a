// What happens to a case of the demo before its review and after the determination.
#include <algorithm>

#include <fmt/format.h>

#include "cases/clocks.h"
#include "cases/demo_story.h"
#include "program/fees.h"

namespace openimr::cases {
namespace {

using nlohmann::json;

// Of a thousand.
constexpr int kNoAnswer = 250;
constexpr int kElectronic = 600;
constexpr int kLateNotice = 40;
constexpr int kLateRecordsUnnoted = 50;
constexpr int kItemEnded = 20;
constexpr int kMadeExpedited = 8;
constexpr int kCorrected = 10;
constexpr int kCarriedOutLate = 60;
constexpr int kWithoutDeadline = 14;  // days for the records, before the law set a time

// The rules whose failing leads to this, and what a party is told.
struct Reason {
  json rules = json::array();
  std::string words = "as the records show";
};

Reason reason_by_chance(Story& story, program::IfFailed then) {
  std::vector<const program::EligibilityRule*> rules;
  for (const program::EligibilityRule& each : story.programme().eligibility()) {
    if (each.if_failed == then && each.in_force.holds_on(story.today())) rules.push_back(&each);
  }
  if (rules.empty()) return {};
  const program::EligibilityRule& rule = *story.dice.pick(rules);
  return {json::array({rule.id}), rule.reason};
}

// The last day of what ends the present state.
std::optional<Date> due_day(const Story& story) {
  const auto due = due_of(story.programme(), story.now());
  return due ? std::optional(due->day) : std::nullopt;
}

void ask(Story& story) {
  story.later(0, 1);
  story.act("intake", "information-requested",
            {{"of", "employee"}, {"asked", "a signed copy of the application"}, {"by", "mail"}});
  const auto due = due_day(story);
  if (story.dice.chance(kNoAnswer) && due) {
    story.wait_until(due->plus({1}));
    story.later(0, 1);
    story.act("intake", "information-overdue");
  } else {
    story.later(1, 4);
    story.act("applicant", "information-received", {{"from", "employee"}});
  }
}

// Whether it goes on to the review.
bool tell_intake(Story& story, const Plan& plan) {
  json what = plan.application;
  what["documents"] = application_documents(story, plan.items);
  story.act("applicant", "application-received", std::move(what));
  if (plan.route == Route::duplicate) {
    story.later(0, 2);
    story.act("intake", "duplicate-found", {{"of", plan.twin}});
    return false;
  }
  story.later(0, 2);
  story.act("intake", "application-found-new");
  if (plan.route == Route::asked) ask(story);
  story.later(1, 4);
  if (plan.route == Route::joined) {
    story.act("intake", "joined", {{"into", plan.twin}});
    return false;
  }
  if (plan.route == Route::ineligible) {
    const Reason reason = reason_by_chance(story, program::IfFailed::ineligible);
    story.act("intake", "eligibility-decided", {{"result", "ineligible"}, {"reasons", reason.rules}, {"by", "mail"}},
              reason.words);
    return false;
  }
  if (plan.route == Route::deferred) {
    const Reason reason = reason_by_chance(story, program::IfFailed::defer);
    story.act("intake", "deferred", {{"reasons", reason.rules}}, reason.words);
    story.later(25, 110);
    story.act("administrator", "liability-resolved", {{"by", "mail"}});
    story.later(1, 3);
  }
  story.act("intake", "eligibility-decided", {{"result", "eligible"}});
  return true;
}

void end_treatment(Story& story) {
  const char* const why = story.dice.chance(600) ? "the claims administrator has authorized the treatment"
                                                 : "the worker has withdrawn the application";
  story.act("intake", "terminated", json::object(), why);
}

void tell_records(Story& story, const Plan& plan) {
  if (story.dice.chance(kLateNotice)) story.later(2, 3);
  story.later(0, 1);
  if (story.dice.chance(kMadeExpedited) && story.now().priority == "standard")
    story.act("intake", "priority-changed", {{"priority", "expedited"}}, "the physician certifies a serious threat");
  story.act("assign", "assigned", {{"by", story.dice.chance(kElectronic) ? "electronic" : "mail"}});
  if (!story.goes_on()) return;
  const auto counted = due_day(story);
  const Date due = counted.value_or(story.today().plus({kWithoutDeadline}));
  if (plan.route == Route::records_late && counted) {
    story.wait_until(due.plus({1}));
    story.later(0, 1);
    story.act("intake", "records-overdue");
    story.later(2, 9);
  } else if (story.dice.chance(kLateRecordsUnnoted)) {
    story.wait_until(due.plus({story.dice.between(1, 2)}));
  } else {
    const int time = due.since(story.today()).count;
    const Date day = story.today().plus({time > 1 ? story.dice.between(1, time) : 0});
    story.wait_until(std::min(due, story.programme().roll().open_from(day)));
  }
  story.act("administrator", "records-received",
            {{"from", "claims_administrator"}, {"documents", progress_notes(story, plan.items)}});
  if (story.now().items.size() > 1 && story.dice.chance(kItemEnded))
    story.act("intake", "item-ended", {{"item", story.now().items.size()}},
              "the claims administrator has authorized it");
  story.act("intake", "records-complete");
}

void invoice(Story& story, const Plan& plan) {
  const Case& c = story.now();
  const bool drugs =
      std::all_of(plan.items.begin(), plan.items.end(), [](const auto& each) { return each.kind->is_drug; });
  const auto fee =
      program::fee_for(story.programme(), {c.received ? c.received->day : plan.received, program::FeeStage::decided,
                                           c.priority, c.reviewers_needed, "physician", drugs});
  if (fee) story.act("issue", "invoiced", {{"fee", (*fee)->id}, {"cents", (*fee)->amount->cents}});
}

void serve(Story& story) {
  const auto parties = story.now().parties;
  for (const CaseParty& party : parties) {
    const std::string by = party.by.empty() ? "mail" : party.by;
    story.act(
        "issue", "served",
        {{"to", {{"role", party.role}, {"name", party.name}, {"address", party.address}, {"by", by}}}, {"by", by}});
  }
}

bool is_found_necessary(const Story& story) {
  for (std::size_t i = 0; i < story.now().items.size(); ++i) {
    if (decision_on(story.programme(), story.now(), i) == Decision::overturned) return true;
  }
  return false;
}

// From the issue of a determination to the end of the case, or to its return: whether it has to be reviewed again.
bool tell_after(Story& story, const Plan& plan, bool may_be_appealed) {
  serve(story);
  story.later(1, 4);
  if (!story.now().invoiced_cents) invoice(story, plan);
  const bool necessary = is_found_necessary(story);
  if (necessary) {
    story.later(1, 1);
    if (story.dice.chance(kCarriedOutLate)) story.later(5, 9);
    story.act("administrator", "implemented", {{"how", "authorized"}});
    story.later(2, 8);
  }
  if (!story.goes_on()) return false;
  const Letter letter = story.now().letters.back();
  if (!story.now().published) story.act("issue", "published", {{"letter", letter.letter}});
  if (story.dice.chance(kCorrected))
    story.act("issue", "corrected", {{"letter", letter.letter}, {"text", letter.text}},
              "the claim number was misprinted");
  if (may_be_appealed && (plan.route == Route::appealed || plan.route == Route::remanded)) {
    story.later(5, 12);
    story.act("applicant", "appeal-filed", {{"from", "employee"}});
    story.later(40, 90);
    const bool remanded = plan.route == Route::remanded;
    story.act("medical-director", "appeal-decided", {{"result", remanded ? "remanded" : "affirmed"}},
              remanded ? "a plain mistake of fact was shown" : "no ground for setting it aside was shown");
    return remanded;
  }
  if (necessary) story.later(10, 20);
  story.act("issue", "closed");
  return false;
}

}  // namespace

void tell(Story& story, const Plan& plan, const LetterOf& letter_of) {
  if (!tell_intake(story, plan)) return;
  if (plan.route == Route::terminated && story.dice.chance(400)) {
    story.later(1, 1);
    return end_treatment(story);
  }
  tell_records(story, plan);
  if (plan.route == Route::terminated) {
    story.later(1, 5);
    return end_treatment(story);
  }
  tell_review(story, plan, letter_of);
  if (!tell_after(story, plan, true)) return;
  tell_review(story, plan, letter_of);
  tell_after(story, plan, false);
}

}  // namespace openimr::cases
