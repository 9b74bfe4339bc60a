// What stands behind a label: "Employee:", "cc:", "Claims Administrator:".
#include <algorithm>

#include "corpus/deidentify/reading.h"

namespace openimr::corpus::deidentify {
namespace {

constexpr Classes kNoValue = kNever | kGeneric | kMedical | kDrug | kHeading | kMonth;
constexpr std::size_t kLongestOrganisation = 24;  // words of one, with its address

class Value {
 public:
  Value(Reading& r, const Label& label, Run run) : r_(r), label_(label), run_(run) {}

  void read() {
    if (run_.empty()) return;
    switch (label_.value) {
      case ValueOf::person:
      case ValueOf::people:
        people();
        break;
      case ValueOf::organisation:
        organisation();
        break;
      case ValueOf::address:
        address();
        break;
      case ValueOf::nothing:
        break;
    }
  }

 private:
  bool is_sure() const { return label_.value == ValueOf::person; }

  // Names with what parts them: "John Sample, M.D.; Jane Doe and R. Roe, Esq."
  void people() {
    std::size_t at = run_.first;
    for (bool first = true; at < run_.last; first = false) {
      while (at < run_.last && r_.tokens.has(at, kTitle)) ++at;
      const Run name = one_name(at, first);
      if (name.empty()) break;
      r_.add_name(r_.rules.label, name);
      at = name.last;
      while (at < run_.last && r_.is_credential(at)) ++at;
      if (at < run_.last && is_and(at)) {
        ++at;
      } else if (at >= run_.last || r_.tokens.gap(at - 1).find_first_of(",;/&(") == std::string_view::npos) {
        break;
      }
    }
  }

  bool is_and(std::size_t at) const { return r_.tokens[at].key == "and"; }

  Run one_name(std::size_t at, bool first) const {
    if (at >= run_.last) return {};
    if (first && is_sure()) {
      if (const Run small = in_small_letters(at); !small.empty()) return small;
    }
    if (const Run listed = as_listed(at); !listed.empty()) return listed;
    const bool sure = first && is_sure();
    if (r_.tokens.has(at, kNoValue) && !r_.tokens.has(at, kFirstName | kSurname) && !r_.tokens.has(at, kConnector) &&
        !turned_round(at))
      return {};
    Run name = name_at(r_, at, sure ? Context::sure : Context::value, run_.last);
    if (name.empty()) return {};
    const bool can_turn =
        words_of(r_, name) <= 2 && name.last < run_.last && r_.tokens.joined_behind(name.last - 1, ",");
    if (can_turn) {
      const Run given = name_at(r_, name.last, Context::maybe, run_.last);
      const bool is_given = !given.empty() && !r_.words.organisations.at(r_.tokens, given.first).words &&
                            !r_.tokens.has(given.first, kClinical | kState) &&
                            (sure || unknown_in(r_, {name.first, given.last}) > 0 || any_in(r_, given, kFirstName));
      if (is_given) name.last = given.last;
      if (!is_given && r_.tokens[name.last].shape == Shape::initial) ++name.last;
    }
    // "CC: BLE weakness"
    const bool short_form = name.size() == 1 && r_.tokens[at].shape == Shape::upper && r_.tokens[at].key.size() <= 4;
    if (!sure && short_form && name.last < run_.last && r_.tokens[name.last].shape == Shape::lower) return {};
    if (sure || unknown_in(r_, name) > 0 || any_in(r_, name, kFirstName | kSurname)) return name;
    // Two ordinary words, "Grace Long", and nothing else in the value.
    const bool whole = name.last == run_.last || r_.is_credential(name.last) ||
                       r_.tokens.gap(name.last - 1).find_first_of(",;(") != std::string_view::npos;
    return words_of(r_, name) >= 2 && whole && !any_in(r_, name, kClinical | kHeading) ? name : Run{};
  }

  // "SAMPLE, JOHN Q." and nothing else.
  Run as_listed(std::size_t at) const {
    if (at + 1 >= run_.last || !r_.is_name_shaped(at) || !r_.tokens.joined_behind(at, ",") ||
        !r_.tokens.has(at + 1, kFirstName))
      return {};
    Run out{at, at + 2};
    while (out.last < run_.last && r_.tokens[out.last].shape == Shape::initial) ++out.last;
    return out.last == run_.last ? out : Run{};
  }

  bool turned_round(std::size_t at) const {
    return is_sure() && at + 1 < run_.last && r_.tokens.joined_behind(at, ",") &&
           (r_.is_unknown(at + 1) || r_.tokens.has(at + 1, kFirstName));
  }

  // "patient name: john sample": two or three words that are none.
  Run in_small_letters(std::size_t at) const {
    Run out{at, at};
    while (out.last < run_.last && r_.tokens[out.last].shape == Shape::lower &&
           (r_.tokens[out.last].classes & (kOrdinary & ~kEponym)) == 0 && out.size() < 3 &&
           (out.empty() || r_.tokens.joined(out.last - 1)))
      ++out.last;
    return out.size() >= 2 && (out.last == run_.last || r_.tokens.gap(out.last - 1).front() == ',') ? out : Run{};
  }

  // Up to the end of the sentence, or a word in small letters that joins nothing.
  void organisation() {
    Run out{run_.first, run_.first};
    std::size_t proper = 0;
    for (std::size_t at = run_.first; at < run_.last && out.size() < kLongestOrganisation; ++at) {
      const Token& token = r_.tokens[at];
      if (at > run_.first) {
        const std::string_view gap = r_.tokens.gap(at - 1);
        const bool stops = gap.starts_with(". ") && r_.tokens.starts_sentence(at) &&
                           !r_.words.organisations.at(r_.tokens, at - 1).words;
        if (stops || gap.find_first_of(";(") != std::string_view::npos) break;
      }
      const bool joins = token.shape == Shape::lower &&
                         (r_.tokens.has(at, kConnector | kArticle) || token.key == "of" || token.key == "and");
      if (token.shape == Shape::mark) break;
      if (token.shape == Shape::lower && !joins) break;
      if (at == run_.first && (joins || r_.tokens.has(at, kNever) || r_.is_credential(at))) break;
      if (!joins) out.last = at + 1;
      const bool tells = token.shape == Shape::initial || token.shape == Shape::dotted || token.shape == Shape::coded;
      proper += !tells && !r_.tokens.has(at, label_.kind == Kind::employer ? kNever | kHeading : kNoValue);
    }
    if (proper > 0 && out.size() < kLongestOrganisation) r_.add(label_.kind, r_.rules.label, out);
  }

  void address() {
    const bool tells = std::any_of(&r_.tokens[run_.first], &r_.tokens[run_.last - 1] + 1, [](const Token& token) {
      return token.shape == Shape::coded || token.shape == Shape::title || token.shape == Shape::upper;
    });
    const bool is_none = r_.tokens.has(run_.first, kNever) || r_.tokens[run_.first].shape == Shape::mark;
    if (tells && !is_none && run_.size() <= kLongestOrganisation) r_.add(Kind::address, r_.rules.label, run_);
  }

  Reading& r_;
  const Label& label_;
  Run run_;
};

}  // namespace

void find_labelled(Reading& r) {
  for (std::size_t i = 0; i < r.tokens.size(); ++i) {
    const auto label = r.label_at(i);
    if (!label) continue;
    const Label& known = r.rules.labels[static_cast<std::size_t>(label->index)];
    if (known.value != ValueOf::nothing) Value(r, known, r.value_of(*label)).read();
    i = label->next - 1;
  }
}

}  // namespace openimr::corpus::deidentify
