// openimr case eligibility: what the rules say of an application, for the person who decides on it.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "cases/known_application.h"
#include "cases/lists.h"
#include "cli/deliver.h"
#include "cli/office.h"
#include "cli/report.h"

namespace openimr::cli {
namespace {

std::string_view words_of(program::Truth passed) {
  switch (passed) {
    case program::Truth::yes:
      return "passed";
    case program::Truth::no:
      return "failed";
    case program::Truth::unknown:
      return "not known";
  }
  return "";
}

std::string view(const cases::Case& c, const program::Judgement& judgement, const program::ApplicationFacts& facts) {
  std::string out = c.number + "\n";
  for (const program::JudgedRule& each : judgement.rules) {
    out += fmt::format("{:<10} {}: {} ({})\n", words_of(each.passed), each.rule->id, each.rule->checks,
                       each.rule->section);
    for (const std::string& why : each.why) out += fmt::format("{:<11}{}\n", "", why);
  }
  out += fmt::format("\nProposed: {}. A person decides.\n", program::name_of(judgement.proposal));
  for (const std::string& reason : judgement.reasons) out += fmt::format("  {}\n", reason);
  for (const std::string& recorded : judgement.recorded) out += fmt::format("  Not decided here: {}\n", recorded);
  for (const std::string& missing : judgement.missing) out += fmt::format("  To be known: {}\n", missing);
  return out + fmt::format("Record it: openimr {}\n", cases::recording_of(c, judgement, facts));
}

}  // namespace

ExitCode case_eligibility(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto office = open_office(common, options);
  if (!office) return report(office.error(), {});
  const auto found = find_case(**office, options);
  if (!found) return report(found.error(), {});
  const auto same = office::others_of_dispute(**office, found->c);
  if (!same) return report(same.error(), {});
  const bool is_looked_up = !cases::dispute_list(found->c).empty();
  program::ApplicationFacts facts =
      cases::known_application(found->c, is_looked_up ? std::optional(*same) : std::nullopt);
  for (const std::string& given : options.fields) {
    const auto equals = std::min(given.find('='), given.size());
    const std::string value = equals < given.size() ? given.substr(equals + 1) : "";
    if (auto done = cases::give(facts, given.substr(0, equals), value); !done) return report(done.error(), {});
  }
  const auto judgement = program::judge(*found->programme, facts);
  if (!judgement) return report(judgement.error(), {});
  return deliver(view(found->c, *judgement, facts), options.out, out);
}

}  // namespace openimr::cli
