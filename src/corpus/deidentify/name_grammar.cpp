// Where a name begins and ends.
#include <algorithm>

#include "corpus/deidentify/reading.h"

namespace openimr::corpus::deidentify {
namespace {

constexpr std::size_t kMostWords = 5;
constexpr std::size_t kMostInitials = 3;

bool is_initial(const Reading& r, std::size_t i) {
  const Shape shape = r.tokens[i].shape;
  return shape == Shape::initial ||
         (shape == Shape::dotted && !r.tokens.has(i, kCredential) && r.tokens[i].key.size() < 4 &&
          r.tokens.text_of(i).front() >= 'A' && r.tokens.text_of(i).front() <= 'Z');
}

// Nothing but white space between two words of a name, or a period behind an initial or "St".
bool goes_on(const Reading& r, std::size_t i) {
  if (r.tokens[i].possessive) return false;
  if (r.tokens.joined(i)) return true;
  const bool short_form = is_initial(r, i) || r.tokens.has(i, kConnector);
  return short_form && (r.tokens.joined_behind(i, ".") || r.tokens.gap(i) == ".");
}

bool ends_names(const Reading& r, std::size_t i) {
  return r.tokens.has(i, kNever | kMonth | kTitle | kSuffix) || r.is_credential(i);
}

// "Dwayne Bone, PA-C": a word of medicine behind one that can only be a name, and before none.
bool ends_like_a_name(const Reading& r, std::size_t i) {
  std::size_t first = i > 0 ? i - 1 : 0;
  while (first > 0 && is_initial(r, first) && goes_on(r, first - 1)) --first;
  const bool behind = i > 0 && goes_on(r, i - 1) && !r.tokens.has(first, kClinical | kNever) &&
                      (r.is_unknown(first) || r.tokens.has(first, kFirstName));
  const bool ends = i + 1 >= r.tokens.size() || !r.tokens.joined(i) || r.is_credential(i + 1);
  return behind && ends && !r.tokens.has(i, kGeneric | kDrug | kHeading);
}

// Whether a word can go on a name that has begun.
bool fits(const Reading& r, std::size_t i, Context context) {
  if (!r.is_name_shaped(i) || ends_names(r, i) || r.label_at(i)) return false;
  if (context == Context::sure) return true;
  if (r.is_eponym_in_use(i)) return false;
  if (context == Context::value && ends_like_a_name(r, i)) return true;
  if (r.tokens.has(i, kClinical | kHeading | kState)) return r.tokens.has(i, kFirstName | kSurname);
  return r.tokens[i].shape != Shape::upper || r.is_unknown(i) || r.tokens.has(i, kFirstName | kSurname);
}

Run with_suffix(const Reading& r, Run run, std::size_t end) {
  if (run.empty() || run.last >= end || !r.tokens.has(run.last, kSuffix)) return run;
  const std::size_t i = run.last - 1;
  if (r.tokens[run.last].shape != Shape::lower && (r.tokens.joined(i) || r.tokens.joined_behind(i, ",."))) ++run.last;
  return run;
}

}  // namespace

Run name_at(const Reading& r, std::size_t i, Context context, std::size_t end) {
  end = std::min(end, r.tokens.size());
  Run run{i, i};
  std::size_t words = 0;
  std::size_t initials = 0;
  for (std::size_t at = i; at < end && words < kMostWords; ++at) {
    if (at > i && !goes_on(r, at - 1)) break;
    // "Dr. O. Unfortunately": the period ends a sentence.
    if (words == 0 && initials > 0 && r.is_ordinary(at) && !r.tokens.has(at, kFirstName | kSurname) &&
        r.tokens.joined_behind(at - 1, "."))
      break;
    if (is_initial(r, at)) {
      if (++initials > kMostInitials) break;
      if (words > 0 || context == Context::sure) run.last = at + 1;
      continue;
    }
    const bool connects = r.tokens.has(at, kConnector) && at + 1 < end && goes_on(r, at) &&
                          (r.is_name_shaped(at + 1) || r.tokens.has(at + 1, kConnector));
    if (connects && (words > 0 || r.tokens[at].shape != Shape::upper)) continue;
    // What follows a first word that was sure has to look like more of a name where it is a word of medicine.
    const Context now =
        words > 0 && context == Context::sure && r.tokens[at].shape == Shape::upper ? Context::maybe : context;
    if (!fits(r, at, words == 0 ? context : now)) break;
    ++words;
    run.last = at + 1;
  }
  if (run.last > i && words == 0 && context != Context::sure) return {i, i};
  return with_suffix(r, run, end);
}

Run name_before(const Reading& r, std::size_t i) {
  Run run{i, i};
  std::size_t words = 0;
  for (std::size_t at = i; at-- > 0 && words < 4;) {
    if (at + 1 < i && !goes_on(r, at)) break;
    if (is_initial(r, at)) {
      run.first = at;
      continue;
    }
    if (r.tokens.has(at, kConnector) && r.tokens[at].shape == Shape::lower && words > 0 && at > 0 &&
        (r.is_name_shaped(at - 1) || is_initial(r, at - 1) || r.tokens.has(at - 1, kConnector)))
      continue;
    if (r.tokens.has(at, kSuffix) && at + 1 == i) {
      run.first = at;
      continue;
    }
    if (!r.is_name_shaped(at) || ends_names(r, at)) break;
    const bool other = r.tokens.has(at, kClinical | kHeading | kState) && !r.tokens.has(at, kFirstName | kSurname);
    if (other && !(words == 0 && ends_like_a_name(r, at))) break;
    ++words;
    run.first = at;
  }
  return words == 0 ? Run{i, i} : run;
}

std::size_t words_of(const Reading& r, Run run) {
  std::size_t out = 0;
  for (std::size_t i = run.first; i < run.last; ++i)
    out += r.is_name_shaped(i) && !r.tokens.has(i, kConnector | kSuffix);
  return out;
}

std::size_t unknown_in(const Reading& r, Run run) {
  std::size_t out = 0;
  for (std::size_t i = run.first; i < run.last; ++i) out += r.is_unknown(i) && !r.tokens.has(i, kConnector | kSuffix);
  return out;
}

bool any_in(const Reading& r, Run run, Classes classes) {
  for (std::size_t i = run.first; i < run.last; ++i) {
    if (r.tokens.has(i, classes)) return true;
  }
  return false;
}

}  // namespace openimr::corpus::deidentify
