#include "office/papers.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cases/acts.h"
#include "letter/paper.h"
#include "program/served.h"

namespace openimr::office {
namespace {

using cases::CaseParty;

tl::unexpected<Error> wrong(std::string message, std::string offending, std::string remedy) {
  return fail({ErrorCode::wrong_use, std::move(message), std::move(offending), "", 0, 0, std::move(remedy)});
}

Result<void> check_organisation(const cases::Organisation& from) {
  struct Part {
    const std::string& text;
    const char* missing;
    const char* remedy;
  };
  for (const auto& [text, missing, remedy] :
       {Part{from.name, "the review organization is not named", "Give --organisation, or set OPENIMR_ORGANISATION."},
        Part{from.address, "the address of the review organization is not given",
             "Give --organisation-address, or set OPENIMR_ORGANISATION_ADDRESS."},
        Part{from.contact, "how the review organization is reached is not given",
             "Give --organisation-contact, or set OPENIMR_ORGANISATION_CONTACT."}}) {
    if (text.empty()) return wrong(missing, "", remedy);
  }
  return {};
}

Result<const program::Notice*> notice_named(const program::Programme& programme, const std::string& id) {
  if (const program::Notice* notice = programme.correspondence().notice(id)) return notice;
  std::vector<std::string_view> known;
  for (const program::Notice& each : programme.correspondence().notices) known.push_back(each.id);
  return wrong(fmt::format("{} has no such notice", programme.id()), id,
               fmt::format("Use one of: {}.", fmt::join(known, ", ")));
}

// The parties whom copies are for.
Result<std::vector<const CaseParty*>> recipients(const cases::Case& c, const program::Notice& notice,
                                                 const std::vector<std::string>& to) {
  std::vector<const CaseParty*> out;
  for (const std::string& role : to.empty() ? notice.to : to) {
    if (!notice.is_for(role))
      return wrong(fmt::format("the notice {} does not go to this party", notice.id), role,
                   fmt::format("Use one of: {}.", fmt::join(notice.to, ", ")));
    const CaseParty* party = c.party(role);
    if (party == nullptr && !to.empty()) return wrong("the case has no such party", role, "See openimr case show.");
    if (party != nullptr) out.push_back(party);
  }
  if (out.empty())
    return wrong(fmt::format("the case has none of the parties that the notice {} goes to", notice.id), c.number,
                 fmt::format("It goes to: {}.", fmt::join(notice.to, ", ")));
  return out;
}

nlohmann::json as_json(const CaseParty& party) {
  nlohmann::json out = {{"role", party.role}, {"name", party.name}};
  if (!party.address.empty()) out["address"] = party.address;
  if (!party.by.empty()) out["by"] = party.by;
  return out;
}

Result<Papers::Copy> write_copy(const FoundCase& found, const Papers& papers, const cases::Addressee& to,
                                const cases::GivenFacts& given) {
  const auto facts = cases::notice_facts(*found.programme, *papers.notice, found.c, papers.mailing, to, given);
  if (!facts) return fail(facts.error());
  const auto paper = cases::write_notice(*found.programme, *papers.notice, *facts);
  if (!paper) return fail(paper.error());
  std::ostringstream text;
  letter::write_paper_text(text, *paper);
  auto pdf = letter::paper_pdf(*paper, papers.mailing.on.day);
  if (!pdf) return fail(pdf.error());
  return Papers::Copy{to, as_json(*found.c.party(to.role)), text.str(), std::move(*pdf)};
}

Result<std::string> write_proof(const FoundCase& found, const Papers& papers, const std::string& server) {
  std::vector<cases::Service> services;
  for (const cases::Addressee& to : papers.mailing.to)
    services.push_back({to.role, to.name, to.address, to.by, papers.mailing.on, server});
  const auto proof = cases::proof_of_service(
      *found.programme, {papers.mailing.from.name, found.c.number, *papers.notice, found.c.priority, found.c.dispute},
      services);
  if (!proof) return fail(proof.error());
  return letter::paper_pdf(*proof, papers.mailing.on.day);
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

Result<Papers> write_papers(const FoundCase& found, const std::string& notice, const std::vector<std::string>& to,
                            const Sending& sending) {
  const auto named = notice_named(*found.programme, notice);
  if (!named) return fail(named.error());
  if (auto whole = check_organisation(sending.from); !whole) return fail(whole.error());
  const auto parties = recipients(found.c, **named, to);
  if (!parties) return fail(parties.error());

  Papers out{*named, {sending.from, found.now, {}}, {}, ""};
  for (const CaseParty* party : *parties) {
    out.mailing.to.push_back(cases::addressee_of(*party, sending.by));
    if (out.mailing.to.back().by.empty())
      return wrong(
          fmt::format("how papers are served on the {} is not known", found.programme->party(party->role)->says),
          party->role, "Name the way: --by mail.");
  }
  for (const cases::Addressee& each : out.mailing.to) {
    auto copy = write_copy(found, out, each, sending.facts);
    if (!copy) return fail(copy.error());
    out.copies.push_back(std::move(*copy));
  }
  auto proof = write_proof(found, out, sending.server);
  if (!proof) return fail(proof.error());
  out.proof = std::move(*proof);
  return out;
}

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

Result<Papers> write_determination(const FoundCase& found, const cases::CaseEvent& event, const Sending& sending) {
  if (!found.c.determined || found.c.letters.empty())
    return wrong("the determination is not issued", found.c.number,
                 fmt::format("Issue it first: openimr case do {} issued.", found.c.number));
  if (const auto may = cases::allowed(*found.programme, found.c, event); !may) return fail(may.error());
  const auto to = served_parties(found);
  if (to.empty()) return wrong("the case has no party to serve", found.c.number, "See openimr case show.");
  return write_papers(found, "determination", to, sending);
}

Result<std::vector<cases::CaseEvent>> keep_determination(store::Store& store, const Papers& papers,
                                                         const cases::CaseEvent& event) {
  const auto sent = keep_papers(store, papers, event);
  if (!sent) return fail(sent.error());
  std::vector<cases::CaseEvent> out = *sent;
  for (const cases::CaseEvent& each : *sent) {
    cases::CaseEvent served = event;
    for (const char* field : {"to", "by", "proof"}) served.what[field] = each.what.at(field);
    out.push_back(std::move(served));
  }
  return out;
}

}  // namespace openimr::office
