// Random acts, given to the ledger and to a plain case in memory: both must say the same about what is allowed and
// where it leads. At the end the history gives the same case again, and the lists are those that follow from it.
#include <functional>

#include <rapidcheck.h>

#include "cases/acts.h"
#include "cases/event_types.h"
#include "cases/ledger.h"
#include "cases/lists.h"
#include "cases/making.h"
#include "cases/plain_case.h"
#include "store/on_both.h"

namespace openimr::cases {
namespace {

using store::Engine;
using store::Store;

// A place that forgets with the test, for many runs.
class InMemory : public Keeping {
 public:
  Result<std::vector<store::Event>> read(const store::StreamId& stream) override { return events_[stream.text()]; }
  Result<store::Appended> append(const store::StreamId& stream, store::Version expected,
                                 const std::vector<store::NewEvent>& events, const store::EventKey& key,
                                 const std::vector<store::Entry>& entries) override {
    auto& kept = events_[stream.text()];
    RC_ASSERT(expected.number == static_cast<std::int64_t>(kept.size()));
    const store::Hash previous = kept.empty() ? store::Hash{} : kept.back().hash;
    for (auto& each : store::chained(stream, expected, previous, events, key)) kept.push_back(std::move(each));
    entries_[stream.text()] = {entries.begin(), entries.end()};
    return store::Appended{store::Appended::Outcome::kept, {static_cast<std::int64_t>(kept.size())}};
  }
  const std::set<store::Entry>& entries(const std::string& stream) { return entries_[stream]; }

 private:
  std::map<std::string, std::vector<store::Event>> events_;
  std::map<std::string, std::set<store::Entry>> entries_;
};

const ActsTable& table() {
  static const ActsTable read = acts_table("ca-dwc-imr");
  return read;
}

// A choice is as likely in the first runs as in the last, and no other is tried for it where a run fails: only their
// number is made smaller, which takes seconds instead of minutes.
int below(int end) {
  return *rc::gen::noShrink(rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end)));
}

template <class List>
auto any_in(const List& list) {
  return *rc::gen::noShrink(rc::gen::elementOf(list));
}

template <class T>
T any_of(const std::initializer_list<T>& list) {
  return any_in(std::vector<T>(list));
}

std::string one_of_four() {
  return any_of<std::string>({"R-1", "R-2", "R-3", "R-4"});
}

json any_party() {
  const std::string role =
      any_of<std::string>({"employee", "claims_administrator", "claims_administrator", "employee_attorney"});
  return party(role, below(8) == 0 ? "Other Name" : "Name of " + role);
}

json any_records() {
  return records(any_of<std::string>({"a", "b"}), any_of<std::string>({"", "ur_decision", "ur_decision"}));
}

json any_value(const Field& field, const PlainCase& c) {
  switch (field.kind) {
    case FieldKind::reviewer:
      return c.reviewers.empty() || below(2) == 0 ? one_of_four() : c.reviewers.begin()->first;
    case FieldKind::number:
      return any_of<int>({1, 1, 2, 3, 0});
    case FieldKind::item:
      return 1 + below(static_cast<int>(c.items.size()) + 1);
    case FieldKind::decision:
      return any_of<std::string>({"Upheld", "Overturned"});
    case FieldKind::priority:
      return any_of<std::string>({"standard", "standard", "expedited"});
    case FieldKind::channel:
      return any_of<std::string>({"mail", "electronic", "mail", "electronic", "fax"});
    case FieldKind::document:
      return document(any_of<std::string>({"a", "b"}));
    case FieldKind::texts:
      return json::array({"E-1"});
    case FieldKind::role:
      return any_of<std::string>({"employee", "claims_administrator"});
    case FieldKind::party:
      return any_party();
    case FieldKind::parties:
      return json::array(
          {party("employee", "Name of employee"), party("claims_administrator", "Name of claims_administrator")});
    case FieldKind::items:
      return json(static_cast<std::size_t>(1 + below(2)), json{{"text", "Soma"}});
    case FieldKind::documents:
      return any_records();
    case FieldKind::decisions:
      return json::array({{{"item", 1}, {"decision", any_of<std::string>({"Upheld", "Overturned"})}}});
    case FieldKind::text:
    case FieldKind::day:
      break;
  }
  return field.kind == FieldKind::day ? "2015-03-01" : "said";
}

struct Tried {
  CaseEvent event;
  bool sound = true;
};

const std::set<std::string> kEnds = {"terminated", "duplicate", "ineligible", "joined"};

const std::set<std::string> kBack = {"conflict-found", "taken-back", "quality-returned"};

// An act that the table has for this state, or any at all.
TableAct any_act(const PlainCase& c) {
  std::vector<TableAct> likely;
  for (const TableAct& act : table().acts) {
    if (act.state != c.state || (kEnds.contains(act.to) && below(20) > 0)) continue;
    const bool onward = (act.to != c.state && !kBack.contains(act.event)) || act.event == "item-decided" ||
                        act.event == "own-finding-recorded" || act.event == "served" || act.event == "records-received";
    likely.insert(likely.end(), onward ? 10 : 1, act);
  }
  if (!likely.empty() && below(10) > 0) return any_in(likely);
  return any_in(table().acts);
}

Tried any_event(const PlainCase& c, Date today) {
  const TableAct act = any_act(c);
  const std::string role = below(10) > 0 ? any_in(act.roles) : any_of<std::string>({"intake", "review", "issue"});
  std::string id = "somebody";
  if (role == "review") {
    id = one_of_four();
    if (!c.reviewers.empty() && below(8) > 0)
      id = std::next(c.reviewers.begin(), below(static_cast<int>(c.reviewers.size())))->first;
  }
  const Date day = below(20) > 0 ? today : today.plus({-10});
  Tried out{event(day.iso(), role + ":" + id, act.event)};
  if (below(10) > 0) out.event.why = "since";
  for (const Field& field : event_type(act.event)->fields) {
    if (field.name == "result") {
      if (field.required) out.event.what["result"] = act.result;
    } else if (field.name == "programme") {
      out.event.what["programme"] = "ca-dwc-imr";
    } else if (field.required || below(5) > 0 || field.kind == FieldKind::parties) {
      out.event.what[field.name] = any_value(field, c);
    }
  }
  const int broken = below(40);
  if (broken == 0) out.event.what["colour"] = "green";
  if (broken == 1 && out.event.what.contains("to")) out.event.what["to"] = "somebody";
  out.sound = broken > 1 || !(broken == 0 || out.event.what.contains("to"));
  return out;
}

// Those of a case, as the lists have them.
using Entries = std::function<std::set<store::Entry>(const Case&)>;

class Acting : public store::OnBoth {
 protected:
  // Some cases from the beginning to wherever they come.
  void run_once(Keeping& keeping, const Entries& entries, int most) {
    Ledger ledger(testing::programmes(), keeping);
    const std::string run = std::to_string(++runs_) + "-";
    std::map<std::string, PlainCase> cases;
    Date today = *Date::of(2015, 4, 6);
    int ended = 0;  // then another case begins
    const int commands = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(1, most));
    for (int i = 0; i < commands; ++i) {
      if (today < *Date::of(2015, 5, 20)) today = today.plus({any_of<int>({0, 0, 0, 0, 0, 0, 1, 2, 7})});
      const std::string number = run + std::to_string(ended + (below(5) > 0 ? 0 : 1));
      PlainCase& plain = cases[number];
      const Tried tried = any_event(plain, today);
      const auto state = plain.behind(table(), tried.event, tried.sound);
      const auto done = ledger.record(number, {tried.event});
      if (done || state)
        RC_LOG() << plain.state << ": " << tried.event.type << " by " << tried.event.who.text() << " on "
                 << tried.event.on.iso() << " " << tried.event.what << message(done) << "\n";
      RC_ASSERT(done.has_value() == state.has_value());
      if (!done) continue;
      RC_ASSERT(done->state == *state);
      plain.take(tried.event, *state);
      reached_.insert(*state);
      if (kEnds.contains(*state) && below(2) == 0) ++ended;
    }
    for (const auto& [number, plain] : cases) compare(ledger, number, plain, entries);
  }

  std::set<std::string> reached_;
  int runs_ = 0;

 private:
  static void compare(Ledger& ledger, const std::string& number, const PlainCase& plain, const Entries& entries) {
    const auto loaded = ledger.load(number);
    RC_ASSERT(loaded.has_value() == (plain.state != "start"));
    if (!loaded) return;
    RC_ASSERT(loaded->state == plain.state);
    RC_ASSERT(loaded->records.size() == plain.records.size());
    RC_ASSERT(loaded->reviewers.size() == plain.reviewers.size());
    RC_ASSERT(loaded->determined.has_value() == plain.determined.has_value());
    RC_ASSERT(loaded->items.size() == plain.items.size());
    for (std::size_t i = 0; i < plain.items.size(); ++i) {
      RC_ASSERT(loaded->items[i].is_open() == !plain.items[i].ended);
      RC_ASSERT(loaded->items[i].decided.size() == plain.items[i].decided.size());
      RC_ASSERT(loaded->items[i].own.size() == plain.items[i].own.size());
    }
    const auto expected = entries_of(california(), *loaded);
    RC_ASSERT(entries(*loaded) == std::set<store::Entry>(expected.begin(), expected.end()));
  }
};

TEST_F(Acting, IsWhatThePlainCaseSays) {
  EXPECT_TRUE(rc::check([this] {
    InMemory memory;
    run_once(memory, [&](const Case& c) { return memory.entries("case/" + c.number); }, 300);
  }));
  EXPECT_GT(reached_.size(), 18U) << "the acts do not lead far enough to show anything";
}

class ActingInStore : public Acting {};
OPENIMR_ON_BOTH(ActingInStore);

TEST_P(ActingInStore, IsWhatThePlainCaseSays) {
  const std::string address = new_address();
  Store store = store::opened(address);
  KeptInStore keeping(store);
  std::set<std::string> lists;
  for (const auto& role : california().life().roles()) lists.insert("work/" + role.id);
  for (const auto& state : california().life().states()) lists.insert("state/" + state.id);
  lists.merge(std::set<std::string>{"received", "determined", "ended", "wants-reviewer"});
  for (const char* reviewer : {"R-1", "R-2", "R-3", "R-4"}) {
    lists.insert(std::string("reviewer/") + reviewer);
    lists.insert(std::string("asked/") + reviewer);
  }
  const auto entries = [&](const Case& c) {
    std::set<std::string> all = lists;
    for (const std::string& list : {dispute_list(c), worker_list(c)}) {
      if (!list.empty()) all.insert(list);
    }
    std::set<store::Entry> out;
    for (const std::string& list : all) {
      const auto stand = store.list(list).value();
      for (const store::ListPlace& place : stand) {
        if (place.stream == "case/" + c.number) out.insert({list, place.sort});
      }
    }
    return out;
  };
  const int most = GetParam() == Engine::sqlite ? 12 : 5;
  EXPECT_TRUE(rc::check([&] {
    if (runs_ < most) run_once(keeping, entries, 150);
  }));
}

}  // namespace
}  // namespace openimr::cases
