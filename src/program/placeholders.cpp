#include "program/placeholders.h"

#include <algorithm>

namespace openimr::program {

const std::vector<Placeholder>& placeholders() {
  using enum PlaceholderKind;
  static const std::vector<Placeholder> all = {
      {"case_number", value, "", "the number of the case"},
      {"notice_date", value, "", "the day of the paper"},
      {"priority", value, "", "the priority of the review, as it is printed"},
      {"organisation", value, "", "the review organization"},
      {"organisation_address", value, "", "where the review organization receives papers, on one line"},
      {"organisation_contact", value, "", "its telephone number and electronic address, on one line"},
      {"employee", value, "", "the name of the person whose treatment is in dispute"},
      {"claim_number", value, "", "the number of the claim with who pays for the treatment"},
      {"claims_administrator", value, "", "who refused to pay for the treatment"},
      {"requesting_physician", value, "", "who asked for the treatment"},
      {"injury_date", value, "", "the day of the injury"},
      {"request_date", value, "", "the day of the request for the treatment"},
      {"ur_decision_date", value, "", "the day of the decision in dispute"},
      {"application_received", value, "", "the day on which the application for review came in"},
      {"records_due", value, "", "the day by which the records must be there"},
      {"answer_due", value, "", "the day by which an answer must be there"},
      {"appeal_due", value, "", "the last day for the next appeal, days of serving included"},
      {"asked_party", value, "", "the party that is asked to send something"},
      {"duplicate_of", value, "", "the case in which the same dispute already is"},
      {"determination_date", value, "", "the day of the determination"},
      {"outcome", value, "", "what the determination decides for the whole case, as it is printed"},
      {"invoice_number", value, "", "the number of the invoice"},
      {"fee", value, "", "the amount to be paid, with its currency"},
      {"fee_for", value, "", "what the fee is for"},
      {"fee_section", value, "", "the section that sets the fee"},
      {"served_paper", value, "", "the title of the paper that was served"},
      {"server", value, "", "who served it"},
      {"disputed_items", list, "item", "the treatments in dispute"},
      {"ended_items", list, "item", "the treatments that are no longer in dispute"},
      {"decisions", list, "decision", "each decision with its treatment: \"Upheld: Soma 350 mg #60\""},
      {"reasons", list, "reason", "why, in plain words, each with its section"},
      {"questions", list, "question", "what a party is asked"},
      {"due_records", list, "record", "the records that must be sent"},
      {"corrections", list, "correction", "what was wrong, and what stands instead"},
      {"expedited", flag, "", "the review is expedited"},
      {"formulary", flag, "", "the dispute is about a drug of the formulary"},
      {"overturned", flag, "", "the determination finds a treatment necessary"},
  };
  return all;
}

const Placeholder* placeholder(std::string_view name) {
  const auto& all = placeholders();
  const auto found =
      std::find_if(all.begin(), all.end(), [name](const Placeholder& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

TemplateRead template_from(std::string_view text) {
  TemplateRead out;
  while (!text.empty()) {
    const std::size_t brace = std::min(text.find_first_of("{}"), text.size());
    if (brace > 0) out.parts.push_back({std::string(text.substr(0, brace)), false});
    text.remove_prefix(brace);
    if (text.empty()) break;
    const std::size_t end = text.find_first_of("{}", 1);
    if (text[0] == '}' || end == std::string_view::npos || text[end] == '{' || end == 1) {
      out.is_whole = false;
      break;
    }
    out.parts.push_back({std::string(text.substr(1, end - 1)), true});
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace openimr::program
