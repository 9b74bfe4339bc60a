#include "corpus/agreement.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <random>
#include <set>

namespace openimr::corpus {
namespace {

using determination::Decision;

constexpr int kDrawings = 1000;

std::optional<double> share(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

bool same_section(const std::string& a, const std::string& b) {
  return folded_title(a) == folded_title(b);
}

bool shares_section(const determination::Citation& ours, const determination::Citation& theirs) {
  if (theirs.sections.empty()) return true;
  return std::any_of(ours.sections.begin(), ours.sections.end(), [&](const std::string& section) {
    return std::any_of(theirs.sections.begin(), theirs.sections.end(),
                       [&](const std::string& other) { return same_section(section, other); });
  });
}

template <class Pair>
bool any_pair(const Citations& ours, const Citations& theirs, const Pair& agrees) {
  return std::any_of(ours.begin(), ours.end(), [&](const determination::Citation& our) {
    return std::any_of(theirs.begin(), theirs.end(), [&](const determination::Citation& their) {
      return folded_title(our.title) == folded_title(their.title) && agrees(our, their);
    });
  });
}

using Measure = std::optional<double> (Confusion::*)() const;

// Letters are drawn with replacement, as the items of one share a reviewer. The generator is seeded alike each time:
// the same items give the same interval.
std::optional<Interval> interval_of(const std::vector<Confusion>& letters, Measure measure) {
  if (letters.size() < 2) return std::nullopt;
  std::mt19937 generator(1);
  std::vector<double> drawn;
  for (int i = 0; i < kDrawings; ++i) {
    Confusion sum;
    for (std::size_t n = 0; n < letters.size(); ++n) {
      const Confusion& letter = letters[generator() % letters.size()];
      sum.overturned_both += letter.overturned_both;
      sum.overturned_ours += letter.overturned_ours;
      sum.overturned_physician += letter.overturned_physician;
      sum.upheld_both += letter.upheld_both;
    }
    if (const auto value = (sum.*measure)()) drawn.push_back(*value);
  }
  if (drawn.size() < 40) return std::nullopt;
  std::sort(drawn.begin(), drawn.end());
  return Interval{drawn[drawn.size() / 40], drawn[drawn.size() - 1 - drawn.size() / 40]};
}

}  // namespace

void Confusion::add(Decision ours, Decision physician) {
  const bool overturned = ours == Decision::overturned;
  if (physician == Decision::overturned) {
    ++(overturned ? overturned_both : overturned_physician);
  } else {
    ++(overturned ? overturned_ours : upheld_both);
  }
}

std::optional<double> Confusion::accuracy() const {
  return share(overturned_both + upheld_both, items());
}

std::optional<double> Confusion::overturned_precision() const {
  return share(overturned_both, overturned_both + overturned_ours);
}

std::optional<double> Confusion::overturned_recall() const {
  return share(overturned_both, overturned_both + overturned_physician);
}

std::optional<double> Confusion::balanced_accuracy() const {
  const auto overturned = overturned_recall();
  const auto upheld = share(upheld_both, upheld_both + overturned_ours);
  if (!overturned || !upheld) return std::nullopt;
  return (*overturned + *upheld) / 2;
}

// 0 where we decide all items alike: such decisions tell nothing.
std::optional<double> Confusion::matthews_correlation() const {
  const auto tp = static_cast<double>(overturned_both);
  const auto fp = static_cast<double>(overturned_ours);
  const auto fn = static_cast<double>(overturned_physician);
  const auto tn = static_cast<double>(upheld_both);
  if (tp + fn == 0 || tn + fp == 0) return std::nullopt;
  const double spread = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn);
  return spread == 0 ? 0 : (tp * tn - fp * fn) / std::sqrt(spread);
}

std::string folded_title(std::string_view title) {
  std::string out;
  for (const char c : title) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0) {
      out += static_cast<char>(std::tolower(byte));
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool agree_on_title(const Citations& ours, const Citations& theirs) {
  return any_pair(ours, theirs, [](const auto&, const auto&) { return true; });
}

bool agree_on_section(const Citations& ours, const Citations& theirs) {
  return any_pair(ours, theirs, shares_section);
}

Agreement agreement_of(const std::vector<ReplayedItem>& items) {
  Agreement out;
  out.items = items.size();
  std::set<std::string> topics;
  std::map<std::string, Confusion> letters;
  std::size_t addressed = 0;
  std::size_t citations = 0;
  std::size_t titles = 0;
  std::size_t sections = 0;
  for (const ReplayedItem& item : items) {
    if (!item.topic.empty()) topics.insert(item.topic);
    addressed += item.draft.addressed ? 1 : 0;
    citations += item.draft.citations.size();
    for (const auto& c : item.draft.criteria) {
      if (c.decided) ++out.standings[std::string(guidelines::name_of(c.evaluated.criterion->standing))];
    }
    if (!item.physician_citations.empty()) {
      ++out.cited;
      titles += agree_on_title(item.draft.citations, item.physician_citations) ? 1 : 0;
      sections += agree_on_section(item.draft.citations, item.physician_citations) ? 1 : 0;
    }
    if (!item.physician) continue;
    ++out.compared;
    out.confusion.add(item.counted(), *item.physician);
    letters[item.case_number].add(item.counted(), *item.physician);
    out.by_category[item.draft.parsed.category.value_or("(none)")].add(item.counted(), *item.physician);
  }
  out.topics = topics.size();
  out.topic_coverage = share(addressed, items.size()).value_or(0);
  out.not_addressed_share = items.empty() ? 0 : 1 - out.topic_coverage;
  out.citations_per_item = share(citations, items.size()).value_or(0);
  out.title_agreement = share(titles, out.cited);
  out.section_agreement = share(sections, out.cited);
  std::vector<Confusion> drawn_from;
  for (const auto& [number, confusion] : letters) drawn_from.push_back(confusion);
  const auto figure = [&](Measure measure) {
    return Figure{(out.confusion.*measure)(), interval_of(drawn_from, measure)};
  };
  out.accuracy = figure(&Confusion::accuracy);
  out.balanced_accuracy = figure(&Confusion::balanced_accuracy);
  out.matthews_correlation = figure(&Confusion::matthews_correlation);
  return out;
}

Baseline majority(const std::vector<ReplayedItem>& items) {
  Baseline out{"always upheld", {}};
  for (const auto& item : items) {
    if (item.physician) out.confusion.add(Decision::upheld, *item.physician);
  }
  return out;
}

}  // namespace openimr::corpus
