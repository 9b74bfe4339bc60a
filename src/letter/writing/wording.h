// The words that stand in every letter: plain ones, for the injured worker. What they say of the law is what the law
// says for certain; the section stands in the letter where a reader may want to look it up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "determination/decision.h"

namespace openimr::letter {

// What the outcome means for the treatments in dispute, a paragraph each. Empty where no item is decided.
std::vector<std::string> what_it_means(const std::vector<determination::Decision>& decisions);

// Who decided, and why he or she could (LC 139.5).
extern const std::string_view kHowItWasMade;
// Before the list of credentials. The reviewer's name stays with the organisation.
extern const std::string_view kCredentials;

// How to appeal, and on which grounds (LC 4610.6(g)-(i); 8 CCR 10575).
struct AppealNotice {
  std::vector<std::string> before;
  std::vector<std::string> grounds;
  std::string after;
};
AppealNotice appeal_notice(const std::string& case_number);

}  // namespace openimr::letter
