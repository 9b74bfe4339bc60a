#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "program/pack_rows.h"
#include "program/part_readers.h"
#include "program/programme.h"

namespace openimr::program {
namespace {

using nlohmann::json;

std::chrono::weekday weekday_of(const std::string& written) {
  static constexpr std::array<std::string_view, 7> kNames = {"sunday",   "monday", "tuesday", "wednesday",
                                                             "thursday", "friday", "saturday"};
  const auto found = std::find(kNames.begin(), kNames.end(), written);
  return std::chrono::weekday(static_cast<unsigned>(found - kNames.begin()) % 7);
}

// From a Saturday or Sunday to the nearest such weekday: Monday is 1 after a Sunday, Friday 1 before a Saturday.
CalendarDays move_to(std::chrono::weekday from, const std::string& written) {
  if (written.empty()) return {0};
  const int ahead = static_cast<int>((weekday_of(written) - from).count());
  return {ahead > 3 ? ahead - 7 : ahead};
}

}  // namespace

class ProgrammeReader {
 public:
  explicit ProgrammeReader(const json& pack) : pack_(pack), rows_(pack) {}

  Result<Programme> read() {
    const json& head = pack_.at("programme");
    out_.id_ = text(head, "id");
    out_.title_ = text(head, "title");
    out_.roll_source_ = text(head, "roll_source");
    out_.is_default_ = head.value("default", false);
    const auto always = rows_.days_in(head, {});
    if (!always) return fail(always.error());
    out_.in_force_ = *always;
    for (const auto part :
         {&ProgrammeReader::read_parties, &ProgrammeReader::read_calendars, &ProgrammeReader::read_service,
          &ProgrammeReader::read_events, &ProgrammeReader::read_rules, &ProgrammeReader::read_reviewers}) {
      if (const auto done = (this->*part)(); !done) return fail(done.error());
    }
    const auto roll = calendar_of(head, "roll");
    if (!roll) return fail(roll.error());
    out_.roll_ = *roll;
    if (const auto done = check_extensions(); !done) return fail(done.error());
    auto life = life_from_pack(pack_, {[this](std::string_view id) { return out_.event(id) != nullptr; },
                                       [this](std::string_view id) { return out_.rule(id) != nullptr; }});
    if (!life) return fail(life.error());
    out_.life_ = std::move(*life);
    if (const auto done = read_parts(); !done) return fail(done.error());
    auto correspondence = correspondence_from_pack(pack_, out_);
    if (!correspondence) return fail(correspondence.error());
    out_.correspondence_ = std::move(*correspondence);
    return std::move(out_);
  }

 private:
  Result<std::size_t> calendar_of(const json& row, const char* key) const {
    const std::string id = text(row, key);
    for (std::size_t i = 0; i < out_.calendars_.size(); ++i) {
      if (out_.calendars_[i].id() == id) return i;
    }
    std::vector<std::string> known;
    for (const Calendar& calendar : out_.calendars_) known.push_back(calendar.id());
    if (id.empty())
      return rows_.refuse(row, "business days of no calendar", "", fmt::format("Add {}: {}", key, known[0]));
    return rows_.refuse(row, fmt::format("{}: no such calendar", key), id,
                        fmt::format("Use one of: {}", fmt::join(known, ", ")));
  }

  Result<Holiday> holiday_of(const json& row) const {
    Holiday out;
    out.name = text(row, "name");
    const std::string on = text(row, "on");
    const auto parts = row.contains("nth") + row.contains("weekday") + row.contains("month");
    if (on.empty() ? parts != 3 : parts != 0)
      return rows_.refuse(row, "a holiday needs either 'on' or 'nth', 'weekday' and 'month'", out.name,
                          "Write one of them.");
    if (!on.empty()) {
      const bool one_day = on.size() == 10;
      const auto day = Date::from_iso(one_day ? on : "2000-" + on);  // a year that has a February 29
      if (!day) return rows_.refuse(row, "on: no such day", on, "Write MM-DD, or YYYY-MM-DD.");
      out.month = static_cast<int>(static_cast<unsigned>(day->civil().month()));
      out.day = static_cast<int>(static_cast<unsigned>(day->civil().day()));
      if (one_day) out.year = static_cast<int>(day->civil().year());
    } else {
      out.month = row["month"].get<int>();
      out.nth = row["nth"].is_string() ? 5 : row["nth"].get<int>();
      out.weekday = weekday_of(text(row, "weekday"));
    }
    out.behind = {row.value("plus", 0)};
    out.sunday = move_to(std::chrono::Sunday, text(row, "sunday"));
    out.saturday = move_to(std::chrono::Saturday, text(row, "saturday"));
    const auto days = rows_.days_in(row, {});
    if (!days) return fail(days.error());
    out.in_force = *days;
    return out;
  }

  Result<void> read_parties() {
    const auto done = keep(openimr::program::read_parties(rows_), out_.parties_);
    return done ? check_parties(rows_, out_.parties_) : done;
  }

  Result<void> read_calendars() {
    for (const json& row : pack_.at("calendars")) {
      if (const auto known = rows_.is_new(row, "id", "calendars"); !known) return known;
      std::vector<std::chrono::weekday> closed;
      for (const json& weekday : row.at("closed")) closed.push_back(weekday_of(weekday.get<std::string>()));
      std::vector<Holiday> holidays;
      for (const json& each : row.at("holidays")) {
        auto holiday = holiday_of(each);
        if (!holiday) return fail(holiday.error());
        holiday->standing = standing_in(each, standing_in(row, Standing::unverified));
        holidays.push_back(std::move(*holiday));
      }
      out_.calendars_.emplace_back(text(row, "id"), text(row, "title"), text(row, "section"),
                                   standing_in(row, Standing::unverified), std::move(closed), std::move(holidays));
    }
    return {};
  }

  Result<void> read_service() {
    for (const json& row : pack_.at("service")) {
      if (const auto known = rows_.is_new(row, "by", "service"); !known) return known;
      WayOfService way{text(row, "by"),
                       text(row, "like"),
                       text(row, "says"),
                       {},
                       0,
                       text(row, "section"),
                       standing_in(row, Standing::unverified)};
      const auto limit = limit_from(text(row, "adds"));
      if (limit && std::holds_alternative<CalendarDays>(*limit)) {
        way.adds.added = std::get<CalendarDays>(*limit);
      } else if (limit && std::holds_alternative<BusinessDays>(*limit)) {
        way.adds.added = std::get<BusinessDays>(*limit);
        const auto calendar = calendar_of(row, "calendar");
        if (!calendar) return fail(calendar.error());
        way.calendar = *calendar;
      } else {
        return rows_.refuse(row, "adds: neither calendar nor business days", text(row, "adds"),
                            "Write as '5 calendar days'.");
      }
      out_.service_.push_back(std::move(way));
    }
    for (const json& row : pack_.at("service")) {
      if (row.contains("like") && out_.way(text(row, "like")) == nullptr)
        return rows_.refuse(row, "like: no such way of service", text(row, "like"), "Name the 'by' of another row.");
    }
    return {};
  }

  Result<void> read_events() {
    for (const json& row : pack_.at("events")) {
      if (const auto known = rows_.is_new(row, "id", "events"); !known) return known;
      out_.events_.push_back({text(row, "id"), text(row, "says")});
    }
    return {};
  }

  Result<RuleLimit> limit_of(const json& rule, const json& row) const {
    const auto limit = limit_from(text(row, "limit"));
    if (!limit) return rows_.refuse(rule, "limit: not understood", text(row, "limit"), "Write as '30 calendar days'.");
    RuleLimit out{*limit, 0, text(row, "by"), text(row, "priority"), text(row, "dispute"), text(row, "when")};
    if (!out.by.empty() && out_.way(out.by) == nullptr)
      return rows_.refuse(rule, "by: no such way of service", out.by, "Name the 'by' of a row of service.");
    if (std::holds_alternative<BusinessDays>(*limit)) {
      json named = row;
      named["_line"] = rule.value("_line", 0);
      const auto calendar = calendar_of(named, "calendar");
      if (!calendar) return fail(calendar.error());
      out.calendar = *calendar;
    }
    return out;
  }

  Result<void> read_rules() {
    for (const json& row : pack_.at("deadlines")) {
      if (const auto known = rows_.is_new(row, "id", "deadlines"); !known) return known;
      DeadlineRule rule;
      rule.id = text(row, "id");
      rule.who = text(row, "who");
      rule.act = text(row, "act");
      if (row.contains("after")) rule.after.push_back(text(row, "after"));
      for (const json& event : row.value("also_after", json::array())) rule.after.push_back(event.get<std::string>());
      for (const json& other : row.value("extends", json::array())) rule.extends.push_back(other.get<std::string>());
      if (rule.after.empty() == rule.extends.empty())
        return rows_.refuse(row, "a rule needs either 'after' or 'extends'", rule.id,
                            "Name the event that it counts from.");
      for (const std::string& event : rule.after) {
        if (out_.event(event) == nullptr)
          return rows_.refuse(row, "after: no such event", event, "Add it to events, or name one that stands there.");
      }
      for (const json& each : row.at("limits")) {
        auto limit = limit_of(row, each);
        if (!limit) return fail(limit.error());
        rule.limits.push_back(std::move(*limit));
      }
      rule.adds_service = row.value("service", false);
      rule.is_flag = row.value("flag", false);
      const auto days = rows_.days_in(row, out_.in_force_);
      if (!days) return fail(days.error());
      rule.in_force = *days;
      rule.section = text(row, "section");
      rule.standing = standing_in(row, Standing::unverified);
      out_.deadlines_.push_back(std::move(rule));
    }
    return {};
  }

  template <class Part>
  static Result<void> keep(Result<Part> read, Part& part) {
    if (!read) return fail(read.error());
    part = std::move(*read);
    return {};
  }

  // What stands in readers of its own.
  Result<void> read_parts() {
    auto done = keep(read_eligibility(rows_, out_), out_.eligibility_);
    if (done) done = keep(read_panel(rows_), out_.panel_);
    if (done) done = keep(read_outcomes(rows_), out_.outcomes_);
    if (done) done = keep(read_fees(rows_, out_.in_force_), out_.fees_);
    if (done) done = keep(read_penalties(rows_, out_), out_.penalties_);
    if (done) done = keep(read_letter_parts(rows_), out_.letter_parts_);
    if (done) done = keep(read_served(rows_), out_.served_);
    if (done) done = keep(read_publication(rows_), out_.publication_);
    return done;
  }

  // Every rule that is extended is there, and no way along `extends` comes back.
  Result<void> check_extensions() const {
    for (const json& row : pack_.at("deadlines")) {
      std::vector<std::string> open = {text(row, "id")};
      std::set<std::string> seen;
      while (!open.empty()) {
        const DeadlineRule* rule = out_.rule(open.back());
        open.pop_back();
        for (const std::string& other : rule->extends) {
          if (out_.rule(other) == nullptr)
            return rows_.refuse(row, "extends: no such rule", other, "Name the id of a deadline.");
          if (other == text(row, "id"))
            return rows_.refuse(row, "extends: the rule comes back to itself", other,
                                "Let it end at a rule with 'after'.");
          if (seen.insert(other).second) open.push_back(other);
        }
      }
    }
    return {};
  }

  Result<void> read_reviewers() {
    auto reviewers = reviewer_rules_from(pack_);
    if (!reviewers) return fail(reviewers.error());
    auto conflicts = conflict_rules_from(pack_);
    if (!conflicts) return fail(conflicts.error());
    out_.reviewers_ = std::move(*reviewers);
    out_.conflicts_ = std::move(*conflicts);
    return {};
  }

  const json& pack_;
  PackRows rows_;
  Programme out_;
};

Result<Programme> Programme::from_pack(const json& pack) {
  return ProgrammeReader(pack).read();
}

}  // namespace openimr::program
