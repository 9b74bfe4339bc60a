#include "vocabulary/vocabulary.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "base/words.h"

namespace openimr::vocabulary {
namespace {

using nlohmann::json;

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

std::string known_meanings() {
  std::string out;
  for (const auto& [name, meaning] : kMeanings) out += (out.empty() ? "Use one of: " : ", ") + std::string(name);
  return out;
}

// Takes a word as the packs write it: "=" before it asks for capitals, "*" behind it for any ending.
class Terms {
 public:
  void add(std::string_view written, TermKind kind, std::size_t index, bool misread = false) {
    TermIndex::Term term{{}, kind, static_cast<std::uint16_t>(index), false, false, misread};
    if (written.starts_with('=')) {
      term.capitals = true;
      written.remove_prefix(1);
    }
    if (written.ends_with('*')) {
      term.any_ending = true;
      written.remove_suffix(1);
    }
    term.words = clean(written);
    if (!term.words.empty()) all.push_back(std::move(term));
  }
  std::vector<TermIndex::Term> all;
};

}  // namespace

Result<Vocabulary> Vocabulary::from_packs(const json& packs) {
  Vocabulary out;
  Terms terms;
  static const json kNone = json::array();
  const auto rows = [&packs](const char* list) -> const json& { return packs.contains(list) ? packs[list] : kNone; };
  const auto add_words = [&out, &terms](const std::vector<std::string>& words, const std::string& name, TermKind kind,
                                        std::size_t index) {
    for (const std::string& word : words) {
      terms.add(word, kind, index);
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
              .strength = text(row, "strength"),
              .injected_to_percent = row.value("injected_to_percent", 0.0),
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
    for (const std::string& misspelt : strings(row, "words")) terms.add(misspelt, TermKind::drug, index);
    if (row.contains("misread")) {
      for (const std::string& word : strings(row["misread"], "words")) terms.add(word, TermKind::drug, index, true);
      drug.misread_strengths = row["misread"]["strengths"].get<std::vector<double>>();
    }
    out.drugs_.push_back(std::move(drug));
  }
  if (auto use_words = UseWords::from_rows(rows("drug_use"))) {
    out.use_words_ = std::move(*use_words);
  } else {
    return fail(use_words.error());
  }
  for (const json& row : rows("no_drugs")) {
    for (const std::string& word : strings(row, "words")) out.spelling_.add_other_word(word);
  }
  for (const json& row : rows("drug_classes")) {
    add_words(strings(row, "words"), text(row, "name"), TermKind::drug_class, out.drug_classes_.size());
    out.drug_classes_.push_back(text(row, "name"));
    if (row.value("first_line", false)) out.first_line_classes_.push_back(text(row, "name"));
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
  const auto halves = [&out, &terms](const std::vector<std::string>& words) {
    std::vector<std::uint16_t> indexes;
    for (const std::string& word : words) {
      const std::uint16_t half = out.apart_.half(word);
      terms.add(word, TermKind::half, half);
      indexes.push_back(half);
    }
    return indexes;
  };
  for (const json& row : rows("halves_parted_by")) halves(strings(row, "words"));
  for (const json& row : rows("terms")) {
    add_words(strings(row, "words"), text(row, "name"), TermKind::clinical, out.clinical_.size());
    out.clinical_.push_back({text(row, "name"), text(row, "fact"), strings(row, "is_a"),
                             row.value("needs_subject", false), text(row, "response"), text(row, "body_part"),
                             text(row, "complaint")});
    if (row.contains("apart"))
      out.apart_.add(static_cast<std::uint16_t>(out.clinical_.size() - 1), halves(strings(row["apart"], "one")),
                     halves(strings(row["apart"], "other")));
    for (const std::string& wider : out.clinical_.back().is_a) {
      for (const std::string& word : out.words_[text(row, "name")]) out.words_[wider].push_back(word);
    }
  }
  const auto meaning_of = [](const std::string& word) {
    return std::find_if(kMeanings.begin(), kMeanings.end(), [&](const auto& m) { return m.first == word; });
  };
  for (const json& row : rows("sections")) {
    const auto meaning = meaning_of(text(row, "means"));
    for (const std::string& heading : strings(row, "headings")) out.headings_.add(clean(heading), out.sections_.size());
    const std::string whole = text(row, "part_of");
    out.sections_.push_back({whole.empty() ? text(row, "name") : whole,
                             meaning == kMeanings.end() ? std::nullopt : std::optional(meaning->second),
                             text(row, "until") == "any heading", !whole.empty(), row.value("background", false)});
  }
  std::vector<Phrase> titles;
  std::vector<Phrase> says;
  for (const json& row : rows("records")) {
    const std::size_t kind = out.record_words_.kinds.size();
    for (const std::string& title : strings(row, "titles")) titles.push_back({title, kind});
    if (row.contains("says")) {
      for (const auto& [words, weight] : row["says"].items()) says.push_back({words, kind, weight.get<int>()});
    }
    out.record_words_.kinds.push_back({text(row, "kind"), row.value("undated", false)});
  }
  out.record_words_.titles = Phrases(std::move(titles));
  out.record_words_.says = Phrases(std::move(says));
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
                   known_meanings()});
    }
    add_words(strings(row, "words"), "", TermKind::cue, out.cues_.size());
    out.cues_.push_back(
        {meaning->second, text(row, "side") == "after" ? CueSide::after : CueSide::before, row.value("reach", 0)});
  }
  out.terms_ = TermIndex(std::move(terms.all));
  return out;
}

std::vector<Mention> Vocabulary::find(const CleanText& clean) const {
  return find(clean, words_in(clean.text()).words);
}

std::vector<Mention> Vocabulary::find(const CleanText& clean, std::span<const Span> words) const {
  const std::vector<Mention> found = terms_.find(clean, words);
  std::vector<Mention> kept, halves;
  kept.reserve(found.size());
  // Cues that look ahead and cues that look back are kinds of their own: "was negative" | "negative for".
  std::array<std::uint32_t, 8> covered{};  // end of the last kept term of each kind
  std::array<Mention, 8> last{};
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
    // "IV sedation" is a service, and no complaint of sedation; "pain management" states no pain.
    const Span service = last[static_cast<std::size_t>(TermKind::service)].span;
    if (mention.kind == TermKind::clinical && service.contains(mention.span) && service != mention.span) continue;
    if (mention.kind == TermKind::cue && !looks_back && cues_[mention.index].meaning == CueMeaning::negated)
      negation = mention.span;
    covered[kind] = mention.span.end;
    last[kind] = mention;
    (mention.kind == TermKind::half ? halves : kept).push_back(mention);
  }
  add_apart(clean, halves, kept);
  return kept;
}

void Vocabulary::add_apart(const CleanText& clean, const std::vector<Mention>& halves,
                           std::vector<Mention>& kept) const {
  const auto parts_it = [this](const Mention& mention) {
    if (mention.kind != TermKind::cue) return mention.kind == TermKind::clinical;
    const CueMeaning meaning = cues_[mention.index].meaning;
    return meaning == CueMeaning::negated || meaning == CueMeaning::pseudo || meaning == CueMeaning::possible;
  };
  const auto begins_before = [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; };
  const std::vector<Mention> joined = apart_.join(clean, halves);
  if (joined.empty()) return;
  auto from = kept.begin();
  std::vector<Mention> added;
  for (const Mention& statement : joined) {
    // A term is short: what begins far before the statement does not reach it.
    constexpr std::uint32_t kLongestTerm = 120;
    const std::uint32_t reach = statement.span.begin - std::min(statement.span.begin, kLongestTerm);
    while (from != kept.end() && from->span.begin < reach) ++from;
    bool stands = true;
    for (auto at = from; stands && at != kept.end() && at->span.begin < statement.span.end; ++at)
      stands = !parts_it(*at) || !at->span.overlaps(statement.span);
    if (stands) added.push_back(statement);
  }
  if (added.empty()) return;
  std::vector<Mention> all;
  all.reserve(kept.size() + added.size());
  std::merge(kept.begin(), kept.end(), added.begin(), added.end(), std::back_inserter(all), begins_before);
  kept = std::move(all);
}

const std::vector<std::string>& Vocabulary::words_for(std::string_view name) const {
  static const std::vector<std::string> kNone;
  const auto found = words_.find(name);
  return found == words_.end() ? kNone : found->second;
}

const SectionKind* Vocabulary::section_headed(std::string_view heading) const {
  const auto section = headings_.find(heading);
  return section ? &sections_[*section] : nullptr;
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
