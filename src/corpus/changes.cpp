#include "corpus/changes.h"

#include <map>
#include <utility>

namespace openimr::corpus {
namespace {

using determination::Decision;

void count(bool before, bool now, GainsAndLosses& in) {
  if (now && !before) ++in.gained;
  if (before && !now) ++in.lost;
}

}  // namespace

Changes changes_since(const std::vector<EarlierItem>& before, const std::vector<ReplayedItem>& now) {
  std::multimap<std::pair<std::string, int>, const EarlierItem*> known;
  for (const EarlierItem& item : before) known.emplace(std::pair(item.case_number, item.number), &item);
  Changes out;
  for (const ReplayedItem& item : now) {
    const std::pair key(item.case_number, item.number);
    const auto found = known.lower_bound(key);  // the first of its equals
    if (found == known.end() || found->first != key) {
      ++out.only_now;
      continue;
    }
    const EarlierItem& earlier = *found->second;
    known.erase(found);
    ++out.in_both;
    std::optional<bool> agreed_before;
    std::optional<bool> agrees_now;
    if (item.physician) {
      agreed_before = earlier.decision.value_or(Decision::upheld) == *item.physician;
      agrees_now = item.counted() == *item.physician;
      count(*agreed_before, *agrees_now, out.decisions);
    }
    const Citations& theirs = item.physician_citations;
    count(agree_on_title(earlier.citations, theirs), agree_on_title(item.draft.citations, theirs), out.titles);
    count(agree_on_section(earlier.citations, theirs), agree_on_section(item.draft.citations, theirs), out.sections);
    if (earlier.decision != item.draft.decision || earlier.topic != item.topic)
      out.items.push_back({earlier, item, agreed_before, agrees_now});
  }
  out.only_before = known.size();
  return out;
}

}  // namespace openimr::corpus
