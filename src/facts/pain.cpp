#include <algorithm>
#include <charconv>
#include <string>

#include <fmt/core.h>
#include <re2/re2.h>

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

// "without medication", "before taking Norco", "with meds": at the score or behind it, before the next score.
Score::Medication medication_at(std::string_view before, std::string_view after, bool is_first) {
  static const RE2 without_after("^[^.;0-9]{0,30}?\\b(?:without|w/o|off|before|prior to|pre)\\b");
  static const RE2 with_after(
      "^[^.;0-9]{0,30}?\\b(?:with|on|after|w/|post)\\b(?: (?:the|his|her|taking|use of))* ?(?:[a-z]+ )?"
      "(?:med|pain med|norco|opioid|narcotic|percocet|vicodin|hydrocodone|oxycodone|analgesic|drug)");
  static const RE2 without_before("\\b(?:without|w/o|off|before|prior to)\\b[^.;0-9]{0,40}$");
  static const RE2 with_before(
      "\\b(?:with|on|after)\\b (?:the |his |her |taking |use of )*(?:[a-z]+ )?(?:med|opioid|narcotic|norco|pain med|"
      "percocet|vicodin|hydrocodone|oxycodone|analgesic|drug)[^.;0-9]{0,30}$");
  static const RE2 falls_to("\\b(?:to|down to|reduced to|decreases? to|improves? to)(?: an?)? $");
  // "With medication 3/10, without 8/10": what follows the comma is said of the next score.
  const bool of_the_next = is_first && after.starts_with(",") &&
                           (RE2::PartialMatch(before, without_before) || RE2::PartialMatch(before, with_before));
  if (!of_the_next && RE2::PartialMatch(after, without_after)) return Score::Medication::without;
  if (!of_the_next && RE2::PartialMatch(after, with_after)) return Score::Medication::with;
  if (RE2::PartialMatch(before, without_before)) return Score::Medication::without;
  if (RE2::PartialMatch(before, with_before)) return Score::Medication::with;
  if (RE2::PartialMatch(before, falls_to)) return Score::Medication::with;
  return Score::Medication::unsaid;
}

std::vector<Score> scores_in(std::string_view text, Span sentence) {
  static const RE2 out_of_ten("\\b(\\d{1,2}(?:\\.\\d)?)(?: ?(?:-|to) ?(\\d{1,2}(?:\\.\\d)?))? ?(?:/|out of) ?10\\b");
  static const RE2 on_a_scale(
      "\\b(?:vas|pain (?:level|score|rating|scale))(?: (?:score|is|of|at|was|rated))*[: ]+(\\d{1,2}(?:\\.\\d)?)"
      "(?: ?(?:-|to) ?(\\d{1,2}))?\\b");
  std::vector<Score> out;
  for (const RE2* pattern : {&out_of_ten, &on_a_scale}) {
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
  std::sort(out.begin(), out.end(), [](const Score& a, const Score& b) { return a.span < b.span; });
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::uint32_t from = i == 0 ? sentence.begin : out[i - 1].span.end;
    const std::uint32_t to = i + 1 == out.size() ? sentence.end : out[i + 1].span.begin;
    out[i].medication = medication_at(text.substr(from, out[i].span.begin - from),
                                      text.substr(out[i].span.end, to - out[i].span.end), i == 0);
  }
  return out;
}

}  // namespace

void read_pain(const Reading& reading, std::vector<Fact>& out) {
  static const RE2 speaks_of_pain(
      "\\b(?:pain|vas|ache|aching|headaches?|discomfort|sore|soreness|intensity|severity|medications?|meds)\\b");
  static const RE2 strength_grade("\\bstrength\\b");
  for (std::size_t i = 0; i < reading.document.text.sentences().size(); ++i) {
    const Span sentence = reading.sentence(i);
    const std::string_view words = reading.words(sentence);
    if (words.find("10") == std::string_view::npos && words.find("pain") == std::string_view::npos &&
        words.find("vas") == std::string_view::npos)
      continue;
    if (!RE2::PartialMatch(words, speaks_of_pain) || RE2::PartialMatch(words, strength_grade)) continue;
    const std::vector<Score> scores = scores_in(reading.text(), sentence);
    const Score* without = nullptr;
    const Score* with = nullptr;
    for (const Score& score : scores) {
      Fact fact = reading.fact_at(score.span, "pain_score", "");
      fact.value = score.value;
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
