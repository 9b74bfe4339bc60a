// A case of the demo as it is acted on: every act goes through the machine (cases/acts.h), so that no history comes of
// it that could not have been. Inside cases/ only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/case.h"
#include "cases/demo.h"
#include "cases/demo_plan.h"

namespace openimr::cases {

class Story {
 public:
  // `aim`: the state in which it stops; null: it goes on until the last day.
  Story(const program::Programme& programme, const Plan& plan, Date last, const std::string* aim);

  // At the present day of the story; after its end this and all else does nothing.
  void act(std::string_view role, const char* type, nlohmann::json what = nlohmann::json::object(),
           std::string why = "");
  // The same by one reviewer.
  void act_as(const std::string& reviewer, const char* type, nlohmann::json what = nlohmann::json::object(),
              std::string why = "");
  // So many days of work go by. Where the case is urgent it is one day or none.
  void later(int least, int most);
  void wait_until(Date day);
  // A document that events name, by its id.
  std::string keep(std::string document);
  void fail_with(Error error);

  bool goes_on() const { return !over_; }
  bool came_to_last_day() const { return at_last_day_; }
  Date today() const { return today_; }
  const Case& now() const { return case_; }
  const program::Programme& programme() const { return programme_; }
  const std::optional<Error>& error() const { return error_; }

  Dice dice;
  std::vector<CaseEvent> events;
  std::vector<std::string> documents;

 private:
  void act_on(Date day, Actor who, const char* type, nlohmann::json what, std::string why);
  void take_in_the_other();
  bool is_expedited() const;
  bool is_urgent() const;

  const program::Programme& programme_;
  const Plan& plan_;
  Date last_;
  const std::string* aim_;
  Case case_;
  Date today_;
  int minute_ = 0;  // of the day
  bool over_ = false, at_last_day_ = false;
  bool took_in_ = false;
  std::optional<Error> error_;
};

// The documents that a planned item brings: what the reviewer reads.
nlohmann::json progress_notes(Story& story, const std::vector<PlannedItem>& items);
nlohmann::json application_documents(Story& story, const std::vector<PlannedItem>& items);

// The letter of all cases that have none of their own, as text and as data.
std::string shared_letter_text();
std::string shared_letter_data();

// Everything that happens to a case, from its application on.
void tell(Story& story, const Plan& plan, const LetterOf& letter_of);
// From the proposal of reviewers to the issue of the determination.
void tell_review(Story& story, const Plan& plan, const LetterOf& letter_of);

}  // namespace openimr::cases
