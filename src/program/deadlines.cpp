#include "program/deadlines.h"

#include <algorithm>

#include <fmt/format.h>

namespace openimr::program {
namespace {

constexpr int kMinutesOfDay = 24 * 60;

std::string day_in_words(Date day) {
  return fmt::format("{} ({})", day.iso(), name_of(day.weekday()));
}

// The same day of a later month, or the last one it has.
Date months_after(Date day, Months months) {
  const std::chrono::year_month_day from = day.civil();
  const auto month = std::chrono::year_month{from.year(), from.month()} + std::chrono::months(months.count);
  const auto last = std::chrono::year_month_day(month / std::chrono::last).day();
  return Date::of(static_cast<int>(month.year()), static_cast<int>(static_cast<unsigned>(month.month())),
                  static_cast<int>(static_cast<unsigned>(std::min(from.day(), last))))
      .value_or(day);
}

// Counts one limit after another, and writes each step down.
class Counting {
 public:
  Counting(const Programme& programme, Moment from, const std::string& event) : programme_(programme), at_(from) {
    steps_.push_back(fmt::format("{}: {}", from.minute ? from.iso() : day_in_words(from.day), event));
  }

  void add(const RuleLimit& limit) {
    const bool by_clock = std::holds_alternative<ClockHours>(limit.limit);
    if (steps_.size() == 1 && !by_clock && !std::holds_alternative<Uncounted>(limit.limit))
      steps_.front() += "; the day itself is not counted";
    if (const auto* days = std::get_if<CalendarDays>(&limit.limit)) {
      add_days(*days, words_of(limit.limit));
    } else if (const auto* open = std::get_if<BusinessDays>(&limit.limit)) {
      add_open_days(*open, programme_.calendars()[limit.calendar]);
    } else if (const auto* hours = std::get_if<ClockHours>(&limit.limit)) {
      add_hours(*hours);
    } else if (const auto* months = std::get_if<Months>(&limit.limit)) {
      at_ = {months_after(at_.day, *months), std::nullopt};
      steps_.push_back(fmt::format("{}: {}", words_of(limit.limit), day_in_words(at_.day)));
    } else {
      steps_.push_back("the law counts no time");
    }
    if (!limit.when.empty()) steps_.push_back("provided: " + limit.when);
  }

  void add(const WayOfService& way) {
    const std::string why = fmt::format("{} ({})", way.says, way.section);
    if (const auto* days = std::get_if<CalendarDays>(&way.adds.added)) {
      add_days(*days, fmt::format("{} more, {}", words_of(way.adds), why));
    } else {
      steps_.push_back(fmt::format("{} more, {}", words_of(way.adds), why));
      add_open_days(std::get<BusinessDays>(way.adds.added), programme_.calendars()[way.calendar]);
    }
  }

  void say(std::string step) { steps_.push_back(std::move(step)); }

  // The last day moves to one that is open.
  void roll() {
    const Calendar& calendar = programme_.roll();
    const std::string why(calendar.why_closed(at_.day));
    if (why.empty()) {
      steps_.push_back(fmt::format("{} is open: the last day", day_in_words(at_.day)));
      return;
    }
    const Date last = calendar.open_from(at_.day);
    const std::string weekday(name_of(at_.day.weekday()));
    steps_.push_back(fmt::format("{} is {}: the last day moves to {} ({})", at_.day.iso(),
                                 why == weekday ? "a " + why : why, day_in_words(last), programme_.roll_source()));
    at_.day = last;
  }

  Moment at() const { return at_; }
  std::vector<std::string> steps() && { return std::move(steps_); }

 private:
  void add_days(CalendarDays days, const std::string& words) {
    at_ = {at_.day.plus(days), std::nullopt};
    steps_.push_back(fmt::format("{}: {}", words, day_in_words(at_.day)));
  }

  void add_open_days(BusinessDays days, const Calendar& calendar) {
    const Date end = calendar.after(at_.day, days);
    std::vector<std::string> left_out;
    for (Date day = at_.day.plus({1}); day < end; day = day.plus({1})) {
      if (const auto why = calendar.why_closed(day); !why.empty())
        left_out.push_back(fmt::format("{} ({})", day.iso(), why));
    }
    steps_.push_back(fmt::format("{}, counted in {}: {}", words_of(Limit(days)), calendar.title(), day_in_words(end)));
    if (!left_out.empty()) steps_.push_back(fmt::format("not counted: {}", fmt::join(left_out, ", ")));
    at_ = {end, std::nullopt};
  }

  void add_hours(ClockHours hours) {
    if (at_.minute) {
      const int minutes = *at_.minute + hours.count * 60;
      at_ = {at_.day.plus({minutes / kMinutesOfDay}), minutes % kMinutesOfDay};
      steps_.push_back(fmt::format("{} by the clock: {}", words_of(Limit(hours)), at_.iso()));
    } else {
      at_.day = at_.day.plus({hours.count / 24});
      steps_.push_back(fmt::format("{} by the clock: the same time of day on {}; give the time for the minute",
                                   words_of(Limit(hours)), day_in_words(at_.day)));
    }
  }

  const Programme& programme_;
  Moment at_;
  std::vector<std::string> steps_;
};

bool holds(const Programme& programme, const RuleLimit& limit, const Trigger& trigger) {
  if (!limit.priority.empty() && limit.priority != trigger.priority) return false;
  if (!limit.dispute.empty() && limit.dispute != trigger.dispute) return false;
  if (limit.by.empty() || trigger.by.empty() || limit.by == trigger.by) return true;
  const WayOfService* way = programme.way(trigger.by);
  return way != nullptr && way->like == limit.by;
}

Deadline answer(const DeadlineRule& rule, const RuleLimit& limit, const std::string& act, Counting counting) {
  Deadline out{&rule, &limit, fmt::format("{}: {}", rule.who, act), counting.at(), std::string(unit_of(limit.limit)),
               {}};
  const bool is_counted = !std::holds_alternative<Uncounted>(limit.limit);
  const bool rolls = std::holds_alternative<CalendarDays>(limit.limit) ||
                     (rule.adds_service && std::holds_alternative<BusinessDays>(limit.limit));
  if (rolls) counting.roll();
  out.due = is_counted ? std::optional(counting.at()) : std::nullopt;
  if (rule.is_flag) counting.say("shown beside the rule that runs the clock");
  out.steps = std::move(counting).steps();
  return out;
}

void add_service(const Programme& programme, const DeadlineRule& rule, const Trigger& trigger, Counting& counting) {
  if (!rule.adds_service) return;
  const WayOfService* way = programme.way(trigger.by);
  if (way != nullptr) {
    counting.add(*way);
  } else {
    counting.say("how it was served is not said: no days are added for that");
  }
}

void add_answers(const Programme& programme, const DeadlineRule& rule, const std::string& event, const Trigger& trigger,
                 std::vector<Deadline>& out) {
  for (const RuleLimit& limit : rule.limits) {
    if (!holds(programme, limit, trigger)) continue;
    Counting counting(programme, trigger.on, event);
    counting.add(limit);
    if (!std::holds_alternative<Uncounted>(limit.limit)) add_service(programme, rule, trigger, counting);
    out.push_back(answer(rule, limit, rule.act, std::move(counting)));
  }
}

// The time of `base`, made longer by `rule`. The days of serving are not added: they are such a rule themselves.
void add_extended(const Programme& programme, const DeadlineRule& rule, const DeadlineRule& base,
                  const Trigger& trigger, std::vector<Deadline>& out) {
  for (const std::string& further : base.extends) add_extended(programme, rule, *programme.rule(further), trigger, out);
  for (const RuleLimit& first : base.limits) {
    if (base.after.empty() || !holds(programme, first, trigger) || !base.in_force.holds_on(trigger.on.day)) continue;
    for (const RuleLimit& more : rule.limits) {
      if (!holds(programme, more, trigger)) continue;
      Counting counting(programme, trigger.on, programme.event(base.after.front())->says);
      counting.add(first);
      counting.say(fmt::format("made longer by {}", words_of(more.limit)));
      counting.add(more);
      out.push_back(
          answer(rule, more, fmt::format("{} ({} extends {})", rule.act, rule.id, base.id), std::move(counting)));
    }
  }
}

template <class List, class Name>
std::string names_in(const List& list, Name name) {
  std::vector<std::string> names;
  for (const auto& each : list) names.push_back(name(each));
  return fmt::format("{}", fmt::join(names, ", "));
}

Result<void> check_way(const Programme& programme, const Trigger& trigger) {
  if (trigger.by.empty() || programme.way(trigger.by) != nullptr) return {};
  return fail({ErrorCode::wrong_use, "--by: no such way of service in " + programme.id(), trigger.by, "", 0, 0,
               "Use one of: " + names_in(programme.service(), [](const WayOfService& way) { return way.by; }) + "."});
}

}  // namespace

Result<std::vector<Deadline>> deadlines_after(const Programme& programme, std::string_view event,
                                              const Trigger& trigger) {
  const Event* known = programme.event(event);
  if (known == nullptr) {
    return fail({ErrorCode::wrong_use, "--event: no such event in " + programme.id(), std::string(event), "", 0, 0,
                 "Use one of: " + names_in(programme.events(), [](const Event& each) { return each.id; }) + "."});
  }
  if (const auto way = check_way(programme, trigger); !way) return fail(way.error());
  std::vector<Deadline> out;
  for (const DeadlineRule& rule : programme.deadlines()) {
    const bool counts = std::find(rule.after.begin(), rule.after.end(), event) != rule.after.end();
    if (counts && rule.in_force.holds_on(trigger.on.day)) add_answers(programme, rule, known->says, trigger, out);
  }
  return out;
}

Result<std::vector<Deadline>> deadlines_of(const Programme& programme, std::string_view id, const Trigger& trigger) {
  const DeadlineRule* rule = programme.rule(id);
  if (rule == nullptr) {
    return fail(
        {ErrorCode::wrong_use, "--rule: no such rule in " + programme.id(), std::string(id), "", 0, 0,
         "Use one of: " + names_in(programme.deadlines(), [](const DeadlineRule& each) { return each.id; }) + "."});
  }
  if (const auto way = check_way(programme, trigger); !way) return fail(way.error());
  if (!rule->in_force.holds_on(trigger.on.day)) {
    const std::string until = rule->in_force.until ? " until " + rule->in_force.until->iso() : "";
    return fail({ErrorCode::wrong_use, fmt::format("--rule {}: not in force on that day", rule->id),
                 trigger.on.day.iso(), "", 0, 0, fmt::format("It holds from {}{}.", rule->in_force.from.iso(), until)});
  }
  std::vector<Deadline> out;
  if (!rule->after.empty()) add_answers(programme, *rule, programme.event(rule->after.front())->says, trigger, out);
  for (const std::string& base : rule->extends) add_extended(programme, *rule, *programme.rule(base), trigger, out);
  if (out.empty()) {
    return fail({ErrorCode::wrong_use, fmt::format("--rule {}: it does not hold in these circumstances", rule->id), "",
                 "", 0, 0, "Another --priority, --by, --formulary or its absence may be meant."});
  }
  return out;
}

}  // namespace openimr::program
