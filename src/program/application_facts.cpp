#include "program/application_facts.h"

#include <array>

namespace openimr::program {
namespace {

using Facts = ApplicationFacts;

constexpr std::array kFlags = {
    ApplicationFlag{"decision-exists", "there is a decision", &Facts::decision_exists},
    ApplicationFlag{"denied-on-necessity", "it denies or modifies on medical necessity", &Facts::denied_on_necessity},
    ApplicationFlag{"denied-for-missing-information", "it denies because information is missing",
                    &Facts::denied_for_missing_information},
    ApplicationFlag{"decision-timely", "it was made in time", &Facts::decision_timely},
    ApplicationFlag{"decision-attached", "a copy of the decision is attached", &Facts::decision_attached},
    ApplicationFlag{"notice-complete", "it was served with all that has to go with it", &Facts::notice_complete},
    ApplicationFlag{"signed-by-applicant", "the applicant signed", &Facts::signed_by_applicant},
    ApplicationFlag{"signed-by-representative", "a representative signed", &Facts::signed_by_representative},
    ApplicationFlag{"form-complete", "the form is complete", &Facts::form_complete},
    ApplicationFlag{"duplicate", "it was applied for or reviewed before", &Facts::duplicate},
    ApplicationFlag{"liability-disputed", "liability is or was disputed too", &Facts::liability_disputed},
    ApplicationFlag{"liability-settled", "the dispute of liability is resolved", &Facts::liability_settled},
    ApplicationFlag{"administrator-agrees", "the administrator agrees to a review", &Facts::administrator_agrees},
};

constexpr std::array kDays = {
    ApplicationDay{"injury", "the day of injury", &Facts::injury},
    ApplicationDay{"decision", "the day of the decision", &Facts::decision},
    ApplicationDay{"decision-communicated", "the day the decision was served", &Facts::decision_communicated},
    ApplicationDay{"liability-resolved", "the day the dispute of liability was resolved", &Facts::liability_resolved},
    ApplicationDay{"application-received", "the day the application was received", &Facts::application_received},
    ApplicationDay{"designation", "the day the representative was designated", &Facts::designation},
};

template <class List>
auto find_named(const List& list, std::string_view name) -> decltype(list.data()) {
  for (const auto& each : list) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

template <class List>
std::vector<std::string_view> names_of(const List& list) {
  std::vector<std::string_view> out;
  for (const auto& each : list) out.push_back(each.name);
  return out;
}

}  // namespace

const ApplicationFlag* application_flag(std::string_view name) {
  return find_named(kFlags, name);
}

const ApplicationDay* application_day(std::string_view name) {
  return find_named(kDays, name);
}

std::vector<std::string_view> application_flag_names() {
  return names_of(kFlags);
}

std::vector<std::string_view> application_day_names() {
  return names_of(kDays);
}

}  // namespace openimr::program
