// The papers of a case of the store: written for its parties, kept as documents, and told as events.
#pragma once

#include <string>
#include <vector>

#include "cases/notice_facts.h"
#include "office/office.h"

namespace openimr::office {

// What whoever sends papers says of it, beside the case.
struct Sending {
  cases::Organisation from;
  std::string by;           // a way of service, instead of those that were agreed on with the parties
  std::string server;       // who serves them, as the proof of service says
  cases::GivenFacts facts;  // instead of those of the case
};

// A notice as it goes out: a copy for each party, and one proof of how all of them were served.
struct Papers {
  struct Copy {
    cases::Addressee to;
    nlohmann::json party;  // as an event has it
    std::string text, pdf;
  };
  const program::Notice* notice = nullptr;  // of the programme
  cases::Mailing mailing;
  std::vector<Copy> copies;
  std::string proof;  // PDF
};

// For the parties named by role, or where none is named for all that the notice goes to and the case has. Fails where
// the organisation is not named whole, the case has no such party, its way of service is not known, or the notice needs
// what is not known.
Result<Papers> write_papers(const FoundCase& found, const std::string& notice, const std::vector<std::string>& to,
                            const Sending& sending);

// Keeps the copies and the proof in the store, and gives an event notice-sent for each, made after `event`: who, when
// and why. Each event has `proof`, the document of the proof.
Result<std::vector<cases::CaseEvent>> keep_papers(store::Store& store, const Papers& papers,
                                                  const cases::CaseEvent& event);

// The determination for the parties that the programme serves it on. Fails with wrong_use where it is not issued, or
// `event` (of type served) is not allowed.
Result<Papers> write_determination(const FoundCase& found, const cases::CaseEvent& event, const Sending& sending);
// Keeps them, and gives the events notice-sent and served.
Result<std::vector<cases::CaseEvent>> keep_determination(store::Store& store, const Papers& papers,
                                                         const cases::CaseEvent& event);

}  // namespace openimr::office
