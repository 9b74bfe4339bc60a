#include "vocabulary/vocabulary.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <cstdlib>

#include <fmt/core.h>
#include <hs/hs.h>
#include <nlohmann/json.hpp>

namespace openimr::vocabulary {
namespace {

using nlohmann::json;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// A word as it stands in clean text. Most are written so already.
std::string clean(std::string_view written) {
  const bool is_clean =
      std::all_of(written.begin(), written.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
  if (is_clean) return std::string(written);
  std::string out(CleanText(written).text());
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::vector<std::string> strings(const json& row, const char* key) {
  return row.contains(key) && row[key].is_array() ? row[key].get<std::vector<std::string>>()
                                                  : std::vector<std::string>{};
}

std::string text(const json& row, const char* key) {
  return row.contains(key) && row[key].is_string() ? row[key].get<std::string>() : std::string{};
}

const std::array<std::pair<std::string_view, CueMeaning>, 11> kMeanings = {{{"negated", CueMeaning::negated},
                                                                            {"possible", CueMeaning::possible},
                                                                            {"historical", CueMeaning::historical},
                                                                            {"hypothetical", CueMeaning::hypothetical},
                                                                            {"conditional", CueMeaning::conditional},
                                                                            {"other_person", CueMeaning::other_person},
                                                                            {"planned", CueMeaning::planned},
                                                                            {"requested", CueMeaning::requested},
                                                                            {"stopped", CueMeaning::stopped},
                                                                            {"pseudo", CueMeaning::pseudo},
                                                                            {"terminator", CueMeaning::terminator}}};

}  // namespace

// One pattern a word. Vectorscan finds the words; whether they are whole words, and which of two overlapping terms
// stands, is decided here.
struct Vocabulary::Matcher {
  struct Pattern {
    std::string word;  // clean
    TermKind kind;
    std::uint16_t index;
    bool prefix = false;    // any ending
    bool capitals = false;  // only in capital letters
    bool misread = false;
  };
  std::vector<Pattern> patterns;
  hs_database_t* database = nullptr;

  Matcher() = default;
  Matcher(const Matcher&) = delete;
  Matcher& operator=(const Matcher&) = delete;
  ~Matcher() { hs_free_database(database); }

  void add(std::string_view written, TermKind kind, std::size_t index, bool misread = false) {
    Pattern pattern{"", kind, static_cast<std::uint16_t>(index), false, false, misread};
    if (written.starts_with('=')) {
      pattern.capitals = true;
      written.remove_prefix(1);
    }
    if (written.ends_with('*')) {
      pattern.prefix = true;
      written.remove_suffix(1);
    }
    pattern.word = clean(written);
    if (!pattern.word.empty()) patterns.push_back(std::move(pattern));
  }

  Result<void> compile(std::string_view serialized) {
    if (!serialized.empty() && hs_deserialize_database(serialized.data(), serialized.size(), &database) == HS_SUCCESS)
      return {};
    std::vector<const char*> words;
    std::vector<std::size_t> lengths;
    std::vector<unsigned> flags(patterns.size(), 0);
    std::vector<unsigned> ids;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      words.push_back(patterns[i].word.c_str());
      lengths.push_back(patterns[i].word.size());
      ids.push_back(static_cast<unsigned>(i));
    }
    hs_compile_error_t* error = nullptr;
    if (hs_compile_lit_multi(words.data(), flags.data(), ids.data(), lengths.data(),
                             static_cast<unsigned>(words.size()), HS_MODE_BLOCK, nullptr, &database,
                             &error) != HS_SUCCESS) {
      std::string message = fmt::format("the word matcher cannot be built: {}", error->message);
      hs_free_compile_error(error);
      return fail({ErrorCode::invalid, std::move(message), "", "packs/vocabulary", 0, 0, "Check the words."});
    }
    return {};
  }

  // Scratch space is one a thread; it grows to the largest matcher the thread has used.
  hs_scratch_t* scratch() const {
    struct Owner {
      hs_scratch_t* memory = nullptr;
      std::uint64_t made_for = 0;
      ~Owner() { hs_free_scratch(memory); }
    };
    static thread_local Owner owner;
    if (owner.made_for != id) {
      if (hs_alloc_scratch(database, &owner.memory) != HS_SUCCESS) std::abort();
      owner.made_for = id;
    }
    return owner.memory;
  }

 private:
  static std::uint64_t next_id() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
  }
  const std::uint64_t id = next_id();  // an address may be used again, a number is not
};

Vocabulary::Vocabulary() : matcher_(std::make_unique<Matcher>()) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

Result<Vocabulary> Vocabulary::from_packs(const json& packs, std::string_view serialized) {
  Vocabulary out;
  static const json kNone = json::array();
  const auto rows = [&packs](const char* list) -> const json& { return packs.contains(list) ? packs[list] : kNone; };
  const auto add_words = [&out](const std::vector<std::string>& words, const std::string& name, TermKind kind,
                                std::size_t index) {
    for (const std::string& word : words) {
      out.matcher_->add(word, kind, index);
      if (kind == TermKind::cue) continue;
      const std::string_view plain = std::string_view(word).substr(word.starts_with('=') ? 1 : 0);
      out.words_[name].emplace_back(plain.substr(0, plain.size() - (plain.ends_with('*') ? 1 : 0)));
    }
  };
  for (const json& row : rows("drugs")) {
    Drug drug{.name = text(row, "name"),
              .ingredients = strings(row, "ingredients"),
              .drug_class = text(row, "class"),
              .topics = strings(row, "topics"),
              .category = "",
              .subcategory = "",
              .schedule = text(row, "schedule"),
              .form = text(row, "form"),
              .mme = {},
              .mme_steps = {},
              .misread_strengths = {}};
    if (drug.ingredients.empty()) drug.ingredients = {drug.name};
    if (const auto category = strings(row, "category"); category.size() == 2) {
      drug.category = category[0];
      drug.subcategory = category[1];
    }
    if (row.contains("mme")) {
      for (const auto& [year, factor] : row["mme"].items()) drug.mme[std::stoi(year)] = factor.get<double>();
    }
    if (row.contains("mme_steps")) {
      for (const auto& [year, steps] : row["mme_steps"].items()) {
        drug.mme_steps[std::stoi(year)] = steps.get<std::vector<std::pair<double, double>>>();
      }
    }
    const std::size_t index = out.drugs_.size();
    std::vector<std::string> names = strings(row, "names");
    // Rows of one name differ by form; the bare name is the first one's.
    const bool listed = std::find(names.begin(), names.end(), drug.name) != names.end();
    if (!listed && out.drug(drug.name) == nullptr) names.insert(names.begin(), drug.name);
    add_words(names, drug.name, TermKind::drug, index);
    for (const std::string& name : names) out.spelling_.add_name(name, static_cast<std::uint16_t>(index));
    for (const std::string& misspelt : strings(row, "words")) out.matcher_->add(misspelt, TermKind::drug, index);
    if (row.contains("misread")) {
      for (const std::string& word : strings(row["misread"], "words"))
        out.matcher_->add(word, TermKind::drug, index, true);
      drug.misread_strengths = row["misread"]["strengths"].get<std::vector<double>>();
    }
    out.drugs_.push_back(std::move(drug));
  }
  for (const json& row : rows("no_drugs")) {
    for (const std::string& word : strings(row, "words")) out.spelling_.add_other_word(word);
  }
  for (const json& row : rows("drug_classes")) {
    add_words(strings(row, "words"), text(row, "name"), TermKind::drug_class, out.drug_classes_.size());
    out.drug_classes_.push_back(text(row, "name"));
  }
  for (const json& row : rows("services")) {
    const auto category = strings(row, "category");
    add_words(strings(row, "words"), text(row, "name"), TermKind::service, out.services_.size());
    out.services_.push_back({text(row, "name"), text(row, "kind"), category.empty() ? "" : category[0],
                             category.size() < 2 ? "" : category[1], text(row, "body_part")});
  }
  for (const json& row : rows("body_parts")) {
    add_words(strings(row, "words"), text(row, "name"), TermKind::body_part, out.body_parts_.size());
    out.body_parts_.push_back({text(row, "name")});
  }
  for (const json& row : rows("terms")) {
    add_words(strings(row, "words"), text(row, "name"), TermKind::clinical, out.clinical_.size());
    out.clinical_.push_back({text(row, "name"), text(row, "fact"), strings(row, "is_a"),
                             row.value("needs_subject", false), text(row, "response")});
    for (const std::string& wider : out.clinical_.back().is_a) {
      for (const std::string& word : out.words_[text(row, "name")]) out.words_[wider].push_back(word);
    }
  }
  const auto meaning_of = [](const std::string& word) {
    return std::find_if(kMeanings.begin(), kMeanings.end(), [&](const auto& m) { return m.first == word; });
  };
  for (const json& row : rows("sections")) {
    const auto meaning = meaning_of(text(row, "means"));
    for (const std::string& heading : strings(row, "headings"))
      out.headings_.try_emplace(clean(heading), out.sections_.size());
    const std::string whole = text(row, "part_of");
    out.sections_.push_back({whole.empty() ? text(row, "name") : whole,
                             meaning == kMeanings.end() ? std::nullopt : std::optional(meaning->second),
                             text(row, "until") == "any heading", !whole.empty(), row.value("background", false)});
  }
  for (const json& row : rows("records")) {
    RecordKind kind{text(row, "kind"), strings(row, "titles"), {}, row.value("undated", false)};
    if (row.contains("says")) {
      for (const auto& [words, weight] : row["says"].items()) kind.says.emplace_back(words, weight.get<int>());
    }
    out.record_words_.kinds.push_back(std::move(kind));
  }
  for (const auto& [list, words] :
       {std::pair{"record_dates", &out.record_words_.dates}, std::pair{"record_authors", &out.record_words_.authors}}) {
    for (const json& row : rows(list)) {
      for (const std::string& word : strings(row, "words")) words->emplace(word, row["rank"].get<int>());
    }
  }
  out.record_words_.credentials = strings(packs, "credentials");
  for (const json& row : rows("cues")) {
    const auto meaning = meaning_of(text(row, "means"));
    if (meaning == kMeanings.end()) {
      return fail({ErrorCode::invalid, "a cue with an unknown meaning", text(row, "means"), "packs/vocabulary", 0, 0,
                   "Use one of the README's."});
    }
    add_words(strings(row, "words"), "", TermKind::cue, out.cues_.size());
    out.cues_.push_back(
        {meaning->second, text(row, "side") == "after" ? CueSide::after : CueSide::before, row.value("reach", 0)});
  }
  if (auto compiled = out.matcher_->compile(serialized); !compiled) return fail(compiled.error());
  return out;
}

std::string Vocabulary::serialized_matcher() const {
  char* bytes = nullptr;
  std::size_t length = 0;
  if (hs_serialize_database(matcher_->database, &bytes, &length) != HS_SUCCESS) return {};
  std::string out(bytes, length);
  std::free(bytes);
  return out;
}

std::vector<Mention> Vocabulary::find(const CleanText& clean) const {
  struct Search {
    const CleanText& clean;
    std::string_view text;
    const Matcher& matcher;
    std::vector<Mention> found;
  };
  Search search{clean, clean.text(), *matcher_, {}};
  const auto on_match = [](unsigned id, unsigned long long, unsigned long long to, unsigned, void* context) -> int {
    auto& s = *static_cast<Search*>(context);
    const auto& pattern = s.matcher.patterns[id];
    auto end = static_cast<std::uint32_t>(to);
    const auto begin = static_cast<std::uint32_t>(to - pattern.word.size());
    if (begin > 0 && is_word(s.text[begin - 1]) && is_word(s.text[begin])) return 0;
    if (end < s.text.size() && is_word(s.text[end]) && is_word(s.text[end - 1])) {
      if (!pattern.prefix) return 0;
      while (end < s.text.size() && is_word(s.text[end])) ++end;
    }
    if (pattern.capitals) {
      for (std::uint32_t i = begin; i < end; ++i) {
        if (s.text[i] >= 'a' && s.text[i] <= 'z' && !s.clean.is_upper(i)) return 0;
      }
    }
    s.found.push_back({{begin, end}, pattern.kind, pattern.index, pattern.misread});
    return 0;
  };
  const auto scanned = hs_scan(matcher_->database, search.text.data(), static_cast<unsigned>(search.text.size()), 0,
                               matcher_->scratch(), on_match, &search);
  if (scanned != HS_SUCCESS) std::abort();  // to find nothing would be a finding

  auto& found = search.found;
  std::sort(found.begin(), found.end(), [](const Mention& a, const Mention& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end) return a.span.end > b.span.end;
    if (a.kind != b.kind) return a.kind < b.kind;
    return a.index < b.index;
  });
  std::vector<Mention> kept;
  // Cues that look ahead and cues that look back are kinds of their own: "was negative" | "negative for".
  std::array<std::uint32_t, 7> covered{};  // end of the last kept term of each kind
  std::array<Mention, 7> last{};
  const auto cue_kind = [](bool looks_back) {
    return static_cast<std::size_t>(TermKind::cue) + (looks_back ? 1U : 0U);
  };
  Span negation;  // the last cue that denies what follows
  for (const Mention& mention : found) {
    const bool looks_back = mention.kind == TermKind::cue && cues_[mention.index].side == CueSide::after;
    const std::size_t kind =
        mention.kind == TermKind::cue ? cue_kind(looks_back) : static_cast<std::size_t>(mention.kind);
    const bool same_words = mention.span == last[kind].span && mention.index != last[kind].index;
    if (mention.span.begin < covered[kind] && !same_words) continue;
    // "Negative for spasm" denies a spasm; it gives no reason "for spasm".
    const bool inside_negation =
        mention.span.begin > negation.begin && mention.span.begin < negation.end && mention.span.end > negation.end;
    if (mention.kind == TermKind::clinical && inside_negation) continue;
    if (mention.kind == TermKind::cue && !looks_back && cues_[mention.index].meaning == CueMeaning::negated)
      negation = mention.span;
    covered[kind] = mention.span.end;
    last[kind] = mention;
    kept.push_back(mention);
  }
  return kept;
}

const std::vector<std::string>& Vocabulary::words_for(std::string_view name) const {
  static const std::vector<std::string> kNone;
  const auto found = words_.find(name);
  return found == words_.end() ? kNone : found->second;
}

const SectionKind* Vocabulary::section_headed(std::string_view heading) const {
  const auto kind = [this](std::string_view words) {
    const auto found = headings_.find(words);
    return found == headings_.end() ? nullptr : &sections_[found->second];
  };
  if (const auto* known = kind(heading)) return known;
  for (std::size_t end = heading.size(); end != std::string_view::npos && end > 0; end = heading.rfind(' ', end - 1)) {
    if (const auto* known = kind(std::string(heading.substr(0, end)) + '*')) return known;
  }
  for (std::size_t at = heading.find(' '); at != std::string_view::npos; at = heading.find(' ', at + 1)) {
    if (const auto* known = kind('*' + std::string(heading.substr(at + 1)))) return known;
  }
  return nullptr;
}

const SectionKind* Vocabulary::section_kind(std::string_view name) const {
  const auto found =
      std::find_if(sections_.begin(), sections_.end(), [&](const SectionKind& kind) { return kind.name == name; });
  return found == sections_.end() ? nullptr : &*found;
}

const Drug* Vocabulary::drug(std::string_view name) const {
  const auto found = std::find_if(drugs_.begin(), drugs_.end(), [&](const Drug& drug) { return drug.name == name; });
  return found == drugs_.end() ? nullptr : &*found;
}

}  // namespace openimr::vocabulary
