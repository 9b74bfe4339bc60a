// The decision rule, whole: every kind, finding, softness and rescue, and what would overturn, against every subset.
#include "review/decide.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace openimr::review {
namespace {

using determination::CriterionTrace;
using determination::Decision;
using guidelines::Criterion;
using guidelines::Finding;
using guidelines::Kind;

constexpr Kind kKinds[] = {Kind::required, Kind::limit, Kind::exclusion, Kind::allowance, Kind::note};
constexpr Finding kFindings[] = {Finding::met, Finding::not_met, Finding::not_documented};

// Criteria of one section, kept where pointers to them stay.
class Items {
 public:
  void add(std::string id, Kind kind, Finding finding, bool soft = false, std::vector<std::string> rescues = {},
           int section = 0) {
    Criterion criterion;
    criterion.id = std::move(id);
    criterion.kind = kind;
    criterion.soft = soft;
    criterion.rescues = std::move(rescues);
    criteria_.push_back(std::move(criterion));
    CriterionTrace trace;
    trace.evaluated.criterion = &criteria_.back();
    trace.evaluated.section = &sections_[static_cast<std::size_t>(section)];
    trace.evaluated.finding = finding;
    traces.push_back(std::move(trace));
  }

  std::vector<CriterionTrace> traces;

 private:
  std::deque<Criterion> criteria_;
  std::vector<guidelines::Section> sections_{2};
};

// The table of design.md: what a finding of a kind does to the request.
enum class Effect : std::uint8_t { none, fails, rescues };

Effect effect(Kind kind, Finding finding) {
  static const std::map<std::pair<Kind, Finding>, Effect> table = {
      {{Kind::required, Finding::met}, Effect::none},
      {{Kind::required, Finding::not_met}, Effect::fails},
      {{Kind::required, Finding::not_documented}, Effect::fails},
      {{Kind::limit, Finding::met}, Effect::none},
      {{Kind::limit, Finding::not_met}, Effect::fails},
      {{Kind::limit, Finding::not_documented}, Effect::fails},
      {{Kind::exclusion, Finding::met}, Effect::fails},
      {{Kind::exclusion, Finding::not_met}, Effect::none},
      {{Kind::exclusion, Finding::not_documented}, Effect::none},
      {{Kind::allowance, Finding::met}, Effect::rescues},
      {{Kind::allowance, Finding::not_met}, Effect::none},
      {{Kind::allowance, Finding::not_documented}, Effect::none},
      {{Kind::note, Finding::met}, Effect::none},
      {{Kind::note, Finding::not_met}, Effect::none},
      {{Kind::note, Finding::not_documented}, Effect::none},
  };
  return table.at({kind, finding});
}

TEST(Deciding, OfOneCriterionIsThatOfTheTable) {
  for (const Kind kind : kKinds) {
    for (const Finding finding : kFindings) {
      for (const bool soft : {false, true}) {
        for (const bool rescued : {false, true}) {
          Items items;
          items.add("it", kind, finding, soft);
          items.add("allowance", Kind::allowance, rescued ? Finding::met : Finding::not_documented, false, {"it"});
          const bool fails_alone = effect(kind, finding) == Effect::fails && !soft;
          const auto said =
              fmt::format("{} {}{}{}", name_of(kind), name_of(finding), soft ? " soft" : "", rescued ? " rescued" : "");
          EXPECT_EQ(fails(*items.traces[0].evaluated.criterion, finding), fails_alone) << said;
          const Decision decision = decide(items.traces);
          EXPECT_EQ(decision, fails_alone && !rescued ? Decision::upheld : Decision::overturned) << said;
          EXPECT_EQ(items.traces[0].rescued, fails_alone && rescued) << said;
          const bool must_hold = !soft && kind != Kind::allowance && kind != Kind::note;
          EXPECT_EQ(items.traces[0].decided, decision == Decision::upheld ? fails_alone : must_hold) << said;
          EXPECT_EQ(items.traces[1].decided, decision == Decision::overturned && fails_alone && rescued) << said;
          EXPECT_EQ(would_overturn(items.traces).empty(), decision == Decision::overturned) << said;
        }
      }
    }
  }
}

TEST(Deciding, WithoutCriteriaStands) {
  std::vector<CriterionTrace> none;
  EXPECT_EQ(decide(none), Decision::overturned);
  EXPECT_TRUE(would_overturn(none).empty());
}

TEST(Deciding, FailsByOneOfMany) {
  Items items;
  items.add("a", Kind::required, Finding::met);
  items.add("b", Kind::limit, Finding::not_documented);
  items.add("c", Kind::exclusion, Finding::not_documented);
  EXPECT_EQ(decide(items.traces), Decision::upheld);
  EXPECT_FALSE(items.traces[0].decided);
  EXPECT_TRUE(items.traces[1].decided);
  EXPECT_FALSE(items.traces[2].decided);
}

TEST(Rescue, StaysInsideItsSection) {
  Items items;
  items.add("a", Kind::required, Finding::not_met, false, {}, 0);
  items.add("allowance", Kind::allowance, Finding::met, false, {"a"}, 1);
  EXPECT_EQ(decide(items.traces), Decision::upheld);
}

TEST(Rescue, IsNotForOtherKindsToGive) {
  for (const Kind kind : {Kind::required, Kind::limit, Kind::exclusion, Kind::note}) {
    Items items;
    items.add("a", Kind::required, Finding::not_met);
    items.add("other", kind, kind == Kind::exclusion ? Finding::not_met : Finding::met, false, {"a"});
    EXPECT_EQ(decide(items.traces), Decision::upheld) << name_of(kind);
  }
}

TEST(Rescue, BySomethingSoftDecidesNothing) {
  Items items;
  items.add("a", Kind::required, Finding::not_met);
  items.add("allowance", Kind::allowance, Finding::met, true, {"a"});
  EXPECT_EQ(decide(items.traces), Decision::upheld);
  EXPECT_FALSE(items.traces[0].rescued);
  EXPECT_EQ(would_overturn(items.traces), (std::vector<std::vector<std::string>>{{"a"}}));
}

TEST(WouldOverturn, NamesTheSmallestSets) {
  Items items;
  items.add("a", Kind::required, Finding::not_documented);
  items.add("b", Kind::limit, Finding::not_met);
  items.add("c", Kind::required, Finding::met);
  items.add("both", Kind::allowance, Finding::not_documented, false, {"a", "b"});
  items.add("only-a", Kind::allowance, Finding::not_documented, false, {"a"});
  decide(items.traces);
  EXPECT_EQ(would_overturn(items.traces),
            (std::vector<std::vector<std::string>>{{"both"}, {"a", "b"}, {"b", "only-a"}}));
}

// The slow way: change every subset of the criteria to what would help, decide again, keep the smallest that turn it.
std::set<std::set<std::string>> slow_would_overturn(const std::vector<CriterionTrace>& criteria) {
  const std::size_t count = criteria.size();
  std::vector<std::size_t> turning;
  for (std::size_t subset = 0; subset < (std::size_t{1} << count); ++subset) {
    auto changed = criteria;
    for (std::size_t i = 0; i < count; ++i) {
      if ((subset >> i & 1U) == 0) continue;
      const Kind kind = changed[i].evaluated.criterion->kind;
      changed[i].evaluated.finding = kind == Kind::exclusion ? Finding::not_met : Finding::met;
    }
    if (decide(changed) == Decision::overturned) turning.push_back(subset);
  }
  std::set<std::set<std::string>> out;
  for (const std::size_t subset : turning) {
    const bool smallest = std::none_of(turning.begin(), turning.end(),
                                       [&](std::size_t other) { return other != subset && (other & subset) == other; });
    std::set<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) {
      if ((subset >> i & 1U) != 0) ids.insert(criteria[i].evaluated.criterion->id);
    }
    if (smallest && !ids.empty()) out.insert(ids);
  }
  return out;
}

Items random_items() {
  Items items;
  const int count = *rc::gen::inRange(1, 9);
  std::vector<std::string> ids;
  ids.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) ids.emplace_back(1, static_cast<char>('a' + i));
  for (const std::string& id : ids) {
    const Kind kind = *rc::gen::elementOf(std::vector<Kind>(std::begin(kKinds), std::end(kKinds)));
    const Finding finding = *rc::gen::elementOf(std::vector<Finding>(std::begin(kFindings), std::end(kFindings)));
    std::vector<std::string> rescues;
    if (kind == Kind::allowance) {
      for (const std::string& other : ids) {
        if (other != id && *rc::gen::inRange(0, 2) == 1) rescues.push_back(other);
      }
    }
    items.add(id, kind, finding, *rc::gen::inRange(0, 4) == 0, rescues, *rc::gen::inRange(0, 5) == 0 ? 1 : 0);
  }
  return items;
}

RC_GTEST_PROP(WouldOverturnProperty, AgreesWithEverySubset, ()) {
  Items items = random_items();
  decide(items.traces);
  const auto fast = would_overturn(items.traces);
  std::set<std::set<std::string>> sets;
  for (const auto& set : fast) sets.insert({set.begin(), set.end()});
  RC_ASSERT(sets.size() == fast.size());
  RC_ASSERT(sets == slow_would_overturn(items.traces));
}

RC_GTEST_PROP(DecisionProperty, IsTheRuleInOneSentence, ()) {
  Items items = random_items();
  const Decision decision = decide(items.traces);
  bool stands = true;
  for (const auto& c : items.traces) {
    const Criterion& criterion = *c.evaluated.criterion;
    if (criterion.soft || effect(criterion.kind, c.evaluated.finding) != Effect::fails) continue;
    bool rescued = false;
    for (const auto& a : items.traces) {
      const auto& rescues = a.evaluated.criterion->rescues;
      rescued = rescued || (!a.evaluated.criterion->soft && a.evaluated.section == c.evaluated.section &&
                            effect(a.evaluated.criterion->kind, a.evaluated.finding) == Effect::rescues &&
                            std::find(rescues.begin(), rescues.end(), criterion.id) != rescues.end());
    }
    stands = stands && rescued;
  }
  RC_ASSERT((decision == Decision::overturned) == stands);
}

// More support never turns an item that stands: no finding of a required or limit criterion that comes to hold does
// harm.
RC_GTEST_PROP(DecisionProperty, IsNotHarmedBySupport, ()) {
  Items items = random_items();
  const Decision before = decide(items.traces);
  const auto which = *rc::gen::inRange<std::size_t>(0, items.traces.size());
  auto& changed = items.traces[which].evaluated;
  if (changed.criterion->kind == Kind::exclusion) return;
  changed.finding = Finding::met;
  if (before == Decision::overturned) RC_ASSERT(decide(items.traces) == Decision::overturned);
}

}  // namespace
}  // namespace openimr::review
