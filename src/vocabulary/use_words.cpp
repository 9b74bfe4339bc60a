#include "vocabulary/use_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/pattern.h"

namespace openimr::vocabulary {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<std::string_view, UseStatus>, 10> kStatuses = {{
    {"started", UseStatus::started},
    {"stopped", UseStatus::stopped},
    {"continued", UseStatus::continued},
    {"increased", UseStatus::increased},
    {"decreased", UseStatus::decreased},
    {"refused", UseStatus::refused},
    {"failed", UseStatus::failed},
    {"allergic", UseStatus::allergic},
    {"held", UseStatus::held},
    {"administered", UseStatus::administered},
}};

// "(?:stopped taking|quit)"; longer words first, so that none hides another.
std::string any_of(const json& row, const char* key, FirstLetters* letters = nullptr) {
  if (!row.contains(key)) return "";
  auto words = row[key].get<std::vector<std::string>>();
  for (const std::string& word : words) {
    if (letters != nullptr) letters->add(word);
  }
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "|") + RE2::QuoteMeta(word);
  return "(?:" + out + ")";
}

// End of the last match; 0 where there is none.
std::size_t last_match(const RE2& pattern, std::string_view words) {
  std::size_t end = 0;
  re2::StringPiece match;
  while (end < words.size() &&
         pattern.Match({words.data(), words.size()}, end, words.size(), RE2::UNANCHORED, &match, 1)) {
    end = static_cast<std::size_t>(match.data() - words.data()) + match.size();
  }
  return end;
}

std::string known_statuses() {
  std::string out;
  for (const auto& [name, status] : kStatuses) out += (out.empty() ? "Use one of: " : ", ") + std::string(name);
  return out;
}

}  // namespace

std::string_view name_of(UseStatus status) {
  const auto found =
      std::find_if(kStatuses.begin(), kStatuses.end(), [&](const auto& known) { return known.second == status; });
  return found == kStatuses.end() ? std::string_view() : found->first;
}

UseWords::UseWords()
    : before_(std::make_unique<Side>()),
      behind_(std::make_unique<Side>()),
      far_(std::make_unique<Side>()),
      gives_(std::make_unique<Around>()),
      takes_home_(std::make_unique<Around>()) {}
UseWords::UseWords(UseWords&&) noexcept = default;
UseWords& UseWords::operator=(UseWords&&) noexcept = default;
UseWords::~UseWords() = default;

Result<UseWords> UseWords::from_rows(const json& rows) {
  constexpr const char* kClause = "^[^.;,]{0,30}?\\b";
  constexpr const char* kSentence = "^[^.;]{0,60}?\\b";
  UseWords out;
  std::string before;
  std::string behind;
  const auto add_to = [](std::string& all, const std::string& words) { all += (all.empty() ? "" : "|") + words; };
  for (const json& row : rows) {
    const std::string status = row.value("status", "");
    const std::string side = row.value("side", "");
    const auto known =
        std::find_if(kStatuses.begin(), kStatuses.end(), [&](const auto& k) { return k.first == status; });
    if (known == kStatuses.end()) {
      return fail({ErrorCode::invalid, "words of a drug's use with an unknown status", status, "packs/vocabulary", 0, 0,
                   known_statuses()});
    }
    if (side == "before") {
      const std::string words = any_of(row, "words", &out.before_->words);
      add_to(before, words);
      const std::string between = row.contains("joined_by") ? "\\b[^.;]{0,60} " + any_of(row, "joined_by")
                                  : row.contains("between") ? "(?: " + any_of(row, "between") + ")*"
                                                            : "";
      out.before_->rows.push_back({known->second, std::make_unique<RE2>("\\b" + words + between + " ?$")});
    } else if (side == "behind") {
      const std::string words = any_of(row, "words", &out.behind_->words);
      add_to(behind, words);
      const std::string begin = row.value("adjoining", false)     ? "^ ?"
                                : row.value("past_commas", false) ? kSentence
                                                                  : kClause;
      out.behind_->rows.push_back({known->second, std::make_unique<RE2>(begin + words + "\\b")});
    } else if (side == "far") {
      const std::string words = any_of(row, "words", &out.far_->words);
      out.far_->rows.push_back({known->second, std::make_unique<RE2>("\\b" + words + "\\b")});
    } else if (side == "around") {
      const std::string words = any_of(row, "words", &out.gives_->words);
      out.gives_->patterns.push_back(std::make_unique<RE2>("\\b" + words + "\\b"));
      if (row.contains("unless")) {
        const std::string unless = any_of(row, "unless", &out.takes_home_->words);
        out.takes_home_->patterns.push_back(std::make_unique<RE2>("\\b" + unless + "\\b"));
      }
    } else {
      return fail({ErrorCode::invalid, "words of a drug's use with an unknown side", side, "packs/vocabulary", 0, 0,
                   "Use before, behind, far or around"});
    }
  }
  if (!before.empty()) out.before_->any = std::make_unique<RE2>("\\b(?:" + before + ")");
  if (!behind.empty()) out.behind_->any = std::make_unique<RE2>("\\b(?:" + behind + ")\\b");
  return out;
}

std::optional<UseStatus> UseWords::directly_before(std::string_view before) const {
  constexpr std::size_t kReach = 100;  // bytes; a phrase is no longer
  return status_in(*before_, before.substr(before.size() - std::min(before.size(), kReach)));
}

std::optional<UseStatus> UseWords::behind(std::string_view behind) const {
  constexpr std::size_t kReach = 80;
  return status_in(*behind_, behind.substr(0, kReach));
}

std::optional<UseStatus> UseWords::status_in(const Side& side, std::string_view near) {
  if (!side.words.begin_a_word_of(near)) return std::nullopt;
  if (side.any && !contains_match(near, *side.any)) return std::nullopt;
  for (const Row& row : side.rows) {
    if (contains_match(near, *row.pattern)) return row.status;
  }
  return std::nullopt;
}

std::optional<UseStatus> UseWords::anywhere_before(std::string_view before) const {
  if (!far_->words.begin_a_word_of(before)) return std::nullopt;
  std::optional<UseStatus> nearest;
  std::size_t end = 0;
  for (const Row& row : far_->rows) {
    const std::size_t found = last_match(*row.pattern, before);
    if (found == 0 || found < end) continue;
    nearest = row.status;
    end = found;
  }
  return nearest;
}

bool UseWords::Around::stands_in(std::string_view sentence) const {
  return words.begin_a_word_of(sentence) && std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) {
           return contains_match(sentence, *pattern);
         });
}

bool UseWords::gives(std::string_view sentence) const {
  return gives_->stands_in(sentence);
}

bool UseWords::takes_home(std::string_view sentence) const {
  return takes_home_->stands_in(sentence);
}

}  // namespace openimr::vocabulary
