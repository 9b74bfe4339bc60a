#include <algorithm>
#include <charconv>
#include <string>

#include <fmt/core.h>

#include "base/pattern.h"
#include "facts/reading.h"

namespace openimr::facts {
namespace {

struct Score {
  Span span;
  double value = 0;
  enum class Medication : std::uint8_t { unsaid, without, with } medication = Medication::unsaid;
};

double number(re2::StringPiece text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// "without medication", "before taking Norco", "with meds": at the score or behind it, before the next score. The words
// have each drug name replaced by "med".
Score::Medication medication_at(std::string_view before, std::string_view after, bool is_first) {
  static const RE2 without_after("^[^.;0-9]{0,30}?(?:\\b(?:without|off|before|prior to|pre)\\b|\\bw/o)");
  static const RE2 with_after(
      "^[^.;0-9]{0,30}?(?:\\b(?:with|on|after|post)\\b|\\bw/) ?(?:(?:the|his|her|taking|use of) )*(?:[a-z]+ )?"
      "(?:med|drug|analgesic)");
  static const RE2 without_before("(?:\\b(?:without|off|before|prior to)\\b|\\bw/o)[^.;0-9]{0,40}$");
  static const RE2 with_before(
      "(?:\\b(?:with|on|after)\\b|\\bw/) ?(?:(?:the|his|her|taking|use of) )*(?:[a-z]+ )?(?:med|drug|analgesic)"
      "[^.;0-9]{0,30}$");
  static const RE2 falls_to("(?:\\b(?:to|down to|reduced to|decreases? to|improves? to)(?: an?)? |-> ?)$");
  // "With medication 3/10, without 8/10": what follows the comma is said of the next score.
  const bool of_the_next = is_first && after.starts_with(",") &&
                           (contains_match(before, without_before) || contains_match(before, with_before));
  if (!of_the_next && contains_match(after, without_after)) return Score::Medication::without;
  if (!of_the_next && contains_match(after, with_after)) return Score::Medication::with;
  if (contains_match(before, without_before)) return Score::Medication::without;
  if (contains_match(before, with_before)) return Score::Medication::with;
  if (contains_match(before, falls_to)) return Score::Medication::with;
  return Score::Medication::unsaid;
}

// The text with the names of drugs and of their classes as "med", letter for letter as long.
std::string with_meds(const Reading& reading, std::size_t sentence) {
  const Span range = reading.sentence(sentence);
  std::string out(reading.words(range));
  for (const auto& mention : reading.mentions_in(sentence)) {
    const bool drug = mention.kind == vocabulary::TermKind::drug || mention.kind == vocabulary::TermKind::drug_class;
    if (!drug || mention.misread || mention.span.end > range.end || mention.span.end - mention.span.begin < 3) continue;
    const std::size_t at = mention.span.begin - range.begin;
    for (std::size_t i = at; i < mention.span.end - range.begin; ++i) out[i] = i - at < 3 ? "med"[i - at] : 'x';
  }
  return out;
}

std::vector<Score> scores_in(const Reading& reading, std::size_t index) {
  const Span sentence = reading.sentence(index);
  const std::string_view text = reading.text();
  static const RE2 out_of_ten("\\b(\\d{1,2}(?:\\.\\d)?)(?: ?(?:-|to) ?(\\d{1,2}(?:\\.\\d)?))? ?(?:/|out of) ?10\\b");
  static const RE2 on_a_scale(
      "\\b(?:vas|nrs|pain (?:level|score|rating|scale|intensity)|(?:current|least|average|worst)(?: pain)?|"
      "rat(?:es|ed)(?: (?:the|his|her))?(?: pain)?)"
      "(?: (?:score|is|of|at|was|rated|as|a))*[: ]+(\\d{1,2}(?:\\.\\d)?)(?: ?(?:-|to) ?(\\d{1,2}))?\\b");
  static const RE2 of_a_scale(
      "\\b(?:a |an )?(\\d{1,2})(?: ?(?:-|to) ?(?:a |an )?(\\d{1,2}))? on (?:a|the) (?:pain )?scale (?:of|from) "
      "(?:0|1|zero|one) "
      "?(?:-|to) ?(?:10|ten)\\b");
  static const RE2 scale_ahead(
      "\\b(?:0|1|zero|one) ?(?:-|to) ?(?:10|ten) (?:pain )?scale[^.;0-9]{0,60} (\\d{1,2})(?: ?(?:-|to) ?(?:a |an "
      ")?(\\d{1,2}))?\\b");
  static const RE2 beside_medication("\\b(\\d{1,2})() (?:with|without|w/o?|on|off) ?(?:[a-z]+ )?(?:med|drug)");
  const std::string masked = with_meds(reading, index);
  std::vector<Score> out;
  for (const RE2* pattern : {&out_of_ten, &of_a_scale, &scale_ahead, &on_a_scale}) {
    re2::StringPiece group[3];
    std::size_t from = sentence.begin;
    while (from < sentence.end &&
           pattern->Match({text.data(), text.size()}, from, sentence.end, RE2::UNANCHORED, group, 3)) {
      const auto begin = static_cast<std::uint32_t>(group[0].data() - text.data());
      const auto end = begin + static_cast<std::uint32_t>(group[0].size());
      from = end;
      const double value = number(group[2].empty() ? group[1] : group[2]);
      const bool is_date = end + 1 < text.size() && (text[end] == '/' || text[end] == '-') && text[end + 1] >= '0' &&
                           text[end + 1] <= '9';
      const bool known =
          std::any_of(out.begin(), out.end(), [&](const Score& s) { return s.span.overlaps({begin, end}); });
      if (value > 10 || is_date || known) continue;
      out.push_back({{begin, end}, value, Score::Medication::unsaid});
    }
  }
  // "VAS 8 without meds, 3 with meds": where one score stands, a number beside the medication is another.
  re2::StringPiece group[2];
  std::size_t from = 0;
  while (!out.empty() && from < masked.size() &&
         beside_medication.Match(masked, from, masked.size(), RE2::UNANCHORED, group, 2)) {
    from = static_cast<std::size_t>(group[1].data() - masked.data()) + group[1].size();
    const Span span{sentence.begin + static_cast<std::uint32_t>(from - group[1].size()),
                    sentence.begin + static_cast<std::uint32_t>(from)};
    const bool known = std::any_of(out.begin(), out.end(), [&](const Score& s) { return s.span.overlaps(span); });
    if (!known && number(group[1]) <= 10) out.push_back({span, number(group[1]), Score::Medication::unsaid});
  }
  std::sort(out.begin(), out.end(), [](const Score& a, const Score& b) { return a.span < b.span; });
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::uint32_t begin = i == 0 ? sentence.begin : out[i - 1].span.end;
    const std::uint32_t end = i + 1 == out.size() ? sentence.end : out[i + 1].span.begin;
    const std::string_view words(masked);
    out[i].medication = medication_at(words.substr(begin - sentence.begin, out[i].span.begin - begin),
                                      words.substr(out[i].span.end - sentence.begin, end - out[i].span.end), i == 0);
  }
  return out;
}

// Whether a number may be of a score: "8/10", "6 out of 10", "VAS: 7", "pain level is 5".
bool may_be_score(std::string_view text, Span number) {
  constexpr std::size_t kNear = 60;  // characters in which the words of a scale stand before it
  if (number.end - number.begin > 2) return false;
  const std::string_view ahead =
      text.substr(number.begin > kNear ? number.begin - kNear : 0, std::min<std::size_t>(number.begin, kNear));
  if (text.substr(number.begin, number.end - number.begin) == "10" && (ahead.ends_with('/') || ahead.ends_with("of ")))
    return true;
  static constexpr std::string_view kScales[] = {"pain",  "vas",     "nrs",   "rate", "current",
                                                 "least", "average", "worst", "scale"};
  const std::string_view behind = text.substr(number.end, std::min<std::size_t>(kNear, text.size() - number.end));
  if (behind.find(" scale") != std::string_view::npos) return true;
  return (ahead.ends_with(' ') || ahead.ends_with(':')) &&
         std::any_of(std::begin(kScales), std::end(kScales),
                     [&](std::string_view scale) { return ahead.find(scale) != std::string_view::npos; });
}

}  // namespace

void read_pain(const Reading& reading, std::vector<Fact>& out) {
  static const RE2 other_grade("\\b(?:strength|motor|grip|power|reflexes|repetitions|reps)\\b");
  std::size_t next = 0;  // the first sentence that was not looked at
  for (const Span number : reading.numbers) {
    if (!may_be_score(reading.text(), number)) continue;
    const std::size_t i = reading.sentence_of(number);
    if (i < next) continue;
    next = i + 1;
    if (contains_match(reading.words(reading.sentence(i)), other_grade)) continue;
    const std::vector<Score> scores = scores_in(reading, i);
    const Score* without = nullptr;
    const Score* with = nullptr;
    for (const Score& score : scores) {
      Fact fact = reading.fact_at(score.span, "pain_score", "");
      if (fact.assertion == Assertion::negated) fact.assertion = Assertion::present;  // "8/10 without medication"
      fact.value = score.value;
      reading.date_by_words(score.span, fact);
      if (score.medication == Score::Medication::without) {
        fact.attributes["medication"] = "without";
        without = &score;
      } else if (score.medication == Score::Medication::with) {
        fact.attributes["medication"] = "with";
        with = &score;
      }
      out.push_back(std::move(fact));
    }
    if (without == nullptr || with == nullptr || with->value >= without->value) continue;
    const Span both{std::min(without->span.begin, with->span.begin), std::max(without->span.end, with->span.end)};
    Fact relief = reading.fact_at(both, "pain_relief", "pain relief");
    if (relief.assertion == Assertion::negated) relief.assertion = Assertion::present;
    relief.attributes["from"] = fmt::format("{:g}", without->value);
    relief.attributes["to"] = fmt::format("{:g}", with->value);
    if (without->value > 0) relief.value = 100.0 * (without->value - with->value) / without->value;
    for (const auto& mention : reading.mentions_in(i)) {
      if (mention.kind == vocabulary::TermKind::drug && !mention.misread)
        for (std::string& name : subject_names(reading.vocabulary.drugs()[mention.index]))
          relief.subjects.push_back(std::move(name));
    }
    out.push_back(std::move(relief));
  }
}

}  // namespace openimr::facts
