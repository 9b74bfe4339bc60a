#include "office/acceptance.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/acts.h"
#include "cases/case_need.h"
#include "cases/credentials.h"
#include "office/roster.h"

namespace openimr::office {
namespace {

using cases::ConflictOutcome;

Error no_longer(const std::string& what, const std::string& offending, const std::string& remedy) {
  return {ErrorCode::wrong_use, what, offending, "", 0, 0, remedy};
}

// The first comparison that stands against it; by role and rule, never by name.
Error conflict_in(const cases::ConflictCheck& check) {
  const ConflictOutcome worst = check.outcome();
  for (const cases::Comparison& each : check.comparisons) {
    if (each.outcome != worst) continue;
    const std::string rule = each.rule.empty() ? "" : fmt::format(" ({}, {})", each.rule, each.section);
    if (worst == ConflictOutcome::barred)
      return no_longer(fmt::format("a conflict of interest with the {}{}", each.role, rule), check.reviewer,
                       "Give the case back: openimr case decline.");
    return no_longer(fmt::format("a possible conflict with the {}{}", each.role, rule), check.reviewer,
                     "Give the case back (openimr case decline), or correct the reviewer's relations first.");
  }
  return no_longer("a conflict of interest", check.reviewer, "Give the case back: openimr case decline.");
}

// What the reviewer accepts by, found anew: still on file, eligible, without a conflict; with the evidence and the
// credentials.
Result<nlohmann::json> grounds(Office& office, const program::Programme& programme, const cases::Case& c,
                               const cases::CaseEvent& event, const std::string& attestation) {
  const auto entry = roster_entry(office, event.who.id);
  if (!entry) return fail(entry.error());
  const auto reviewer = reviewer_of(office, event.who.id);
  if (!reviewer) return fail(reviewer.error());
  if (!entry->is_active) return fail(no_longer("the reviewer has left", event.who.id, "Propose the case to another."));
  const auto found = cases::qualify(programme.reviewers(), *reviewer, event.on.day);
  if (const cases::RuleAnswer* bar = found.bar())
    return fail(no_longer(fmt::format("{} does not hold: {} ({})", bar->rule->id, bar->words, bar->rule->section),
                          event.who.id, "Correct what is on file, or give the case back: openimr case decline."));
  auto check = cases::check_conflicts(programme.conflicts(), *reviewer, cases::parties_of(c), event.on);
  if (check.outcome() != ConflictOutcome::cleared) return fail(conflict_in(check));
  check.attestation = {attestation, event.on};
  const auto evidence = office.store().put(cases::to_json(check).dump());
  if (!evidence) return fail(evidence.error());
  const auto& names = office.packs().data["schema"]["reviewer"]["definitions"]["state"]["names"];
  const cases::Credentials printed = cases::credentials_of(programme.reviewers(), *reviewer, event.on.day, names);
  return nlohmann::json{{"attestation", attestation},
                        {"licences", printed.licences},
                        {"certifications", printed.certifications},
                        {"conflicts", evidence->hash.hex()}};
}

}  // namespace

Result<cases::Case> accept(Office& office, const FoundCase& found, cases::CaseEvent event,
                           const std::string& attestation) {
  // Everything else first; the evidence is made, and takes this one's place, only where it is in order.
  event.what = {{"attestation", attestation}, {"conflicts", store::DocumentId::of("").hash.hex()}};
  if (const auto may = cases::checked(*found.programme, found.c, event); !may) return fail(may.error());
  auto what = grounds(office, *found.programme, found.c, event, attestation);
  if (!what) return fail(what.error());
  event.what = std::move(*what);
  return office.ledger().record(found.c.number, {event}, {}, found.c.version);
}

}  // namespace openimr::office
