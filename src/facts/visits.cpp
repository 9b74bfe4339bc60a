#include "facts/visits.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/core.h>

#include "base/first_letters.h"
#include "base/pattern.h"

namespace openimr::facts {
namespace {

using namespace std::string_view_literals;
using vocabulary::Mention;
using vocabulary::TermKind;

bool has_digit(std::string_view words) {
  return std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A number in words as digits: "six" sessions.
std::string digits(const std::string& count) {
  static const std::map<std::string, const char*, std::less<>> kWords = {
      {"one", "1"},   {"two", "2"},   {"three", "3"}, {"four", "4"}, {"five", "5"},    {"six", "6"},
      {"seven", "7"}, {"eight", "8"}, {"nine", "9"},  {"ten", "10"}, {"eleven", "11"}, {"twelve", "12"}};
  const auto known = kWords.find(count);
  return known == kWords.end() ? count : known->second;
}

// Of kCount.
const FirstLetters& number_words() {
  static const FirstLetters all = [] {
    FirstLetters out;
    for (const char* word :
         {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"})
      out.add(word);
    return out;
  }();
  return all;
}

constexpr const char* kCount =
    "(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: \\(\\d{1,3}\\))?";
constexpr const char* kMore = "(?:additional |more |further |total |prior |previous |sessions or )?";
constexpr const char* kVisits = "(?:visits?|sessions?|treatments?|appointments?)";

// "6 of 12 sessions", "visit 4 of 12", "6/12 visits": done and authorized.
bool read_share(std::string_view words, std::string& done, std::string& of) {
  static const RE2 ahead(std::string("\\b") + kCount +
                         " ?(?:of|/|out of) ?(?:the |his |her )?(?:authorized |approved |prescribed |scheduled )?"
                         "(\\d{1,3})\\b");
  static const RE2 date("\\d{1,2}/\\d{1,2}/\\d{2}");
  static const RE2 of_visits(std::string("\\b") + kVisits + "\\b|\\bcompleted\\b|\\battended\\b");
  if (words.find(" of ") == std::string_view::npos && words.find('/') == std::string_view::npos) return false;
  if (contains_match(words, date) || !contains_match(words, of_visits)) return false;
  if (!contains_match(words, ahead, &done, &of)) return false;
  return std::stoi(digits(done)) <= std::stoi(of);
}

// Of the words about a number of visits those that stand nearest before it decide; else those behind it.
const char* standing_of(std::string_view before, std::string_view behind) {
  static const RE2 pattern(
      "\\b(?:(complet|attend|receiv|has had|have had|had had|finish|undergone|underwent|participated|to date|so "
      "far|thus "
      "far|has been to|went to|has done)|(authoriz|approv|certif|grant)|(request|recommend|prescrib|order|refer|"
      "additional|propos|would benefit|will |should |needs? |schedul|remaining))");
  const auto read = [](re2::StringPiece group[4]) {
    return !group[1].empty() ? "done" : !group[2].empty() ? "authorized" : "requested";
  };
  const char* found = nullptr;
  re2::StringPiece group[4];
  std::size_t from = 0;
  while (from < before.size() &&
         pattern.Match({before.data(), before.size()}, from, before.size(), RE2::UNANCHORED, group, 4)) {
    found = read(group);
    from = static_cast<std::size_t>(group[0].data() - before.data()) + group[0].size();
  }
  if (found != nullptr) return found;
  if (pattern.Match({behind.data(), behind.size()}, 0, behind.size(), RE2::UNANCHORED, group, 4)) return read(group);
  return nullptr;
}

bool is_had(const Fact& fact) {
  return fact.assertion == Assertion::present || fact.assertion == Assertion::historical;
}

bool is_therapy(const Fact& fact) {
  return fact.name == "treatment"sv && fact.about("therapy");
}

bool later(const Fact& a, const Fact& b) {
  return a.date && (!b.date || a.date->last > b.date->last);
}

void add_places(const Fact& from, Fact& to) {
  for (const Place& place : from.places) {
    if (std::find(to.places.begin(), to.places.end(), place) == to.places.end()) to.places.push_back(place);
  }
}

Fact computed(const Fact& from, std::string name) {
  Fact fact;
  fact.name = std::move(name);
  fact.concept_name = from.concept_name;
  fact.is_a = from.is_a;
  fact.subjects = from.subjects;
  fact.date = from.date;
  fact.document_date = from.document_date;
  if (const std::string_view part = attribute(from, "body_part"); !part.empty()) fact.attributes["body_part"] = part;
  return fact;
}

// The visits of one service that its mentions give.
Fact counted(const std::vector<const Fact*>& mentions) {
  const Fact* total = nullptr;
  std::set<Date> notes;
  std::set<double> stated;
  for (const Fact* fact : mentions) {
    if (fact->attributes.contains("total") && (total == nullptr || !later(*total, *fact))) total = fact;
    if (fact->attributes.contains("note")) {
      notes.insert(fact->date->first);
    } else {
      stated.insert(std::stod(std::string(attribute(*fact, "visits"))));
    }
  }
  Fact prior = computed(total != nullptr ? *total : *mentions.front(), "prior_visits");
  if (total != nullptr) add_places(*total, prior);
  for (const Fact* fact : mentions) add_places(*fact, prior);
  double sum = 0;
  for (const double count : stated) sum += count;
  if (total != nullptr) {
    prior.value = std::stod(std::string(attribute(*total, "visits")));
  } else if (stated.empty() || static_cast<double>(notes.size()) >= sum) {
    prior.value = static_cast<double>(notes.size());
  } else if (const double most = std::max(*stated.rbegin(), static_cast<double>(notes.size())); most < sum) {
    prior.value = Range{most, sum};
  } else {
    prior.value = sum;
  }
  return prior;
}

double weeks_of(const std::string& duration) {
  const std::size_t space = duration.find(' ');
  const double count = std::stod(duration.substr(0, space));
  return duration.find("month") != std::string::npos ? count * 52 / 12 : count;
}

}  // namespace

void add_amount(const Reading& reading, std::size_t index, Span service, Fact& fact) {
  static const RE2 before(std::string("\\b") + kCount + " " + kMore +
                          "(visits?|sessions?|treatments?|weeks?|months?)(?: of| for)?(?: [a-z]+)? $");
  static const RE2 behind(std::string("^(?: ?[,:]? ?x| for| times| ?\\(|:)? ?") + kCount + " " + kMore +
                          "(visits?|sessions?|treatments?|weeks?|months?)\\b");
  static const RE2 count_ahead(std::string("\\b") + kCount + " " + kMore + "$");
  static const RE2 unit_at_end(std::string(" ") + kVisits + "$");
  static const RE2 unit_behind(std::string("^ ") + kVisits + "\\b");
  static const RE2 elsewhere(std::string("\\b") + kCount + " " + kMore +
                             "(visits?|sessions?)\\b|\\b(?:visit|session) (?:number |no\\.? |# ?)(\\d{1,3})\\b");
  static const RE2 to_date("\\b(?:to date|so far|thus far|in total|total of|visit (?:number|no|#))");
  if (!reading.words_of(index).amount) return;
  const Span sentence = reading.sentence(index);
  const std::string_view words = reading.words(sentence);
  const bool names_visits =
      words.find("visit") != words.npos || words.find("session") != words.npos || words.find("treatment") != words.npos;
  const bool names_time = words.find("week") != words.npos || words.find("month") != words.npos;
  const bool names_share = words.find("complet") != words.npos || words.find("attend") != words.npos;
  if (!names_visits && !names_time && !(names_share && has_digit(words))) return;
  if (!has_digit(words) && !number_words().begin_a_word_of(words)) return;
  constexpr std::uint32_t kNear = 60;  // characters that a number and its unit take up
  std::string count, unit, number;
  const std::uint32_t from = service.begin - sentence.begin > kNear ? service.begin - kNear : sentence.begin;
  const std::string_view ahead = reading.words({from, service.begin});
  const std::string_view after =
      reading.words({service.end, std::max(service.end, std::min(sentence.end, service.end + kNear))});
  if (read_share(words, count, unit)) {
    fact.attributes["visits"] = digits(count);
    fact.attributes["visits_authorized"] = unit;
    fact.attributes["visits_are"] = "done";
    fact.attributes["total"] = "true";
    return;
  }
  const auto services = reading.mentions_in(index);
  const bool alone = std::count_if(services.begin(), services.end(),
                                   [](const Mention& m) { return m.kind == TermKind::service; }) == 1;
  if (!contains_match(ahead, before, &count, &unit) && !contains_match(after, behind, &count, &unit) &&
      !(contains_match(ahead, count_ahead, &count) &&
        (contains_match(reading.words(service), unit_at_end) || contains_match(after, unit_behind))) &&
      !(alone && names_visits && contains_match(words, elsewhere, &count, &unit, &number)))
    return;
  count = digits(count.empty() ? number : count);
  if (unit.starts_with("week") || unit.starts_with("month")) {
    fact.attributes["duration"] = count + " " + unit;
    return;
  }
  fact.attributes["visits"] = count;
  const std::size_t at = words.find(count);
  const std::size_t split = at == words.npos ? service.begin - sentence.begin : at;
  const char* are = standing_of(words.substr(0, split), words.substr(split));
  const bool total = contains_match(words, to_date);
  if (total && (are == nullptr || std::string_view(are) == "done")) fact.attributes["total"] = "true";
  fact.attributes["visits_are"] = fact.assertion == Assertion::requested || fact.assertion == Assertion::planned
                                      ? "requested"
                                  : are != nullptr ? are
                                                   : "done";
}

void read_therapy_note(const Reading& reading, std::vector<Fact>& out) {
  constexpr std::uint32_t kHead = 300;  // characters: the title of a note and what stands around it
  static const RE2 note(
      "^[^a-z]{0,3}(?:[a-z]+ ){0,2}?(?:daily|progress|treatment|visit|session|soap|encounter)(?: [a-z]+)? "
      "(?:note|record|report)|"
      "^[^a-z]{0,3}(?:daily |visit |treatment )?note\\b");
  if (!reading.document.date) return;
  for (const Mention& mention : reading.mentions) {
    if (mention.span.begin > kHead) return;
    if (mention.kind != TermKind::service) continue;
    const auto& service = reading.vocabulary.services()[mention.index];
    const auto end = std::min<std::size_t>(mention.span.end + 60U, reading.text().size());
    if (service.kind != "therapy" ||
        !contains_match(reading.words({mention.span.end, static_cast<std::uint32_t>(end)}), note))
      continue;
    Fact fact = reading.fact_at(mention.span, "treatment", service.name);
    fact.assertion = Assertion::present;
    fact.is_a = {service.kind};
    fact.subjects = {service.name};
    fact.date = DateRange{*reading.document.date, *reading.document.date};
    fact.attributes = {{"visits", "1"}, {"visits_are", "done"}, {"note", "true"}};
    out.push_back(std::move(fact));
    return;
  }
}

void add_prior_visits(Facts& facts) {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<const Fact*>> by_service;
  for (const Fact& fact : facts.all) {
    if (fact.name != "treatment"sv || !is_had(fact) || attribute(fact, "visits_are") != "done") continue;
    by_service[{fact.concept_name, attribute(fact, "body_part")}].push_back(&fact);
  }
  std::vector<Fact> found;
  for (const auto& [key, mentions] : by_service) found.push_back(counted(mentions));
  facts.all.insert(facts.all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

void add_conservative_weeks(Facts& facts) {
  double stated = 0;
  const Fact* first = nullptr;
  const Fact* last = nullptr;
  Fact out;
  for (const Fact& fact : facts.all) {
    const bool care = (is_therapy(fact) || fact.name == "conservative_care_failed"sv) && is_had(fact);
    if (!care) continue;
    if (const std::string duration(attribute(fact, "duration")); !duration.empty()) {
      stated = std::max(stated, weeks_of(duration));
      add_places(fact, out);
    }
    if (!fact.date || !is_therapy(fact)) continue;
    if (first == nullptr || fact.date->last < first->date->last) first = &fact;
    if (last == nullptr || fact.date->first > last->date->first) last = &fact;
  }
  double documented = 0;
  if (first != nullptr && last->date->first > first->date->last) {
    documented = last->date->first.since(first->date->last).count / 7.0;
    add_places(*first, out);
    add_places(*last, out);
  }
  if (out.places.empty()) return;
  out.name = "conservative_weeks";
  out.value = Range{std::floor(std::max(stated, documented)), std::nullopt};
  facts.all.push_back(std::move(out));
}

}  // namespace openimr::facts
