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

std::string papers_view(const FoundCase& found, const Papers& papers) {
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

std::string papers_text(const Papers& papers) {
  std::string out;
  for (const Papers::Copy& copy : papers.copies) out += (out.empty() ? "" : "\n") + copy.text;
  return out;
}

ExitCode deliver_papers(const Papers& papers, const std::string& folder, std::vector<OutFile> added) {
  const std::filesystem::path to(folder);
  std::error_code not_made;  // then the files cannot be written, and that is told
  std::filesystem::create_directories(to, not_made);
  std::vector<OutFile> files;
  for (const Papers::Copy& copy : papers.copies) {
    const std::string name = file_name(papers.notice->id, copy.to.role);
    files.push_back({to / (name + ".txt"), copy.text});
    files.push_back({to / (name + ".pdf"), copy.pdf});
  }
  files.push_back({to / fmt::format("proof-of-{}.pdf", papers.notice->id), papers.proof});
  for (OutFile& file : added) files.push_back({to / file.path, std::move(file.text)});
  return deliver(files);
}

// The times that the events themselves started.
std::string started_view(const FoundCase& before, const cases::Case& after) {
  std::string out;
  for (std::size_t i = before.c.clocks.size(); i < after.clocks.size(); ++i) {
    const cases::Clock& clock = after.clocks[i];
    const auto times =
        program::deadlines_after(*before.programme, clock.event, {clock.on, clock.by, after.priority, after.dispute});
    if (times) out += times_view(*times, "  ");
  }
  return out;
}

}  // namespace

Result<std::vector<cases::CaseEvent>> keep_papers(store::Store& store, const Papers& papers,
                                                  const cases::CaseEvent& event) {
  const auto proof = store.put(papers.proof);
  if (!proof) return fail(proof.error());
  std::vector<cases::CaseEvent> out;
  for (const Papers::Copy& copy : papers.copies) {
    cases::CaseEvent sent = event;
    sent.type = "notice-sent";
    sent.what = {{"notice", papers.notice->id}, {"to", copy.party}, {"by", copy.to.by}, {"proof", proof->hash.hex()}};
    for (const auto& [field, bytes] : {std::pair{"text", &copy.text}, std::pair{"pdf", &copy.pdf}}) {
      const auto id = store.put(*bytes);
      if (!id) return fail(id.error());
      sent.what[field] = id->hash.hex();
    }
    out.push_back(std::move(sent));
  }
  return out;
}

ExitCode send_papers(Office& office, const FoundCase& found, const Papers& papers,
                     const std::vector<cases::CaseEvent>& events, const OfficeOptions& options, std::ostream& out,
                     std::vector<OutFile> added) {
  const auto done = office.ledger().record(options.number, events);
  if (!done) return report(done.error(), {});
  out << papers_view(found, papers) << started_view(found, *done);
  return options.out.empty() ? ExitCode::done : deliver_papers(papers, options.out, std::move(added));
}

ExitCode show_papers(const FoundCase& found, const Papers& papers, const OfficeOptions& options, std::ostream& out) {
  if (options.out.empty()) out << papers_text(papers) << '\n';
  out << papers_view(found, papers) << "Nothing was recorded.\n";
  return options.out.empty() ? ExitCode::done : deliver_papers(papers, options.out, {});
}

}  // namespace openimr::cli
