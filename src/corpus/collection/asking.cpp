#include "corpus/collection/asking.h"

#include <algorithm>

#include "corpus/collection/index_terms.h"

namespace openimr::corpus {
namespace {

constexpr Xapian::doccount kLooked = 1000;  // letters that are looked at for a total, where no facet is wanted
constexpr std::size_t kSnippetLength = 320;
constexpr std::string_view kMarkBegin = "\x01";
constexpr std::string_view kMarkEnd = "\x02";

// Notes the letters that match, and reads nothing of them.
class Noted : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    letters.push_back(document.get_docid());
  }
  std::vector<Xapian::docid> letters;
};

// Letters that have come since the shard was completed have no columns yet.
class Completed : public Xapian::MatchDecider {
 public:
  explicit Completed(const Shard& shard) : last_(static_cast<Xapian::docid>(shard.letters())) {}
  bool operator()(const Xapian::Document& document) const override { return document.get_docid() <= last_; }

 private:
  Xapian::docid last_;
};

void count_facets(const Columns& columns, const std::vector<Xapian::docid>& letters, ShardAnswer& out) {
  for (const FacetName& each : facet_names()) {
    const Column& column = columns.of(each.facet);
    std::vector<std::int64_t> counts(column.values().size() + 1);
    std::vector<Xapian::docid> last(counts.size());  // letter that was counted last: each counts once
    for (const Xapian::docid letter : letters) {
      const auto [first, end] = columns.items_of(letter - 1);
      for (std::size_t item = first; item < end; ++item) {
        for (const std::uint32_t code : column.codes(item)) {
          if (last[code] == letter) continue;
          last[code] = letter;
          ++counts[code];
        }
      }
    }
    auto& into = out.facets[static_cast<std::size_t>(each.facet)];
    for (std::size_t code = 1; code < counts.size(); ++code) {
      if (counts[code] > 0) into.emplace_back(column.values()[code - 1], counts[code]);
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
  Noted noted;
  Xapian::Enquire all(shard.words());
  all.set_query(query);
  all.set_weighting_scheme(Xapian::BoolWeight());
  all.set_docid_order(Xapian::Enquire::ASCENDING);
  all.add_matchspy(&noted);
  all.get_mset(0, 0, shard.words().get_doccount(), nullptr, only);
  out.total = static_cast<std::int64_t>(noted.letters.size());
  out.is_exact = true;
  count_facets(shard.columns(), noted.letters, out);
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
