// The invented cases: the same every time, all states of the life, nothing that could not be, nobody who could be real.
#include "cases/demo.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "cases/acts.h"
#include "cases/lists.h"
#include "cases/making.h"
#include "letter/determination_json.h"

namespace openimr::cases {
namespace {

Demo demo(int cases, std::uint64_t seed = 1) {
  return {seed, cases, Date::of(2018, 11, 5).value(), Date::of(2019, 11, 5).value()};
}

std::vector<DemoCase> invented(const Demo& wanted) {
  const auto office = DemoOffice::of(california(), wanted);
  EXPECT_TRUE(office) << message(office);
  std::vector<DemoCase> out;
  for (int i = 0; i < wanted.cases; ++i) {
    auto one = office->invent(i);
    EXPECT_TRUE(one) << message(one);
    if (one) out.push_back(std::move(*one));
  }
  return out;
}

const std::vector<DemoCase>& five_hundred() {
  static const auto all = invented(demo(500));
  return all;
}

std::string bytes(const std::vector<DemoCase>& cases) {
  std::string out;
  for (const DemoCase& each : cases) {
    out += each.number + "\n";
    for (const CaseEvent& event : each.events) {
      const auto kept = to_store(event);
      out += kept.type + kept.actor + std::to_string(kept.at.time_since_epoch().count()) + kept.payload + "\n";
    }
    for (const std::string& document : each.documents) out += document;
  }
  return out;
}

TEST(DemoCases, TheSameSeedGivesTheSameBytes) {
  const std::string first = bytes(five_hundred());
  EXPECT_EQ(first, bytes(invented(demo(500))));
  EXPECT_NE(first, bytes(invented(demo(500, 2))));
  const auto office = DemoOffice::of(california(), demo(500)).value();
  EXPECT_EQ(bytes({office.invent(77).value()}), bytes({five_hundred()[77]})) << "in whatever order they are asked for";
}

TEST(DemoCases, EveryStateOfTheLifeIsThere) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    std::set<std::string> states;
    for (const DemoCase& each : seed == 1 ? five_hundred() : invented(demo(500, seed)))
      states.insert(each.events.back().state);
    for (const program::State& state : california().life().states())
      EXPECT_TRUE(states.contains(state.id)) << state.id << ", seed " << seed;
  }
}

TEST(DemoCases, EveryHistoryReplaysThroughTheMachine) {
  for (const DemoCase& each : five_hundred()) {
    Case c;
    c.number = each.number;
    for (const CaseEvent& event : each.events) {
      CaseEvent tried = event;
      tried.state.clear();
      tried.starts.clear();
      tried.meets.clear();
      const auto done = checked(california(), c, tried);
      ASSERT_TRUE(done) << each.number << ": " << message(done);
      ASSERT_EQ(to_store(*done).payload, to_store(event).payload);
      ASSERT_LE(event.on.day, demo(500).last);
      apply(c, *done);
    }
  }
}

TEST(DemoCases, DocumentsAreThereAndLettersCanBeRead) {
  std::set<std::string> there;
  for (const DemoCase& each : five_hundred()) {
    for (const std::string& text : each.documents) there.insert(document(text));
    const Case c = replayed(each.number, each.events);
    for (const Record& record : c.records) EXPECT_TRUE(there.contains(record.document)) << each.number;
    if (!c.draft.empty()) EXPECT_TRUE(there.contains(c.draft)) << each.number;
    for (const Letter& letter : c.letters) EXPECT_TRUE(there.contains(letter.letter) && there.contains(letter.text));
    if (c.letters.empty()) continue;
    for (const std::string& text : each.documents) {
      if (document(text) != c.letters.back().letter) continue;
      const auto letter = letter::determination_from_json(json::parse(text), "letter");
      EXPECT_TRUE(letter) << message(letter);
    }
  }
}

TEST(DemoCases, NobodyIsReal) {
  const std::vector<std::string> kPlainlyInvented = {"Invented", "Example",     "Sample",
                                                     "Specimen", "Placeholder", "Fictional"};
  std::set<std::string> names;
  for (const DemoCase& each : five_hundred()) {
    for (const CaseParty& party : replayed(each.number, each.events).parties) {
      names.insert(party.name);
      const bool plain = std::any_of(kPlainlyInvented.begin(), kPlainlyInvented.end(), [&](const std::string& word) {
        return party.name.find(word) != std::string::npos;
      });
      EXPECT_TRUE(plain) << party.name;
      EXPECT_NE(party.address.find("Example Street"), std::string::npos) << party.address;
    }
  }
  EXPECT_GT(names.size(), 400U);
}

TEST(DemoCases, ProportionsLookLikeTheProgramme) {
  std::size_t items = 0;
  std::size_t applications = 0;
  std::size_t decided = 0;
  std::size_t upheld = 0;
  std::set<std::size_t> panels;
  std::map<std::string, int> types;
  for (const DemoCase& each : invented(demo(3000))) {
    for (const CaseEvent& event : each.events) ++types[event.type];
    items += each.events.front().what["items"].size();
    ++applications;
    const Case c = replayed(each.number, each.events);
    if (!c.determined) continue;
    panels.insert(c.reviewers.size());
    for (std::size_t i = 0; i < c.items.size(); ++i) {
      const auto decision = decision_on(california(), c, i);
      if (!decision) continue;
      ++decided;
      if (*decision == Decision::upheld) ++upheld;
    }
  }
  const double items_each = static_cast<double>(items) / static_cast<double>(applications);
  EXPECT_GT(items_each, 1.4);
  EXPECT_LT(items_each, 1.8);
  const double share = static_cast<double>(upheld) / static_cast<double>(decided);
  EXPECT_GT(share, 0.86);
  EXPECT_LT(share, 0.94);
  EXPECT_EQ(panels, (std::set<std::size_t>{1, 2, 3}));
  for (const char* type : {"priority-changed", "consolidated", "joined", "records-requested", "conflict-found",
                           "finding-overridden", "quality-returned", "taken-back", "corrected", "extension-granted",
                           "information-overdue", "liability-resolved", "item-ended", "invoiced"})
    EXPECT_GT(types[type], 0) << type;
}

TEST(DemoCases, ADuplicateRepeatsAndAJoinedCaseIsTakenIn) {
  std::map<std::string, Case> by_number;
  std::map<std::string, std::string> taken_in;  // from, by
  for (const DemoCase& each : five_hundred()) {
    by_number[each.number] = replayed(each.number, each.events);
    for (const CaseEvent& event : each.events) {
      if (event.type == "consolidated") taken_in[event.text("with")] = each.number;
    }
  }
  int duplicates = 0;
  int joined = 0;
  for (const DemoCase& each : five_hundred()) {
    const Case& c = by_number[each.number];
    if (const CaseEvent& last = each.events.back(); last.type == "duplicate-found") {
      ++duplicates;
      EXPECT_EQ(dispute_list(c), dispute_list(by_number[last.text("of")])) << c.number;
      EXPECT_LE(by_number[last.text("of")].received->day, c.received->day) << c.number;
    }
    if (c.joined_into.empty()) continue;
    ++joined;
    EXPECT_EQ(taken_in[c.number], c.joined_into) << c.number;
    EXPECT_EQ(worker_list(c), worker_list(by_number[c.joined_into])) << c.number;
  }
  EXPECT_GT(duplicates, 5);
  EXPECT_GT(joined, 1);
}

TEST(DemoCases, AsksForALetterOnceForEachSignature) {
  const auto office = DemoOffice::of(california(), demo(60)).value();
  int asked = 0;
  int signatures = 0;
  const LetterOf letter_of = [&](const Case& c, Date day) -> Result<json> {
    ++asked;
    EXPECT_FALSE(c.reviewers.empty());
    EXPECT_LE(day, demo(60).last);
    return json{{"letter", document(c.number)}, {"text", document(c.number + " as text")}};
  };
  for (int i = 0; i < 60; ++i) {
    const DemoCase one = office.invent(i, letter_of).value();
    for (const CaseEvent& event : one.events) {
      if (event.type != "signed") continue;
      ++signatures;
      EXPECT_EQ(event.text("letter"), document(DemoOffice::number_of(i)));
    }
  }
  EXPECT_GT(signatures, 10);
  EXPECT_GE(asked, signatures);
  EXPECT_LE(asked, signatures + 3) << "a day too late for the story, no more";
}

TEST(DemoCases, FewCasesAndFewDaysAreNoTrouble) {
  for (const char* last : {"2019-11-05", "2018-02-11", "2026-11-30", "2013-01-01"}) {  // the second is a Sunday
    for (const int cases : {1, 2, 7, 45, 200}) {
      const Date day = Date::from_iso(last).value();
      const auto all = invented({5, cases, cases == 200 ? day.plus({-40}) : day, day});
      EXPECT_EQ(all.size(), static_cast<std::size_t>(cases));
      for (const DemoCase& each : all) EXPECT_FALSE(each.events.empty()) << each.number << ", " << last;
    }
  }
}

TEST(DemoCases, RefusesWhatItCannotDo) {
  Demo turned = demo(5);
  std::swap(turned.first, turned.last);
  EXPECT_EQ(message(DemoOffice::of(california(), turned)),
            "the last day lies before the first: '2018-11-05'. Give a day from 2019-11-05 on.");
  const auto other = DemoOffice::of(testing::programme("medicare-qic"), demo(5));
  ASSERT_FALSE(other);
  EXPECT_TRUE(other.error().message.starts_with("the demo does not know the life of medicare-qic: "))
      << other.error().message;
}

}  // namespace
}  // namespace openimr::cases
