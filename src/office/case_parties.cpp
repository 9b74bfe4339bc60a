#include "office/case_parties.h"

#include <algorithm>
#include <string>

namespace openimr::office {

using corpus::deidentify::Kind;
using corpus::deidentify::KnownParties;

Kind kind_of_role(std::string_view role) {
  if (role == "employer") return Kind::employer;
  if (role == "claims_administrator" || role == "utilization_review_organization") return Kind::claims_administrator;
  return Kind::name;
}

KnownParties parties_of(const cases::Case& c) {
  KnownParties out;
  const auto add = [&out](Kind kind, const std::string& words) {
    const bool there = std::any_of(out.begin(), out.end(), [&](const auto& each) { return each.words == words; });
    if (!words.empty() && !there) out.push_back({kind, words});
  };
  const auto add_party = [&](const cases::CaseParty& party) {
    add(kind_of_role(party.role), party.name);
    add(Kind::address, party.address);
  };
  for (const cases::CaseParty& party : c.parties) add_party(party);
  for (const cases::CaseParty& party : c.earlier_parties) add_party(party);
  for (const cases::Sent& sent : c.sent) add_party(sent.to);
  add(Kind::number, c.claim);
  return out;
}

}  // namespace openimr::office
