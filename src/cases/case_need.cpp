#include "cases/case_need.h"

#include <algorithm>

#include "cases/clocks.h"

namespace openimr::cases {

bool wants_reviewer(const program::Programme& programme, const Case& c) {
  return programme.life().act(c.state, "reviewer-proposed", "") != nullptr &&
         static_cast<int>(c.reviewers.size()) < c.reviewers_needed;
}

std::vector<std::string> specialties_wanted(const program::ReviewerRules& rules, const std::vector<ItemNames>& items,
                                            Date day) {
  struct Wanted {
    std::string specialty;
    int items;
    std::size_t rank;
  };
  std::vector<Wanted> all;
  for (const ItemNames& item : items) {
    const program::SpecialtyRow* row = rules.specialties_for(item, day);
    for (std::size_t rank = 0; row != nullptr && rank < row->specialties.size(); ++rank) {
      const std::string& specialty = row->specialties[rank];
      const auto before =
          std::find_if(all.begin(), all.end(), [&](const Wanted& each) { return each.specialty == specialty; });
      if (before == all.end()) {
        all.push_back({specialty, 1, rank});
      } else {
        ++before->items;
        before->rank = std::min(before->rank, rank);
      }
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Wanted& a, const Wanted& b) {
    return a.items != b.items ? a.items > b.items : a.rank < b.rank;
  });
  std::vector<std::string> out;
  for (Wanted& each : all) out.push_back(std::move(each.specialty));
  return out;
}

std::vector<Party> parties_of(const Case& c) {
  std::vector<Party> out;
  for (const CaseParty& party : c.parties) out.push_back({party.role, party.name});
  return out;
}

CaseNeed need_of(const program::Programme& programme, const Case& c, const std::vector<ItemNames>& items, Date day) {
  CaseNeed out{c.number, {}, {}, parties_of(c), {}, c.earlier_reviewers, "", false, day, std::nullopt, 1};
  out.needs.specialties = specialties_wanted(programme.reviewers(), items, day);
  for (const ItemNames& item : items) out.item_kinds.insert(out.item_kinds.end(), item.begin(), item.end());
  std::sort(out.item_kinds.begin(), out.item_kinds.end());
  out.item_kinds.erase(std::unique(out.item_kinds.begin(), out.item_kinds.end()), out.item_kinds.end());
  for (const CaseReviewer& each : c.reviewers) out.earlier_reviewers.push_back(each.id);
  out.expedited = c.priority == "expedited";
  if (const auto& since = c.complete ? c.complete : c.last; since && since->day < day) out.waiting_since = since->day;
  if (const auto due = due_of(programme, c)) out.due = due->day;
  out.reviewers = c.reviewers_needed - static_cast<int>(c.reviewers.size());
  return out;
}

}  // namespace openimr::cases
