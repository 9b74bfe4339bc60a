#include "cli/case_view.h"

#include <algorithm>

#include <fmt/format.h>

#include "cases/acts.h"
#include "cases/case_json.h"
#include "cases/clocks.h"
#include "cases/event_types.h"
#include "cli/terminal.h"

namespace openimr::cli {
namespace {

using cases::Case;
using cases::ClockState;
using program::Act;

// Text with its looks; without colour only the text.
class Looks {
 public:
  explicit Looks(bool colour) : colour_(colour) {}
  std::string heading(std::string_view text) const { return in(kBold, text); }
  std::string warning(std::string_view text) const { return in(kRed, text); }
  std::string quiet(std::string_view text) const { return in(kDim, text); }

 private:
  static constexpr const char* kBold = "\x1b[1m";
  static constexpr const char* kRed = "\x1b[31m";
  static constexpr const char* kDim = "\x1b[2m";
  std::string in(const char* look, std::string_view text) const {
    return colour_ ? fmt::format("{}{}\x1b[0m", look, text) : std::string(text);
  }
  bool colour_;
};

std::string cut(std::string_view text, std::size_t width) {
  std::string out = in_column(shown(text), width);
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

std::string item_state(const program::Programme& programme, const Case& c, std::size_t i) {
  const cases::Item& item = c.items[i];
  if (item.ended) return "ended: " + *item.ended;
  if (const auto decision = cases::decision_on(programme, c, i)) return std::string(determination::name_of(*decision));
  if (!item.decided.empty()) return "decided by some of its reviewers";
  if (!c.draft.empty() && cases::shows_draft(c, item))
    return item.drafted ? fmt::format("draft: {}", determination::name_of(*item.drafted)) : "draft: not addressed";
  return c.draft.empty() ? "open" : "open; the draft is shown after the reviewer's own finding";
}

void add_items(std::string& out, const program::Programme& programme, const Case& c, const Screen& screen,
               const Looks& looks) {
  constexpr std::size_t kText = 44;
  out += looks.heading("Items") + '\n';
  for (std::size_t i = 0; i < c.items.size(); ++i) {
    out += fmt::format("  {:>2}  {}  {}\n", i + 1, in_column(shown(c.items[i].text), kText),
                       cut(item_state(programme, c, i), screen.width - kText - 8));
  }
}

void add_deadlines(std::string& out, const program::Programme& programme, const Case& c, const program::Moment& now,
                   const Screen& screen, const Looks& looks) {
  const auto all = cases::deadlines_of(programme, c, now);
  if (all.empty()) return;
  out += looks.heading("Deadlines") + '\n';
  for (const cases::RunningDeadline& each : all) {
    const auto& due = each.deadline.due;
    std::string state(cases::name_of(each.state));
    if (each.state == ClockState::open || each.state == ClockState::overdue) state = days_left(due->day, now.day);
    if (each.deadline.rule->is_flag) state += " (beside the clock that runs)";
    const std::string line = fmt::format("  {:<7} {:<16}  {:<16}  {}", each.deadline.rule->id,
                                         due ? due->iso() : "no day", state, each.deadline.what);
    const bool late = each.state == ClockState::overdue || each.state == ClockState::kept_late;
    out += (late ? looks.warning(cut(line, screen.width)) : cut(line, screen.width)) + '\n';
  }
}

std::string reviewer_state(const cases::CaseReviewer& each) {
  return each.signed_ ? "signed" : each.submitted ? "submitted" : each.accepted ? "accepted" : "asked";
}

std::string fields_of(const Act& act) {
  std::string out = act.event;
  for (const cases::Field& field : cases::event_type(act.event)->fields) {
    if (field.name == "result" && act.result.empty()) continue;
    const std::string one = field.name == "result" && field.required ? fmt::format("result={}", act.result)
                                                                     : fmt::format("{}=...", field.name);
    if (field.name == "result" && !field.required) continue;
    out += field.required ? " " + one : fmt::format(" [{}]", one);
  }
  return out;
}

}  // namespace

std::string days_left(Date due, Date now) {
  const int days = due.since(now).count;
  if (days == 0) return "due today";
  const int far = days < 0 ? -days : days;
  return fmt::format("{} day{} {}", far, far == 1 ? "" : "s", days > 0 ? "left" : "overdue");
}

std::string case_view(const program::Programme& programme, const Case& c, const program::Moment& now,
                      const Screen& screen) {
  const Looks looks(screen.colour);
  const program::State* state = programme.life().state(c.state);
  std::string out = fmt::format("{}  {}  ({})\n", looks.heading(c.number), looks.heading(c.state), c.priority);
  if (state != nullptr) out += fmt::format("{}{}", state->says, state->work.empty() ? "" : "; next: " + state->work);
  if (const auto due = cases::due_of(programme, c)) {
    const std::string left = days_left(due->day, now.day);
    out += fmt::format("; due {}, {}", due->iso(), cases::is_past(*due, now) ? looks.warning(left) : left);
  }
  out += "\n\n";
  add_items(out, programme, c, screen, looks);
  if (!c.parties.empty()) out += looks.heading("Parties") + '\n';
  for (const cases::CaseParty& party : c.parties)
    out += fmt::format("  {:<22}  {}{}\n", party.role, shown(party.name), party.by.empty() ? "" : ", by " + party.by);
  out += looks.heading(fmt::format("Records ({})", c.records.size())) + '\n';
  for (const cases::Record& record : c.records)
    out += fmt::format("  {}  {:<22}  {}\n", record.received.day.iso(), record.kind.empty() ? "-" : record.kind,
                       cut(record.name, screen.width - 38));
  if (!c.reviewers.empty()) out += looks.heading("Reviewers") + '\n';
  for (const cases::CaseReviewer& each : c.reviewers) out += fmt::format("  {}  {}\n", each.id, reviewer_state(each));
  add_deadlines(out, programme, c, now, screen, looks);
  if (!c.sent.empty()) out += looks.heading("Sent") + '\n';
  for (const cases::Sent& sent : c.sent)
    out += fmt::format("  {}  {:<22}  to the {} by {}\n", sent.on.day.iso(),
                       sent.notice.empty() ? "determination" : sent.notice, sent.to.role, sent.by);
  return out;
}

std::string history_view(const std::vector<cases::KeptEvent>& events, const Screen& screen) {
  const Looks looks(screen.colour);
  std::string out;
  for (const cases::KeptEvent& kept : events) {
    const cases::CaseEvent& event = kept.event;
    const std::string name = event.text("result").empty() ? event.type : event.type + " " + event.text("result");
    out += fmt::format("{:>4}  {:<16}  {:<32}  {:<24}  {}\n", kept.version, event.on.iso(), name, event.who.text(),
                       event.state);
    if (!event.why.empty()) out += looks.quiet("      " + cut(event.why, screen.width - 6)) + '\n';
  }
  return out;
}

std::string next_view(const program::Programme& programme, const Case& c, const std::string& role,
                      const Screen& screen) {
  const Looks looks(screen.colour);
  std::string out = fmt::format("{} is '{}'.\n", c.number, c.state);
  std::vector<std::string> seen;
  for (const Act* act : cases::next_acts(programme, c, role)) {
    const std::string fields = fields_of(*act);
    if (std::find(seen.begin(), seen.end(), fields) != seen.end()) continue;
    seen.push_back(fields);
    const std::string leads = act->to.empty() ? "" : fmt::format(" -> {}", act->to);
    out += fmt::format("\n  {}\n      {}{}\n", looks.heading(fields), act->says, leads);
    out += looks.quiet(fmt::format("      by {}; {} ({})", fmt::join(act->roles, ", "), act->section,
                                   guidelines::name_of(act->standing))) +
           '\n';
  }
  if (seen.empty()) out += role.empty() ? "Nothing can follow.\n" : "Nothing for this role.\n";
  return out;
}

}  // namespace openimr::cli
