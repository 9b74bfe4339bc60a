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

office::Sending sending(const Call& call) {
  return {call.shared.organisation, "", call.who.name.empty() ? call.who.account : call.who.name, {}};
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

Reply record(Call& call, const Result<std::vector<CaseEvent>>& events) {
  if (!events) return refuse(events.error());
  const auto key = call.key();
  if (!key) return refuse(key.error());
  auto done = call.office.ledger().record(call.c().number, *events, *key);
  if (!done) return refuse(done.error());
  return case_answer(call, std::move(*done));
}

Reply send_notice(Call& call) {
  const CaseEvent event = call.event("notice-sent");
  if (const auto may = cases::allowed(*call.programme, call.c(), event); !may) return refuse(may.error());
  office::Sending how = sending(call);
  how.by = call.body.value("by", "");
  for (const auto& [name, value] : call.body.value("facts", nlohmann::json::object()).items())
    how.facts[name] = lines_of(name, value.get<std::string>());
  const auto to = call.body.value("to", std::vector<std::string>{});
  const auto papers = office::write_papers(call.found(), call.body.at("notice").get<std::string>(), to, how);
  if (!papers) return refuse(problem_of_input(papers.error()));
  return record(call, office::keep_papers(call.office.store(), *papers, event));
}

Reply serve_determination(Call& call) {
  const CaseEvent event = call.event("served");
  const auto papers = office::write_determination(call.found(), event, sending(call));
  if (!papers) return refuse(papers.error());
  return record(call, office::keep_determination(call.office.store(), *papers, event));
}

Reply invoice_case(Call& call) {
  const CaseEvent event = call.event("invoiced");
  office::Sending how = sending(call);
  // One invoice a case, so its number is the case's.
  how.facts["invoice_number"] = {call.c().number};
  const auto invoice =
      office::write_invoice(call.found(), event, call.shared.engine.vocabulary, "physician", {}, std::move(how));
  if (!invoice) return refuse(invoice.error());
  return record(call, office::keep_invoice(call.office.store(), *invoice, event));
}

}  // namespace

void add_paper_routes(Routes& routes) {
  const RouteOptions slow{.lane = Lane::slow};
  routes.add(Method::post, "/api/cases/{number}/notices", Action::send_notice, send_notice, slow);
  routes.add(Method::post, "/api/cases/{number}/service", Action::serve_determination, serve_determination, slow);
  routes.add(Method::post, "/api/cases/{number}/invoice", Action::invoice_case, invoice_case, slow);
}

}  // namespace openimr::server
