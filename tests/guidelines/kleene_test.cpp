// Three values, never two: the tables of Kleene's logic, on values and on tests of facts.
#include <algorithm>
#include <array>
#include <vector>

#include <gtest/gtest.h>

#include "guidelines/evaluate.h"

namespace openimr::guidelines {
namespace {

using facts::Assertion;
using facts::Fact;
using Condition = guidelines::Test;  // gtest has a Test of its own

constexpr std::array kAll = {Truth::no, Truth::unknown, Truth::yes};

TEST(Kleene, NegationTurnsKnownValuesAndLeavesTheUnknown) {
  EXPECT_EQ(!Truth::yes, Truth::no);
  EXPECT_EQ(!Truth::no, Truth::yes);
  EXPECT_EQ(!Truth::unknown, Truth::unknown);
}

TEST(Kleene, BothAndEitherFollowTheirTables) {
  constexpr auto n = Truth::no;
  constexpr auto u = Truth::unknown;
  constexpr auto y = Truth::yes;
  const struct {
    Truth a, b, both, either;
  } table[] = {{n, n, n, n}, {n, u, n, u}, {n, y, n, y}, {u, n, n, u}, {u, u, u, u},
               {u, y, u, y}, {y, n, n, y}, {y, u, u, y}, {y, y, y, y}};
  for (const auto& row : table) {
    EXPECT_EQ(both(row.a, row.b), row.both);
    EXPECT_EQ(either(row.a, row.b), row.either);
  }
}

TEST(Kleene, KeepsTheLawsOfItsLogic) {
  for (const Truth a : kAll) {
    EXPECT_EQ(!!a, a);
    for (const Truth b : kAll) {
      EXPECT_EQ(!both(a, b), either(!a, !b)) << "De Morgan";
      EXPECT_EQ(!either(a, b), both(!a, !b)) << "De Morgan";
      EXPECT_EQ(both(a, b), both(b, a));
      EXPECT_EQ(either(a, b), either(b, a));
      EXPECT_EQ(both(a, either(a, b)), a) << "absorption";
      for (const Truth c : kAll) EXPECT_EQ(both(a, either(b, c)), either(both(a, b), both(a, c)));
    }
  }
}

// Three atoms "a", "b", "c"; what the records say of each.
enum class Said : std::uint8_t { nothing, affirmed, denied, both };
constexpr std::array kSaid = {Said::nothing, Said::affirmed, Said::denied, Said::both};

Truth truth_of(Said said) {
  return said == Said::affirmed ? Truth::yes : said == Said::denied ? Truth::no : Truth::unknown;
}

Fact fact_of(std::string name, Assertion assertion) {
  Fact fact;
  fact.concept_name = name;
  fact.assertion = assertion;
  const std::string document = assertion == Assertion::negated ? "denies" : "affirms";
  fact.places = {{document, 1, {0, 1}, name}};
  fact.name = std::move(name);
  return fact;
}

facts::Facts facts_of(const std::array<Said, 3>& said) {
  facts::Facts out;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const std::string name(1, static_cast<char>('a' + static_cast<char>(i)));
    if (said[i] == Said::affirmed || said[i] == Said::both) out.all.push_back(fact_of(name, Assertion::present));
    if (said[i] == Said::denied || said[i] == Said::both) out.all.push_back(fact_of(name, Assertion::negated));
  }
  return out;
}

Condition atom(char name) {
  Condition out;
  out.name = std::string(1, name);
  return out;
}

Condition group(Condition::Form form, std::vector<Condition> parts) {
  Condition out;
  out.form = form;
  out.parts = std::move(parts);
  return out;
}

Condition any_of(std::vector<Condition> parts) {
  return group(Condition::Form::any_of, std::move(parts));
}
Condition all_of(std::vector<Condition> parts) {
  return group(Condition::Form::all_of, std::move(parts));
}
Condition negation(Condition part) {
  return group(Condition::Form::negation, {std::move(part)});
}

// The slow way: values of atoms, then Kleene's tables from the leaves up.
Truth slow(const Condition& test, const std::array<Said, 3>& said) {
  if (test.form == Condition::Form::fact) return truth_of(said[static_cast<std::size_t>(test.name.front() - 'a')]);
  if (test.form == Condition::Form::negation) {
    const Truth inside = slow(test.parts.front(), said);
    return inside == Truth::unknown ? Truth::unknown : inside == Truth::yes ? Truth::no : Truth::yes;
  }
  int counted[3] = {0, 0, 0};
  for (const Condition& part : test.parts) ++counted[static_cast<int>(slow(part, said))];
  const Truth strong = test.form == Condition::Form::any_of ? Truth::yes : Truth::no;
  if (counted[static_cast<int>(strong)] > 0) return strong;
  if (counted[static_cast<int>(Truth::unknown)] > 0) return Truth::unknown;
  return strong == Truth::yes ? Truth::no : Truth::yes;
}

const records::DisputedItem& any_item() {
  static const records::DisputedItem item;
  return item;
}

TEST(Tests, OfThreeAtomsFollowKleeneInEveryTree) {
  const Condition a = atom('a');
  const Condition b = atom('b');
  const Condition c = atom('c');
  const std::vector<Condition> trees = {
      a,
      negation(a),
      negation(negation(a)),
      any_of({a, b, c}),
      all_of({a, b, c}),
      negation(any_of({a, b, c})),
      negation(all_of({a, b, c})),
      any_of({negation(a), negation(b), negation(c)}),
      all_of({negation(a), negation(b), negation(c)}),
      any_of({a, all_of({b, c})}),
      all_of({a, any_of({b, c})}),
      all_of({any_of({a, b}), negation(c)}),
      any_of({all_of({a, negation(b)}), c}),
      negation(any_of({a, negation(all_of({b, c}))})),
      any_of({a, a}),
      all_of({a, negation(a)}),
      any_of({a, negation(a)}),
      any_of({all_of({a, b}), all_of({b, c}), all_of({a, c})}),
  };
  for (std::size_t t = 0; t < trees.size(); ++t) {
    for (const Said x : kSaid) {
      for (const Said y : kSaid) {
        for (const Said z : kSaid) {
          const auto facts = facts_of({x, y, z});
          const Subject subject{any_item(), nullptr, facts};
          const Outcome outcome = evaluate(trees[t], subject);
          ASSERT_EQ(outcome.truth, slow(trees[t], {x, y, z}))
              << "tree " << t << ", said " << static_cast<int>(x) << static_cast<int>(y) << static_cast<int>(z);
          if (outcome.truth != Truth::unknown) {
            EXPECT_FALSE(outcome.places.empty()) << "tree " << t << " is decided by nothing";
            EXPECT_FALSE(outcome.conflict) << "tree " << t << " is decided and in conflict";
          }
          const bool contradicted = x == Said::both || y == Said::both || z == Said::both;
          if (!contradicted) EXPECT_FALSE(outcome.conflict) << "tree " << t;
        }
      }
    }
  }
}

TEST(Tests, OnContradictingRecordsAreUnknownWithBothPlaces) {
  const auto facts = facts_of({Said::both, Said::nothing, Said::nothing});
  const Subject subject{any_item(), nullptr, facts};
  for (const Condition& test : {atom('a'), negation(atom('a')), any_of({atom('a'), atom('b')}), all_of({atom('a')})}) {
    const Outcome outcome = evaluate(test, subject);
    EXPECT_EQ(outcome.truth, Truth::unknown);
    EXPECT_TRUE(outcome.conflict);
    ASSERT_EQ(outcome.places.size(), 2U);
    EXPECT_NE(outcome.places[0].document, outcome.places[1].document);
  }
}

// What an atom is by the assertion of its only fact.
TEST(Atoms, AreDecidedOnlyByWhatIsAffirmedOrDenied) {
  const struct {
    Assertion assertion;
    Truth finding, treatment, either;
  } cases[] = {
      {Assertion::present, Truth::yes, Truth::yes, Truth::yes},
      {Assertion::negated, Truth::no, Truth::no, Truth::yes},
      {Assertion::historical, Truth::unknown, Truth::yes, Truth::unknown},
      {Assertion::possible, Truth::unknown, Truth::unknown, Truth::unknown},
      {Assertion::hypothetical, Truth::unknown, Truth::unknown, Truth::unknown},
      {Assertion::conditional, Truth::unknown, Truth::unknown, Truth::unknown},
      {Assertion::other_person, Truth::unknown, Truth::unknown, Truth::unknown},
      {Assertion::planned, Truth::unknown, Truth::unknown, Truth::unknown},
      {Assertion::requested, Truth::unknown, Truth::unknown, Truth::unknown},
      {Assertion::stopped, Truth::unknown, Truth::unknown, Truth::unknown},
  };
  for (const auto& c : cases) {
    const auto outcome = [&](const char* name, bool either) {
      facts::Facts facts;
      facts.all = {fact_of(name, c.assertion)};
      Condition test;
      test.name = name;
      test.either = either;
      return evaluate(test, Subject{any_item(), nullptr, facts}).truth;
    };
    EXPECT_EQ(outcome("finding", false), c.finding) << name_of(c.assertion);
    EXPECT_EQ(outcome("treatment", false), c.treatment) << name_of(c.assertion);
    EXPECT_EQ(outcome("finding", true), c.either) << name_of(c.assertion);
  }
}

TEST(Bounds, AreThreeValuedOverRanges) {
  const struct {
    double low;
    std::optional<double> high;
    std::optional<double> at_most, at_least;
    Truth truth;
  } cases[] = {
      {20, 20, 21, {}, Truth::yes},    {21, 21, 21, {}, Truth::yes},    {22, 22, 21, {}, Truth::no},
      {22, {}, 21, {}, Truth::no},     {5, {}, 21, {}, Truth::unknown}, {0, 21, 21, {}, Truth::yes},
      {0, 22, 21, {}, Truth::unknown}, {22, 40, 21, {}, Truth::no},     {5, {}, {}, 5, Truth::yes},
      {4, {}, {}, 5, Truth::unknown},  {0, 4, {}, 5, Truth::no},        {0, 5, {}, 5, Truth::unknown},
      {6, 8, 10, 5, Truth::yes},       {4, 8, 10, 5, Truth::unknown},   {11, 12, 10, 5, Truth::no},
  };
  for (const auto& c : cases) {
    facts::Facts facts;
    facts.all = {fact_of("duration_of_use", Assertion::present)};
    facts.all.front().value = facts::Range{c.low, c.high};
    Condition test;
    test.name = "duration_of_use";
    test.at_most = c.at_most;
    test.at_least = c.at_least;
    EXPECT_EQ(evaluate(test, Subject{any_item(), nullptr, facts}).truth, c.truth)
        << c.low << ".." << c.high.value_or(-1) << " within " << c.at_least.value_or(-1) << ".."
        << c.at_most.value_or(-1);
  }
}

TEST(Contradiction, NeedsTheSamePartAndSide) {
  const struct {
    const char* part;
    const char* side;
    const char* denied_part;
    const char* denied_side;
    bool conflict;
  } cases[] = {
      {"lumbar spine", "", "lumbar spine", "", true},
      {"lumbar spine", "", "cervical spine", "", false},
      {"lumbar spine", "", "", "", true},
      {"knee", "left", "knee", "right", false},
      {"knee", "left", "knee", "left", true},
      {"knee", "left", "knee", "", true},
  };
  for (const auto& c : cases) {
    facts::Facts facts;
    facts.all = {fact_of("finding", Assertion::present), fact_of("finding", Assertion::negated)};
    facts.all[0].attributes = {{"body_part", c.part}, {"side", c.side}};
    facts.all[1].attributes = {{"body_part", c.denied_part}, {"side", c.denied_side}};
    Condition test;
    test.name = "finding";
    const Outcome outcome = evaluate(test, Subject{any_item(), nullptr, facts});
    EXPECT_EQ(outcome.conflict, c.conflict) << c.part << c.side << '/' << c.denied_part << c.denied_side;
    EXPECT_EQ(outcome.truth, c.conflict ? Truth::unknown : Truth::yes);
  }
}

TEST(ItemTests, AskTheRequestAndAreUnknownWhereItIsSilent) {
  records::DisputedItem item;
  const facts::Facts facts;
  const Subject subject{item, nullptr, facts};
  const auto truth = [&](const char* field, double at_least) {
    Condition test;
    test.form = Condition::Form::item;
    test.name = field;
    test.at_least = at_least;
    return evaluate(test, subject).truth;
  };
  for (const char* field : {"visits", "refills", "quantity", "strength_mg"}) EXPECT_EQ(truth(field, 1), Truth::unknown);
  item.parsed.visits = 12;
  item.parsed.refills = 0;
  item.parsed.quantity = 90;
  item.parsed.strength = "10/325 mg";
  EXPECT_EQ(truth("visits", 12), Truth::yes);
  EXPECT_EQ(truth("visits", 13), Truth::no);
  EXPECT_EQ(truth("refills", 1), Truth::no);
  EXPECT_EQ(truth("quantity", 90), Truth::yes);
  EXPECT_EQ(truth("strength_mg", 10), Truth::yes);
  EXPECT_EQ(truth("strength_mg", 11), Truth::no);
  for (const auto& [duration, days] : {std::pair{"7 days", 7}, {"1 week", 7}, {"2 months", 60}, {"1 year", 365}}) {
    item.parsed.duration = duration;
    EXPECT_EQ(truth("duration_days", days), Truth::yes) << duration;
    EXPECT_EQ(truth("duration_days", days + 1), Truth::no) << duration;
  }
  for (const char* duration : {"", "a week", "weeks", "12", "12 parsecs", "999999 days"}) {
    item.parsed.duration = duration;
    EXPECT_EQ(truth("duration_days", 1), Truth::unknown) << duration;
  }
}

TEST(ItemTests, AskWhetherAFieldIsStatedAndWhichWordItHas) {
  records::DisputedItem item;
  const facts::Facts facts;
  const Subject subject{item, nullptr, facts};
  const auto stated = [&](const char* field) {
    Condition test;
    test.form = Condition::Form::item;
    test.name = field;
    test.stated = true;
    return evaluate(test, subject).truth;
  };
  const auto equals = [&](const char* field, const char* word) {
    Condition test;
    test.form = Condition::Form::item;
    test.name = field;
    test.equals = word;
    return evaluate(test, subject).truth;
  };
  for (const char* field : {"visits", "quantity", "duration", "frequency", "body_part", "side", "form"})
    EXPECT_EQ(stated(field), Truth::no) << field;
  EXPECT_EQ(equals("form", "suspension"), Truth::unknown);
  item.parsed.visits = 6;
  item.parsed.duration = "3 weeks";
  item.parsed.body_parts = {"knee"};
  item.parsed.form = "suspension";
  for (const char* field : {"visits", "duration", "body_part", "form"}) EXPECT_EQ(stated(field), Truth::yes) << field;
  EXPECT_EQ(equals("form", "suspension"), Truth::yes);
  EXPECT_EQ(equals("form", "cream"), Truth::no);
}

TEST(IngredientTests, AskWhatTheProductHolds) {
  records::DisputedItem item;
  const facts::Facts facts;
  Condition test;
  test.form = Condition::Form::ingredient;
  test.concepts = {"baclofen", "gabapentin"};
  EXPECT_EQ(evaluate(test, Subject{item, nullptr, facts}).truth, Truth::unknown);
  item.parsed.ingredients = {"lidocaine", "gabapentin"};
  EXPECT_EQ(evaluate(test, Subject{item, nullptr, facts}).truth, Truth::yes);
  item.parsed.ingredients = {"lidocaine"};
  EXPECT_EQ(evaluate(test, Subject{item, nullptr, facts}).truth, Truth::no);
}

// An operation in the same case, and how it stands.
TEST(OtherItems, AreFoundByKindAndDecision) {
  records::DisputedItem item, operation;
  operation.parsed.kind = "surgery";
  const facts::Facts facts;
  const auto truth = [&](std::optional<bool> asked, Truth without, const std::vector<std::optional<bool>>& operations) {
    Condition test;
    test.form = Condition::Form::other_item;
    test.name = "surgery";
    test.stands = asked;
    test.without = without;
    Subject subject{item, nullptr, facts};
    for (const auto stands : operations) subject.others.push_back({&operation, nullptr, stands});
    return evaluate(test, subject).truth;
  };
  using Decisions = std::vector<std::optional<bool>>;
  const struct {
    std::optional<bool> asked;
    Truth without;
    Decisions operations;
    Truth expected;
  } cases[] = {
      {std::nullopt, Truth::no, {}, Truth::no},
      {std::nullopt, Truth::no, {std::nullopt}, Truth::yes},
      {true, Truth::yes, {}, Truth::yes},
      {true, Truth::yes, {false}, Truth::no},
      {true, Truth::yes, {true}, Truth::yes},
      {true, Truth::yes, {std::nullopt}, Truth::unknown},
      {true, Truth::yes, {false, true}, Truth::yes},
      {true, Truth::yes, {false, std::nullopt}, Truth::unknown},
      {false, Truth::no, {}, Truth::no},
      {false, Truth::no, {false}, Truth::yes},
  };
  for (const auto& c : cases) EXPECT_EQ(truth(c.asked, c.without, c.operations), c.expected) << c.operations.size();
}

TEST(Visits, AreCountedWithThoseRequested) {
  records::DisputedItem item;
  const auto truth = [&](std::optional<int> requested, std::optional<facts::Range> so_far, Request request) {
    item.parsed.visits = requested;
    facts::Facts facts;
    if (so_far) {
      Fact fact;
      fact.name = "prior_visits";
      fact.value = *so_far;
      facts.all.push_back(fact);
    }
    Condition test;
    test.name = "prior_visits";
    test.plus_requested = true;
    test.at_most = 10;
    return evaluate(test, Subject{item, nullptr, facts, true, request}).truth;
  };
  const facts::Range six{6, 6.0};
  const facts::Range at_least_six{6, std::nullopt};
  EXPECT_EQ(truth(4, six, Request::unknown), Truth::yes);
  EXPECT_EQ(truth(5, six, Request::unknown), Truth::no);
  EXPECT_EQ(truth(4, at_least_six, Request::unknown), Truth::unknown);
  EXPECT_EQ(truth(5, at_least_six, Request::unknown), Truth::no);
  EXPECT_EQ(truth(std::nullopt, six, Request::unknown), Truth::unknown) << "a request without a number";
  EXPECT_EQ(truth(6, std::nullopt, Request::new_start), Truth::yes);
  EXPECT_EQ(truth(6, std::nullopt, Request::unknown), Truth::unknown);
  EXPECT_EQ(truth(12, std::nullopt, Request::unknown), Truth::no) << "alone more than the bound";
}

TEST(When, LimitsACriterionOnlyWhereTheOppositeIsShown) {
  const struct {
    When when;
    Request request;
    bool applies;
  } cases[] = {
      {When::always, Request::unknown, true},
      {When::continuation, Request::unknown, true},
      {When::continuation, Request::continuation, true},
      {When::continuation, Request::new_start, false},
      {When::new_start, Request::unknown, true},
      {When::new_start, Request::new_start, true},
      {When::new_start, Request::continuation, false},
      {When::post_operative, Request::unknown, false},
  };
  const facts::Facts facts;
  for (const auto& c : cases)
    EXPECT_EQ(applies(c.when, Subject{any_item(), nullptr, facts, true, c.request}), c.applies);
}

}  // namespace
}  // namespace openimr::guidelines
