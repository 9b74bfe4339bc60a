// A case of R-1 in review, which walt and clara have access to, made through the office.
#pragma once

#include <string>

#include "server/api/house.h"

namespace openimr::testing {

struct InReview {
  std::string number = "EX-100";
  std::string record;  // its document
};

inline InReview case_in_review(House& house, std::string number = "EX-100") {
  auto& shared = house.api->shared();
  const auto office = shared.offices.lend().value();
  InReview out{std::move(number), ""};
  const std::string notes = "PROGRESS REPORT (PR-2)\nSoma 350 mg TID since 06/2025.\n";
  out.record = office->store().put(notes).value().hash.hex();
  const program::Moment now = shared.local(shared.clock());
  const auto by = [&](const char* role, const char* id, const char* type, json what = json::object()) {
    return cases::CaseEvent{
        .type = type, .who = {role, id}, .on = now, .recorded = shared.clock(), .what = std::move(what)};
  };
  const std::string evidence = office->store().put("{}").value().hash.hex();
  office->ledger()
      .record(
          out.number,
          {by("intake", "iris", "application-received",
              {{"programme", office->law().usual().id()},
               {"priority", "standard"},
               {"items", {{{"text", "Soma 350 mg #90"}}}},
               {"documents", {{{"document", out.record}, {"name", "records/pr2.txt"}}}},
               {"parties", {{{"role", "employee"}, {"name", "Walt Invented"}, {"by", "mail"}}}}}),
           by("intake", "iris", "application-found-new"),
           by("intake", "iris", "eligibility-decided", {{"result", "eligible"}}),
           by("intake", "iris", "assigned", {{"by", "mail"}}),
           by("intake", "iris", "records-received",
              {{"from", "employee"}, {"documents", {{{"document", out.record}, {"name", "records/pr2-2.txt"}}}}}),
           by("intake", "iris", "records-complete"), by("assign", "ann", "reviewer-proposed", {{"reviewer", "R-1"}}),
           by("review", "R-1", "reviewer-accepted",
              {{"attestation", "I have no conflict of interest."}, {"conflicts", evidence}})})
      .value();
  for (const char* party : {"walt", "clara"})
    EXPECT_TRUE(server::Access(office->store()).grant(out.number, party, {"console", shared.clock()}));
  return out;
}

}  // namespace openimr::testing
