#include "vocabulary/prescription_words.h"

#include <algorithm>
#include <array>

namespace openimr::vocabulary {
namespace {

struct Names {
  std::string_view means;
  std::string_view words;  // separated by single spaces
};

// Forms and how they are written.
constexpr std::array<Names, 21> kForms = {{{"tablet", "tablet tablets tab tabs odt caplet caplets"},
                                           {"capsule", "capsule capsules cap caps"},
                                           {"patch", "patch patches patchs pad pads"},
                                           {"cream", "cream creme"},
                                           {"ointment", "ointment oint"},
                                           {"gel", "gel"},
                                           {"suspension", "suspension"},
                                           {"solution", "solution liquid elixir"},
                                           {"syrup", "syrup"},
                                           {"lotion", "lotion"},
                                           {"spray", "spray"},
                                           {"film", "film films"},
                                           {"lozenge", "lozenge lozenges"},
                                           {"injection", "injection injections"},
                                           {"suppository", "suppository suppositories"},
                                           {"powder", "powder"},
                                           {"drops", "drops"},
                                           {"inhaler", "inhaler"},
                                           {"kit", "kit"},
                                           {"foam", "foam"},
                                           {"roll-on", "roll-on"}}};

// Routes and how they are written.
constexpr std::array<Names, 10> kRoutes = {{{"oral", "po oral orally mouth"},
                                            {"topical", "topical topically"},
                                            {"transdermal", "transdermal transdermally td"},
                                            {"sublingual", "sublingual sublingually sl"},
                                            {"buccal", "buccal"},
                                            {"intramuscular", "im intramuscular intramuscularly"},
                                            {"intravenous", "iv intravenously"},
                                            {"subcutaneous", "sq subcutaneous"},
                                            {"nasal", "intranasal"},
                                            {"rectal", "pr"}}};

constexpr std::string_view kFillers =
    "er xr sr ir dr cr la ds hcl hci sodium sod citrate tartrate sulfate potassium hydrochloride extended "
    "release delayed take takes taking took taken use uses using apply to for of the and at with per a is "
    "was by day sig disp dispense dispensed needed pain severe moderate mild spasm spasms sleep anxiety "
    "muscle insomnia strength dose she he on ";

bool lists(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return !word.empty();
  }
  return false;
}

template <std::size_t N>
std::optional<std::string> meaning(const std::array<Names, N>& table, std::string_view word) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Names& n) { return lists(n.words, word); });
  if (found == table.end()) return std::nullopt;
  return std::string(found->means);
}

}  // namespace

std::optional<std::string> form_of(std::string_view word) {
  return meaning(kForms, word);
}

std::optional<std::string> route_of(std::string_view word) {
  return meaning(kRoutes, word);
}

bool is_filler(std::string_view word) {
  return lists(kFillers, word);
}

bool is(std::span<const Token> tokens, std::size_t at, std::string_view word) {
  return at < tokens.size() && tokens[at].is(word);
}

bool is_any(std::span<const Token> tokens, std::size_t at, std::initializer_list<std::string_view> words) {
  return at < tokens.size() && std::find(words.begin(), words.end(), tokens[at].text) != words.end();
}

bool is_count_unit(std::span<const Token> tokens, std::size_t at) {
  return is_any(tokens, at,
                {"count", "ct", "pills", "pill", "units", "unit", "pcs", "boxes", "box", "tubes", "tube", "bottles",
                 "bottle"}) ||
         (at < tokens.size() && form_of(tokens[at].text).has_value());
}

}  // namespace openimr::vocabulary
