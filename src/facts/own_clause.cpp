#include "facts/own_clause.h"

#include <algorithm>
#include <array>

#include "base/pattern.h"

namespace openimr::facts {
namespace {

constexpr std::size_t kNear = 60;  // bytes behind the statement in which its list or its verb stands

std::string_view without_articles(std::string_view words) {
  static constexpr std::array<std::string_view, 8> kArticles = {"the ", "her ",   "his ",  "a ",
                                                                "an ",  "there ", "some ", "and "};
  const auto has_article = [&](std::string_view article) { return words.starts_with(article); };
  for (auto found = std::find_if(kArticles.begin(), kArticles.end(), has_article); found != kArticles.end();
       found = std::find_if(kArticles.begin(), kArticles.end(), has_article))
    words.remove_prefix(found->size());
  return words;
}

bool goes_on_as_list(std::string_view words) {
  static const RE2 list("\\b(?:or|nor)\\b");
  return contains_match(words, list);
}

}  // namespace

bool stands_in_own_clause(std::string_view between, std::string_view statement, std::string_view behind) {
  static const RE2 affirms(
      "^(?:mild(?:ly)?|moderate(?:ly)?|trace|slight(?:ly)?|minimal(?:ly)?|scattered|occasional|positive|regular|normal|"
      "clear|soft|supple|intact|stable|unchanged|good|full|equal|alert|awake|oriented|afebrile|lungs|abdomen|bowel "
      "sounds)\\b");
  static const RE2 verb("\\b(?:is|are|was|were)\\b");
  static const RE2 is_there(
      "^ (?:is|are|was|were|remains|persists)(?: (?:also|again|still|now))?"
      "(?: (?:present|seen|noted|identified|found|favored|appreciated|suspected|likely|stable|unchanged|worse|improved|"
      "elevated|thought|felt|evident))\\b");
  const std::size_t comma = between.rfind(',');
  if (comma == std::string_view::npos) return false;
  std::string_view rest = between.substr(comma + 1);
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  rest = without_articles(rest);
  behind = behind.substr(0, kNear);
  if (goes_on_as_list(rest) || goes_on_as_list(behind)) return false;
  if (contains_match(rest.empty() ? statement : rest, affirms)) return true;
  return rest.empty() && (contains_match(statement, verb) || contains_match(behind, is_there));
}

}  // namespace openimr::facts
