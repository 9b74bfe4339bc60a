#include "corpus/precedents/precedents.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "corpus/replay.h"

namespace openimr::corpus {
namespace {

// How much each part of the likeness counts. The criteria count most: they are what a decision rests on.
constexpr double kTopic = 0.25;
constexpr double kCriteria = 0.45;
constexpr double kBodyParts = 0.2;
constexpr double kClaimAge = 0.1;
constexpr double kYearsApart = 10;  // at which claims are not alike in age

// An item of a letter, decided again.
struct Reread {
  Precedent precedent;
  Likeness likeness;
};

double share_of_body_parts(const Likeness& a, const Likeness& b) {
  if (a.body_parts.empty() && b.body_parts.empty()) return 1;
  const std::set<std::string> one(a.body_parts.begin(), a.body_parts.end());
  std::set<std::string> all = one;
  std::size_t both = 0;
  for (const std::string& part : b.body_parts) {
    both += one.contains(part) ? 1 : 0;
    all.insert(part);
  }
  return static_cast<double>(both) / static_cast<double>(all.size());
}

const Likeness::Criterion* same(const Likeness& in, const Likeness::Criterion& as) {
  const auto found =
      std::find_if(in.criteria.begin(), in.criteria.end(), [&](const auto& each) { return each.id == as.id; });
  return found == in.criteria.end() ? nullptr : &*found;
}

double share_of_criteria(const Likeness& a, const Likeness& b) {
  std::size_t asked = a.criteria.size();
  std::size_t alike = 0;
  for (const auto& criterion : a.criteria) {
    const auto* other = same(b, criterion);
    alike += other != nullptr && other->finding == criterion.finding ? 1 : 0;
  }
  for (const auto& criterion : b.criteria) asked += same(a, criterion) == nullptr ? 1 : 0;
  return asked == 0 ? 0 : static_cast<double>(alike) / static_cast<double>(asked);
}

void compare(const Likeness& here, const Likeness& there, Precedent& out) {
  out.likeness = likeness(here, there);
  for (const auto& criterion : here.criteria) {
    const auto* other = same(there, criterion);
    if (other == nullptr) continue;
    if (other->finding == criterion.finding) {
      ++out.alike;
    } else {
      out.differing.push_back({criterion.says, criterion.finding, other->finding});
    }
  }
}

std::string asked_for(const records::ParsedItem& parsed, const vocabulary::Vocabulary& vocabulary) {
  if (const vocabulary::Drug* drug = records::product_of(parsed, vocabulary)) return drug->name;
  return parsed.concept_name.value_or("");
}

// The decided items of a letter of the collection. None of a letter that cannot be read again.
std::vector<Reread> read_again(const Found& found, const Rereading& with) {
  std::vector<Reread> out;
  auto letters = with.letters.read(found.letter.text, found.id, letter::Needed::before_the_decision);
  if (letters.size() != 1 || !letters.front()) return out;
  determination::Determination& letter = *letters.front();
  letter::interpret(letter, found.letter.text, with.vocabulary);
  const auto place_of = [&](Span span) { return Place{found.id, 1, span, ""}; };
  const auto items = replay(letter, found.letter.text, place_of, with.library, with.vocabulary);
  if (!items) return out;
  for (const ReplayedItem& item : *items) {
    if (!item.physician) continue;
    Reread one;
    one.precedent.id = found.id;
    one.precedent.reference = found.letter.reference;
    one.precedent.decided = found.letter.decided;
    one.precedent.item = item.draft.text;
    one.precedent.decision = *item.physician;
    one.likeness = likeness_of(item.draft, found.letter.injury, found.letter.decided, with.vocabulary);
    out.push_back(std::move(one));
  }
  return out;
}

bool is_drug(const std::string& name, const vocabulary::Vocabulary& vocabulary) {
  return vocabulary.drug(name) != nullptr;
}

// Words alone: signs of a question would be read as such.
std::string plain_words(const std::string& text) {
  std::string out;
  for (const char c : text) out += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : ' ';
  return out;
}

}  // namespace

Likeness likeness_of(const determination::ItemDraft& draft, std::optional<Date> injury, std::optional<Date> decided,
                     const vocabulary::Vocabulary& vocabulary) {
  constexpr int kDaysOfYear = 365;
  Likeness out;
  if (!draft.criteria.empty()) out.topic = draft.criteria.front().evaluated.section->id;
  out.asked = asked_for(draft.parsed, vocabulary);
  out.body_parts = draft.parsed.body_parts;
  if (injury && decided) out.claim_years = decided->since(*injury).count / kDaysOfYear;
  for (const determination::CriterionTrace& trace : draft.criteria) {
    const guidelines::Evaluated& evaluated = trace.evaluated;
    if (evaluated.criterion->soft) continue;
    out.criteria.push_back({evaluated.criterion->id, evaluated.criterion->says, evaluated.finding, evaluated.conflict});
  }
  return out;
}

double likeness(const Likeness& a, const Likeness& b) {
  if (a.asked.empty() || a.asked != b.asked) return 0;
  double out = kBodyParts * share_of_body_parts(a, b) + kCriteria * share_of_criteria(a, b);
  if (!a.topic.empty() && a.topic == b.topic) out += kTopic;
  if (a.claim_years && b.claim_years)
    out += kClaimAge * std::max(0.0, 1 - std::abs(*a.claim_years - *b.claim_years) / kYearsApart);
  return out;
}

Result<std::vector<Precedent>> precedents(const Collection& collection, const Likeness& item, const std::string& words,
                                          const std::string& own_case, const Rereading& with, std::size_t most,
                                          int looked_through) {
  std::vector<Precedent> out;
  if (item.asked.empty()) return out;
  Question question;
  question.words = plain_words(words);
  question.where = {{is_drug(item.asked, with.vocabulary) ? Facet::drug : Facet::treatment, item.asked}};
  question.most = looked_through;
  const auto found = collection.answer(question);
  if (!found) return fail(found.error());
  for (const Found& letter : found->found) {
    if (!own_case.empty() && letter.letter.reference == own_case) continue;
    for (Reread& each : read_again(letter, with)) {
      compare(item, each.likeness, each.precedent);
      if (each.precedent.likeness > 0) out.push_back(std::move(each.precedent));
    }
  }
  std::sort(out.begin(), out.end(), [](const Precedent& a, const Precedent& b) {
    if (a.likeness != b.likeness) return a.likeness > b.likeness;
    return a.decided != b.decided ? a.decided > b.decided : a.id < b.id;
  });
  out.resize(std::min(out.size(), most));
  return out;
}

Result<std::vector<Inconsistency>> inconsistencies(const Collection& collection, const Question& question,
                                                   const Rereading& with, double at_least, std::size_t most,
                                                   int looked_through) {
  Question all = question;
  all.most = looked_through;
  const auto found = collection.answer(all);
  if (!found) return fail(found.error());
  std::vector<Reread> upheld;
  std::vector<Reread> overturned;
  for (const Found& letter : found->found) {
    for (Reread& each : read_again(letter, with))
      (each.precedent.decision == determination::Decision::upheld ? upheld : overturned).push_back(std::move(each));
  }
  std::vector<Inconsistency> out;
  for (const Reread& one : overturned) {
    for (const Reread& other : upheld) {
      if (one.precedent.id == other.precedent.id || likeness(one.likeness, other.likeness) < at_least) continue;
      Inconsistency pair{one.precedent, other.precedent, 0};
      compare(one.likeness, other.likeness, pair.overturned);
      pair.likeness = pair.overturned.likeness;
      out.push_back(std::move(pair));
    }
  }
  std::sort(out.begin(), out.end(), [](const Inconsistency& a, const Inconsistency& b) {
    if (a.likeness != b.likeness) return a.likeness > b.likeness;
    return std::tie(a.overturned.id, a.upheld.id) < std::tie(b.overturned.id, b.upheld.id);
  });
  out.resize(std::min(out.size(), most));
  return out;
}

}  // namespace openimr::corpus
