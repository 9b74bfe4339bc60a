#include "vocabulary/prescription_words.h"

#include <algorithm>
#include <array>

#include "vocabulary/word_table.h"

namespace openimr::vocabulary {
namespace {

struct Form {
  std::string_view form;   // empty: a unit that is no form
  std::string_view unit;   // what a dose of it counts
  std::string_view words;  // separated by single spaces
};

constexpr std::array<Form, 31> kForms = {{{"tablet", "tablet", "tablet tablets tab tabs odt caplet caplets"},
                                          {"capsule", "capsule", "capsule capsules cap caps"},
                                          {"patch", "patch", "patch patches patchs pad pads"},
                                          {"cream", "", "cream creme"},
                                          {"ointment", "", "ointment oint"},
                                          {"gel", "", "gel"},
                                          {"suspension", "", "suspension"},
                                          {"solution", "", "solution liquid elixir"},
                                          {"syrup", "", "syrup"},
                                          {"lotion", "", "lotion"},
                                          {"spray", "spray", "spray sprays"},
                                          {"film", "film", "film films"},
                                          {"lozenge", "lozenge", "lozenge lozenges"},
                                          {"injection", "injection", "injection injections"},
                                          {"suppository", "suppository", "suppository suppositories"},
                                          {"powder", "", "powder"},
                                          {"drops", "drop", "drop drops gtt gtts"},
                                          {"inhaler", "", "inhaler"},
                                          {"kit", "", "kit"},
                                          {"foam", "", "foam"},
                                          {"roll-on", "", "roll-on"},
                                          {"", "pill", "pill pills"},
                                          {"", "unit", "unit units"},
                                          {"", "puff", "puff puffs inhalation inhalations"},
                                          {"", "teaspoon", "teaspoon teaspoons tsp tsps teaspoonful teaspoonfuls"},
                                          {"", "tablespoon", "tablespoon tablespoons tbsp tablespoonful"},
                                          {"", "packet", "packet packets sachet sachets"},
                                          {"", "application", "application applications"},
                                          {"", "scoop", "scoop scoops capful capfuls"},
                                          {"", "", "count ct pcs"},
                                          {"", "-", "boxes box tubes tube bottles bottle"}}};

struct Named {
  std::string_view means;
  std::string_view words;
};

constexpr std::array<Named, 11> kRoutes = {{{"oral", "po oral orally mouth"},
                                            {"topical", "topical topically"},
                                            {"transdermal", "transdermal transdermally td"},
                                            {"sublingual", "sublingual sublingually sl"},
                                            {"buccal", "buccal buccally"},
                                            {"intramuscular", "im intramuscular intramuscularly"},
                                            {"intravenous", "iv intravenous intravenously"},
                                            {"subcutaneous", "sq subq subcut subcutaneous subcutaneously"},
                                            {"nasal", "intranasal intranasally nostril nostrils"},
                                            {"rectal", "pr rectally rectum"},
                                            {"inhaled", "inhale inhaled"}}};

constexpr std::array<Named, 6> kMeasures = {{{"ml", "ml mls cc ccs milliliter milliliters"},
                                             {"g", "g gm gms gram grams"},
                                             {"mg", "mg mgs milligram milligrams mgm"},
                                             {"mcg", "mcg mcgs ug microgram micrograms"},
                                             {"meq", "meq"},
                                             {"iu", "iu"}}};

constexpr std::string_view kFillers =
    "er xr sr ir dr cr la ds hcl hci sodium sod citrate tartrate sulfate potassium hydrochloride extended "
    "release delayed to for of the and at with per a is was by day sig disp dispense dispensed needed pain severe "
    "moderate mild spasm spasms sleep anxiety muscle insomnia strength dose she he on may repeat then stop until off "
    "up food";
constexpr std::string_view kGiving =
    "take takes taking took taken use uses using apply applies applied applying rub rubs inject injects give given "
    "instill place dissolve";

// What the readers of parts ask for first, beside forms, routes and verbs of giving.
constexpr std::string_view kBeginning =
    "qty quantity disp dispense dispensed refill refills rf no zero without nr day days prn as when if on max maximum "
    "nte limit limited not don't dont do decrease decreasing reduce reducing taper tapering wean weaning lower "
    "increase "
    "increasing titrate raise under eye eyes ear ears then thereafter followed half i ii x "
    "bid tid qid qd qday daily everyday od nightly qhs hs bedtime qnight qam qmorning qpm qevening qnoon noon ac pc "
    "qod "
    "weekly qweek qwk tiw biweekly monthly qmonth qidprn tidprn bidprn eod "
    "every each q at before after with in per a once twice thrice night evening pm morning am afternoon "
    "monday mondays mon tuesday tuesdays tue tues wednesday wednesdays wed weds thursday thursdays thu thurs friday "
    "fridays fri saturday saturdays sat sunday sundays sun";

template <typename Each>
void for_each_word(std::string_view words, Each each) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    each(words.substr(at, end - at));
    at = end + 1;
  }
}

using Words = WordTable<PrescriptionWord>;

Words all_words() {
  Words out;
  for (const Form& form : kForms) {
    for_each_word(form.words, [&](std::string_view word) {
      const bool package = form.unit == "-";
      out[word].form = form.form;
      out[word].begins = out[word].begins || !form.form.empty();
      out[word].unit = package ? "" : form.unit;
      out[word].counted = true;
      out[word].package = package || word == "count" || word == "ct";
    });
  }
  for (const Named& route : kRoutes) {
    for_each_word(route.words, [&](std::string_view word) {
      out[word].route = route.means;
      out[word].begins = true;
    });
  }
  for_each_word(kFillers, [&](std::string_view word) { out[word].filler = true; });
  for_each_word(kGiving, [&](std::string_view word) { out[word].filler = out[word].gives = out[word].begins = true; });
  for_each_word(kBeginning, [&](std::string_view word) { out[word].begins = true; });
  return out;
}

}  // namespace

const PrescriptionWord& prescription_word(std::string_view word) {
  static const Words kWords = all_words();
  static const PrescriptionWord kNothing;
  const PrescriptionWord* found = kWords.find(word);
  return found == nullptr ? kNothing : *found;
}

std::string_view measure_of(std::string_view word) {
  static const auto kKnown = [] {
    WordTable<std::string_view> out;
    for (const Named& measure : kMeasures) {
      for_each_word(measure.words, [&](std::string_view spelled) { out[spelled] = measure.means; });
    }
    return out;
  }();
  const std::string_view* found = kKnown.find(word);
  return found == nullptr ? std::string_view() : *found;
}

bool is(std::span<const Token> tokens, std::size_t at, std::string_view word) {
  return at < tokens.size() && tokens[at].is(word);
}

bool is_any(std::span<const Token> tokens, std::size_t at, std::initializer_list<std::string_view> words) {
  if (at >= tokens.size() || tokens[at].text.empty()) return false;
  const std::string_view text = tokens[at].text;
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return word[0] == text[0] && word == text; });
}

const PrescriptionWord& word_at(std::span<const Token> tokens, std::size_t at) {
  return prescription_word(at < tokens.size() ? std::string_view(tokens[at].text) : std::string_view());
}

}  // namespace openimr::vocabulary
