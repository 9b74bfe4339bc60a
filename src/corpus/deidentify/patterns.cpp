// What is written in a fixed shape: numbers, dates, addresses, phones.
#include <algorithm>

#include <re2/re2.h>

#include "base/ascii.h"
#include "base/pattern.h"
#include "corpus/deidentify/reading.h"

namespace openimr::corpus::deidentify {
namespace {

// Whether the words before a state are a town: no medicine, and where they are ordinary, some word of towns.
bool is_town(const Reading& r, Span span) {
  const Run run = r.tokens_in(span);
  if (run.empty() || any_in(r, run, kState | kNever | kMonth | kDrug | kMedical | kGeneric | kHeading)) return false;
  if (unknown_in(r, run) > 0 || any_in(r, run, kCityWord)) return true;
  const bool led = run.first > 0 && r.tokens[run.first - 1].shape == Shape::lower && r.tokens.joined(run.first - 1);
  return led && r.tokens.has(run.first - 1, kToPerson | kEnglish) && !any_in(r, run, kEponym | kCredential | kTitle);
}

bool is_date(std::string_view text) {
  static const RE2 pattern(R"(\d{1,2}([-/.])\d{1,2}([-/.])(?:\d{4}|\d{2})|(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2})");
  return is_match(text, pattern);
}

bool has_digits(std::string_view text, int wanted) {
  return std::count_if(text.begin(), text.end(), [](char c) { return is_digit(c); }) >= wanted;
}

template <class Each>
void each_match(std::string_view text, const RE2& pattern, const Each& each) {
  const re2::StringPiece all(text.data(), text.size());
  const int groups = pattern.NumberOfCapturingGroups() > 0 ? 2 : 1;
  re2::StringPiece match[2];
  for (std::size_t at = 0; at <= text.size() && pattern.Match(all, at, text.size(), RE2::UNANCHORED, match, groups);) {
    const auto end = static_cast<std::size_t>(match[0].data() - text.data()) + match[0].size();
    const re2::StringPiece& caught = match[groups - 1];
    if (!caught.empty()) {
      const auto begin = static_cast<std::uint32_t>(caught.data() - text.data());
      each(Span{begin, begin + static_cast<std::uint32_t>(caught.size())});
    }
    at = match[0].empty() ? end + 1 : end;
  }
}

}  // namespace

void find_kept(Reading& r) {
  for (const Pattern& pattern : r.rules.patterns) {
    if (pattern.keeps) each_match(r.tokens.text(), *pattern.expression, [&](Span span) { r.kept.push_back(span); });
  }
  for (std::size_t i = 0; i < r.tokens.size(); ++i) {
    const Phrase phrase = r.words.kept.at(r.tokens, i);
    if (phrase.words == 0) continue;
    bool common = true;
    for (std::size_t k = i; k < i + phrase.words; ++k) common &= r.tokens.has(k, kGeneric | kMedical);
    (common ? r.kept_alone : r.kept).push_back({r.tokens[i].begin, r.tokens[i + phrase.words - 1].end});
  }
}

void find_patterns(Reading& r) {
  for (const Pattern& pattern : r.rules.patterns) {
    if (pattern.keeps) continue;
    each_match(r.tokens.text(), *pattern.expression, [&](Span span) {
      const std::string_view text = r.tokens.text().substr(span.begin, span.end - span.begin);
      if (pattern.digits > 0 && (!has_digits(text, pattern.digits) || is_date(text))) return;
      if (!pattern.is_town || is_town(r, span)) r.add(pattern.kind, pattern.rule, span);
    });
  }
}

}  // namespace openimr::corpus::deidentify
