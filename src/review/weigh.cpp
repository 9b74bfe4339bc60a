#include "review/weigh.h"

#include <algorithm>
#include <optional>

#include <fmt/core.h>

namespace openimr::review {
namespace {

using determination::Conclusion;
using determination::Decision;
using determination::ItemDraft;
using determination::Weighed;
using records::CitedEvidence;

Weighed graded(const CitedEvidence& evidence, const std::vector<std::string>& levels) {
  Weighed out{evidence, std::nullopt, ""};
  const auto level = std::find(levels.begin(), levels.end(), evidence.level);
  if (!evidence.applies) {
    out.says = "not applicable to this worker";
  } else if (evidence.biased) {
    out.says = "biased";
  } else if (evidence.kind == CitedEvidence::Kind::guideline) {
    out.says = "a guideline, which is not graded";
  } else if (evidence.level.empty()) {
    out.says = "not graded";
  } else if (level == levels.end()) {
    out.says = fmt::format("of a level that the hierarchy of the day does not have: {}", evidence.level);
  } else {
    out.rank = static_cast<int>(level - levels.begin());
    out.says = fmt::format("applicable, level {}", evidence.level);
  }
  return out;
}

// The best grade of the studies that recommend the treatment, or that speak against it.
std::optional<int> best(const std::vector<Weighed>& all, bool recommends) {
  std::optional<int> out;
  for (const Weighed& one : all) {
    if (one.evidence.recommends == recommends && one.rank && (!out || *one.rank < *out)) out = one.rank;
  }
  return out;
}

// The side of the better studies; nothing where neither is better.
std::optional<Decision> better(const std::vector<Weighed>& all) {
  const auto pro = best(all, true);
  const auto contra = best(all, false);
  if (!pro && !contra) return std::nullopt;
  if (pro && contra && *pro == *contra) return std::nullopt;
  return pro && (!contra || *pro < *contra) ? Decision::overturned : Decision::upheld;
}

// What applicable guidelines say that were cited, where they say the same.
std::optional<Decision> cited_guidelines(const std::vector<Weighed>& all) {
  std::optional<Decision> out;
  for (const Weighed& one : all) {
    if (one.evidence.kind != CitedEvidence::Kind::guideline || !one.evidence.applies || one.evidence.biased) continue;
    const Decision says = one.evidence.recommends ? Decision::overturned : Decision::upheld;
    if (out && *out != says) return std::nullopt;
    out = says;
  }
  return out;
}

determination::Citation cite(const CitedEvidence& evidence) {
  return {.source = "other",
          .title = evidence.citation,
          .year = 0,
          .chapter = "",
          .sections = {},
          .pages = {},
          .text = evidence.citation,
          .says = evidence.recommends ? "recommends the treatment" : "recommends against the treatment"};
}

void cite_first(ItemDraft& item, Decision side) {
  constexpr std::size_t kMost = 3;
  std::vector<determination::Citation> out;
  for (const Weighed& one : item.weighed) {
    const bool counts = one.rank || (item.conclusion == Conclusion::decides && one.evidence.applies &&
                                     !one.evidence.biased && one.evidence.kind == CitedEvidence::Kind::guideline);
    if (counts && one.evidence.recommends == (side == Decision::overturned)) out.push_back(cite(one.evidence));
  }
  out.insert(out.end(), item.citations.begin(), item.citations.end());
  if (out.size() > kMost) out.resize(kMost);
  item.citations = std::move(out);
}

// Nothing loaded addresses the item: guidelines that were cited are the next step, studies the one after.
void weigh_unaddressed(ItemDraft& item) {
  const auto by_guideline = cited_guidelines(item.weighed);
  const auto side = by_guideline ? by_guideline : better(item.weighed);
  item.conclusion = side ? Conclusion::decides : Conclusion::for_the_physician;
  std::vector<std::string> cited;
  for (const Weighed& one : item.weighed) cited.push_back(one.evidence.citation);
  item.searched.push_back({by_guideline ? "other guidelines, as cited in this case" : "studies, as cited in this case",
                           std::move(cited), side.has_value()});
  if (!side) return;
  item.addressed = true;
  item.decision = side;
  cite_first(item, *side);
}

void weigh_competing(ItemDraft& item, bool strict) {
  const bool pro = item.decision == Decision::overturned;
  const auto competes = [&](const Weighed& one) { return one.evidence.recommends != pro; };
  if (std::none_of(item.weighed.begin(), item.weighed.end(), competes)) {
    item.conclusion = Conclusion::agrees;
    return;
  }
  const auto own = best(item.weighed, pro);
  const auto other = best(item.weighed, !pro);
  item.conclusion = strict          ? Conclusion::sequence_is_strict
                    : !other        ? Conclusion::guideline_stands
                    : !own          ? Conclusion::for_the_physician
                    : *other < *own ? Conclusion::rebutted
                                    : Conclusion::guideline_stands;
  if (item.conclusion != Conclusion::rebutted) return;
  item.decision = pro ? Decision::upheld : Decision::overturned;
  item.would_overturn.clear();
  cite_first(item, *item.decision);
}

const char* sentence_of(Conclusion conclusion) {
  switch (conclusion) {
    case Conclusion::none:
      return "";
    case Conclusion::agrees:
      return "What was cited beyond the guideline agrees with it.";
    case Conclusion::guideline_stands:
      return "No better applicable study competes with the guideline, whose presumption stands.";
    case Conclusion::sequence_is_strict:
      return "On that day a later step of the search counted only where the guideline was silent; it is not.";
    case Conclusion::rebutted:
      return "The better applicable study speaks against the guideline, whose presumption is rebutted.";
    case Conclusion::decides:
      return "No loaded guideline addresses the treatment; what was cited is the next step of the search and decides.";
    case Conclusion::for_the_physician:
      return "Only one side rests on graded studies, or neither is better: the physician weighs them.";
  }
  return "";
}

}  // namespace

void weigh(const std::vector<const CitedEvidence*>& evidence, const guidelines::SearchResult& found, ItemDraft& item) {
  if (evidence.empty()) return;
  item.by_guideline = item.decision;
  for (const CitedEvidence* one : evidence) item.weighed.push_back(graded(*one, found.levels));
  if (item.addressed) {
    weigh_competing(item, found.strict);
  } else {
    weigh_unaddressed(item);
  }
}

void explain_weighing(ItemDraft& item) {
  for (const Weighed& one : item.weighed) {
    const std::string why = one.evidence.why.empty() ? "" : fmt::format(" ({})", one.evidence.why);
    item.rationale.push_back({fmt::format("{} is cited {} the treatment: {}{}.", one.evidence.citation,
                                          one.evidence.recommends ? "for" : "against", one.says, why),
                              {one.evidence.place}});
  }
  if (item.conclusion == Conclusion::none) return;
  determination::Sentence last{sentence_of(item.conclusion), {}};
  for (const Weighed& one : item.weighed) last.reasons.emplace_back(one.evidence.place);
  item.rationale.push_back(std::move(last));
  if (item.conclusion == Conclusion::rebutted || item.conclusion == Conclusion::decides) {
    item.rationale.push_back({fmt::format("On that evidence the requested treatment {} medically necessary.",
                                          item.decision == Decision::overturned ? "is" : "is not shown to be"),
                              {item.place, item.citations.front()}});
  }
}

}  // namespace openimr::review
