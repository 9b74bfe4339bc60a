#include "facts/bearing.h"

#include <algorithm>
#include <tuple>

#include "base/pattern.h"

namespace openimr::facts {
namespace {

using namespace std::string_view_literals;
using vocabulary::Mention;
using vocabulary::TermKind;

bool is_statement(const Reading& reading, Span sentence, const Mention& mention) {
  if (mention.kind == TermKind::service) return true;
  if (mention.kind != TermKind::clinical) return false;
  const std::string& fact = reading.vocabulary.clinical_terms()[mention.index].fact;
  if (fact != "symptom"sv && fact != "diagnosis"sv && fact != "finding"sv && fact != "work_status"sv &&
      fact != "function"sv)
    return false;
  static const RE2 reason(
      "\\b(?:for|to treat|to help|to relieve|due to|because of)(?: (?:the|his|her|their|a|an|chronic|acute|ongoing))* "
      "$");
  return !contains_match(reading.words({sentence.begin, mention.span.begin}), reason);
}

}  // namespace

bool listed_together(const Reading& reading, Span a, Span b) {
  static const RE2 connector("[^.;]{0,25}?(?:,|/|&|\\band\\b|\\bor\\b|\\bplus\\b)[^.;]{0,15}");
  const Span between = a.end <= b.begin ? Span{a.end, b.begin} : Span{b.end, a.begin};
  return !between.empty() && is_match(reading.words(between), connector);
}

std::vector<std::size_t> borne_by(const Reading& reading, std::size_t index, Span phrase,
                                  const std::vector<Span>& drugs) {
  const Span sentence = reading.sentence(index);
  std::vector<Span> others;
  for (const Mention& mention : reading.mentions_in(index)) {
    if (is_statement(reading, sentence, mention)) others.push_back(mention.span);
  }
  // The nearest before the phrase, or behind it: its index among the drugs, -1 where another statement is nearer.
  const auto nearest = [&](bool before) -> std::pair<bool, int> {
    const auto distance = [&](Span span) -> std::int64_t {
      if (before)
        return span.end <= phrase.begin || span.overlaps(phrase)
                   ? std::max<std::int64_t>(0, std::int64_t{phrase.begin} - span.end)
                   : -1;
      return span.begin >= phrase.end ? std::int64_t{span.begin} - phrase.end : -1;
    };
    std::int64_t best = -1;
    int drug = -1;
    for (std::size_t d = 0; d < drugs.size(); ++d) {
      if (!sentence.contains(drugs[d])) continue;
      const std::int64_t gap = distance(drugs[d]);
      if (gap >= 0 && (best < 0 || gap < best)) {
        best = gap;
        drug = static_cast<int>(d);
      }
    }
    for (const Span other : others) {
      const std::int64_t gap = distance(other);
      if (gap >= 0 && (best < 0 || gap < best)) {
        best = gap;
        drug = -1;
      }
    }
    return {best >= 0, drug};
  };
  auto [found, drug] = nearest(true);
  if (!found) std::tie(found, drug) = nearest(false);
  std::vector<std::size_t> out;
  if (drug < 0) return out;
  const auto at = static_cast<std::size_t>(drug);
  out.push_back(at);
  for (std::size_t d = at; d > 0 && sentence.contains(drugs[d - 1]) && listed_together(reading, drugs[d - 1], drugs[d]);
       --d)
    out.push_back(d - 1);
  for (std::size_t d = at + 1;
       d < drugs.size() && sentence.contains(drugs[d]) && listed_together(reading, drugs[d - 1], drugs[d]); ++d)
    out.push_back(d);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace openimr::facts
