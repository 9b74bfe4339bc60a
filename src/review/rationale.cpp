#include "review/rationale.h"

#include <algorithm>
#include <cctype>

#include <fmt/core.h>

#include "review/citations.h"
#include "review/summary.h"

namespace openimr::review {
namespace {

using determination::CriterionTrace;
using determination::Decision;
using determination::ItemDraft;
using determination::Reason;
using determination::Sentence;
using guidelines::Finding;
using guidelines::Kind;

constexpr std::size_t kMostQuoted = 3;  // places in one sentence; the trace has them all

std::string capitalized(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string without_stop(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
  return text;
}

std::string quotes(const std::vector<Place>& places) {
  std::string out;
  for (std::size_t i = 0; i < std::min(kMostQuoted, places.size()); ++i)
    out += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", quoted(places[i]));
  return out;
}

std::vector<Reason> reasons_of(const CriterionTrace& c) {
  const auto& places = c.evaluated.places;
  std::vector<Reason> out(places.begin(),
                          places.begin() + static_cast<std::ptrdiff_t>(std::min(kMostQuoted, places.size())));
  out.emplace_back(c.citation);
  return out;
}

// Limits first, then exclusions, then what was to be shown; within a kind the order of the guideline.
int rank(const CriterionTrace& c) {
  const Kind kind = c.evaluated.criterion->kind;
  const int by_kind = kind == Kind::limit ? 0 : kind == Kind::exclusion ? 1 : 2;
  return by_kind * 2 + (c.evaluated.finding == Finding::not_documented ? 1 : 0);
}

Sentence failing(const CriterionTrace& c) {
  const auto& criterion = *c.evaluated.criterion;
  if (c.evaluated.conflict) {
    return {fmt::format("The records contradict each other on whether it is {}: {}.", criterion.says,
                        quotes(c.evaluated.places)),
            reasons_of(c)};
  }
  const bool shown =
      criterion.kind == Kind::exclusion ? c.evaluated.finding == Finding::met : c.evaluated.finding == Finding::not_met;
  const std::string clause = shown ? criterion.failed : criterion.absent;
  std::string text = capitalized(without_stop(
      clause.empty() ? fmt::format("it is not documented that the treatment is {}", criterion.says) : clause));
  if (!c.evaluated.places.empty()) text += fmt::format("{} {}", shown ? ":" : ", beyond", quotes(c.evaluated.places));
  return {text + ".", reasons_of(c)};
}

Sentence supporting(const CriterionTrace& c) {
  return {fmt::format("It is documented that the treatment is {}: {}.", c.evaluated.criterion->says,
                      quotes(c.evaluated.places)),
          reasons_of(c)};
}

bool shows_support(const CriterionTrace& c) {
  const auto& criterion = *c.evaluated.criterion;
  return !criterion.soft && c.evaluated.finding == Finding::met && !c.evaluated.places.empty() &&
         (criterion.kind == Kind::required || criterion.kind == Kind::limit || criterion.kind == Kind::allowance);
}

// Two guidelines may ask the same: it is said once, with the reasons of both.
void say(std::vector<determination::Sentence>& rationale, determination::Sentence sentence) {
  const auto said = std::find_if(rationale.begin(), rationale.end(),
                                 [&](const determination::Sentence& known) { return known.text == sentence.text; });
  if (said == rationale.end()) {
    rationale.push_back(std::move(sentence));
    return;
  }
  for (determination::Reason& reason : sentence.reasons) {
    if (std::find(said->reasons.begin(), said->reasons.end(), reason) == said->reasons.end())
      said->reasons.push_back(std::move(reason));
  }
}

}  // namespace

void explain(ItemDraft& item, const std::vector<guidelines::Applicable>& sections, const guidelines::Subject& subject) {
  item.rationale.push_back({fmt::format("The disputed request is {}.", quoted(item.place)), {item.place}});
  for (const auto& [guideline, section] : sections) {
    const auto citation = cite(*guideline, section->title, section->pages, section->says);
    const bool one_page = section->pages.find_first_not_of("0123456789") == std::string::npos;
    const std::string where =
        section->pages.empty() ? section->title
                               : fmt::format("{}, {} {}", section->title, one_page ? "page" : "pages", section->pages);
    item.rationale.push_back(
        {fmt::format("Per the {}, {}: {}", guideline->full_title(), where, section->says), {citation}});
  }
  std::vector<const CriterionTrace*> decided;
  for (const CriterionTrace& c : item.criteria) {
    if (c.decided) decided.push_back(&c);
  }
  const bool rebutted = item.conclusion == determination::Conclusion::rebutted;
  const auto decision = rebutted ? item.by_guideline : item.decision;
  // Where better evidence rebuts it, the guideline's own conclusion is told as such.
  const auto conclude = [&](std::string conclusion, const char* by_guideline) {
    if (rebutted)
      conclusion = fmt::format("By the guideline alone the requested {} would {} medically necessary.",
                               quoted(item.place), by_guideline);
    item.rationale.push_back({conclusion, {item.place, rebutted ? item.citations.back() : item.citations.front()}});
  };
  if (decision == Decision::upheld) {
    for (const CriterionTrace& c : item.criteria) {
      if (shows_support(c)) say(item.rationale, supporting(c));
    }
    // The pointers go up in the guideline's order.
    std::sort(decided.begin(), decided.end(),
              [](const auto* a, const auto* b) { return std::pair(rank(*a), a) < std::pair(rank(*b), b); });
    for (const CriterionTrace* c : decided) say(item.rationale, failing(*c));
    conclude(
        fmt::format("For these reasons the requested {} is not shown to be medically necessary.", quoted(item.place)),
        "not be shown to be");
  } else {
    for (const CriterionTrace* c : decided) {
      if (shows_support(*c)) say(item.rationale, supporting(*c));
    }
    conclude(fmt::format("All that the guideline requires is documented; the requested {} is medically necessary.",
                         quoted(item.place)),
             "be");
  }
  for (const auto& [guideline, section] : sections) {
    for (const auto& remark : section->remarks) {
      if (remark.on_upheld != (item.decision == Decision::upheld) || !guidelines::applies(remark.when, subject))
        continue;
      const auto citation = cite(*guideline, remark.title.empty() ? section->title : remark.title,
                                 remark.title.empty() ? section->pages : remark.pages, remark.says);
      item.rationale.push_back({remark.says, {citation}});
    }
  }
}

void explain_unaddressed(ItemDraft& item) {
  item.rationale.push_back({fmt::format("No loaded guideline addresses the requested {}; no decision is drafted, and "
                                        "the physician searches further.",
                                        quoted(item.place)),
                            {item.place}});
}

}  // namespace openimr::review
