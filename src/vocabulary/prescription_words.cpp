#include "vocabulary/prescription_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

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

template <typename Each>
void for_each_word(std::string_view words, Each each) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    each(words.substr(at, end - at));
    at = end + 1;
  }
}

using Words = std::unordered_map<std::string_view, PrescriptionWord>;

Words all_words() {
  Words out;
  for (const Form& form : kForms) {
    for_each_word(form.words, [&](std::string_view word) {
      const bool package = form.unit == "-";
      out[word].form = form.form;
      out[word].unit = package ? "" : form.unit;
      out[word].counted = true;
      out[word].package = package || word == "count" || word == "ct";
    });
  }
  for (const Named& route : kRoutes) {
    for_each_word(route.words, [&](std::string_view word) { out[word].route = route.means; });
  }
  for_each_word(kFillers, [&](std::string_view word) { out[word].filler = true; });
  for_each_word(kGiving, [&](std::string_view word) { out[word].filler = out[word].gives = true; });
  return out;
}

}  // namespace

const PrescriptionWord& prescription_word(std::string_view word) {
  static const Words kWords = all_words();
  static const PrescriptionWord kNothing;
  const auto found = kWords.find(word);
  return found == kWords.end() ? kNothing : found->second;
}

std::string_view measure_of(std::string_view word) {
  static const auto kKnown = [] {
    std::unordered_map<std::string_view, std::string_view> out;
    for (const Named& measure : kMeasures) {
      for_each_word(measure.words, [&](std::string_view spelled) { out[spelled] = measure.means; });
    }
    return out;
  }();
  const auto found = kKnown.find(word);
  return found == kKnown.end() ? std::string_view() : found->second;
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
