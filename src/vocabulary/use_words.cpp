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
std::string any_of(const json& row, const char* key) {
  if (!row.contains(key)) return "";
  auto words = row[key].get<std::vector<std::string>>();
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

UseWords::UseWords() = default;
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
    const std::string words = any_of(row, "words");
    if (side == "before") add_to(before, words);
    if (side == "behind") add_to(behind, words);
    if (side == "before") {
      const std::string between = row.contains("joined_by") ? "\\b[^.;]{0,60} " + any_of(row, "joined_by")
                                  : row.contains("between") ? "(?: " + any_of(row, "between") + ")*"
                                                            : "";
      out.before_.push_back({known->second, std::make_unique<RE2>("\\b" + words + between + " ?$")});
    } else if (side == "behind") {
      const std::string begin = row.value("adjoining", false)     ? "^ ?"
                                : row.value("past_commas", false) ? kSentence
                                                                  : kClause;
      out.behind_.push_back({known->second, std::make_unique<RE2>(begin + words + "\\b")});
    } else if (side == "far") {
      out.far_.push_back({known->second, std::make_unique<RE2>("\\b" + words + "\\b")});
    } else if (side == "around") {
      out.gives_.push_back(std::make_unique<RE2>("\\b" + words + "\\b"));
      if (row.contains("unless"))
        out.takes_home_.push_back(std::make_unique<RE2>("\\b" + any_of(row, "unless") + "\\b"));
    } else {
      return fail({ErrorCode::invalid, "words of a drug's use with an unknown side", side, "packs/vocabulary", 0, 0,
                   "Use before, behind, far or around"});
    }
  }
  if (!before.empty()) out.any_before_ = std::make_unique<RE2>("\\b(?:" + before + ")");
  if (!behind.empty()) out.any_behind_ = std::make_unique<RE2>("\\b(?:" + behind + ")\\b");
  return out;
}

std::optional<UseStatus> UseWords::directly_before(std::string_view before) const {
  constexpr std::size_t kReach = 100;  // bytes; a phrase is no longer
  const std::string_view near = before.substr(before.size() - std::min(before.size(), kReach));
  if (any_before_ && !contains_match(near, *any_before_)) return std::nullopt;
  for (const Row& row : before_) {
    if (contains_match(near, *row.pattern)) return row.status;
  }
  return std::nullopt;
}

std::optional<UseStatus> UseWords::behind(std::string_view behind) const {
  constexpr std::size_t kReach = 80;
  const std::string_view near = behind.substr(0, kReach);
  if (any_behind_ && !contains_match(near, *any_behind_)) return std::nullopt;
  for (const Row& row : behind_) {
    if (contains_match(near, *row.pattern)) return row.status;
  }
  return std::nullopt;
}

std::optional<UseStatus> UseWords::anywhere_before(std::string_view before) const {
  std::optional<UseStatus> nearest;
  std::size_t end = 0;
  for (const Row& row : far_) {
    const std::size_t found = last_match(*row.pattern, before);
    if (found == 0 || found < end) continue;
    nearest = row.status;
    end = found;
  }
  return nearest;
}

bool UseWords::gives(std::string_view sentence) const {
  return std::any_of(gives_.begin(), gives_.end(), [&](const auto& p) { return contains_match(sentence, *p); });
}

bool UseWords::takes_home(std::string_view sentence) const {
  return std::any_of(takes_home_.begin(), takes_home_.end(),
                     [&](const auto& p) { return contains_match(sentence, *p); });
}

}  // namespace openimr::vocabulary
