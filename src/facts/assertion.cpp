#include "facts/assertion.h"

#include <algorithm>

#include "base/pattern.h"

namespace openimr::facts {
namespace {

using vocabulary::CueMeaning;
using vocabulary::CueSide;

constexpr int kReachAfter =
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

}  // namespace

Assertions::Assertions(const CleanText& text, const std::vector<vocabulary::Mention>& mentions,
                       const vocabulary::Vocabulary& vocabulary)
    : text_(text), by_sentence_(text.sentences().size()), heading_(text.sentences().size(), nullptr) {
  // A word that is part of a statement's own wording ("no relief", "non antalgic") changes nothing around it.
  std::uint32_t stated_to = 0;
  for (const auto& mention : mentions) {
    if (mention.kind == vocabulary::TermKind::clinical) stated_to = std::max(stated_to, mention.span.end);
    if (mention.kind != vocabulary::TermKind::cue || mention.span.end <= stated_to) continue;
    by_sentence_[text.sentence_at(mention.span.begin)].push_back({mention.span, vocabulary.cues()[mention.index]});
  }
  // A cue that opens a line and ends it with a colon governs the lines that follow, to the next such heading.
  const CueAt* governing = nullptr;
  bool heading_has_text = false;
  for (std::size_t i = 0; i < text.sentences().size(); ++i) {
    const Span sentence = text.sentences()[i];
    const std::string_view words = text.text().substr(sentence.begin, sentence.end - sentence.begin);
    const std::size_t colon = words.find(':');
    const bool heading = colon != std::string_view::npos && colon <= 40;
    // What stands on the line of its heading is all of it; a heading alone governs to the next one.
    const bool new_line =
        i > 0 &&
        text.text().substr(text.sentences()[i - 1].end, sentence.begin - text.sentences()[i - 1].end).find('\n') !=
            std::string_view::npos;
    if (new_line && heading_has_text) governing = nullptr;
    if (heading) {
      heading_has_text = words.find_first_not_of(" :", colon) != std::string_view::npos;
      governing = nullptr;
      for (const CueAt& cue : by_sentence_[i]) {
        const bool opens = cue.span.begin == sentence.begin && cue.span.end >= sentence.begin + colon &&
                           cue.span.end <= sentence.begin + colon + 1;
        if (opens && cue.cue.side == CueSide::before) governing = &cue;
      }
    }
    // Under "Plan:" a note without a verb is an order; a sentence with one tells what was or is.
    const bool orders = governing != nullptr && governing->cue.meaning == CueMeaning::planned;
    heading_[i] = orders && tells(words) ? nullptr : governing;
  }
}

// "+spasm", "-spasm": a sign written to the word. A dash with a space behind it begins a list entry.
char Assertions::sign_before(Span statement) const {
  if (statement.begin == 0) return 0;
  const char sign = text_.text()[statement.begin - 1];
  const char before = statement.begin < 2 ? ' ' : text_.text()[statement.begin - 2];
  const bool apart = before == ' ' || before == '\n' || before == ',' || before == ':' || before == '(';
  return (sign == '+' || sign == '-') && apart ? sign : '\0';
}

// "Urine drug screen was negative": the result of a test, not its absence.
bool Assertions::is_result(const CueAt& cue) const {
  const std::string_view words = text_.text().substr(cue.span.begin, cue.span.end - cue.span.begin);
  return cue.cue.side == CueSide::after && cue.cue.meaning == CueMeaning::negated &&
         (words.find("neg") != std::string_view::npos || words.find("unremarkable") != std::string_view::npos);
}

int Assertions::words_between(std::uint32_t from, std::uint32_t to) const {
  if (from >= to) return 0;
  const auto between = text_.text().substr(from, to - from);
  int words = 0;
  bool inside = false;
  for (const char c : between) {
    const bool white = c == ' ' || c == '\n';
    if (!white && !inside) ++words;
    inside = !white;
  }
  return words;
}

bool Assertions::reaches(const CueAt& cue, Span statement, std::size_t sentence) const {
  const bool before = cue.cue.side == CueSide::before;
  if (before ? cue.span.end > statement.begin : cue.span.begin < statement.end) return false;
  const Span gap = before ? Span{cue.span.end, statement.begin} : Span{statement.end, cue.span.begin};
  const bool is_order = cue.cue.meaning == CueMeaning::requested || cue.cue.meaning == CueMeaning::planned;
  const int reach = cue.cue.reach > 0 ? cue.cue.reach : before || is_order ? 0 : kReachAfter;
  if (reach > 0 && words_between(gap.begin, gap.end) > reach) return false;
  const std::string_view between = text_.text().substr(gap.begin, gap.end - gap.begin);
  if (between.find(';') != std::string_view::npos || leaves_parentheses(between, before)) return false;
  return std::none_of(by_sentence_[sentence].begin(), by_sentence_[sentence].end(), [&](const CueAt& other) {
    return other.cue.meaning == CueMeaning::terminator && other.span.begin >= gap.begin && other.span.end <= gap.end;
  });
}

Asserted Assertions::of(Span statement, Kind kind) const {
  Asserted out;
  const std::size_t sentence = text_.sentence_at(statement.begin);
  const char sign = sign_before(statement);
  if (sign == '-') out = {Assertion::negated, {statement.begin - 1, statement.begin}};
  const auto weigh = [&](const CueAt& cue) {
    const Assertion assertion = assertion_of(cue.cue.meaning);
    if (sign == '+' && assertion == Assertion::negated) return;  // "+spasm, SLR negative"
    if (strength(assertion) > strength(out.assertion)) out = {assertion, cue.span};
  };
  for (const CueAt& cue : by_sentence_[sentence]) {
    if (kind == Kind::test && is_result(cue)) continue;
    if (reaches(cue, statement, sentence)) weigh(cue);
  }
  if (heading_[sentence] != nullptr) weigh(*heading_[sentence]);
  return out;
}

std::string_view name_of(Assertion assertion) {
  switch (assertion) {
    case Assertion::present:
      return "present";
    case Assertion::negated:
      return "negated";
    case Assertion::historical:
      return "historical";
    case Assertion::possible:
      return "possible";
    case Assertion::hypothetical:
      return "hypothetical";
    case Assertion::conditional:
      return "conditional";
    case Assertion::other_person:
      return "other_person";
    case Assertion::planned:
      return "planned";
    case Assertion::requested:
      return "requested";
    case Assertion::stopped:
      return "stopped";
  }
  return "present";
}

}  // namespace openimr::facts
