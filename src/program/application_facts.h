// What is known of an application for review, as far as the rules of eligibility ask. Each value has three states: yes,
// no, and nothing, which is "not known" and never "no".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace openimr::program {

// "The decision" is the one that denied or modified the treatment: that of utilization review.
struct ApplicationFacts {
  std::optional<bool> decision_exists;
  std::optional<bool> denied_on_necessity;             // on medical necessity, at least in part
  std::optional<bool> denied_for_missing_information;  // what was asked of the physician never arrived
  std::optional<bool> decision_timely;                 // made within the time that the law gives
  std::optional<bool> decision_attached;               // a copy came with the application
  std::optional<bool> notice_complete;                 // it was served with everything that the law requires
  std::optional<bool> signed_by_applicant;             // by the worker themselves
  std::optional<bool> signed_by_representative;
  std::optional<bool> form_complete;
  std::optional<bool> duplicate;             // applied for already, or reviewed already
  std::optional<bool> liability_disputed;    // the administrator disputes more than necessity, or did
  std::optional<bool> liability_settled;     // that dispute is resolved
  std::optional<bool> administrator_agrees;  // to a review in spite of that dispute

  std::optional<Date> injury;
  std::optional<Date> decision;               // the day it is dated
  std::optional<Date> decision_communicated;  // the day it was served on the worker
  std::optional<Date> liability_resolved;     // the day notice of that was served
  std::optional<Date> application_received;
  std::optional<Date> designation;  // the day the representative was designated

  std::optional<std::string> dispute;  // ordinary, or a class of the programme
  std::optional<std::string> by;       // the way of service, as the programme names it
  std::string duplicate_of;            // the case number, where it is known
};

// The names by which packs ask for them ("decision-attached"), and the words by which people do.
struct ApplicationFlag {
  std::string_view name;
  std::string_view says;
  std::optional<bool> ApplicationFacts::* value;
};
struct ApplicationDay {
  std::string_view name;
  std::string_view says;
  std::optional<Date> ApplicationFacts::* value;
};

// Null where there is none of this name.
const ApplicationFlag* application_flag(std::string_view name);
const ApplicationDay* application_day(std::string_view name);
std::vector<std::string_view> application_flag_names();
std::vector<std::string_view> application_day_names();

}  // namespace openimr::program
