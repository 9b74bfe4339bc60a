// Names without a title or a label, by what is said of them: "Maria Sample reports", "Sample is a 45-year-old".
#include <algorithm>

#include <re2/re2.h>

#include "base/pattern.h"
#include "corpus/deidentify/reading.h"

namespace openimr::corpus::deidentify {
namespace {

constexpr std::size_t kReach = 48;  // bytes in which an age stands behind a name

// "is a 45-year-old", ", a 45 y/o", ", age 45", "(DOB"
const RE2& age_behind() {
  static const RE2 pattern(
      R"((?i)^(?:,|\s*\()?\s*(?:is|was)?\s*(?:now\s+)?(?:an?|the|this)?\s*(?:(?:very\s+)?[a-z]+\s+){0,2}(?:\d{2}\s*-?\s*(?:years?|yrs?|y\.?/?o\b)|age[d]?\s+\d{2}|dob\b|born\b|date of birth))",
      RE2::Latin1);
  return pattern;
}

bool has_age_behind(const Reading& r, Run name) {
  const std::uint32_t end = r.tokens[name.last - 1].end;
  return contains_match(r.tokens.text().substr(end, kReach), age_behind());
}

struct Evidence {
  std::size_t words = 0;
  std::size_t unknown = 0;
  bool initials = false;
  bool first_name = false;  // a listed one begins it
  bool listed = false;
  bool eponym = false;  // its last word may be one, and is not in use as one
  bool says = false;    // people alone do what follows
  bool does = false;
  bool led = false;      // by a word that stands before people
  bool article = false;  // by one that does not
  bool prose = false;
  bool mixed = false;  // words in capitals and others: "Using AP"
};

Evidence evidence_of(const Reading& r, Run name) {
  Evidence out{.words = words_of(r, name), .unknown = unknown_in(r, name)};
  for (std::size_t i = name.first; i < name.last; ++i)
    out.initials |= r.tokens[i].shape == Shape::initial && i > name.first && i + 1 < name.last;
  for (std::size_t i = name.first; i < name.last; ++i)
    out.mixed |= r.tokens[i].shape == Shape::upper && r.tokens[name.first].shape != Shape::upper;
  out.first_name = r.tokens.has(name.first, kFirstName);
  out.listed = any_in(r, name, kFirstName | kSurname);
  out.eponym = r.tokens.has(name.last - 1, kEponym);
  if (name.last < r.tokens.size() && r.tokens[name.last].shape == Shape::lower && r.tokens.joined(name.last - 1)) {
    out.says = r.tokens.has(name.last, kSays);
    out.does = r.tokens.has(name.last, kDoes);
  }
  if (name.first > 0 && r.tokens.joined(name.first - 1)) {
    out.led = r.tokens.has(name.first - 1, kToPerson);
    out.article = r.tokens.has(name.first - 1, kArticle) || r.tokens[name.first - 1].shape == Shape::coded;
  }
  out.prose = r.tokens.line_of(name.first).has_small;
  return out;
}

bool is_name(const Evidence& e) {
  if (e.article || e.mixed) return false;
  if (e.words >= 2 && e.first_name && (e.unknown > 0 || e.says || e.initials || e.eponym)) return true;
  if (e.words >= 2 && e.says && (e.unknown > 0 || e.listed)) return true;
  if (e.words >= 2 && e.initials && e.unknown > 0) return true;
  if (e.words >= 2 && e.unknown > 0 && (e.does || e.led) && e.prose) return true;
  if (e.words >= 2 && e.unknown == e.words && e.words <= 4 && e.prose) return true;
  return e.words == 1 && e.says && e.unknown == 1;
}

bool is_something_else(const Reading& r, Run name) {
  for (std::size_t i = name.first; i < name.last; ++i) {
    if (r.words.kept.at(r.tokens, i).words > 0 || r.words.organisations.at(r.tokens, i).words > 0) return true;
    if (r.tokens.has(i, kDrug | kMaker | kCountry) || r.is_eponym_in_use(i)) return true;
  }
  const std::size_t next = name.last;
  if (next >= r.tokens.size() || !r.tokens.joined(next - 1)) return false;
  return r.words.organisations.at(r.tokens, next).words > 0 || r.tokens.has(next, kEponymNoun) ||
         (r.is_name_shaped(next) && r.tokens.has(next, kClinical));
}

}  // namespace

void find_subjects(Reading& r) {
  for (std::size_t i = 0; i < r.tokens.size(); ++i) {
    if (!r.is_name_shaped(i) || r.is_found(i)) continue;
    Run name = name_at(r, i, Context::maybe, r.tokens.size());
    if (name.empty()) continue;
    const std::size_t end = name.last;
    // "Yesterday Maria Sample"
    const bool begins = r.tokens.starts_sentence(i) && r.is_ordinary(i) && !r.tokens.has(i, kFirstName | kSurname);
    if (begins && words_of(r, name) >= 3) ++name.first;
    while (name.last > name.first && r.is_found(name.last - 1)) --name.last;
    if (!name.empty() && !is_something_else(r, name)) {
      const bool aged = has_age_behind(r, name) && r.tokens[i].shape != Shape::initial &&
                        (words_of(r, name) > 1 || unknown_in(r, name) > 0 || any_in(r, name, kFirstName | kSurname));
      const bool capitals = r.tokens[name.first].shape == Shape::upper;
      const Evidence e = evidence_of(r, name);
      const bool named = capitals ? e.words >= 2 && e.unknown > 0 && (e.says || e.first_name) : is_name(e);
      if (aged || named) r.add_name(r.rules.subject, name);
    }
    i = std::max(i, end - 1);
  }
}

}  // namespace openimr::corpus::deidentify
