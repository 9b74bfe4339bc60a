#include "office/reports.h"

#include <algorithm>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "cases/lists.h"
#include "office/report_tables.h"
#include "records/disputed_item.h"
#include "vocabulary/vocabulary.h"

namespace openimr::office {
namespace {

using cases::Case;
using cases::Month;
using program::Programme;

constexpr int kPage = 1000;

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

Result<Rows> overdue_now(Office& office, Date today) {
  Rows out{{{"role", "role"}, number_column("waiting", "waiting"), number_column("overdue", "overdue")},
           {},
           "Nothing waits."};
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

Result<Rows> waiting_now(Office& office) {
  Rows out{
      {{"state", "state"}, {"says", "", false, kLeastWords}, {"work", "whose turn"}, number_column("cases", "cases")},
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
  report.sections = {{"ages", fmt::format("{} determined", found.determined), ages_table(found), ""},
                     {"deadlines", "Deadlines of the cases that were determined or ended", deadlines_table(found),
                      "Missed: never kept. Worst: by how many days."},
                     {"penalties", "What the law names for those that were late", penalties_table(found),
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
  auto waiting = waiting_now(office);
  if (!waiting) return fail(waiting.error());
  report.sections = {{"month", "In the month", month_table(found), ""},
                     {"reasons", "Checks that applications failed",
                      counted_table("rule", "rule", found.reasons, "None was found not eligible."), ""},
                     {"became", "Where those that arrived stand now",
                      counted_table("state", "state", found.became, "None arrived."), ""},
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
      {"cases", "Cases determined", counted_table("outcome", "outcome", found.cases, "No case was determined."), ""},
      {"items", "Items decided", items_table(found), ""},
      {"drafts", "Drafts that the reviewers overrode, with the 95 % interval of the share", drafts_table(found),
       fmt::format("{} more item{} had no draft, or none that addressed it.", found.without_draft,
                   found.without_draft == 1 ? "" : "s")}};
  return {};
}

Result<void> agreement(Office& office, const Month& month, Date, Report& report) {
  cases::Agreement found;
  const auto done =
      each_case(office, "determined", month, [&](const Programme&, const Case& c) { cases::add(found, c); });
  if (!done) return done;
  const std::vector<ComparedRow> reviewers = {{"own findings", found.own_findings}, {"decisions", found.decisions}};
  const std::vector<ComparedRow> drafts = {{"own finding and draft", found.own_and_draft},
                                           {"decision and draft", found.decision_and_draft}};
  report.sections = {{"reviewers", "Two reviewers on the same item",
                      agreement_table(reviewers, "No item was decided by two reviewers."), agreement_note(reviewers)},
                     {"drafts", "A reviewer and the draft on the same item",
                      agreement_table(drafts, "No item had a draft that addressed it."), agreement_note(drafts)}};
  return {};
}

// What is chance and what is habit the medical director has to judge: reviewers do not see the same cases.
Result<void> reviewers(Office& office, const Month& month, Date, Report& report) {
  std::map<std::string, cases::ItemFigures> found;
  const auto done = each_case(office, "determined", month, [&](const Programme&, const Case& c) {
    for (const cases::Item& item : c.items) {
      for (const cases::ItemDecision& decided : item.decided) {
        cases::ItemFigures& figures =
            found.try_emplace(decided.reviewer, cases::ItemFigures{.category = decided.reviewer}).first->second;
        ++(decided.decision == determination::Decision::upheld ? figures.upheld : figures.overturned);
      }
    }
  });
  if (!done) return done;
  std::vector<cases::ItemFigures> list;
  for (auto& [id, figures] : found) list.push_back(std::move(figures));
  report.sections = {{"reviewers", "Items that each reviewer overturned, with the 95 % interval of the share",
                      reviewers_table(list),
                      "Reviewers do not see the same cases: an interval that lies apart is a reason to look."}};
  return {};
}

struct Known {
  const char* id;
  const char* title;
  Fill fill;
};
constexpr Known kReports[] = {{"timeliness", "Timeliness", timeliness},
                              {"volume", "Volume", volume},
                              {"outcomes", "Outcomes", outcomes},
                              {"agreement", "Agreement", agreement},
                              {"reviewers", "Reviewers", reviewers}};

}  // namespace

Result<Report> report_of(Office& office, const std::string& id, const Month& month, Date today) {
  for (const Known& each : kReports) {
    if (id != each.id) continue;
    Report out{id, each.title, month.iso(), today.iso(), {}};
    if (auto filled = each.fill(office, month, today, out); !filled) return fail(filled.error());
    return out;
  }
  return fail({ErrorCode::not_found, "there is no such report", id, "", 0, 0,
               "Use timeliness, volume, outcomes, agreement or reviewers."});
}

}  // namespace openimr::office
