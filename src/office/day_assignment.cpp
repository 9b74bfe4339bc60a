#include "office/day_assignment.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "cases/acts.h"
#include "cases/case_need.h"
#include "cases/lists.h"
#include "office/item_names.h"
#include "office/roster.h"

namespace openimr::office {
namespace {

using cases::Case;
using cases::CaseEvent;
using cases::Reviewer;

constexpr std::size_t kPrefix = 5;  // "case/"
// No reviewer's id begins with it, so this names one whom no case has met.
constexpr const char* kAnybody = "-";

Result<std::vector<Case>> waiting_cases(Office& office) {
  std::vector<Case> out;
  std::optional<store::ListPlace> last;
  while (true) {
    const auto page = office.store().list(cases::kWantsReviewer, "", "", last);
    if (!page) return fail(page.error());
    if (page->empty()) return out;
    for (const store::ListPlace& place : *page) {
      auto c = office.ledger().load(place.stream.substr(kPrefix));
      if (!c) return fail(c.error());
      out.push_back(std::move(*c));
    }
    last = page->back();
  }
}

std::vector<cases::ItemNames> open_items_of(const Case& c, const vocabulary::Vocabulary& vocabulary) {
  std::vector<cases::ItemNames> out;
  for (const cases::Item& item : c.items) {
    if (item.is_open()) out.push_back(item_names(item.text, vocabulary));
  }
  return out;
}

// The cases of one programme brought together with the reviewers, and recorded.
class Day {
 public:
  Day(Office& office, const CaseEvent& by, bool dry_run, DayAssignment& told)
      : office_(office), by_(by), dry_run_(dry_run), told_(told) {}

  Result<void> take_reviewers() {
    auto reviewers = active_reviewers(office_);
    if (!reviewers) return fail(reviewers.error());
    reviewers_ = std::move(*reviewers);
    told_.reviewers = reviewers_.size();
    for (const Reviewer& each : reviewers_) {
      const auto load = load_of(office_, each.id, told_.day);
      if (!load) return fail(load.error());
      loads_[each.id] = *load;
    }
    return {};
  }

  Result<void> assign(const program::Programme& programme, const std::vector<Case>& waiting,
                      const vocabulary::Vocabulary& vocabulary) {
    std::vector<cases::CaseNeed> needs;
    for (const Case& c : waiting) {
      if (c.programme != programme.id()) continue;
      ++told_.cases;
      CaseEvent probe = by_;
      probe.what = {{"reviewer", kAnybody}};
      if (const auto ready = cases::checked(programme, c, probe); !ready) {
        if (!may(programme, c)) return fail(ready.error());
        told_.not_ready.push_back({c.number, ready.error().message});
        continue;
      }
      needs.push_back(cases::need_of(programme, c, open_items_of(c, vocabulary), told_.day));
    }
    if (needs.empty()) return {};
    auto found = cases::assign(programme.reviewers(), programme.conflicts(), std::move(needs), reviewers_, told_.day,
                               {}, loads_);
    for (const cases::Proposal& each : found.proposals) {
      const auto recorded = record(programme, each, waiting);
      if (!recorded) return fail(recorded.error());
      told_.recorded.push_back(*recorded);
      ++loads_[each.reviewer].today;
      ++loads_[each.reviewer].this_week;
    }
    append(told_.found, std::move(found));
    return {};
  }

 private:
  // Whether the role may propose in the state of the case.
  bool may(const program::Programme& programme, const Case& c) const {
    const program::Act* act = programme.life().act(c.state, by_.type);
    return act != nullptr && act->is_for(by_.who.role);
  }

  Result<Recorded> record(const program::Programme& programme, const cases::Proposal& proposal,
                          const std::vector<Case>& waiting) {
    if (dry_run_) return Recorded::not_tried;
    const auto c =
        std::find_if(waiting.begin(), waiting.end(), [&](const Case& each) { return each.number == proposal.number; });
    const auto reviewer = std::find_if(reviewers_.begin(), reviewers_.end(),
                                       [&](const Reviewer& each) { return each.id == proposal.reviewer; });
    const auto check = cases::check_conflicts(programme.conflicts(), *reviewer, cases::parties_of(*c), by_.on);
    const auto evidence = office_.store().put(cases::to_json(check).dump());
    if (!evidence) return fail(evidence.error());
    CaseEvent event = by_;
    event.what = {{"reviewer", proposal.reviewer}, {"explanation", proposal.why}, {"conflicts", evidence->hash.hex()}};
    const auto done = office_.ledger().record(proposal.number, {event});
    if (done) return Recorded::recorded;
    const auto now = office_.ledger().load(proposal.number);
    if (!now) return fail(now.error());
    if (now->version != c->version) return Recorded::meanwhile;
    return fail(done.error());
  }

  static void append(cases::Assignment& all, cases::Assignment found) {
    std::move(found.proposals.begin(), found.proposals.end(), std::back_inserter(all.proposals));
    std::move(found.unassigned.begin(), found.unassigned.end(), std::back_inserter(all.unassigned));
    all.cost += found.cost;
    all.rounds += found.rounds;
  }

  Office& office_;
  const CaseEvent& by_;
  bool dry_run_;
  DayAssignment& told_;
  std::vector<Reviewer> reviewers_;
  std::map<std::string, cases::Load> loads_;
};

}  // namespace

Result<void> assign_day(Office& office, const vocabulary::Vocabulary& vocabulary, const CaseEvent& by, bool dry_run,
                        DayAssignment& told) {
  if (auto may = cases::may_keep_roster(office.programmes(), by.who); !may) return fail(may.error());
  const auto waiting = waiting_cases(office);
  if (!waiting) return fail(waiting.error());
  Day day(office, by, dry_run, told);
  if (auto taken = day.take_reviewers(); !taken) return fail(taken.error());
  for (const program::Programme& programme : office.programmes()) {
    if (auto done = day.assign(programme, *waiting, vocabulary); !done) return fail(done.error());
  }
  return {};
}

}  // namespace openimr::office
