#include "corpus/deidentify/known_names.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "base/ascii.h"
#include "base/date.h"

namespace openimr::corpus::deidentify {
namespace {

constexpr std::size_t kShortestMisspelled = 5;  // letters from which on one may be wrong
constexpr std::size_t kShortestTwiceWrong = 9;  // and two
constexpr std::size_t kLongestMisspelled = 32;
constexpr std::size_t kShortestInSmall = 4;  // letters of a name that is found in small letters too
constexpr std::size_t kAbbreviation = 3;     // letters of a capital word that may be one
constexpr std::size_t kMostAlike = 32;       // names that share a shortened word

}  // namespace

bool is_within(std::string_view a, std::string_view b, std::size_t distance) {
  if (a.size() > kLongestMisspelled || b.size() > kLongestMisspelled) return a == b;
  if (a.size() > b.size() + distance || b.size() > a.size() + distance) return false;
  std::array<std::array<std::size_t, kLongestMisspelled + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& now = rows[i % 3];
    const auto& before = rows[(i + 2) % 3];
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({before[j] + 1, now[j - 1] + 1, before[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], rows[(i + 1) % 3][j - 2] + 1);
    }
  }
  return rows[a.size() % 3][b.size()] <= distance;
}

void KnownNames::add_part(const std::string& word, Kind kind, bool is_party) {
  if (word.size() < 2) return;
  const auto [at, is_new] = by_word_.try_emplace(word, parts_.size());
  if (!is_new) {
    parts_[at->second].is_party |= is_party;
    return;
  }
  const Classes classes = lexicon_.classes_of(word);
  parts_.push_back({word, classes, kind, is_party});
  const bool may_be_misspelled =
      word.size() >= kShortestMisspelled && word.size() <= kLongestMisspelled && (classes & kOrdinary) == 0;
  if (!may_be_misspelled) return;
  if (is_party && word.size() >= kShortestTwiceWrong) long_parties_.push_back(at->second);
  by_shortened_[word].push_back(at->second);
  for (std::size_t i = 0; i < word.size(); ++i) {
    auto& alike = by_shortened_[word.substr(0, i) + word.substr(i + 1)];
    if (alike.size() < kMostAlike) alike.push_back(at->second);
  }
}

void KnownNames::add_found(const NameWords& name) {
  for (const std::string& word : name) {
    add_part(word, Kind::name, false);
    // "Smith-Jones" is found as "Jones" too.
    for (std::size_t begin = 0; word.find('-') != std::string::npos && begin < word.size();) {
      const std::size_t end = std::min(word.find('-', begin), word.size());
      if (end - begin > 3) add_part(word.substr(begin, end - begin), Kind::name, false);
      begin = end + 1;
    }
  }
}

void KnownNames::add_organisation(std::string_view words, Kind kind) {
  const Tokens tokens(words);
  std::string whole;
  std::size_t count = 0;
  bool tells = false;
  for (std::size_t i = 0; i < tokens.size() && count < 6; ++i) {
    if (i > 0 && tokens.gap(i - 1).find(',') != std::string_view::npos) break;
    whole += std::string(tokens.text_of(i)) + " ";
    tells |= (lexicon_.classes_of(tokens[i].key) & kOrdinary) == 0 && tokens[i].key.size() > kAbbreviation;
    ++count;
  }
  if (count < 2 && !tells) return;
  wholes_.add(whole, static_cast<int>(of_wholes_.size()));
  of_wholes_.push_back({kind, rules_.again});
}

void KnownNames::add_pattern(const std::string& pattern, Kind kind) {
  RE2::Options options(RE2::Latin1);
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  auto expression = std::make_unique<RE2>(pattern, options);
  if (expression->ok()) patterns_.emplace_back(std::move(expression), kind);
}

void KnownNames::add_birth_date(const std::string& iso) {
  const auto day = Date::from_iso(iso);
  if (!day) return add_pattern("(" + RE2::QuoteMeta(iso) + ")", Kind::birth_date);
  static constexpr std::array<const char*, 12> kMonths = {
      "jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?",      "apr(?:il)?",   "may",           "june?",
      "july?",        "aug(?:ust)?",   "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"};
  const std::string year = iso.substr(0, 4);
  const std::string month = fmt::format("0?{}", std::stoi(iso.substr(5, 2)));
  const std::string of_month = fmt::format("0?{}", std::stoi(iso.substr(8, 2)));
  const std::string name = kMonths[static_cast<std::size_t>(std::stoi(iso.substr(5, 2)) - 1)];
  add_pattern(
      fmt::format(
          R"(\b({0}[-/. ]{1}[-/. ](?:{2})?{3}|{2}{3}-{0}-{1}|{4}\.?\s{{1,4}}{1}(?:st|nd|rd|th)?,?\s{{1,4}}{2}{3}|)"
          R"({1}[- ]{4}\.?,?[- ]{2}{3}))"
          R"((?:\D|$))",
          month, of_month, year.substr(0, 2), year.substr(2), name),
      Kind::birth_date);
}

void KnownNames::add(const KnownParty& party) {
  const Tokens tokens(party.words);
  switch (party.kind) {
    case Kind::birth_date:
      return add_birth_date(party.words);
    case Kind::number:
    case Kind::phone:
    case Kind::email:
    case Kind::web_address: {
      std::string pattern;
      for (const char c : party.words) {
        if (!is_letter(c) && !is_digit(c)) continue;
        if (!pattern.empty()) pattern += "[^A-Za-z0-9\\n]{0,2}";
        pattern += c;
      }
      if (!pattern.empty()) add_pattern("(?:^|[^A-Za-z0-9])(" + pattern + ")(?:[^A-Za-z0-9]|$)", party.kind);
      return;
    }
    default:
      break;
  }
  std::string initials;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& word = tokens[i].key;
    const Classes classes = lexicon_.classes_of(word);
    if (word.empty() || (classes & (kTitle | kCredential | kSuffix | kConnector)) != 0) continue;
    initials += word.front();
    const bool person = party.kind == Kind::name;
    const bool tells = (classes & (kOrdinary | kGeneric | kHeading)) == 0 && !is_digit(word.front());
    if (person || (tells && word.size() > kAbbreviation)) add_part(word, party.kind, true);
  }
  if (party.kind == Kind::name) {
    if (initials.size() >= 2) initials_[initials] = party.kind;
    return;
  }
  wholes_.add(party.words, static_cast<int>(of_wholes_.size()));
  of_wholes_.push_back({party.kind, rules_.party});
  if (party.kind == Kind::address && tokens.size() > 3) {
    // The street without its town.
    const std::size_t comma = std::min(party.words.find(','), party.words.size());
    wholes_.add(std::string_view(party.words).substr(0, comma), static_cast<int>(of_wholes_.size() - 1));
  }
}

const KnownNames::Part* KnownNames::misspelled(const std::string& word) const {
  const auto alike = [&](const std::string& key) -> const Part* {
    const auto found = by_shortened_.find(key);
    if (found == by_shortened_.end()) return nullptr;
    for (const std::size_t i : found->second) {
      if (is_within(word, parts_[i].word, 1)) return &parts_[i];
    }
    return nullptr;
  };
  if (word.size() + 1 < kShortestMisspelled || word.size() > kLongestMisspelled) return nullptr;
  if (const Part* found = alike(word)) return found;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (const Part* found = alike(word.substr(0, i) + word.substr(i + 1))) return found;
  }
  for (const std::size_t i : long_parties_) {
    if (is_within(word, parts_[i].word, 2)) return &parts_[i];
  }
  return nullptr;
}

const KnownNames::Part* KnownNames::part_at(const Reading& r, std::size_t i) const {
  const Token& token = r.tokens[i];
  if (token.shape == Shape::mark || token.shape == Shape::coded || token.key.size() < 2) return nullptr;
  if (const auto found = by_word_.find(token.key); found != by_word_.end()) {
    const Part& part = parts_[found->second];
    if (token.shape != Shape::lower) return &part;
    const bool ordinary = (part.classes & (kOrdinary | kGeneric | kHeading | kConnector)) != 0;
    return ordinary || token.key.size() < kShortestInSmall ? nullptr : &part;
  }
  return r.is_unknown(i) ? misspelled(token.key) : nullptr;
}

bool KnownNames::stands_for_person(const Reading& r, std::size_t i, const Part& part,
                                   const std::vector<const Part*>& parts) const {
  // Beside another part of a name: "Grace Long", "Long, Grace", "Grace T. Long".
  const auto is_part = [&](std::size_t k) {
    return k < parts.size() && parts[k] != nullptr && parts[k] != parts[i] && r.tokens[k].shape != Shape::lower;
  };
  const auto between = [&](std::size_t k) { return r.tokens.joined(k) || r.tokens.joined_behind(k, ",."); };
  const bool next = i + 1 < r.tokens.size() && between(i) &&
                    (is_part(i + 1) || (r.tokens[i + 1].shape == Shape::initial && is_part(i + 2)));
  const bool before = i > 0 && between(i - 1) &&
                      (is_part(i - 1) || (i > 1 && r.tokens[i - 1].shape == Shape::initial && is_part(i - 2)));
  const bool beside = next || before;
  const Token& token = r.tokens[i];
  if (beside) return true;
  if (token.shape == Shape::upper && token.key.size() <= kAbbreviation) return false;
  const bool joined = i + 1 < r.tokens.size() && r.tokens.joined(i);
  const bool says = joined && r.tokens[i + 1].shape == Shape::lower && r.tokens.has(i + 1, kSays);
  const Classes clinical = kEponym | kDrug | kMedical | kGeneric | kMaker | kHeading;
  const bool is_word_too = (token.classes & clinical) == kEponym && r.tokens.has(i, kEnglish | kFirstName) &&
                           !r.is_eponym_in_use(i);  // "Hunter", "Baker"
  if ((token.classes & clinical) != 0 && !is_word_too)
    return says && !token.possessive && (token.classes & (kDrug | kEponymNoun)) == 0;
  if ((part.classes & kOrdinary) == 0 && (token.classes & (kOrdinary & ~kEnglish)) == 0) return true;
  // An ordinary word with a capital: a name inside a sentence, or where a person does something.
  const bool does = joined && r.tokens[i + 1].shape == Shape::lower && r.tokens.has(i + 1, kSays | kDoes);
  if (r.tokens.starts_sentence(i)) return (does || token.possessive) && token.shape == Shape::title;
  const bool led_by_capital =
      i > 0 && r.tokens.joined(i - 1) && r.is_name_shaped(i - 1) && !r.is_found(i - 1) && !r.tokens.has(i - 1, kTitle);
  const bool before_capital = joined && r.is_name_shaped(i + 1) && !r.is_found(i + 1);
  return token.shape == Shape::title && r.tokens.line_of(i).has_small && !led_by_capital && !before_capital;
}

void KnownNames::find_parts(Reading& r) const {
  std::vector<const Part*> parts(r.tokens.size());
  for (std::size_t i = 0; i < r.tokens.size(); ++i) parts[i] = part_at(r, i);
  const std::size_t size = r.tokens.size();
  for (std::size_t i = 0; i < size; ++i) {
    if (parts[i] == nullptr || r.is_found(i) || !stands_for_person(r, i, *parts[i], parts)) continue;
    Run run{i, i + 1};
    const auto is_initial = [&](std::size_t k) {
      return k < size && !r.is_found(k) &&
             (r.tokens[k].shape == Shape::initial ||
              (r.tokens[k].shape == Shape::dotted && r.tokens[k].key.size() == 2 && !r.tokens.has(k, kCredential)));
    };
    if (parts[i]->kind == Kind::name) {
      run = r.with_particles(run);
      while (run.first > 0 && is_initial(run.first - 1) &&
             (r.tokens.joined(run.first - 1) || r.tokens.joined_behind(run.first - 1, ".")))
        --run.first;
    }
    r.add(parts[i]->kind, parts[i]->is_party ? rules_.party : rules_.again, run);
  }
  for (std::size_t i = 0; i < size; ++i) {
    const Token& token = r.tokens[i];
    const bool can_be = token.shape == Shape::dotted || (token.shape == Shape::upper && token.key.size() > 2);
    if (can_be && !r.is_found(i) && initials_.contains(token.key) && (token.classes & (kOrdinary | kCredential)) == 0)
      r.add(Kind::name, rules_.party, Run{i, i + 1});
  }
}

void KnownNames::find(Reading& r) const {
  for (std::size_t i = 0; i < r.tokens.size(); ++i) {
    const Phrase whole = wholes_.at(r.tokens, i);
    if (whole.words == 0) continue;
    const Whole& known = of_wholes_[static_cast<std::size_t>(whole.value)];
    const bool of_party = known.rule == rules_.party;
    if (of_party || (!r.is_found(i) && r.tokens[i].shape != Shape::lower))
      r.add(known.kind, known.rule, Run{i, i + whole.words});
  }
  for (const auto& [expression, kind] : patterns_) {
    const std::string_view text = r.tokens.text();
    re2::StringPiece match[2];
    std::size_t at = 0;
    while (expression->Match({text.data(), text.size()}, at, text.size(), RE2::UNANCHORED, match, 2)) {
      const auto begin = static_cast<std::uint32_t>(match[1].data() - text.data());
      const auto end = begin + static_cast<std::uint32_t>(match[1].size());
      r.add(kind, rules_.party, Span{begin, end});
      at = std::max<std::size_t>(end, at + 1);
    }
  }
  find_parts(r);
}

}  // namespace openimr::corpus::deidentify
