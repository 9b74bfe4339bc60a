#include "facts/assertion.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/pattern.h"
#include "facts/boxes.h"
#include "facts/own_clause.h"

namespace openimr::facts {
namespace {

using vocabulary::CueMeaning;
using vocabulary::CueSide;

constexpr int kReachBack =
    5;  // words that a cue behind a statement may stand away from it, unless the cue says otherwise

Assertion assertion_of(CueMeaning meaning) {
  switch (meaning) {
    case CueMeaning::negated:
      return Assertion::negated;
    case CueMeaning::possible:
      return Assertion::possible;
    case CueMeaning::historical:
      return Assertion::historical;
    case CueMeaning::hypothetical:
      return Assertion::hypothetical;
    case CueMeaning::conditional:
      return Assertion::conditional;
    case CueMeaning::other_person:
      return Assertion::other_person;
    case CueMeaning::planned:
      return Assertion::planned;
    case CueMeaning::requested:
      return Assertion::requested;
    case CueMeaning::stopped:
      return Assertion::stopped;
    case CueMeaning::pseudo:
    case CueMeaning::terminator:
      break;
  }
  return Assertion::present;
}

int strength(Assertion assertion) {
  switch (assertion) {
    case Assertion::other_person:
      return 9;
    case Assertion::hypothetical:
      return 8;
    case Assertion::conditional:
      return 7;
    case Assertion::negated:
      return 6;
    case Assertion::stopped:
      return 5;
    case Assertion::planned:
      return 4;
    case Assertion::requested:
      return 3;
    case Assertion::possible:
      return 2;
    case Assertion::historical:
      return 1;
    case Assertion::present:
      break;
  }
  return 0;
}

// Whether the way from a cue to a statement leaves the parentheses that the cue stands in.
bool leaves_parentheses(std::string_view between, bool cue_first) {
  const std::size_t left = between.find(cue_first ? ')' : '(');
  const std::size_t entered = between.find(cue_first ? '(' : ')');
  return left != std::string_view::npos &&
         (entered == std::string_view::npos || (cue_first ? left < entered : between.rfind('(') > between.rfind(')')));
}

// Whether a sentence has a verb that tells of the present or the past.
bool tells(std::string_view sentence) {
  static const RE2 verb(
      "\\b(?:is|are|was|were|has|have|had|does|did|shows?|showed|reports?|reported|denies|denied|states|stated|remains?"
      "|"
      "reviewed|checked|obtained|performed|completed|signed|dated|noted|found|helps|helped|failed|improved|consistent|"
      "on file)\\b");
  return contains_match(sentence, verb);
}

int words_in(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool white = is_white(c);
    if (!white && !inside) ++words;
    inside = !white;
  }
  return words;
}

// "+spasm", "-spasm": a sign written to the word. A dash with a space behind it begins a list entry.
char sign_before(std::string_view text, std::uint32_t at) {
  if (at == 0) return 0;
  const char sign = text[at - 1];
  const char before = at < 2 ? ' ' : text[at - 2];
  const bool either = before == '/' && at > 2 && text[at - 3] == '+';  // "+/-"
  const bool apart = is_white(before) || before == ',' || before == ':' || before == '(' || (before == '/' && !either);
  return (sign == '+' || sign == '-') && apart ? sign : '\0';
}

// A "no" that a form offers beside a box, or that is a word by itself: "Answer: No. He has pain", "question no. 5".
bool is_no_cue(std::string_view text, Span span) {
  const std::string_view said = text.substr(span.begin, span.end - span.begin);
  if (!said.ends_with("no")) return false;
  return (said == "no" && text.substr(span.end).starts_with('.')) || is_offered(text, span.begin, span.end);
}

// The last day of the year that a text begins with; nothing where it begins with none.
std::optional<Date> end_of_year_at(std::string_view text) {
  const std::string_view digits = text.substr(0, 4);
  const bool is_year = digits.size() == 4 && std::all_of(digits.begin(), digits.end(), is_digit) &&
                       (digits.starts_with("19") || digits.starts_with("20")) &&
                       (text.size() == 4 || !is_digit(text[4]));
  if (!is_year) return std::nullopt;
  int year = 0;
  for (const char digit : digits) year = year * 10 + (digit - '0');
  return Date::of(year, 12, 31);
}

// "A history of back pain for many years, progressively worsening": what lasts is not over.
bool lasts(std::string_view behind) {
  static const RE2 lasting(
      "^[^.;]{0,60}?\\b(?:for (?:(?:the|past|last|many|several|about|over|at|least|more|than|approximately) "
      ")*[a-z0-9]+ "
      "(?:years|months|weeks|days)|(?:worsening|worsened|worse|ongoing|continues|continuing|persistent|persisting))"
      "\\b");
  return contains_match(behind, lasting);
}

}  // namespace

Assertions::Assertions(const records::Document& document, const std::vector<vocabulary::Mention>& mentions,
                       const vocabulary::Vocabulary& vocabulary)
    : document_(document) {
  const auto& sentences = document.text.sentences();
  first_cue_.reserve(sentences.size() + 1);
  Span stated;  // the clinical term that reaches farthest
  for (const auto& mention : mentions) {
    if (mention.kind == vocabulary::TermKind::clinical && mention.span.end > stated.end) stated = mention.span;
    if (mention.kind != vocabulary::TermKind::cue) continue;
    if (is_no_cue(document.text.text(), mention.span)) continue;
    while (first_cue_.size() < sentences.size() && sentences[first_cue_.size()].begin <= mention.span.begin)
      first_cue_.push_back(static_cast<std::uint32_t>(cues_.size()));
    cues_.push_back({mention.span, vocabulary.cues()[mention.index], mention.span.end <= stated.end ? stated : Span{}});
  }
  first_cue_.resize(sentences.size() + 1, static_cast<std::uint32_t>(cues_.size()));
  sections_.reserve(document.sections.size());
  for (const records::Section& section : document.sections) {
    const auto* kind = vocabulary.section_kind(section.name);
    sections_.push_back(kind == nullptr ? SectionReading{} : SectionReading{kind->reading, kind->is_background});
  }
}

std::span<const Assertions::CueAt> Assertions::cues_in(std::size_t sentence) const {
  return {cues_.data() + first_cue_[sentence], cues_.data() + first_cue_[sentence + 1]};
}

bool Assertions::is_within_reach(const CueAt& cue, std::string_view gap) const {
  const bool before = cue.cue.side == CueSide::before;
  const bool is_order = cue.cue.meaning == CueMeaning::requested || cue.cue.meaning == CueMeaning::planned;
  const int reach = cue.cue.reach > 0 ? cue.cue.reach : before || is_order ? 0 : kReachBack;
  if (reach == 0) return true;
  // "Atrophy, weakness and numbness are absent": a verb in the plural speaks of all of the list before it.
  const std::string_view said = words(cue.span);
  const bool plural = !before && (said.starts_with("are ") || said.starts_with("were ") || said.starts_with("have "));
  if (plural && gap.starts_with(',')) gap = gap.substr(gap.rfind(',') + 1);
  return words_in(gap) <= reach;
}

bool Assertions::reaches(const CueAt& cue, const Scope& scope) const {
  const bool before = cue.cue.side == CueSide::before;
  const Span gap = before ? Span{cue.span.end, scope.statement.begin} : Span{scope.statement.end, cue.span.begin};
  if (gap.begin > gap.end || !scope.sentence.contains(cue.span)) return false;
  const std::string_view between = words(gap);
  if (!is_within_reach(cue, between)) return false;
  if (between.find(';') != std::string_view::npos || leaves_parentheses(between, before)) return false;
  if (before && cue.cue.meaning == CueMeaning::negated &&
      stands_in_own_clause(between, words(scope.statement), words({scope.statement.end, scope.sentence.end})))
    return false;
  return std::none_of(scope.cues.begin(), scope.cues.end(), [&](const CueAt& other) {
    return other.cue.meaning == CueMeaning::terminator && other.within.empty() && gap.contains(other.span);
  });
}

// The meaning of a cue for a statement of this kind; present where it has none.
Assertion Assertions::assertion_of(const CueAt& cue, Kind kind) const {
  const Assertion assertion = facts::assertion_of(cue.cue.meaning);
  const std::string_view said = words(cue.span);
  const bool looks_back = cue.cue.side == CueSide::after;
  // "Urine drug screen was negative": the result of a test, not its absence.
  const bool is_result =
      kind == Kind::test && looks_back && assertion == Assertion::negated &&
      (said.find("neg") != std::string_view::npos || said.find("unremarkable") != std::string_view::npos);
  if (is_result) return Assertion::present;
  // A complaint is neither planned nor asked for; what is done for it is.
  if (kind == Kind::complaint && assertion == Assertion::planned) return Assertion::present;
  const bool is_denial =
      kind == Kind::complaint && looks_back && assertion == Assertion::requested && said.ends_with("denied");
  if (is_denial) return Assertion::negated;
  return kind == Kind::complaint && assertion == Assertion::requested ? Assertion::present : assertion;
}

// "No change in vision": what is no denial of the words behind it ("no change: pain persists") denies a statement that
// it runs into.
bool Assertions::denies_within(const CueAt& cue, Span statement) const {
  const bool runs_into = cue.span.begin < statement.begin && statement.begin < cue.span.end;
  const std::string_view said = words(cue.span);
  const bool may_deny = cue.cue.meaning == CueMeaning::pseudo || cue.cue.meaning == CueMeaning::negated;
  return runs_into && may_deny && (said.starts_with("no ") || said.starts_with("without "));
}

// "Homans sign is negative": the cue begins with the last word of the statement.
bool Assertions::denies_from_within(const CueAt& cue, Span statement) const {
  return cue.cue.meaning == CueMeaning::negated && cue.cue.side == CueSide::after && cue.span.begin > statement.begin &&
         cue.span.begin < statement.end && cue.span.end > statement.end;
}

// "Left hip fracture repair in 2006".
bool Assertions::is_year_past(const Scope& scope) const {
  const std::string_view behind = words({scope.statement.end, scope.sentence.end});
  if (behind.find("19") == std::string_view::npos && behind.find("20") == std::string_view::npos) return false;
  for (std::size_t at = behind.find(" in "); at != std::string_view::npos; at = behind.find(" in ", at + 1)) {
    if (words_in(behind.substr(0, at)) > kReachBack) return false;
    if (const auto end = end_of_year_at(behind.substr(at + 4))) return !document_.date || *end < *document_.date;
  }
  return false;
}

Asserted Assertions::of(Span statement, Kind kind) const {
  return of(statement, document_.text.sentence_at(statement.begin), kind);
}

Asserted Assertions::of(Span statement, std::size_t sentence, Kind kind, Span own) const {
  Asserted out;
  const auto weigh = [&out](Assertion assertion, Span cue) {
    out.negated |= assertion == Assertion::negated;
    out.historical |= assertion == Assertion::historical;
    out.other_person |= assertion == Assertion::other_person;
    if (strength(assertion) > strength(out.assertion)) {
      out.assertion = assertion;
      out.cue = cue;
    }
  };
  const std::string_view text = document_.text.text();
  Scope scope{statement, document_.text.sentences()[sentence], cues_in(sentence)};
  Span heading;
  if (const auto* section = document_.section_at(statement.begin)) {
    const std::size_t index = static_cast<std::size_t>(section - document_.sections.data());
    // Under "Plan:" a note without a verb is an order; a sentence with one tells what was or is.
    const auto [meaning, is_background] = sections_[index];
    const bool is_order = meaning == CueMeaning::planned || meaning == CueMeaning::requested;
    const bool is_meant = meaning && !(is_order && kind == Kind::complaint);
    if (is_meant && !(meaning == CueMeaning::planned && tells(words(scope.sentence))))
      weigh(facts::assertion_of(*meaning), {});
    out.historical |= is_background;
    scope.sentence.begin = std::max(scope.sentence.begin, section->heading.begin);
    heading = section->heading;
    if (index + 1 < sections_.size())
      scope.sentence.end = std::min(scope.sentence.end, document_.sections[index + 1].heading.begin);
  }
  const char sign = sign_before(text, statement.begin);
  const auto answer = answer_by_boxes(text, statement.end);
  const bool affirmed = sign == '+' || answer == BoxAnswer::yes;  // "+spasm, SLR negative"
  if (sign == '-') weigh(Assertion::negated, {statement.begin - 1, statement.begin});
  if (answer == BoxAnswer::no) weigh(Assertion::negated, {});
  const bool undecided = answer == BoxAnswer::undecided || (!answer && is_box_left_empty(text, statement.begin));
  if (undecided) weigh(Assertion::possible, {});
  for (const CueAt& cue : scope.cues) {
    // "INDICATIONS FOR SURGERY: The patient has knee pain": a heading names what stands under it, it supposes nothing.
    if (cue.cue.meaning == CueMeaning::hypothetical && heading.contains(cue.span)) continue;
    if (own.contains(cue.span)) continue;
    // A word of a statement's own wording ("no relief", "non antalgic") changes nothing but another part of it: "unable
    // to swallow".
    const bool is_of_another_part = cue.within.contains(statement) && !statement.overlaps(cue.span);
    if (!cue.within.empty() && !is_of_another_part) continue;
    if ((denies_within(cue, statement) || (denies_from_within(cue, statement) && kind != Kind::test)) && !affirmed)
      weigh(Assertion::negated, cue.span);
    const Assertion assertion = assertion_of(cue, kind);
    if (assertion == Assertion::present || (affirmed && assertion == Assertion::negated)) continue;
    const bool lasting = assertion == Assertion::historical && words(cue.span) == "history of" &&
                         kind == Kind::complaint && lasts(words({statement.end, scope.sentence.end}));
    if (!lasting && reaches(cue, scope)) weigh(assertion, cue.span);
  }
  if (is_year_past(scope)) weigh(Assertion::historical, {});
  return out;
}

}  // namespace openimr::facts
