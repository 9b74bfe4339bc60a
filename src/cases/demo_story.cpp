#include "cases/demo_story.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "cases/acts.h"
#include "letter/determination_json.h"

namespace openimr::cases {
namespace {

using nlohmann::json;

constexpr int kMorning = 8 * 60;
constexpr int kEvening = 18 * 60;
constexpr int kSlowToday = 300;  // of a thousand steps of an urgent case take until the next day
// Eight in the morning in California, or near it: the days of the story are what counts.
constexpr std::chrono::hours kEntered{16};

// Who of a role works on a case.
Actor worker_of(std::string_view role, std::uint64_t chance) {
  return {std::string(role), fmt::format("demo-{:02}", chance % 9 + 1)};
}

json document(Story& story, const char* name, const char* kind, std::string text) {
  return {{"document", story.keep(std::move(text))}, {"name", fmt::format("records/{}", name)}, {"kind", kind}};
}

}  // namespace

Story::Story(const program::Programme& programme, const Plan& plan, Date last, const std::string* aim)
    : dice(plan.chance, 0), programme_(programme), plan_(plan), last_(last), aim_(aim), today_(plan.received) {
  case_.number = plan.number;
  minute_ = kMorning + dice.below(60);
}

bool Story::is_expedited() const {
  return case_.version == 0 ? plan_.application.value("priority", "") == "expedited" : case_.priority == "expedited";
}

bool Story::is_urgent() const {
  return is_expedited() || case_.dispute != "ordinary";
}

void Story::act(std::string_view role, const char* type, json what, std::string why) {
  if (!over_ && today_ > last_) over_ = at_last_day_ = true;
  take_in_the_other();
  act_on(today_, worker_of(role, plan_.chance), type, std::move(what), std::move(why));
}

void Story::act_as(const std::string& reviewer, const char* type, json what, std::string why) {
  if (!over_ && today_ > last_) over_ = at_last_day_ = true;
  act_on(today_, {"review", reviewer}, type, std::move(what), std::move(why));
}

void Story::act_on(Date day, Actor who, const char* type, json what, std::string why) {
  if (over_) return;
  minute_ = std::min(minute_ + 3, kEvening);
  const program::Moment on{day, is_expedited() ? std::optional(minute_) : std::nullopt};
  const store::Instant recorded =
      std::chrono::sys_days(day.civil()) + kEntered + std::chrono::minutes(minute_ - kMorning);
  auto done = checked(programme_, case_,
                      CaseEvent{.type = type,
                                .who = std::move(who),
                                .on = on,
                                .recorded = recorded,
                                .why = std::move(why),
                                .what = std::move(what)});
  if (!done) return fail_with(done.error());
  apply(case_, *done);
  events.push_back(std::move(*done));
  over_ = aim_ != nullptr && case_.state == *aim_;
}

// As soon as the state allows it; where the story stops before it acts again, on the day itself.
void Story::take_in_the_other() {
  if (took_in_ || !plan_.taken_on || error_ || case_.version == 0) return;
  const Date day = over_ ? *plan_.taken_on : today_;
  if (day < *plan_.taken_on || day > last_) return;
  if (programme_.life().act(case_.state, "consolidated") == nullptr) return;
  took_in_ = true;
  const bool was_over = std::exchange(over_, false);
  json items = json::array();
  for (const PlannedItem& each : plan_.taken_in)
    items.push_back({{"text", each.text}, {"guideline", each.kind->citation}});
  act_on(day, worker_of("assign", plan_.chance), "consolidated", {{"with", plan_.taken_from}, {"items", items}}, "");
  over_ = over_ || was_over;
}

void Story::later(int least, int most) {
  if (over_) return;
  const int days = is_urgent() ? static_cast<int>(most > 0 && dice.chance(kSlowToday)) : dice.between(least, most);
  if (days == 0) return;
  minute_ = kMorning + dice.below(60);
  today_ = is_expedited() ? today_.plus({days}) : programme_.roll().after(today_, program::BusinessDays{days});
}

void Story::wait_until(Date day) {
  if (!over_ && day > today_) today_ = day;
}

std::string Story::keep(std::string document) {
  const std::string id = store::DocumentId::of(document).hash.hex();
  if (std::find(documents.begin(), documents.end(), document) == documents.end())
    documents.push_back(std::move(document));
  return id;
}

void Story::fail_with(Error error) {
  error_ = std::move(error);
  over_ = true;
}

std::string shared_letter_text() {
  return "INDEPENDENT MEDICAL REVIEW DETERMINATION (invented)\n\nMany cases of this demo share this letter.\n";
}

std::string shared_letter_data() {
  determination::Determination letter;
  letter.layout = determination::Layout::openimr;
  letter.case_number = {"DEMO", {}};
  letter.summary = {"Many cases of this demo share this letter.", {}};
  determination::DecidedItem item;
  item.text = {"A treatment (invented)", {}};
  letter.items = {item};
  return letter::to_json(letter).dump();
}

json application_documents(Story& story, const std::vector<PlannedItem>& items) {
  const PlannedItem& first = items.front();
  return {document(story, "application.txt", "imr_application",
                   fmt::format("APPLICATION FOR INDEPENDENT MEDICAL REVIEW (invented)\n\nTreatment in dispute: {}\n",
                               first.text)),
          document(story, "ur-decision.txt", "ur_decision",
                   fmt::format("UTILIZATION REVIEW DECISION (invented)\n\nThe request is denied. {} Guideline: {}.\n",
                               first.kind->upheld, first.kind->citation))};
}

json progress_notes(Story& story, const std::vector<PlannedItem>& items) {
  json out = json::array();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string name = fmt::format("progress-note-{}.txt", i + 1);
    out.push_back(document(story, name.c_str(), "progress_note",
                           fmt::format("PROGRESS NOTE (invented)\n\nSubjective and objective: {}\n\nPlan: {}\n",
                                       items[i].kind->history, items[i].text)));
  }
  return out;
}

}  // namespace openimr::cases
