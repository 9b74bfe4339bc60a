#include <algorithm>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/case_papers.h"
#include "cli/report.h"
#include "program/deadlines.h"

namespace openimr::cli {
namespace {

std::string file_name(const std::string& notice, const std::string& role) {
  std::string out = notice + "-" + role;
  std::replace(out.begin(), out.end(), '_', '-');
  return out;
}

// "IMR-10  until 2015-09-29: claims administrator: deliver the records"
std::string times_view(const std::vector<program::Deadline>& times, const char* before) {
  std::string out;
  for (const program::Deadline& time : times) {
    if (time.due && !time.rule->is_flag)
      out += fmt::format("{}{:<7} until {}: {}\n", before, time.rule->id, time.due->iso(), time.what);
  }
  return out;
}

std::string papers_view(const office::FoundCase& found, const office::Papers& papers) {
  std::string out = fmt::format("{}: {} ({})\n", found.c.number, papers.notice->title, papers.notice->id);
  for (const cases::Addressee& to : papers.mailing.to) {
    out += fmt::format("  {}, {}\n", found.programme->party(to.role)->says, found.programme->way(to.by)->says);
    if (papers.notice->starts.empty()) continue;
    const auto times = program::deadlines_after(*found.programme, papers.notice->starts,
                                                {papers.mailing.on, to.by, found.c.priority, found.c.dispute});
    if (!times) continue;
    out += times_view(*times, "    ");
  }
  return out;
}

std::string papers_text(const office::Papers& papers) {
  std::string out;
  for (const office::Papers::Copy& copy : papers.copies) out += (out.empty() ? "" : "\n") + copy.text;
  return out;
}

ExitCode deliver_papers(const office::Papers& papers, const std::string& folder, std::vector<OutFile> added) {
  const std::filesystem::path to(folder);
  std::error_code not_made;  // then the files cannot be written, and that is told
  std::filesystem::create_directories(to, not_made);
  std::vector<OutFile> files;
  for (const office::Papers::Copy& copy : papers.copies) {
    const std::string name = file_name(papers.notice->id, copy.to.role);
    files.push_back({to / (name + ".txt"), copy.text});
    files.push_back({to / (name + ".pdf"), copy.pdf});
  }
  files.push_back({to / fmt::format("proof-of-{}.pdf", papers.notice->id), papers.proof});
  for (OutFile& file : added) files.push_back({to / file.path, std::move(file.text)});
  return deliver(files);
}

// The times that the events themselves started.
std::string started_view(const office::FoundCase& before, const cases::Case& after) {
  std::string out;
  for (std::size_t i = before.c.clocks.size(); i < after.clocks.size(); ++i) {
    const cases::Clock& clock = after.clocks[i];
    const auto times =
        program::deadlines_after(*before.programme, clock.event, {clock.on, clock.by, after.priority, after.dispute});
    if (times) out += times_view(*times, "  ");
  }
  return out;
}

// "questions=When was it mailed?"
Result<cases::GivenFacts> facts_given(const std::vector<std::string>& given) {
  cases::GivenFacts out;
  for (const std::string& each : given) {
    const auto equals = each.find('=');
    if (equals == std::string::npos || equals == 0)
      return fail({ErrorCode::wrong_use, "--with: not understood", each, "", 0, 0,
                   "Write NAME=VALUE, as --with invoice_number=2015-0001."});
    out[each.substr(0, equals)].push_back(each.substr(equals + 1));
  }
  return out;
}

}  // namespace

Result<office::Sending> sending_of(const OfficeOptions& options, const cases::GivenFacts& given) {
  const auto who = cases::Actor::of(options.as);
  if (!who) return fail(who.error());
  auto facts = facts_given(options.given);
  if (!facts) return fail(facts.error());
  for (const auto& [name, texts] : given) (*facts)[name] = texts;
  return office::Sending{{options.organisation, options.organisation_address, options.organisation_contact},
                         options.by,
                         options.server.empty() ? who->id : options.server,
                         std::move(*facts)};
}

ExitCode send_papers(office::Office& office, const office::FoundCase& found, const office::Papers& papers,
                     const std::vector<cases::CaseEvent>& events, const OfficeOptions& options, std::ostream& out,
                     std::vector<OutFile> added) {
  const auto done = office.ledger().record(options.number, events);
  if (!done) return report(done.error(), {});
  out << papers_view(found, papers) << started_view(found, *done);
  return options.out.empty() ? ExitCode::done : deliver_papers(papers, options.out, std::move(added));
}

ExitCode show_papers(const office::FoundCase& found, const office::Papers& papers, const OfficeOptions& options,
                     std::ostream& out) {
  if (options.out.empty()) out << papers_text(papers) << '\n';
  out << papers_view(found, papers) << "Nothing was recorded.\n";
  return options.out.empty() ? ExitCode::done : deliver_papers(papers, options.out, {});
}

}  // namespace openimr::cli
