#include "corpus/deidentify/reading.h"

#include <algorithm>
#include <array>

namespace openimr::corpus::deidentify {
namespace {

constexpr std::size_t kColumn = 3;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

Reading::Reading(std::string_view text, const Lexicon& lexicon, const Rules& its_rules)
    : tokens(text), words(lexicon), rules(its_rules) {
  tokens.classify(lexicon);
  found_.resize(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].shape == Shape::lower && tokens[i].end - tokens[i].begin > 2) small_.insert(tokens[i].key);
  }
}

void Reading::add(Kind kind, const Rule* rule, Run run) {
  if (run.empty()) return;
  found.push_back({{tokens[run.first].begin, tokens[run.last - 1].end}, kind, rule});
  for (std::size_t i = run.first; i < run.last; ++i) found_[i] = true;
}

void Reading::add(Kind kind, const Rule* rule, Span span) {
  found.push_back({span, kind, rule});
  const Run run = tokens_in(span);
  for (std::size_t i = run.first; i < run.last; ++i) found_[i] = true;
}

Run Reading::tokens_in(Span span) const {
  const auto from = [&](std::uint32_t at) {
    std::size_t low = 0;
    std::size_t high = tokens.size();
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if (tokens[middle].end <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  std::size_t last = from(span.end);
  if (last < tokens.size() && tokens[last].begin < span.end) ++last;
  return {from(span.begin), last};
}

Run Reading::with_particles(Run run) const {
  static constexpr std::array<std::string_view, 8> kParticles = {"de", "la", "del", "las", "los", "van", "von", "der"};
  const auto is_particle = [&](std::size_t i) {
    return std::find(kParticles.begin(), kParticles.end(), tokens[i].key) != kParticles.end();
  };
  while (run.first > 0 && is_particle(run.first - 1) && tokens.joined(run.first - 1) && !found_[run.first - 1])
    --run.first;
  return run;
}

void Reading::add_name(const Rule* rule, Run run) {
  if (run.empty()) return;
  run = with_particles(run);
  add(Kind::name, rule, run);
  NameWords name;
  for (std::size_t i = run.first; i < run.last; ++i) {
    const Shape shape = tokens[i].shape;
    if (shape == Shape::initial || shape == Shape::dotted || tokens.has(i, kConnector | kSuffix | kNever)) continue;
    name.push_back(tokens[i].key);
  }
  if (!name.empty()) names.push_back(std::move(name));
}

bool Reading::is_name_shaped(std::size_t i) const {
  const Token& token = tokens[i];
  return (token.shape == Shape::title || token.shape == Shape::upper || token.shape == Shape::mixed) &&
         token.key.size() >= 2;
}

bool Reading::is_unknown(std::size_t i) const {
  return is_name_shaped(i) && !tokens.has(i, kOrdinary) && !small_.contains(tokens[i].key);
}

bool Reading::is_credential(std::size_t i) const {
  const Token& token = tokens[i];
  return tokens.has(i, kCredential) && token.shape != Shape::lower && token.shape != Shape::initial &&
         (token.shape != Shape::title || token.key.size() > 2);
}

bool Reading::is_eponym_in_use(std::size_t i) const {
  if (!tokens.has(i, kEponym)) return false;
  if (tokens[i].possessive) return true;
  // "Neer sign", "Bankart lesion", "Hill-Sachs", "Esmarch bandage"
  const bool close = i + 1 < tokens.size() && (tokens.gap(i).size() <= 2 || tokens.joined(i));
  const auto is_word_of_one = [&](std::size_t k) {
    return tokens.has(k, kEponymNoun) || (tokens[k].shape == Shape::lower && tokens.has(k, kMedical));
  };
  return close && is_word_of_one(i + 1) && !tokens.has(i + 1, kSays);
}

std::optional<LabelAt> Reading::label_at(std::size_t i) const {
  const Phrase phrase = words.labels.at(tokens, i);
  if (phrase.words == 0) return std::nullopt;
  std::size_t next = i + phrase.words;
  std::string_view gap = tokens.gap(next - 1);
  if (next < tokens.size() && tokens[next].key == "s" && gap == "(") gap = tokens.gap(next++);  // "Provider(s):"
  const LabelAt out{phrase.value, next};
  std::size_t sign = gap.find_first_not_of(" \t");
  if (sign != std::string_view::npos && (gap[sign] == ')' || gap[sign] == '#' || gap[sign] == '.'))
    sign = gap.find_first_not_of(" \t", sign + 1);
  if (sign != std::string_view::npos && gap[sign] == ':') return out;
  const bool begins = tokens.starts_line(i) || !tokens.is_space(i, tokens.gap_before(i));
  if (!begins || tokens[i].shape == Shape::lower) return std::nullopt;
  const bool is_column = gap.size() >= kColumn && is_blank(gap.substr(0, kColumn));
  const bool is_tab = gap.starts_with('\t');
  if (is_column || is_tab) return out;
  const bool bare = rules.labels[static_cast<std::size_t>(phrase.value)].needs_no_colon && tokens.starts_line(i);
  return bare && gap.find('\n') == std::string_view::npos ? std::optional(out) : std::nullopt;
}

Run Reading::value_of(const LabelAt& label) const {
  std::size_t first = label.next;
  if (first >= tokens.size()) return {};
  const std::string_view gap = tokens.gap(first - 1);
  const auto ends = static_cast<std::size_t>(std::count(gap.begin(), gap.end(), '\n'));
  if (ends > 2) return {};
  if (ends > 0 && label_at(first)) return {};
  Run out{first, first};
  const Line& line = tokens.line_of(first);
  while (out.last < line.last) {
    if (out.last > first) {
      const std::string_view before = tokens.gap(out.last - 1);
      const bool column = before.find("   ") != std::string_view::npos || before.find('\t') != std::string_view::npos;
      if (column || label_at(out.last)) break;
    }
    ++out.last;
  }
  // A line that is no value: "Physician:" and then a paragraph.
  if (ends > 0 && line.has_small && out.size() > 8) return {};
  return out;
}

}  // namespace openimr::corpus::deidentify
