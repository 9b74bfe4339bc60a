// Notices, the service of a determination, and the invoice.
#include <sstream>

#include "cases/acts.h"
#include "office/invoice.h"
#include "program/placeholders.h"
#include "server/api/case_view.h"
#include "server/api/routes.h"

namespace openimr::server {
namespace {

using cases::CaseEvent;

// `by`: the way that was asked for; without it the one that each party agreed on.
office::Sending sending(const Call& call) {
  return {call.shared.organisation,
          call.body.value("by", ""),
          call.who.name.empty() ? call.who.account : call.who.name,
          {}};
}

// A list has an entry on each line.
std::vector<std::string> lines_of(const std::string& fact, const std::string& text) {
  const program::Placeholder* known = program::placeholder(fact);
  if (known == nullptr || known->kind != program::PlaceholderKind::list) return {text};
  std::vector<std::string> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.find_first_not_of(" \t\r") != std::string::npos) out.push_back(line);
  }
  return out;
}

// What a paper that was written means for its case.
using Events = tl::expected<std::vector<CaseEvent>, Problem>;

// Papers are written once under a key: asked again, they are not written anew.
ApiHandler once(Events (*write)(Call&)) {
  return [write](Call& call) -> Reply {
    const auto key = call.key();
    if (!key) return refuse(key.error());
    if (auto again = answer_again(call, *key)) return std::move(*again);
    const auto events = write(call);
    if (!events) return refuse(events.error());
    auto done = call.office.ledger().record(call.c().number, *events, *key);
    if (!done) return refuse(done.error());
    return case_answer(call, std::move(*done));
  };
}

Events kept(Result<std::vector<CaseEvent>> events) {
  if (!events) return refuse(events.error());
  return std::move(*events);
}

Events send_notice(Call& call) {
  const CaseEvent event = call.event("notice-sent");
  if (const auto may = cases::allowed(*call.programme, call.c(), event); !may) return refuse(may.error());
  office::Sending how = sending(call);
  for (const auto& [name, value] : call.body.value("facts", nlohmann::json::object()).items())
    how.facts[name] = lines_of(name, value.get<std::string>());
  const auto to = call.body.value("to", std::vector<std::string>{});
  const auto papers = office::write_papers(call.found(), call.body.at("notice").get<std::string>(), to, how);
  if (!papers) return refuse(problem_of_input(papers.error()));
  return kept(office::keep_papers(call.office.store(), *papers, event));
}

Events serve_determination(Call& call) {
  const CaseEvent event = call.event("served");
  const auto papers = office::write_determination(call.found(), event, sending(call));
  if (!papers) return refuse(papers.error());
  return kept(office::keep_determination(call.office.store(), *papers, event));
}

Events invoice_case(Call& call) {
  const CaseEvent event = call.event("invoiced");
  office::Sending how = sending(call);
  // One invoice a case, so its number is the case's.
  how.facts["invoice_number"] = {call.c().number};
  const auto invoice =
      office::write_invoice(call.found(), event, call.shared.engine.vocabulary, "physician", {}, std::move(how));
  if (!invoice) return refuse(invoice.error());
  return kept(office::keep_invoice(call.office.store(), *invoice, event));
}

}  // namespace

void add_paper_routes(Routes& routes) {
  const RouteOptions slow{.lane = Lane::slow};
  routes.add(Method::post, "/api/cases/{number}/notices", Action::send_notice, once(send_notice), slow);
  routes.add(Method::post, "/api/cases/{number}/service", Action::serve_determination, once(serve_determination), slow);
  routes.add(Method::post, "/api/cases/{number}/invoice", Action::invoice_case, once(invoice_case), slow);
}

}  // namespace openimr::server
