#include "cases/correspondence.h"

#include <fmt/format.h>

#include "cases/fill_in.h"

namespace openimr::cases {

Result<letter::Paper> write_notice(const program::Programme& programme, const program::Notice& notice,
                                   const NoticeFacts& facts) {
  const std::string paper = "the notice " + notice.id;
  if (!notice.is_for(facts.to.role)) {
    return fail({ErrorCode::invalid, paper + " does not go to this party", facts.to.role, "", 0, 0,
                 fmt::format("Use one of: {}.", fmt::join(notice.to, ", "))});
  }
  if (const auto known = check_names(facts); !known) return fail(known.error());
  if (const auto known = check_addressee(programme, paper, facts.to); !known) return fail(known.error());
  for (const char* needed : {"organisation", "case_number"}) {
    const auto value = facts.values.find(needed);
    if (value == facts.values.end() || is_blank(value->second))
      return lacks(paper, needed, fmt::format("Give {}: {}.", needed, program::placeholder(needed)->means));
  }
  letter::Paper out;
  out.head = {facts.values.find("organisation")->second, programme.title()};
  out.address.push_back(facts.to.name);
  out.address.insert(out.address.end(), facts.to.address.begin(), facts.to.address.end());
  out.title = notice.title;
  out.case_number = facts.values.find("case_number")->second;
  const program::Correspondence& all = programme.correspondence();
  out.references.push_back({letter::PaperBlockKind::row, "Copy for:", programme.party(facts.to.role)->says});
  for (const auto& [blocks, to] : {std::pair{&all.head, &out.references}, std::pair{&notice.says, &out.blocks},
                                   std::pair{&all.foot, &out.blocks}}) {
    if (const auto done = fill_in(programme, paper, *blocks, facts, *to); !done) return fail(done.error());
  }
  return out;
}

}  // namespace openimr::cases
