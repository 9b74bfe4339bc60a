#include "facts/reading.h"

#include <algorithm>

#include "base/pattern.h"
#include "facts/relative_dates.h"

namespace openimr::facts {
namespace {

// For each sentence the index of the first of `things` that begins in it or behind it.
template <class Thing>
std::vector<std::uint32_t> by_sentence(const std::vector<Thing>& things, const std::vector<Span>& sentences) {
  std::vector<std::uint32_t> out;
  out.reserve(sentences.size() + 1);
  std::uint32_t next = 0;
  for (const Span sentence : sentences) {
    while (next < things.size() && things[next].span.begin < sentence.begin) ++next;
    out.push_back(next);
  }
  out.push_back(static_cast<std::uint32_t>(things.size()));
  return out;
}

template <class Thing>
std::span<const Thing> between(const std::vector<Thing>& things, std::uint32_t first, std::uint32_t last) {
  return {things.data() + first, things.data() + last};
}

}  // namespace

Reading::Reading(const records::Document& the_document, const vocabulary::Vocabulary& the_vocabulary,
                 const std::vector<Date>& visits)
    : document(the_document),
      vocabulary(the_vocabulary),
      all_words(words_in(the_document.text.text())),
      numbers(all_words.numbers),
      mentions(the_vocabulary.find(the_document.text, all_words.words)),
      assertions(the_document, mentions, the_vocabulary),
      sentence_words_(facts::sentence_words(the_document.text, all_words)),
      dates_(find_dates(the_document.text, numbers)) {
  index_sentences();
  mark_recitals();
  find_visits();
  add_relative_dates(visits);
}

void Reading::index_sentences() {
  first_mention_ = by_sentence(mentions, document.text.sentences());
  first_date_ = by_sentence(dates_, document.text.sentences());
}

// Whether what follows a sentence belongs to the visit it names: it opens with the visit or its note ("The 8/19/15
// report states", "On D, the patient was seen"). A day named in passing ("last seen on", "an MRI dated") is of its
// sentence alone.
bool Reading::opens_visit(std::size_t index, const DateMention& day) const {
  constexpr int kMostWords = 10;         // "The primary treating physician's progress report dated"
  constexpr std::uint32_t kClose = 120;  // characters
  static const RE2 in_passing(
      "\\b(?:last|prior|previous|previously|since|until|next|after|before|emergency|hospital|mri|ct|views?|study|"
      "studies|imaging|letter|x "
      "?rays?|emg|scan|films?|"
      "radiographs?|ultrasound|surgery|operation|operative|i|had|has|have)\\b");
  static const RE2 seen(
      "^,? (?:[a-z]+ ){0,3}(?:seen|evaluated|re ?evaluated|examined|re ?examined|presented|returned|followed up)\\b");
  const Span all = sentence(index);
  if (day.span.begin - all.begin > kClose) return false;
  const std::string_view lead = words({all.begin, day.span.begin});
  if (day.role != DateRole::visit)
    return lead == "on " && contains_match(words({day.span.end, std::min(all.end, day.span.end + kClose)}), seen);
  return std::count(lead.begin(), lead.end(), ' ') <= kMostWords && !contains_match(lead, in_passing);
}

// The section that a day in running text is told in: with it the day ends. Nothing for the title of a note, which heads
// all that follows, and where records are reviewed visit by visit.
const records::Section* Reading::told_within(std::size_t index) const {
  constexpr std::size_t kLongestTitle = 100;  // characters of a line
  const Span all = sentence(index);
  const records::Section* section = document.section_at(all.begin);
  if (section == nullptr || section->name == "records reviewed") return nullptr;
  // No farther than a title reaches: a line may be as long as the text. Where it does not end, all of these bytes
  // count.
  const std::size_t from = all.begin - std::min<std::size_t>(all.begin, kLongestTitle);
  const std::string_view ahead = text().substr(from, all.begin - from);
  const std::string_view behind = text().substr(all.begin, kLongestTitle + 1);
  const std::size_t before = ahead.size() - (ahead.rfind('\n') + 1);
  const std::size_t rest = std::min(behind.find('\n'), behind.size());
  return before + rest <= kLongestTitle ? nullptr : section;
}

void Reading::find_visits() {
  std::optional<DateRange> of_document;
  if (document.date) of_document = DateRange{*document.date, *document.date};
  std::optional<DateRange> current = of_document;
  const records::Section* within = nullptr;  // the section with which the current day ends
  visits_.resize(sentences());
  for (std::size_t i = 0; i < visits_.size(); ++i) {
    if (within != nullptr && document.section_at(sentence(i).begin) != within) {
      current = of_document;
      within = nullptr;
    }
    const auto open = [&](const DateRange& day) {
      current = day;
      within = told_within(i);
    };
    visits_[i] = current;
    const auto days = dates_in(i);
    if (days.empty()) continue;
    const auto is_visit = [](const DateMention& day) { return day.role == DateRole::visit; };
    const auto told = std::find_if(days.begin(), days.end(), is_visit);
    // A sentence that names several reports compares them; it opens none.
    if (std::count_if(days.begin(), days.end(), is_visit) > 1) {
      visits_[i] = std::nullopt;
    } else if (told != days.end()) {
      visits_[i] = told->range;
      if (opens_visit(i, *told)) open(told->range);
    } else if (days.size() == 1 && days.front().role == DateRole::study) {
      visits_[i] = days.front().range;  // "MRI of 11/15/2007 shows a disc bulge"
    } else if (days.front().role == DateRole::other && words({sentence(i).begin, days.front().span.begin}) == "on ") {
      // "On 06/03/2014 she was not taking Norco": a day of this sentence alone, unless she was seen on it.
      const bool seen = opens_visit(i, days.front());
      if (seen || days.size() == 1) visits_[i] = days.front().range;
      if (seen) open(days.front().range);
    }
  }
}

void Reading::add_relative_dates(const std::vector<Date>& visits) {
  static const RE2 operated(
      "\\b(?:surgery|operation|fusion|arthroscopy|discectomy|laminectomy|release|repair|replacement|reconstruction|"
      "underwent)\\b[^.;]{0,40}$");
  std::vector<Date> days = visits;
  Anchors anchors;
  for (const DateMention& date : dates_) {
    if (!date.range.is_day()) continue;
    const std::size_t index = sentence_of(date.span);
    if (date.role == DateRole::visit) days.push_back(date.range.first);
    if (date.role == DateRole::injury) anchors.injury = date.range.first;
    if (date.role == DateRole::other && contains_match(words({sentence(index).begin, date.span.begin}), operated))
      anchors.surgery = date.range.first;
  }
  std::sort(days.begin(), days.end());
  std::vector<DateMention> found;
  for (const Span span : find_relative_dates(document.text, sentence_words_)) {
    const auto next = std::lower_bound(dates_.begin(), dates_.end(), span.begin,
                                       [](const DateMention& d, std::uint32_t at) { return d.span.end <= at; });
    if (next != dates_.end() && next->span.overlaps(span)) continue;  // "in June 2014"
    const std::size_t index = sentence_of(span);
    const auto visit_day = visits_[index];
    if (!visit_day) continue;
    anchors.today = visit_day->last;
    anchors.last_visit.reset();
    const auto after = std::lower_bound(days.begin(), days.end(), visit_day->first);
    if (after != days.begin()) anchors.last_visit = *std::prev(after);
    const auto range = relative_date(words(span), anchors);
    if (!range) continue;
    const bool since = words(span).starts_with("since ");
    const Span ahead{sentence(index).begin, since ? span.begin + 5 : span.begin};
    const DateRole role = role_between(words(ahead), words({span.end, sentence(index).end}));
    // That a note is of today or of the last visit opens no visit: the sentence tells of it, and the next does not.
    const bool is_told = role == DateRole::visit || role == DateRole::study;
    found.push_back({span, *range, is_told ? DateRole::other : role, true});
  }
  if (found.empty()) return;
  dates_.insert(dates_.end(), found.begin(), found.end());
  std::sort(dates_.begin(), dates_.end(), [](const DateMention& a, const DateMention& b) { return a.span < b.span; });
  first_date_ = by_sentence(dates_, document.text.sentences());
}

std::span<const vocabulary::Mention> Reading::mentions_in(std::size_t index) const {
  return between(mentions, first_mention_[index], first_mention_[index + 1]);
}

std::span<const DateMention> Reading::dates_in(std::size_t index) const {
  return between(dates_, first_date_[index], first_date_[index + 1]);
}

void Reading::mark_recitals() {
  recites_review_.resize(sentences());
  for (const vocabulary::Mention& mention : mentions) {
    if (mention.kind == vocabulary::TermKind::clinical &&
        vocabulary.clinical_terms()[mention.index].fact == vocabulary::kRecital)
      recites_review_[sentence_of(mention.span)] = true;
  }
}

Fact Reading::fact_at(Span span, std::string name, std::string concept_name, Assertions::Kind kind) const {
  const std::size_t index = sentence_of(span);
  Fact fact;
  fact.name = std::move(name);
  fact.concept_name = std::move(concept_name);
  fact.assertion = assertions.of(span, index, kind).assertion;
  fact.date = visit(index);
  fact.document_date = document.date;
  fact.places.push_back(document.place(span));
  if (recites_review_[index]) fact.attributes["source"] = "ur";
  return fact;
}

void Reading::date_by_words(Span span, Fact& fact) const {
  constexpr std::uint32_t kNear = 60;  // characters
  static const RE2 clause_ends("[,;:]| (?:and|but|which|that|although|while|however|now|currently|today) ");
  const auto around = dates_in(sentence_of(span));
  const DateMention* nearest = nullptr;
  std::uint32_t least = kNear;
  for (const DateMention& date : around) {
    if (!date.relative || date.role != DateRole::other || date.span.overlaps(span)) continue;
    const Span gap = date.span.begin >= span.end ? Span{span.end, date.span.begin} : Span{date.span.end, span.begin};
    const std::uint32_t distance = gap.end - gap.begin;
    if (distance >= least || contains_match(words(gap), clause_ends)) continue;
    least = distance;
    nearest = &date;
  }
  const bool is_past = nearest != nullptr && (!fact.date || nearest->range.first <= fact.date->last);
  if (!is_past) return;
  fact.date = nearest->range;
  fact.attributes["dated_by"] = document.text.original_text(nearest->span);
}

std::vector<std::string> subject_names(const vocabulary::Drug& drug) {
  std::vector<std::string> out = {drug.name};
  if (drug.ingredients.front() != drug.name) out.push_back(drug.ingredients.front());
  return out;
}

}  // namespace openimr::facts
