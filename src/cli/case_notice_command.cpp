// openimr case notice and serve: what goes to the parties of a case.
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/acts.h"
#include "cli/case_papers.h"
#include "cli/report.h"
#include "program/served.h"

namespace openimr::cli {
namespace {

using cases::CaseEvent;

Error refused(std::string message, const std::string& offending, std::string remedy) {
  return {ErrorCode::wrong_use, std::move(message), offending, "", 0, 0, std::move(remedy)};
}

// The letter that holds, as it was signed or corrected.
Result<std::vector<OutFile>> letter_files(store::Store& store, const cases::Letter& letter) {
  std::vector<OutFile> out;
  for (const auto& [name, document] : {std::pair{"letter.txt", &letter.text}, std::pair{"letter.pdf", &letter.pdf}}) {
    const auto hash = store::Hash::from_hex(*document);
    if (!hash) continue;  // signed without a PDF
    auto bytes = store.get({*hash});
    if (!bytes) return fail(bytes.error());
    out.push_back({name, std::move(*bytes)});
  }
  return out;
}

// The parties of the case that the programme serves with a determination.
std::vector<std::string> served_parties(const FoundCase& found) {
  std::vector<std::string> out;
  for (const program::Recipient* each : program::served_with(*found.programme, "determination")) {
    if (found.c.party(each->to) != nullptr) out.push_back(each->to);
  }
  return out;
}

}  // namespace

ExitCode case_notice(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto acting = act_on_case(common, options, "notice-sent");
  if (!acting) return report(acting.error(), {});
  auto& [event, office, found] = *acting;
  if (const auto may = cases::allowed(*found.programme, found.c, event); !may) return report(may.error(), {});
  const std::vector<std::string> to =
      options.role.empty() ? std::vector<std::string>{} : std::vector<std::string>{options.role};
  const auto papers = write_papers(found, options.notice, to, options);
  if (!papers) return report(papers.error(), {});
  if (options.dry_run) return show_papers(found, *papers, options, out);
  const auto events = keep_papers(office->store(), *papers, event);
  if (!events) return report(events.error(), {});
  return send_papers(*office, found, *papers, *events, options, out);
}

ExitCode case_serve(const Common& common, const OfficeOptions& options, std::ostream& out) {
  auto acting = act_on_case(common, options, "served");
  if (!acting) return report(acting.error(), {});
  auto& [event, office, found] = *acting;
  if (!found.c.determined || found.c.letters.empty())
    return report(refused("the determination is not issued", options.number,
                          fmt::format("Issue it first: openimr case do {} issued.", options.number)),
                  {});
  if (const auto may = cases::allowed(*found.programme, found.c, event); !may) return report(may.error(), {});
  const auto to = served_parties(found);
  if (to.empty())
    return report(refused("the case has no party to serve", options.number, "See openimr case show."), {});
  const auto papers = write_papers(found, "determination", to, options);
  if (!papers) return report(papers.error(), {});
  if (options.dry_run) return show_papers(found, *papers, options, out);
  auto letter = letter_files(office->store(), found.c.letters.back());
  if (!letter) return report(letter.error(), {});
  const auto sent = keep_papers(office->store(), *papers, event);
  if (!sent) return report(sent.error(), {});
  std::vector<CaseEvent> events = *sent;
  for (const CaseEvent& each : *sent) {
    CaseEvent served = event;
    for (const char* field : {"to", "by", "proof"}) served.what[field] = each.what.at(field);
    events.push_back(std::move(served));
  }
  return send_papers(*office, found, *papers, events, options, out, std::move(*letter));
}

}  // namespace openimr::cli
