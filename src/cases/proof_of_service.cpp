#include <algorithm>

#include <fmt/format.h>

#include "cases/correspondence.h"
#include "cases/fill_in.h"
#include "cases/notice_facts.h"
#include "program/deadlines.h"

namespace openimr::cases {
namespace {

using letter::PaperBlockKind;

constexpr const char* kProof = "the proof of service";

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    if (!is_blank(line)) out += (out.empty() ? "" : ", ") + line;
  }
  return out;
}

// "party: appeal - 30 calendar days (Lab. Code 4610.6(h)); 5 calendar days added (CCP 1013(a))"
Result<std::vector<std::string>> clocks(const program::Programme& programme, const Served& served,
                                        const Service& service) {
  std::vector<std::string> out;
  if (served.notice.starts.empty()) return out;
  const auto deadlines = program::deadlines_after(programme, served.notice.starts,
                                                  {service.on, service.by, served.priority, served.dispute});
  if (!deadlines) return fail(deadlines.error());
  const program::WayOfService& way = *programme.way(service.by);
  for (const program::Deadline& deadline : *deadlines) {
    if (!deadline.due || deadline.rule->is_flag) continue;
    const std::string adds = deadline.rule->adds_service
                                 ? fmt::format("{} added ({})", program::words_of(way.adds), way.section)
                                 : "no days added";
    out.push_back(fmt::format("{} - {} ({}); {}", deadline.what, program::words_of(deadline.limit->limit),
                              deadline.rule->section, adds));
  }
  return out;
}

Result<void> add_service(const program::Programme& programme, const Served& served, const Service& service,
                         letter::Paper& out) {
  if (const auto known = check_addressee(programme, kProof, {service.role, service.name, service.address, service.by});
      !known) {
    return known;
  }
  const auto row = [&out](const char* label, std::string text) {
    out.blocks.push_back({PaperBlockKind::row, label, std::move(text)});
  };
  const program::WayOfService& way = *programme.way(service.by);
  out.blocks.push_back({PaperBlockKind::heading, "", capitalised(programme.party(service.role)->says)});
  row("Served on:", service.name);
  row("Address:", joined(service.address));
  row("Day:", printed_moment(service.on));
  row("Way:", way.says);
  row("This way adds:",
      fmt::format("{} to a time that runs from service ({})", program::words_of(way.adds), way.section));
  const auto times = clocks(programme, served, service);
  if (!times) return fail(times.error());
  for (const std::string& time : *times) row("Time that runs:", time);
  return {};
}

}  // namespace

Result<letter::Paper> proof_of_service(const program::Programme& programme, const Served& served,
                                       const std::vector<Service>& services) {
  if (services.empty()) return lacks(kProof, "a service", "Say who was served, where, how and when.");
  const std::string& server = services.front().server;
  if (std::any_of(services.begin(), services.end(), [&](const Service& each) { return each.server != server; })) {
    return fail({ErrorCode::invalid, std::string(kProof) + " is one person's declaration, and several served", "", "",
                 0, 0, "Write one for each of them."});
  }
  const program::ProofWording& wording = programme.correspondence().proof;
  NoticeFacts facts;
  facts.values = {{"organisation", served.organisation},
                  {"case_number", served.case_number},
                  {"served_paper", served.notice.title},
                  {"server", server}};
  letter::Paper out{{served.organisation, programme.title()}, {}, wording.title, served.case_number, {}, {}};
  if (const auto done = fill_in(programme, kProof, wording.before, facts, out.blocks); !done) return fail(done.error());
  for (const Service& service : services) {
    if (const auto done = add_service(programme, served, service, out); !done) return fail(done.error());
  }
  if (const auto done = fill_in(programme, kProof, wording.after, facts, out.blocks); !done) return fail(done.error());
  return out;
}

}  // namespace openimr::cases
