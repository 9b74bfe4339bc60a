// The facts of an invented case, for every notice of every programme.
#pragma once

#include <algorithm>

#include "cases/correspondence.h"

namespace openimr::testing {

inline cases::Addressee invented_addressee(const std::string& role) {
  if (role == "employee") return {role, "Pat Invented", {"1 Example Street", "Sampletown, CA 90000"}, "mail"};
  std::string words = role;
  std::replace(words.begin(), words.end(), '_', ' ');
  return {role, "The invented " + words, {"2 Example Street", "Sampletown, CA 90000"}, "mail"};
}

inline cases::NoticeFacts invented_facts(const std::string& role) {
  cases::NoticeFacts out;
  out.values = {{"case_number", "CM15-0000000"},
                {"notice_date", "10/01/2015"},
                {"priority", "Standard"},
                {"organisation", "Example Review Organization"},
                {"organisation_address", "3 Example Street, Sampletown, CA 90000"},
                {"organisation_contact", "Telephone 555-0100, review@example.org"},
                {"employee", "Pat Invented"},
                {"claim_number", "INV-0001"},
                {"claims_administrator", "Invented Claims Administration"},
                {"requesting_physician", "Dr. Robin Invented"},
                {"injury_date", "03/02/2014"},
                {"request_date", "08/10/2015"},
                {"ur_decision_date", "08/17/2015"},
                {"application_received", "09/14/2015"},
                {"records_due", "10/16/2015"},
                {"answer_due", "10/08/2015"},
                {"appeal_due", "11/05/2015"},
                {"asked_party", "requesting physician"},
                {"duplicate_of", "CM15-0000001"},
                {"determination_date", "10/30/2015"},
                {"outcome", "Partially overturned"},
                {"invoice_number", "2015-0001"},
                {"fee", "390.00 dollars"},
                {"fee_for", "standard review of a dispute with one reviewer"},
                {"fee_section", "8 CCR 9792.10.8(a)"}};
  out.lists = {
      {"disputed_items", {"Soma 350 mg #60", "Physical therapy 2 times a week for 3 weeks, low back"}},
      {"ended_items", {"Norco 10/325 mg #90"}},
      {"decisions", {"Upheld: Soma 350 mg #60", "Overturned: Physical therapy 2 times a week for 3 weeks, low back"}},
      {"reasons", {"The application is not signed by the employee."}},
      {"questions", {"On which day was the utilization review decision put in the mail?"}},
      {"due_records", {"The progress report of 08/10/2015", "The report of the MRI of 06/2015"}},
      {"corrections", {"On page 2, the quantity \"#6\" is now \"#60\"."}}};
  out.flags = {"overturned"};
  out.to = invented_addressee(role);
  return out;
}

// As they are when this notice goes out.
inline cases::NoticeFacts invented_facts(const std::string& notice, const std::string& role) {
  cases::NoticeFacts out = invented_facts(role);
  const auto set = [&](const char* when, const std::map<std::string, std::string>& values) {
    for (const auto& [name, value] : values) {
      if (notice == when) out.values[name] = value;
    }
  };
  set("question", {{"notice_date", "09/16/2015"}, {"answer_due", "09/28/2015"}});
  set("ineligible", {{"notice_date", "09/21/2015"}, {"appeal_due", "10/26/2015"}});
  set("records-overdue", {{"notice_date", "10/19/2015"}});
  set("records-request", {{"notice_date", "10/20/2015"}, {"answer_due", "11/02/2015"}});
  set("priority-change", {{"priority", "Expedited"}, {"records_due", "10/02/2015"}});
  set("determination", {{"notice_date", "10/30/2015"}, {"appeal_due", "12/04/2015"}});
  set("decision", {{"notice_date", "10/30/2015"}, {"appeal_due", "01/04/2016"}});
  set("correction", {{"notice_date", "11/06/2015"}});
  set("invoice", {{"notice_date", "11/06/2015"}});
  if (notice == "deferral") out.lists["reasons"] = {"It disputes that the low back was injured at work."};
  if (notice == "termination") out.lists["reasons"] = {"The claims administrator authorized it on 10/12/2015."};
  return out;
}

}  // namespace openimr::testing
