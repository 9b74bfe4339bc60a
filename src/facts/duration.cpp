// How long a drug has been used. The records hardly ever say when it began, so most of what they prove is a lower
// bound: two dated mentions prove the time between them and nothing about the time before. Only words for a start, or a
// stated duration, give the whole.
#include <algorithm>
#include <set>

#include "facts/computed.h"

namespace openimr::facts {
namespace {

using namespace std::string_view_literals;

bool shows_use(const Fact& fact) {
  return fact.name == "medication"sv && !is_administered(fact) &&
         (fact.assertion == Assertion::present || fact.assertion == Assertion::historical);
}

// The last day on which this mention proves use: "since at least May" reaches to the day of its document.
Date proves_to(const Fact& fact, Date counted_to) {
  if (attribute(fact, "dated").empty()) return fact.date->first;
  return fact.document_date ? *fact.document_date : counted_to;
}

Fact computed(const Fact& from, std::string name) {
  Fact fact;
  fact.name = std::move(name);
  fact.concept_name = from.concept_name;
  fact.is_a = from.is_a;
  fact.subjects = from.subjects;
  fact.places = from.places;
  fact.date = from.date;
  fact.document_date = from.document_date;
  return fact;
}

double days(CalendarDays count) {
  return static_cast<double>(std::max(0, count.count));
}

// What the mentions of one drug prove.
void add_for_drug(const std::vector<const Fact*>& mentions, Date to, std::vector<Fact>& out) {
  const Fact* earliest = nullptr;
  std::optional<Date> last;
  for (const Fact* mention : mentions) {
    if (!shows_use(*mention) || !mention->date || mention->date->first > std::max(to, proves_to(*mention, to)))
      continue;
    if (earliest == nullptr || mention->date->last < earliest->date->last) earliest = mention;
    const Date end = proves_to(*mention, to);
    if (!last || end > *last) last = end;
  }
  // Words that say the drug is in use; that it is named again is no more than that.
  const auto in_use = std::find_if(mentions.begin(), mentions.end(), [](const Fact* m) {
    return shows_use(*m) && (attribute(*m, "status") == "continued" || !attribute(*m, "dated").empty());
  });
  const auto named = std::find_if(mentions.begin(), mentions.end(), [](const Fact* m) {
    const std::string_view status = attribute(*m, "status");
    return shows_use(*m) && status != "started" && status != "failed";
  });
  bool begins = false;
  for (const Fact* mention : mentions) {
    const bool started =
        attribute(*mention, "status") == "started" && (shows_use(*mention) || mention->assertion == Assertion::planned);
    const bool dated_start = attribute(*mention, "dated") == "start" && shows_use(*mention);
    if (!started && !dated_start) continue;
    if (!mention->date || (started && !dated_start && mention->assertion == Assertion::planned)) {
      begins = true;
      Fact nothing_yet = computed(*mention, "duration_of_use");  // it begins with this request
      nothing_yet.value = Range{0, 0.0};
      out.push_back(std::move(nothing_yet));
      if (in_use != mentions.end()) {
        // An order to start what is in use: the records contradict each other.
        Fact denial = computed(**in_use, "duration_of_use");
        denial.assertion = Assertion::negated;
        out.push_back(std::move(denial));
      }
      continue;
    }
    const Date end = last && *last > to ? *last : to;
    Fact start = computed(*mention, "start_date");
    start.value = mention->date->first;
    out.push_back(start);
    Fact whole = computed(*mention, "duration_of_use");
    whole.value = Range{days(end.since(mention->date->last)), days(end.since(mention->date->first))};
    out.push_back(std::move(whole));
  }
  if (earliest != nullptr && attribute(*earliest, "dated") != "start" && *last > earliest->date->last) {
    Fact bound = computed(*earliest, "duration_of_use");
    bound.value = Range{days(last->since(earliest->date->last)), std::nullopt};
    bound.attributes["from"] = earliest->date->last.iso();
    bound.attributes["to"] = last->iso();
    out.push_back(std::move(bound));
  }
  const auto begun = std::find_if(mentions.begin(), mentions.end(),
                                  [](const Fact* m) { return attribute(*m, "status") == "started"; });
  const auto shown_by = in_use != mentions.end() ? in_use : begins ? begun : named;
  if (shown_by == mentions.end()) return;
  Fact continuation = computed(**shown_by, "continuation");
  continuation.assertion = begins && in_use == mentions.end() ? Assertion::negated : Assertion::present;
  out.push_back(std::move(continuation));
}

}  // namespace

Date counted_to(const records::CaseFile& file, const Facts& facts) {
  if (file.dates.request && file.dates.ur_decision) return std::min(*file.dates.request, *file.dates.ur_decision);
  if (file.dates.request) return *file.dates.request;
  if (file.dates.ur_decision) return *file.dates.ur_decision;
  std::optional<Date> last;
  for (const Fact& fact : facts.all) {
    if (fact.name == "visit_date"sv && fact.date && fact.date->first <= file.dates.review &&
        (!last || fact.date->first > *last))
      last = fact.date->first;
  }
  return last ? *last : file.dates.review;
}

void add_time_since_injury(const records::CaseFile& file, Facts& facts) {
  if (!file.dates.injury || file.place_of_injury_date.span.empty()) return;
  const Date to = counted_to(file, facts);
  if (to < *file.dates.injury) return;
  Fact out;
  out.name = "time_since_injury";
  const double since = days(to.since(*file.dates.injury));
  out.value = Range{since, since};
  out.attributes = {{"from", file.dates.injury->iso()}, {"to", to.iso()}};
  out.places = {file.place_of_injury_date};
  if (!file.place_of_ur_date.span.empty()) out.places.push_back(file.place_of_ur_date);
  facts.all.push_back(std::move(out));
}

void add_durations_of_use(const records::CaseFile& file, Facts& facts) {
  const Date to = counted_to(file, facts);
  std::vector<std::string> drugs;
  std::map<std::string, std::vector<const Fact*>> by_drug;
  for (const Fact& fact : facts.all) {
    if (fact.name != "medication"sv) continue;
    if (by_drug[fact.concept_name].empty()) drugs.push_back(fact.concept_name);
    by_drug[fact.concept_name].push_back(&fact);
  }
  std::vector<Fact> found;
  for (const std::string& drug : drugs) add_for_drug(by_drug[drug], to, found);
  facts.all.insert(facts.all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

}  // namespace openimr::facts
