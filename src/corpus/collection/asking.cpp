#include "corpus/collection/asking.h"

#include <algorithm>

#include "corpus/collection/index_terms.h"
#include "corpus/collection/matching.h"

namespace openimr::corpus {
namespace {

constexpr Xapian::doccount kLooked = 1000;  // letters that are looked at for a total, where no facet is wanted
constexpr std::size_t kSnippetLength = 320;
constexpr std::string_view kMarkBegin = "\x01";
constexpr std::string_view kMarkEnd = "\x02";

// Letters that have come since the shard was completed have no columns yet.
class Completed : public Xapian::MatchDecider {
 public:
  explicit Completed(const Shard& shard) : last_(static_cast<Xapian::docid>(shard.letters())) {}
  bool operator()(const Xapian::Document& document) const override { return document.get_docid() <= last_; }

 private:
  Xapian::docid last_;
};

// How many letters of the set each value of a facet has, by its code. Where most letters are in the set, those that are
// not are counted, and taken from what all have.
void count_facets(const Columns& columns, const LetterSet& letters, std::size_t count, ShardAnswer& out) {
  const bool most = count > letters.size() / 2;
  for (const FacetName& each : facet_names()) {
    const Column& column = columns.of(each.facet);
    LetterCounter counter(columns, column);
    letters.for_each(!most, [&](std::size_t letter) { counter.add(letter); });
    const std::vector<std::uint32_t>* of_all = most ? &columns.letters_by_value(each.facet) : nullptr;
    auto& into = out.facets[static_cast<std::size_t>(each.facet)];
    for (std::size_t code = 1; code < counter.counts().size(); ++code) {
      const std::uint32_t found = of_all != nullptr ? (*of_all)[code] - counter.counts()[code] : counter.counts()[code];
      if (found > 0) into.emplace_back(column.values()[code - 1], found);
    }
  }
}

std::string unescaped(std::string_view html) {
  static constexpr std::array<std::pair<std::string_view, char>, 3> kNames = {
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}}};
  std::string out;
  while (!html.empty()) {
    const auto* found =
        std::find_if(kNames.begin(), kNames.end(), [&](const auto& each) { return html.starts_with(each.first); });
    out += found == kNames.end() ? html.front() : found->second;
    html.remove_prefix(found == kNames.end() ? 1 : found->first.size());
  }
  return out;
}

}  // namespace

ShardAnswer ask(const Shard& shard, const Xapian::Query& query, const Question& question) {
  ShardAnswer out;
  const Completed completed(shard);
  const Completed* const only = shard.is_growing() ? &completed : nullptr;
  Xapian::Enquire enquire(shard.words());
  enquire.set_query(query);
  if (question.order == Order::newest) enquire.set_sort_by_value_then_relevance(kDecidedSlot, true);
  if (question.order == Order::oldest) enquire.set_sort_by_value_then_relevance(kDecidedSlot, false);
  const auto most = static_cast<Xapian::doccount>(std::max(0, question.skip) + std::max(0, question.most));
  const Xapian::MSet found = enquire.get_mset(0, most, question.facets ? 0 : kLooked, nullptr, only);
  for (auto each = found.begin(); each != found.end(); ++each)
    out.hits.push_back(
        {shard.place().number_of(*each), each.get_weight(), each.get_document().get_value(kDecidedSlot)});
  out.total = found.get_matches_estimated();
  out.is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  if (!question.facets) return out;
  const LetterSet letters = letters_found(shard, query);
  const std::size_t count = letters.count();
  out.total = static_cast<std::int64_t>(count);
  out.is_exact = true;
  count_facets(shard.columns(), letters, count, out);
  return out;
}

Snippet snippet_of(const Shard& shard, const Xapian::Query& query, const std::string& text) {
  Xapian::Enquire enquire(shard.words());
  enquire.set_query(query);
  const Xapian::MSet of = enquire.get_mset(0, 0);
  // Every word of the text is stemmed. How frequent each is, which takes a look into the index, is not asked.
  thread_local const Xapian::Stem stems = remembering_stemmer();
  const std::string marked = unescaped(of.snippet(text, kSnippetLength, stems, Xapian::MSet::SNIPPET_EXHAUSTIVE,
                                                  std::string(kMarkBegin), std::string(kMarkEnd), "..."));
  Snippet out;
  for (const char c : marked) {
    const auto here = static_cast<std::uint32_t>(out.text.size());
    if (c == kMarkBegin.front()) {
      out.marks.push_back({here, here});
    } else if (c == kMarkEnd.front()) {
      if (!out.marks.empty()) out.marks.back().end = here;
    } else if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
      if (!out.text.empty() && out.text.back() != ' ') out.text += ' ';
    } else {
      out.text += c;
    }
  }
  return out;
}

std::vector<std::string> words_in_common(const Shard& shard, const Xapian::Query& query, std::int64_t number) {
  Xapian::Enquire enquire(shard.words());
  enquire.set_query(query);
  const auto document = static_cast<Xapian::docid>((number - shard.place().number_of(1)) / shard.place().parts + 1);
  std::vector<std::string> out;
  for (auto term = enquire.get_matching_terms_begin(document); term != enquire.get_matching_terms_end(document);
       ++term) {
    std::string word = *term;
    if (word.starts_with('X')) word.erase(0, word.find(':') + 1);
    if (word.starts_with('Z')) word.erase(0, 1);
    out.push_back(std::move(word));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace openimr::corpus
