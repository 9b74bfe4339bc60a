// Hospitals, clinics, insurers and firms, by the words that tell their kind, and employers by "works at".
#include <algorithm>

#include "corpus/deidentify/reading.h"

namespace openimr::corpus::deidentify {
namespace {

constexpr std::size_t kLongestName = 8;  // words before those of the kind

bool joins_names(const Reading& r, std::size_t i) {
  const std::string& key = r.tokens[i].key;
  return key == "of" || key == "and" || key == "for" || key == "the" || r.tokens.has(i, kConnector);
}

// Whether nothing but space, "&", a comma before "Inc" or a period of "St." parts two words.
bool goes_on(const Reading& r, std::size_t i) {
  const std::string_view gap = r.tokens.gap(i);
  if (r.tokens.joined(i) || gap == "&" || gap == "-" || gap == "/") return true;
  if (r.tokens[i].possessive) return gap.size() <= 6 && gap.find_first_of(".,;:()\n") == std::string_view::npos;
  if (gap.find('&') != std::string_view::npos) return gap.size() <= 3;
  const bool is_short = r.tokens[i].key.size() <= 2 || r.tokens[i].shape == Shape::initial;
  return is_short && r.tokens.joined_behind(i, ".");
}

// A word that tells which one it is.
bool is_proper(const Reading& r, std::size_t i) {
  const Token& token = r.tokens[i];
  if (token.shape == Shape::initial || token.shape == Shape::mark) return false;
  if (token.shape == Shape::lower || token.shape == Shape::coded) return false;
  return !r.tokens.has(i, kNever | kGeneric | kMedical | kDrug | kHeading | kArticle | kMaker | kMonth);
}

class Organisations {
 public:
  explicit Organisations(Reading& r) : r_(r) {}

  void find() {
    for (std::size_t i = 0; i < r_.tokens.size(); ++i) {
      if (r_.tokens[i].shape == Shape::lower) continue;
      if (const Phrase known = r_.words.known_organisations.at(r_.tokens, i); known.words > 0) {
        r_.add(Kind::claims_administrator, r_.rules.organisation, Run{i, i + known.words});
        continue;
      }
      const Phrase phrase = r_.words.organisations.at(r_.tokens, i);
      if (phrase.words == 0) continue;
      const Organisation& kind = r_.rules.organisations[static_cast<std::size_t>(phrase.value)];
      if (kind.leads) {
        led(i, phrase.words, kind);
      } else {
        named(i, phrase.words, kind);
        // "Insurance Company" is of one kind, and "Company" alone of another.
        i += phrase.words - 1;
      }
    }
  }

 private:
  // "Invented Valley Medical Center of Fresno, Inc."
  void named(std::size_t i, std::size_t words, const Organisation& kind) {
    Run run{i, i + words};
    std::size_t proper = 0;
    for (std::size_t at = i; at-- > 0 && i - at <= kLongestName;) {
      const bool comma = r_.tokens.joined_behind(at, ",") && kind.kind == Kind::employer && at + 1 == i;
      if (!goes_on(r_, at) && !comma) break;
      const Token& token = r_.tokens[at];
      if (token.shape == Shape::lower) {
        const bool inside = joins_names(r_, at) && token.key != "the" && token.key != "for" && at > 0 &&
                            goes_on(r_, at - 1) && r_.tokens[at - 1].shape == Shape::title &&
                            !r_.tokens.has(at - 1, kNever);
        // "of" joins backwards only what is proper by itself: "Department of Emergency Services"
        if (!inside) break;
        continue;
      }
      if (token.shape == Shape::mark || token.shape == Shape::coded) break;
      if (r_.tokens.has(at, kNever | kTitle | kMonth) || r_.is_credential(at) || r_.label_at(at)) break;
      run.first = at;
      proper += is_proper(r_, at);
    }
    // The word that begins a sentence tells nothing by its capital.
    if (run.first < i && r_.tokens.starts_sentence(run.first) && !r_.tokens.starts_line(run.first) &&
        is_proper(r_, run.first) && r_.is_ordinary(run.first) && proper == 1 && kind.is_weak)
      return;
    // "her Maintenance Clinic"
    const bool owned = run.first > 0 && r_.tokens.joined(run.first - 1) && r_.tokens.has(run.first - 1, kArticle) &&
                       r_.tokens[run.first - 1].key != "the";
    if (owned && proper == 1 && unknown_in(r_, {run.first, i}) == 0) return;
    const bool capitals = r_.tokens[i].shape == Shape::upper && !r_.tokens.line_of(i).has_small;
    if (capitals && kind.is_weak && unknown_in(r_, run) == 0) return;
    if (kind.is_weak && unknown_in(r_, run) == 0 && proper < 2) return;
    if (proper == 0 || is_kept(run)) return;
    r_.add(kind.kind, r_.rules.organisation, with_tail(run));
  }

  bool is_kept(Run run) const {
    for (std::size_t at = run.first; at < run.last; ++at) {
      // "Invented Physical Therapy" is more than its last two words.
      const std::size_t words = r_.words.kept.at(r_.tokens, at).words;
      for (std::size_t i = at; i < at + words; ++i) {
        if (is_proper(r_, i)) return true;
      }
    }
    return false;
  }

  // What goes on behind: more words of kinds, ", Inc.", "of Fresno".
  Run with_tail(Run run) const {
    while (run.last < r_.tokens.size()) {
      const std::size_t i = run.last;
      const bool comma = r_.tokens.joined_behind(i - 1, ",");
      const bool ampersand = r_.tokens.gap(i - 1) == " & ";
      if (!goes_on(r_, i - 1) && !comma && !ampersand) break;
      if (const Phrase more = r_.words.organisations.at(r_.tokens, i);
          more.words > 0 && r_.tokens[i].shape != Shape::lower &&
          (!comma || r_.rules.organisations[static_cast<std::size_t>(more.value)].kind == Kind::employer)) {
        run.last = i + more.words;
        continue;
      }
      const bool of = (r_.tokens[i].key == "of" || r_.tokens[i].key == "and") && i + 1 < r_.tokens.size() && !comma &&
                      r_.tokens.joined(i);
      if (of && r_.tokens[i + 1].shape == Shape::title && r_.tokens[i].key == "of" && !r_.tokens.has(i + 1, kNever)) {
        run.last = i + 2;
        while (run.last < r_.tokens.size() && r_.tokens.joined(run.last - 1) && is_proper(r_, run.last) &&
               r_.tokens[run.last].shape == Shape::title)
          ++run.last;
        continue;
      }
      if (of && r_.words.organisations.at(r_.tokens, i + 1).words > 0 && r_.tokens[i + 1].shape == Shape::title) {
        run.last = i + 1 + r_.words.organisations.at(r_.tokens, i + 1).words;
        continue;
      }
      if (!comma && r_.tokens[i].shape == Shape::title && r_.tokens.has(i, kGeneric) && r_.tokens.joined(i - 1) &&
          !r_.tokens.starts_sentence(i)) {
        ++run.last;
        continue;
      }
      break;
    }
    return run;
  }

  // "University of Invented", "County of Sample"
  void led(std::size_t i, std::size_t words, const Organisation& kind) {
    Run run{i, i + words};
    while (run.last < r_.tokens.size() && run.size() < words + 4 && goes_on(r_, run.last - 1) &&
           r_.is_name_shaped(run.last) && !r_.tokens.has(run.last, kNever | kMonth | kDrug) &&
           (!r_.tokens.has(run.last, kMedical | kHeading) || !kind.is_weak))
      ++run.last;
    if (run.last > i + words && !is_kept(run)) r_.add(kind.kind, r_.rules.organisation, with_tail(run));
  }

  Reading& r_;
};

// The capitalised run behind a phrase, with what joins names inside it.
Run run_behind(const Reading& r, std::size_t i) {
  Run run{i, i};
  for (std::size_t at = i; at < r.tokens.size() && run.size() < kLongestName; ++at) {
    if (at > i && !goes_on(r, at - 1)) {
      const Phrase kind = r.words.organisations.at(r.tokens, at);
      if (kind.words == 0 || !r.tokens.joined_behind(at - 1, ",")) break;
    }
    const Token& token = r.tokens[at];
    const bool inner = at > i && at + 1 < r.tokens.size() && joins_names(r, at) && token.shape == Shape::lower &&
                       goes_on(r, at) && (r.is_name_shaped(at + 1) || r.tokens[at + 1].key == "the");
    if (inner) continue;
    if (!r.is_name_shaped(at) && token.shape != Shape::coded && token.shape != Shape::initial &&
        token.shape != Shape::dotted)
      break;
    if (at == i && token.shape == Shape::coded && !(at + 1 < r.tokens.size() && r.is_name_shaped(at + 1))) break;
    if (token.shape == Shape::coded && at > i && r.tokens[at].key.size() > 3) break;
    if (r.tokens.has(at, kNever | kMonth | kTitle)) break;
    run.last = at + 1;
  }
  return run;
}

bool is_all(const Reading& r, Run run, Classes classes) {
  for (std::size_t i = run.first; i < run.last; ++i) {
    if (!r.tokens.has(i, classes)) return false;
  }
  return true;
}

std::size_t behind(const Reading& r, std::size_t i, const PhraseTable& phrases) {
  const Phrase phrase = phrases.at(r.tokens, i);
  if (phrase.words == 0) return 0;
  std::size_t next = i + phrase.words;
  if (next >= r.tokens.size() || !r.tokens.joined(next - 1)) return 0;
  while (next + 1 < r.tokens.size() && r.tokens.has(next, kArticle) && r.tokens.joined(next)) ++next;
  return r.is_found(next) ? 0 : next;
}

}  // namespace

void find_organisations(Reading& r) {
  Organisations(r).find();
}

void find_employers_and_towns(Reading& r) {
  for (std::size_t i = 0; i < r.tokens.size(); ++i) {
    if (const std::size_t next = behind(r, i, r.words.employs); next > 0) {
      const Run run = run_behind(r, next);
      if (!run.empty() && !is_all(r, run, kClinical | kNever | kHeading | kState))
        r.add(Kind::employer, r.rules.employment, run);
    }
    if (const std::size_t next = behind(r, i, r.words.visits); next > 0) {
      const Run run = run_behind(r, next);
      if (!run.empty() && unknown_in(r, run) > 0 && r.tokens[run.first].shape != Shape::upper &&
          !any_in(r, run, kEponym | kDrug | kMaker | kState | kCountry))
        r.add(Kind::facility, r.rules.visit, run);
    }
    if (const std::size_t next = behind(r, i, r.words.lives); next > 0) {
      Run run = run_behind(r, next);
      while (!run.empty() && r.tokens.has(run.last - 1, kState | kCountry)) --run.last;
      if (!run.empty() && !any_in(r, run, kClinical | kState | kCountry)) r.add(Kind::address, r.rules.town, run);
    }
  }
}

}  // namespace openimr::corpus::deidentify
