// The figures of a month: how fast, how many, with what outcome (docs/reports.md). Each report is filled with one case
// after another and holds no case; which ones it takes, its add() says. The figures are those of the cases as they
// stand: a determination that was set aside since is in none of them.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/kappa.h"
#include "cases/case.h"
#include "program/money.h"

namespace openimr::cases {

// "2015-10"
struct Month {
  Date first;
  Date next;  // the first day of the month after

  static std::optional<Month> from_iso(std::string_view text);
  static Month of(Date day);
  std::string iso() const { return first.iso().substr(0, 7); }
};

// Ages in calendar days. Each figure is nothing where there is none.
class Ages {
 public:
  void add(CalendarDays age) { days_.push_back(age.count); }
  std::size_t cases() const { return days_.size(); }
  std::optional<double> mean() const;
  // Of two in the middle, what lies between them.
  std::optional<double> median() const;
  // The smallest age that so many in a hundred do not exceed.
  std::optional<int> percentile(int hundredths) const;

 private:
  std::vector<int> days_;
};

// How a deadline was kept.
struct RuleFigures {
  std::string rule;
  std::string duty;  // "claims administrator: deliver the records, the notice being mailed"
  std::size_t in_time = 0;
  std::size_t late = 0;    // kept after its last day
  std::size_t missed = 0;  // never kept, where the programme's life knows that it can be late
  int most_days_late = 0;
  std::size_t all() const { return in_time + late + missed; }
};

// What the law names for late deadlines, as information: an authority assesses a penalty, nothing here does.
struct PenaltyFigures {
  std::string rule, violation, section;
  std::size_t cases = 0;
  int days = 0;
  program::Money amount{};
  bool is_bound = false;  // of at least one the law gives no more than the most that it can be
};

struct Timeliness {
  std::size_t determined = 0;
  Ages from_assignment;  // to the determination
  Ages from_complete;    // from complete records; of a case that came back, from the first time
  std::vector<RuleFigures> rules;
  std::vector<PenaltyFigures> penalties;
};
// A case that was determined, or ended otherwise, in the month. Counted are the deadlines that end a state of the
// programme's life. A penalty counts once for each case and rule, by the deadline that makes it largest; for what never
// came, up to the day on which the case was determined or ended.
void add(Timeliness& report, const program::Programme& programme, const Case& c);

struct ByPriority {
  std::size_t standard = 0, expedited = 0;
  std::size_t all() const { return standard + expedited; }
  void count(const Case& c) { ++(c.priority == "expedited" ? expedited : standard); }
};

struct Counted {
  std::string id, says;
  ByPriority cases;
  std::size_t place = 0;  // of the programme's list that it stands in; what is listed is in this order
};

struct Volume {
  ByPriority received, determined, published;
  std::vector<Counted> became;   // of those received: the state they are in
  std::vector<Counted> ended;    // without a determination, by state
  std::vector<Counted> reasons;  // of those that were not eligible, by rule; a case may have several
};
// A case that was received, determined or ended otherwise in the month: in each of these that it was.
void add_received(Volume& report, const program::Programme& programme, const Case& c);
void add_determined(Volume& report, const Case& c);
void add_ended(Volume& report, const program::Programme& programme, const Case& c);

struct ItemFigures {
  std::string category;
  std::size_t upheld = 0, overturned = 0;
  std::size_t all() const { return upheld + overturned; }
};

struct Outcomes {
  std::vector<Counted> cases;           // by the programme's word for the outcome
  std::vector<ItemFigures> categories;  // the one with most items first
  ItemFigures items;                    // all of them
  ItemFigures draft_upheld;             // what was decided where the draft had upheld
  ItemFigures draft_overturned;
  std::size_t without_draft = 0;  // items with no draft, or not addressed by it

  std::size_t drafted() const { return draft_upheld.all() + draft_overturned.all(); }
  std::size_t overridden() const { return draft_upheld.overturned + draft_overturned.upheld; }
};
// The category of an item by its words.
using CategoryOf = std::function<std::string(const std::string& item_text)>;
// A case that was determined in the month.
void add(Outcomes& report, const program::Programme& programme, const Case& c, const CategoryOf& category_of);

// Pairs of decisions on the same item; yes is Overturned.
struct Compared {
  Judged pairs;           // first is who was asked first; of a reviewer and the draft, the reviewer
  std::size_t items = 0;  // that they are about: of three reviewers on one item there are three pairs
};

struct Agreement {
  Compared own_findings;        // of two reviewers: the first ones, before either saw the draft
  Compared decisions;           // of two reviewers
  Compared own_and_draft;       // a reviewer's own finding and the draft
  Compared decision_and_draft;  // what a reviewer decided and the draft
};
// A case that was determined in the month: its items that were not ended, by the reviewers that it has.
void add(Agreement& report, const Case& c);

}  // namespace openimr::cases
