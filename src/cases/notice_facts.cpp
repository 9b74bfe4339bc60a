#include "cases/notice_facts.h"

#include <algorithm>

#include <fmt/format.h>

#include "cases/clocks.h"
#include "cases/fill_in.h"
#include "program/deadlines.h"

namespace openimr::cases {
namespace {

using program::NoticeDue;
using program::PlaceholderKind;
using program::Programme;

bool is_fact(std::string_view name, PlaceholderKind kind) {
  const program::Placeholder* known = program::placeholder(name);
  return known != nullptr && known->kind == kind;
}

template <class T>
bool holds(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

class Collector {
 public:
  Collector(const Programme& programme, const Case& c, const Mailing& mailing, const Addressee& to)
      : programme_(programme), c_(c), mailing_(mailing) {
    out_.to = to;
  }

  void of_the_organisation() {
    put("organisation", mailing_.from.name);
    put("organisation_address", mailing_.from.address);
    put("organisation_contact", mailing_.from.contact);
    put_day("notice_date", mailing_.on.day);
  }

  void of_the_case() {
    put("case_number", c_.number);
    put("priority", c_.priority == "expedited" ? "Expedited" : "Standard");
    put("claim_number", c_.claim);
    for (const CaseParty& party : c_.parties) {
      if (is_fact(party.role, PlaceholderKind::value)) put(party.role, party.name);
    }
    put_day("injury_date", c_.injury);
    put_day("request_date", c_.request);
    put_day("ur_decision_date", c_.ur_decision);
    if (c_.received) put_day("application_received", c_.received->day);
    put("duplicate_of", c_.duplicate_of);
    for (const std::string& flag : {c_.priority, c_.dispute}) {
      if (is_fact(flag, PlaceholderKind::flag)) out_.flags.insert(flag);
    }
    for (const Item& item : c_.items)
      out_.lists[item.is_open() ? "disputed_items" : "ended_items"].push_back(item.text);
    of_reasons();
    of_what_was_asked();
    if (c_.determined) of_the_determination();
  }

  void of_deadlines(const program::Notice& notice) {
    for (const NoticeDue& due : notice.due) {
      const auto on = due.is_running ? running(due) : counted(due);
      if (on) put(due.fact, printed_moment(*on));
    }
  }

  Result<void> of_a_person(const GivenFacts& given) {
    for (const auto& [name, texts] : given) {
      const program::Placeholder* known = program::placeholder(name);
      if (known == nullptr || known->kind == PlaceholderKind::flag)
        return fail({ErrorCode::wrong_use, "no such fact can be given", name, "", 0, 0,
                     "See packs/programs/README.md for the names of values and lists."});
      if (known->kind == PlaceholderKind::list) {
        out_.lists[name] = texts;
      } else if (texts.size() == 1) {
        out_.values[name] = said(texts.front());
      } else {
        return fail({ErrorCode::wrong_use, "a fact that is one text is given twice", name, "", 0, 0, "Give it once."});
      }
    }
    return {};
  }

  NoticeFacts facts() && { return std::move(out_); }

 private:
  void put(std::string_view name, std::string text) {
    if (!is_blank(text)) out_.values[std::string(name)] = std::move(text);
  }
  void put_day(std::string_view name, const std::optional<Date>& day) {
    if (day) put(name, letter::printed_day(*day));
  }

  // A party by its words, where the text is the id of one.
  std::string said(const std::string& text) const {
    const program::PartyRole* party = programme_.party(text);
    return party == nullptr ? text : party->says;
  }

  // The programme's words for the rules, each with its section; else what the officer wrote.
  void of_reasons() {
    std::vector<std::string> texts;
    for (const program::EligibilityRule& rule : programme_.eligibility()) {
      const bool counts = holds(c_.reasons.rules, rule.id) && c_.received && rule.in_force.holds_on(c_.received->day);
      if (counts) texts.push_back(fmt::format("{} ({})", rule.reason, rule.section));
    }
    if (texts.empty() && !is_blank(c_.reasons.words)) texts.push_back(c_.reasons.words);
    if (!texts.empty()) out_.lists["reasons"] = std::move(texts);
  }

  void of_what_was_asked() {
    if (!c_.asked) return;
    put("asked_party", said(c_.asked->of));
    out_.lists[c_.asked->event == "records-requested" ? "due_records" : "questions"] = {c_.asked->what};
  }

  // The day that its letter bears.
  Date day_of_the_determination() const {
    Date out = c_.determined->day;
    for (const Letter& letter : c_.letters) {
      if (letter.on.day <= c_.determined->day) out = letter.on.day;
    }
    return out;
  }

  void of_the_determination() {
    put_day("determination_date", day_of_the_determination());
    std::vector<Decision> all;
    for (std::size_t i = 0; i < c_.items.size(); ++i) {
      const auto decision = c_.items[i].is_open() ? decision_on(programme_, c_, i) : std::nullopt;
      if (!decision) continue;
      all.push_back(*decision);
      const program::OutcomeWord* word = program::word_for(programme_, *decision);
      out_.lists["decisions"].push_back(
          fmt::format("{}: {}", word == nullptr ? determination::name_of(*decision) : word->says, c_.items[i].text));
    }
    const auto outcome = determination::outcome_of(all);
    if (!outcome) return;
    const program::OutcomeWord* word = program::word_for(programme_, *outcome);
    put("outcome", word == nullptr ? std::string(determination::name_of(*outcome)) : word->says);
    if (holds(all, Decision::overturned)) out_.flags.insert("overturned");
  }

  // How the copy is served by which the deadline is counted.
  std::string way_for(const NoticeDue& due) const {
    if (due.served_on.empty() || due.served_on == out_.to.role) return out_.to.by;
    for (const Addressee& each : mailing_.to) {
      if (each.role == due.served_on) return each.by;
    }
    const CaseParty* party = c_.party(due.served_on);
    return party == nullptr ? "" : party->by;
  }

  std::optional<program::Moment> counted(const NoticeDue& due) const {
    std::optional<program::Moment> out;
    const std::string by = way_for(due);
    if (by.empty()) return out;  // no guess
    for (const std::string& rule : due.rules) {
      const auto all = program::deadlines_of(programme_, rule, {mailing_.on, by, c_.priority, c_.dispute});
      if (!all) continue;  // another rule holds on this day, by this way, for this case
      for (const program::Deadline& each : *all) {
        if (each.due && (!out || *each.due < *out)) out = each.due;
      }
    }
    return out;
  }

  std::optional<program::Moment> running(const NoticeDue& due) const {
    std::optional<program::Moment> out;
    for (const RunningDeadline& each : deadlines_of(programme_, c_, mailing_.on)) {
      if (!holds(due.rules, each.deadline.rule->id) || !each.deadline.due) continue;
      if (!out || *each.deadline.due < *out) out = each.deadline.due;
    }
    return out;
  }

  const Programme& programme_;
  const Case& c_;
  const Mailing& mailing_;
  NoticeFacts out_;
};

}  // namespace

Result<NoticeFacts> notice_facts(const Programme& programme, const program::Notice& notice, const Case& c,
                                 const Mailing& mailing, const Addressee& to, const GivenFacts& given) {
  Collector collector(programme, c, mailing, to);
  collector.of_the_organisation();
  collector.of_the_case();
  collector.of_deadlines(notice);
  if (auto done = collector.of_a_person(given); !done) return fail(done.error());
  return std::move(collector).facts();
}

Addressee addressee_of(const CaseParty& party, std::string_view by) {
  Addressee out{party.role, party.name, {}, by.empty() ? party.by : std::string(by)};
  for (std::string_view rest = party.address; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    out.address.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

std::string printed_moment(const program::Moment& on) {
  const std::string day = letter::printed_day(on.day);
  return on.minute ? fmt::format("{} at {:02}:{:02}", day, *on.minute / 60, *on.minute % 60) : day;
}

}  // namespace openimr::cases
