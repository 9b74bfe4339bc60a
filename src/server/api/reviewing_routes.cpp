// The reviewer's own acts: accepting a case and giving it back, having the draft prepared, submitting, signing; and the
// letter that corrects one beside it.
#include <sstream>

#include "cases/acts.h"
#include "letter/write.h"
#include "office/acceptance.h"
#include "office/drafting.h"
#include "office/letter.h"
#include "server/accounts/sign_in.h"
#include "server/api/case_view.h"
#include "server/api/routes.h"

namespace openimr::server {
namespace {

Reply accept_case(Call& call) {
  if (auto meant = call.meant(); !meant) return refuse(std::move(meant.error()));
  auto done = office::accept(call.office, call.found(), call.event("reviewer-accepted"),
                             call.body.at("attestation").get<std::string>());
  if (!done) return refuse(done.error());
  return case_answer(call, std::move(*done));
}

// The case is no longer theirs to see.
Reply decline_case(Call& call) {
  cases::CaseEvent event = call.event("conflict-found");
  event.what = {{"reviewer", call.who.account}};
  event.why = call.body.at("why").get<std::string>();
  const auto done = call.office.ledger().record(call.c().number, {event});
  if (!done) return refuse(done.error());
  return no_content();
}

Reply prepare_draft(Call& call) {
  const cases::CaseEvent event = call.event("draft-prepared");
  if (const auto may = cases::allowed(*call.programme, call.c(), event); !may) return refuse(may.error());
  const auto reviewed = call.shared.records.of(call.office, call.shared.engine, call.found());
  if (!reviewed) return refuse(reviewed.error());
  auto done = office::keep_draft(call.office, call.found(), **reviewed, event);
  if (!done) return refuse(done.error());
  return case_answer(call, std::move(*done));
}

Reply submit_determination(Call& call) {
  auto meant = call.meant();
  if (!meant) return refuse(std::move(meant.error()));
  cases::CaseEvent event = call.event("submitted");
  event.what = {{"summary", call.body.at("summary")}};
  auto done = call.office.ledger().record(call.c().number, {event}, {}, *meant);
  if (!done) return refuse(done.error());
  return case_answer(call, std::move(*done));
}

nlohmann::json missing_of(const office::PreparedLetter& letter) {
  auto out = nlohmann::json::array();
  for (const cases::MissingPart& part : letter.missing)
    out.push_back({{"item", part.item}, {"message", part.message}, {"section", part.section}, {"soft", part.soft}});
  return out;
}

letter::Letterhead letterhead(const Call& call) {
  letter::Letterhead out;
  if (!call.shared.organisation.name.empty()) out.organisation = call.shared.organisation.name;
  return out;
}

Reply get_letter(Call& call) {
  const auto letter = office::prepared_letter(call.office, call.found());
  if (!letter) return refuse(letter.error());
  const std::string_view format = call.request.query["format"];
  if (format == "pdf") {
    auto pdf = letter::letter_pdf(letter->determination, letterhead(call));
    if (!pdf) return refuse(pdf.error());
    return document(std::move(*pdf), "application/pdf");
  }
  std::ostringstream out;
  letter::write_letter_text(out, letter->determination, letterhead(call));
  if (format == "text") return text(out.str());
  return json(
      {{"text", out.str()}, {"missing", missing_of(*letter)}, {"may_sign", !cases::hinders_signing(letter->missing)}});
}

// The letter as the case is now, kept under the event that signs or corrects it.
Reply keep_letter(Call& call, const cases::CaseEvent& event, const store::EventKey& key, const char* incomplete) {
  const auto letter = office::prepared_letter(call.office, call.found());
  if (!letter) return refuse(letter.error());
  if (cases::hinders_signing(letter->missing)) {
    Problem problem = unprocessable("incomplete", incomplete);
    problem.more["missing"] = missing_of(*letter);
    return refuse(std::move(problem));
  }
  auto done = office::sign(call.office, event, *letter, letterhead(call), key);
  if (!done) return refuse(done.error());
  return case_answer(call, std::move(*done));
}

Problem not_confirmed(SignInAnswer answer) {
  if (answer == SignInAnswer::too_many_tries)
    return {429, "too_many_tries", "", "Too many tries. Wait some minutes, then sign again."};
  return {403, "password", "", "This is not your password. Nothing was signed."};
}

Reply sign_determination(Call& call) {
  if (auto meant = call.meant(); !meant) return refuse(std::move(meant.error()));
  const cases::CaseEvent event = call.event("signed");
  Sessions sessions(call.office.store(), call.shared.sessions, call.shared.session_limits);
  const Accounts accounts(call.office.store(), call.shared.password_cost);
  const auto confirmed =
      SignIn(accounts, sessions, call.shared.tries)
          .confirm(call.who.account, call.body.at("password").get<std::string>(), call.request.peer, call.at);
  if (!confirmed) return refuse(confirmed.error());
  if (*confirmed != SignInAnswer::signed_in) return refuse(not_confirmed(*confirmed));
  return keep_letter(call, event, {}, "The letter is not complete. Mend what is missing, then sign.");
}

Reply correct_letter(Call& call) {
  const auto key = call.key();
  if (!key) return refuse(key.error());
  if (auto again = answer_again(call, *key)) return std::move(*again);
  if (auto meant = call.meant(); !meant) return refuse(std::move(meant.error()));
  cases::CaseEvent event = call.event("corrected");
  event.why = call.body.at("why").get<std::string>();
  if (const auto may = cases::allowed(*call.programme, call.c(), event); !may) return refuse(may.error());
  return keep_letter(call, event, *key, "The corrected letter would not be complete.");
}

}  // namespace

void add_reviewing_routes(Routes& routes) {
  routes.add(Method::post, "/api/cases/{number}/acceptance", Action::accept_case, accept_case);
  routes.add(Method::delete_, "/api/cases/{number}/acceptance", Action::decline_case, decline_case);
  routes.add(Method::post, "/api/cases/{number}/draft", Action::prepare_draft, prepare_draft, {.lane = Lane::slow});
  routes.add(Method::post, "/api/cases/{number}/submission", Action::submit_determination, submit_determination);
  routes.add(Method::get, "/api/cases/{number}/letter", Action::get_letter, get_letter, {.lane = Lane::slow});
  routes.add(Method::post, "/api/cases/{number}/signature", Action::sign_determination, sign_determination,
             {.lane = Lane::slow});
  routes.add(Method::post, "/api/cases/{number}/correction", Action::correct_letter, correct_letter,
             {.lane = Lane::slow});
}

}  // namespace openimr::server
