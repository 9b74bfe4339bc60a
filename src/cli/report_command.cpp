// openimr report: the figures of a month. Only the cases of the month are read, by the lists that they stand in; what
// waits is counted.
#include <cmath>
#include <functional>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>

#include "base/wilson.h"
#include "cases/lists.h"
#include "cases/report.h"
#include "cli/deliver.h"
#include "cli/office.h"
#include "cli/report.h"
#include "cli/report_sections.h"
#include "cli/terminal.h"
#include "records/disputed_item.h"
#include "vocabulary/vocabulary.h"

namespace openimr::cli {
namespace {

using cases::Case;
using cases::Month;
using nlohmann::json;
using program::Programme;

constexpr int kPage = 1000;
constexpr std::size_t kLeastWords = 20;
constexpr double kHundred = 100;

using EachCase = std::function<void(const Programme&, const Case&)>;

// All cases of a list whose day is in the month.
Result<void> each_case(Office& office, const std::string& list, const Month& month, const EachCase& take) {
  std::optional<store::ListPlace> after;
  for (;;) {
    const auto places = office.store().list(list, month.first.iso(), month.next.iso(), after, kPage);
    if (!places) return fail(places.error());
    for (const store::ListPlace& place : *places) {
      const auto c = office.ledger().load(place.stream.substr(place.stream.find('/') + 1));
      if (!c) return fail(c.error());
      const auto programme = office.ledger().programme(c->programme);
      if (!programme) return fail(programme.error());
      take(**programme, *c);
    }
    if (places->size() < kPage) return {};
    after = places->back();
  }
}

json tenths(std::optional<double> value) {
  return value ? json(std::round(*value * 10) / 10) : json();
}

json percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? json() : tenths(kHundred * static_cast<double>(part) / static_cast<double>(whole));
}

Column number(const char* name, const char* title) {
  return {name, title, true};
}

json ages_row(const char* name, const cases::Ages& ages) {
  const auto slow = ages.percentile(90);
  return {name, ages.cases(), tenths(ages.mean()), tenths(ages.median()), slow ? json(*slow) : json()};
}

Rows ages_of(const cases::Timeliness& found) {
  return {{{"age", "age of the case, in days"},
           number("cases", "cases"),
           number("mean", "mean"),
           number("median", "median"),
           number("percentile_90", "9 in 10 within")},
          {ages_row("from assignment", found.from_assignment), ages_row("from complete records", found.from_complete)},
          ""};
}

Rows deadlines_of(const cases::Timeliness& found) {
  Rows out{{{"rule", "rule"},
            {"who", "who", false, kLeastWords},
            {"act", "has to", false, kLeastWords},
            number("in_time", "in time"),
            number("late", "late"),
            number("missed", "missed"),
            number("in_time_percent", "in time %"),
            number("most_days_late", "most days late")},
           {},
           "No deadline was due."};
  for (const cases::RuleFigures& each : found.rules)
    out.rows.push_back({each.rule, each.who, each.act, each.in_time, each.late, each.missed,
                        percent(each.in_time, each.all()), each.most_days_late});
  return out;
}

Rows penalties_of(const cases::Timeliness& found) {
  Rows out{{{"rule", "rule"},
            {"violation", "violation", false, kLeastWords},
            number("cases", "cases"),
            number("days", "days"),
            number("at_most", "at most"),
            {"section", "section", false, kLeastWords}},
           {},
           "The law names no penalty for any of these."};
  for (const cases::PenaltyFigures& each : found.penalties)
    out.rows.push_back({each.rule, each.violation, each.cases, each.days, each.amount.words(), each.section});
  return out;
}

Result<Rows> overdue_now(Office& office, Date today) {
  Rows out{{{"role", "role"}, number("waiting", "waiting"), number("overdue", "overdue")}, {}, "Nothing waits."};
  std::vector<std::string> seen;
  for (const Programme& programme : office.programmes()) {
    for (const program::Role& role : programme.life().roles()) {
      if (std::find(seen.begin(), seen.end(), role.id) != seen.end()) continue;
      seen.push_back(role.id);
      const auto waiting = office.store().count("work/" + role.id);
      if (!waiting) return fail(waiting.error());
      const auto overdue = office.store().count("work/" + role.id, "", today.iso());
      if (!overdue) return fail(overdue.error());
      if (*waiting > 0) out.rows.push_back({role.id, *waiting, *overdue});
    }
  }
  return out;
}

Rows by_priority(const char* name, const char* title, std::string when_empty) {
  return {{{name, title},
           {"says", "", false, kLeastWords},
           number("cases", "cases"),
           number("standard", "standard"),
           number("expedited", "expedited")},
          {},
          std::move(when_empty)};
}

void add_row(Rows& rows, const std::string& id, const std::string& says, const cases::ByPriority& cases) {
  rows.rows.push_back({id, says, cases.all(), cases.standard, cases.expedited});
}

Rows counted_rows(const char* name, const char* title, const std::vector<cases::Counted>& list, std::string empty) {
  Rows out = by_priority(name, title, std::move(empty));
  for (const cases::Counted& each : list) add_row(out, each.id, each.says, each.cases);
  return out;
}

Result<Rows> waiting_now(Office& office) {
  Rows out{{{"state", "state"}, {"says", "", false, kLeastWords}, {"work", "whose turn"}, number("cases", "cases")},
           {},
           "No case waits."};
  std::vector<std::string> seen;
  for (const Programme& programme : office.programmes()) {
    for (const program::State& state : programme.life().states()) {
      if (state.is_end || std::find(seen.begin(), seen.end(), state.id) != seen.end()) continue;
      seen.push_back(state.id);
      const auto cases = office.store().count("state/" + state.id);
      if (!cases) return fail(cases.error());
      if (*cases > 0) out.rows.push_back({state.id, state.says, state.work, *cases});
    }
  }
  return out;
}

json items_row(const cases::ItemFigures& figures) {
  return {figures.category, figures.all(), figures.upheld, figures.overturned,
          percent(figures.overturned, figures.all())};
}

Rows items_of(const cases::Outcomes& found) {
  Rows out{{{"category", "category"},
            number("items", "items"),
            number("upheld", "upheld"),
            number("overturned", "overturned"),
            number("overturned_percent", "overturned %")},
           {},
           "No item was decided."};
  for (const cases::ItemFigures& each : found.categories) out.rows.push_back(items_row(each));
  if (found.items.all() == 0) return out;
  out.rows.push_back(items_row(found.items));
  out.rows.back()[0] = "all";
  return out;
}

void add_drafts(Rows& rows, const char* name, std::size_t overridden, std::size_t drafted) {
  const auto share = share_of(overridden, drafted);
  const auto of_share = [&](double Share::* part) { return share ? tenths(kHundred * ((*share).*part)) : json(); };
  rows.rows.push_back(
      {name, drafted, overridden, of_share(&Share::value), of_share(&Share::low), of_share(&Share::high)});
}

Rows drafts_of(const cases::Outcomes& found) {
  Rows out{{{"draft", "draft"},
            number("items", "items"),
            number("overridden", "overridden"),
            number("overridden_percent", "%"),
            number("low", "from %"),
            number("high", "to %")},
           {},
           "No item had a draft that addressed it."};
  if (found.drafted() == 0) return out;
  add_drafts(out, "upheld", found.draft_upheld.overturned, found.draft_upheld.all());
  add_drafts(out, "overturned", found.draft_overturned.upheld, found.draft_overturned.all());
  add_drafts(out, "all", found.overridden(), found.drafted());
  return out;
}

// Fills the sections of a report.
using Fill = Result<void> (*)(Office& office, const Month& month, Date today, Report& report);

Result<void> timeliness(Office& office, const Month& month, Date today, Report& report) {
  cases::Timeliness found;
  const auto take = [&](const Programme& programme, const Case& c) { cases::add(found, programme, c); };
  for (const char* list : {"determined", "ended"}) {
    if (auto done = each_case(office, list, month, take); !done) return done;
  }
  auto overdue = overdue_now(office, today);
  if (!overdue) return fail(overdue.error());
  report.sections = {{"ages", fmt::format("{} determined", found.determined), ages_of(found), ""},
                     {"deadlines", "Deadlines of the cases that were determined or ended", deadlines_of(found), ""},
                     {"penalties", "What the law names for those that were late", penalties_of(found),
                      "For information: an authority assesses a penalty, nothing here does."},
                     {"overdue", fmt::format("Waiting on {}", today.iso()), std::move(*overdue), ""}};
  return {};
}

Result<void> volume(Office& office, const Month& month, Date today, Report& report) {
  cases::Volume found;
  const auto each = [&](const char* list, const EachCase& take) { return each_case(office, list, month, take); };
  auto done = each("received", [&](const Programme& p, const Case& c) { cases::add_received(found, p, c); });
  if (done) done = each("determined", [&](const Programme&, const Case& c) { cases::add_determined(found, c); });
  if (done) done = each("ended", [&](const Programme& p, const Case& c) { cases::add_ended(found, p, c); });
  if (!done) return done;
  Rows flow = by_priority("what", "", "");
  add_row(flow, "received", "applications that arrived", found.received);
  add_row(flow, "determined", "determinations that were issued", found.determined);
  add_row(flow, "published", "of these, published since", found.published);
  for (const cases::Counted& ended : found.ended) add_row(flow, ended.id, ended.says, ended.cases);
  auto waiting = waiting_now(office);
  if (!waiting) return fail(waiting.error());
  report.sections = {{"month", "In the month", std::move(flow), ""},
                     {"reasons", "Why applications were not eligible",
                      counted_rows("rule", "rule", found.reasons, "None was found not eligible."), ""},
                     {"became", "Where those that arrived stand now",
                      counted_rows("state", "state", found.became, "None arrived."), ""},
                     {"waiting", fmt::format("Waiting on {}", today.iso()), std::move(*waiting), ""}};
  return {};
}

Result<void> outcomes(Office& office, const Month& month, Date, Report& report) {
  const auto words = vocabulary::Vocabulary::from_packs(office.packs().data["vocabulary"]);
  if (!words) return fail(words.error());
  const auto category_of = [&](const std::string& item) {
    return records::parse_item(item, *words).category.value_or("not recognised");
  };
  cases::Outcomes found;
  const auto done = each_case(office, "determined", month, [&](const Programme& programme, const Case& c) {
    cases::add(found, programme, c, category_of);
  });
  if (!done) return done;
  report.sections = {
      {"cases", "Cases determined", counted_rows("outcome", "outcome", found.cases, "No case was determined."), ""},
      {"items", "Items decided", items_of(found), ""},
      {"drafts", "Drafts that the reviewers overrode, with the 95 % interval of the share", drafts_of(found),
       fmt::format("{} more item{} had no draft, or none that addressed it.", found.without_draft,
                   found.without_draft == 1 ? "" : "s")}};
  return {};
}

ExitCode report_of(const Common& common, const OfficeOptions& options, std::ostream& out, Report report, Fill fill) {
  const auto today = moment_of(options);
  if (!today) return cli::report(today.error(), {});
  const auto month = options.month.empty() ? Month::of(today->day) : Month::from_iso(options.month);
  if (!month)
    return cli::report(
        {ErrorCode::wrong_use, "--month: no such month", options.month, "", 0, 0, "Write the month as YYYY-MM."}, {});
  auto office = Office::open(common, options);
  if (!office) return cli::report(office.error(), {});
  report.month = month->iso();
  report.as_of = today->day.iso();
  if (auto filled = fill(**office, *month, today->day, report); !filled) return cli::report(filled.error(), {});
  std::ostringstream text;
  const bool on_screen = options.out.empty();
  const auto width = static_cast<std::size_t>(std::max(terminal_width(STDOUT_FILENO), 80));
  print_report(text, report, options.format, width, common.colour && on_screen);
  return deliver(text.str(), options.out, out);
}

}  // namespace

ExitCode report_timeliness(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return report_of(common, options, out, {"timeliness", "Timeliness", "", "", {}}, timeliness);
}

ExitCode report_volume(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return report_of(common, options, out, {"volume", "Volume", "", "", {}}, volume);
}

ExitCode report_outcomes(const Common& common, const OfficeOptions& options, std::ostream& out) {
  return report_of(common, options, out, {"outcomes", "Outcomes", "", "", {}}, outcomes);
}

}  // namespace openimr::cli
