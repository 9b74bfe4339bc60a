// Names beside a title ("Dr."), a credential (", M.D."), a role ("his attorney"), or what is done to people ("seen
// by").
#include "corpus/deidentify/reading.h"

namespace openimr::corpus::deidentify {
namespace {

// "MS Contin" and "Cymbalta DR" hold no title.
bool is_title(const Reading& r, std::size_t i) {
  if (i + 1 >= r.tokens.size() || !r.tokens.has(i, kTitle) || r.is_found(i)) return false;
  const bool has_period = r.tokens.gap(i).starts_with('.');
  const Token& token = r.tokens[i];
  if (token.shape == Shape::lower) return has_period;
  if (token.shape != Shape::upper) return true;
  const bool in_capitals = r.tokens[i + 1].shape == Shape::upper && !r.tokens.line_of(i).has_small && token.key != "ms";
  return has_period || (in_capitals && !r.tokens.gap_before(i).ends_with('/'));
}

void find_behind_title(Reading& r, std::size_t i) {
  if (!r.tokens.joined(i) && !r.tokens.joined_behind(i, ".") && r.tokens.gap(i) != ".") return;
  Run name = name_at(r, i + 1, Context::sure, r.tokens.size());
  if (name.empty()) return;
  // "Mr. Long Beach" is rare; "Dr. Roe Orthopedic Surgery" is a column that lost its space.
  while (name.size() > 1 && r.tokens.has(name.last - 1, kClinical | kHeading) &&
         !r.tokens.has(name.last - 1, kFirstName | kSurname) && r.tokens.has(name.last - 1, kGeneric | kHeading))
    --name.last;
  r.add_name(r.rules.title, name);
  // "Drs. Roe and Doe", "Dr. Roe, Doe and Poe"
  const bool several = r.tokens[i].key == "drs" || r.tokens[i].key == "doctors";
  while (several && name.last < r.tokens.size()) {
    const bool is_and = r.tokens[name.last].key == "and" || r.tokens[name.last].key == "or";
    const std::size_t next = name.last + (is_and ? 1 : 0);
    if (next >= r.tokens.size() || (!is_and && !r.tokens.joined_behind(name.last - 1, ",&"))) break;
    name = name_at(r, next, Context::maybe, r.tokens.size());
    if (name.empty()) break;
    r.add_name(r.rules.title, name);
  }
}

// "SAMPLE, JOHN Q., M.D.": the last name first, where the line or the sentence begins with it.
Run with_last_name(const Reading& r, Run name) {
  if (name.first == 0 || words_of(r, name) > 2 || !r.tokens.joined_behind(name.first - 1, ",")) return name;
  const std::size_t last = name.first - 1;
  if (!r.is_name_shaped(last) || r.tokens.has(last, kNever | kClinical | kHeading | kMonth) || r.is_credential(last))
    return name;
  return r.tokens.starts_sentence(last) || r.tokens[last].shape == Shape::upper ? Run{last, name.last} : name;
}

void find_before_credential(Reading& r, std::size_t i) {
  if (i == 0 || !r.is_credential(i) || r.is_credential(i - 1)) return;
  const bool comma = r.tokens.joined_behind(i - 1, ",") || r.tokens.gap(i - 1) == ",";
  if (!comma && !r.tokens.joined(i - 1) && !(r.tokens.has(i - 1, kSuffix) && r.tokens.joined_behind(i - 1, ".")))
    return;
  const bool vague = r.tokens.has(i, kVague) && r.tokens[i].shape != Shape::dotted;
  if (r.tokens.has(i - 1, kState) && !r.tokens.has(i - 1, kFirstName | kSurname)) return;
  Run name = name_before(r, i);
  if (name.empty()) return;
  const std::size_t words = words_of(r, name);
  const std::size_t unknown = unknown_in(r, name);
  const bool listed = any_in(r, name, kFirstName | kSurname);
  if (vague && !comma && unknown == 0 && !listed) return;
  if (words == 1 && unknown == 0 && !listed) {
    const bool placed = name.size() > 1 ||
                        (comma && (r.tokens.starts_line(name.first) || r.tokens[name.first - 1].shape == Shape::lower));
    if (!placed || vague) return;
  }
  // The word that begins a sentence is rarely part of a name of three.
  if (words >= 3 && r.tokens.starts_sentence(name.first) && !r.tokens.starts_line(name.first) &&
      r.is_ordinary(name.first) && !r.tokens.has(name.first, kFirstName | kSurname))
    ++name.first;
  r.add_name(r.rules.credential, with_last_name(r, name));
}

// Whether a name behind a role or an act is one and no department.
bool is_likely(const Reading& r, Run name) {
  if (name.empty() || r.words.kept.at(r.tokens, name.first).words > 0) return false;
  for (std::size_t i = name.first; i < name.last; ++i) {
    if (r.words.organisations.at(r.tokens, i).words > 0) return false;
  }
  if (name.last < r.tokens.size() && r.tokens.joined(name.last - 1) &&
      r.words.organisations.at(r.tokens, name.last).words > 0)
    return false;
  // "Araksi Bone": a word of medicine is the last word of a name whose first can only be one.
  const Run before_last{name.first, name.last - 1};
  const bool is_last = unknown_in(r, before_last) > 0 && !any_in(r, before_last, kClinical | kHeading | kCountry);
  if (!is_last && any_in(r, name, kClinical | kHeading | kCountry) && !any_in(r, name, kFirstName | kSurname))
    return false;
  const std::size_t words = words_of(r, name);
  if (unknown_in(r, name) > 0 || words + 1 == name.size()) {
    return r.tokens[name.first].shape != Shape::upper || words > 1 || r.tokens[name.first].key.size() > 4;
  }
  return words >= 2 || any_in(r, name, kFirstName);
}

void find_behind(Reading& r, std::size_t i, const PhraseTable& phrases, const Rule* rule, std::string_view signs) {
  const Phrase phrase = phrases.at(r.tokens, i);
  if (phrase.words == 0 || r.tokens[i].shape == Shape::upper) return;
  const std::size_t last = i + phrase.words - 1;
  if (!r.tokens.joined(last) && !r.tokens.joined_behind(last, signs)) return;
  std::size_t at = last + 1;
  // "The interpreter was Ani Sample."
  const bool is_told = rule == r.rules.role && at + 1 < r.tokens.size() && r.tokens.joined(at) &&
                       (r.tokens[at].key == "was" || r.tokens[at].key == "is" || r.tokens[at].key == "named");
  if (is_told) ++at;
  if (at >= r.tokens.size() || r.is_found(at)) return;
  // "the patient Sample", "her attorney, Sample"
  Run name = name_at(r, at, Context::value, r.tokens.size());
  if (!is_likely(r, name) || (is_told && (words_of(r, name) < 2 || unknown_in(r, name) == 0))) return;
  r.add_name(rule, name);
  if (name.last < r.tokens.size() && r.tokens[name.last].key == "and") {
    const Run second = name_at(r, name.last + 1, Context::maybe, r.tokens.size());
    if (is_likely(r, second) && unknown_in(r, second) > 0) r.add_name(rule, second);
  }
}

}  // namespace

void find_titled(Reading& r) {
  for (std::size_t i = 0; i < r.tokens.size(); ++i) {
    if (is_title(r, i)) find_behind_title(r, i);
    find_before_credential(r, i);
    find_behind(r, i, r.words.roles, r.rules.role, ",");
    find_behind(r, i, r.words.acts_on, r.rules.act, "");
  }
}

}  // namespace openimr::corpus::deidentify
