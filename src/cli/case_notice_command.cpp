// openimr case notice and serve: what goes to the parties of a case.
#include <ostream>

#include "cases/acts.h"
#include "cli/case_papers.h"
#include "cli/report.h"

namespace openimr::cli {
namespace {

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

}  // namespace

ExitCode case_notice(const Common& common, const OfficeOptions& options, std::ostream& out) {
  const auto acting = act_on_case(common, options, "notice-sent");
  if (!acting) return report(acting.error(), {});
  const auto& [event, office, found] = *acting;
  if (const auto may = cases::allowed(*found.programme, found.c, event); !may) return report(may.error(), {});
  const std::vector<std::string> to =
      options.role.empty() ? std::vector<std::string>{} : std::vector<std::string>{options.role};
  const auto sending = sending_of(options);
  if (!sending) return report(sending.error(), {});
  const auto papers = office::write_papers(found, options.notice, to, *sending);
  if (!papers) return report(papers.error(), {});
  if (options.dry_run) return show_papers(found, *papers, options, out);
  const auto events = office::keep_papers(office->store(), *papers, event);
  if (!events) return report(events.error(), {});
  return send_papers(*office, found, *papers, *events, options, out);
}

ExitCode case_serve(const Common& common, const OfficeOptions& options, std::ostream& out) {
  const auto acting = act_on_case(common, options, "served");
  if (!acting) return report(acting.error(), {});
  const auto& [event, office, found] = *acting;
  const auto sending = sending_of(options);
  if (!sending) return report(sending.error(), {});
  const auto papers = office::write_determination(found, event, *sending);
  if (!papers) return report(papers.error(), {});
  if (options.dry_run) return show_papers(found, *papers, options, out);
  auto letter = letter_files(office->store(), found.c.letters.back());
  if (!letter) return report(letter.error(), {});
  const auto events = office::keep_determination(office->store(), *papers, event);
  if (!events) return report(events.error(), {});
  return send_papers(*office, found, *papers, *events, options, out, std::move(*letter));
}

}  // namespace openimr::cli
