#include "corpus/collection/index_terms.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <vector>

#include "base/ascii.h"
#include "store/ids.h"

namespace openimr::corpus {
namespace {

constexpr std::size_t kLongestTerm = 200;  // bytes; Xapian takes 245
constexpr std::size_t kHashDigits = 16;
constexpr Xapian::termcount kItemWeight = 3;  // an item's own words count as if they stood so often
constexpr Xapian::doccount kOften = 3;        // letters that have a word which is no misprint
constexpr std::size_t kShortestSpelling = 4;

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

class RememberedStems : public Xapian::StemImplementation {
 public:
  std::string operator()(const std::string& word) override {
    const auto known = stems_.find(word);
    if (known != stems_.end()) return known->second;
    if (stems_.size() >= kMostStems) stems_.clear();
    return stems_.emplace(word, english_(word)).first->second;
  }
  std::string get_description() const override { return english_.get_description(); }

 private:
  static constexpr std::size_t kMostStems = 20'000;
  const Xapian::Stem english_ = stemmer();
  std::unordered_map<std::string, std::string> stems_;
};

// All names of one word that a drug or a service has, in small letters.
template <class Take>
void for_each_concept(const vocabulary::Vocabulary& vocabulary, const Take& take) {
  const auto give = [&](const std::string& concept_name) {
    std::set<std::string> names;
    if (is_word(concept_name)) names.insert(concept_name);
    for (const std::string& word : vocabulary.words_for(concept_name)) {
      if (const std::string plain = folded(word); is_word(plain)) names.insert(plain);
    }
    take(names);
  };
  for (const vocabulary::Drug& drug : vocabulary.drugs()) give(drug.name);
  for (const vocabulary::Service& service : vocabulary.services()) give(service.name);
}

}  // namespace

Xapian::Stem stemmer() {
  return Xapian::Stem("english");
}

Xapian::Stem remembering_stemmer() {
  return Xapian::Stem(new RememberedStems);
}

std::string term_of(Facet facet, std::string_view value) {
  std::string out = std::string(name_of(facet).prefix) + ":" + folded(value);
  if (out.size() <= kLongestTerm) return out;
  store::Hasher hasher;
  return out.substr(0, kLongestTerm - kHashDigits) + hasher.text(out).finish().hex().substr(0, kHashDigits);
}

std::string sortable(Date day) {
  std::string out = day.iso();
  std::erase(out, '-');
  return out;
}

Xapian::Document document_of(const Published& letter, Xapian::TermGenerator& words) {
  Xapian::Document out;
  words.set_document(out);
  words.set_termpos(0);
  words.index_text(letter.text);
  for (const PublishedItem& item : letter.items) {
    if (letter.text.empty()) {
      words.increase_termpos();
      words.index_text(item.text);
    } else {
      words.index_text_without_positions(item.text, kItemWeight);
    }
    for (const FacetName& each : facet_names()) {
      for (const std::string& value : values_of(each.facet, letter, item))
        out.add_boolean_term(term_of(each.facet, value));
    }
  }
  if (letter.decided) out.add_value(kDecidedSlot, sortable(*letter.decided));
  if (letter.age) out.add_value(kAgeSlot, Xapian::sortable_serialise(*letter.age));
  return out;
}

void add_synonyms(Xapian::WritableDatabase& index, const vocabulary::Vocabulary& vocabulary) {
  const Xapian::Stem stem = stemmer();
  for_each_concept(vocabulary, [&](const std::set<std::string>& names) {
    for (const std::string& name : names) {
      for (const std::string& other : names) {
        if (other != name) index.add_synonym("Z" + stem(name), "Z" + stem(other));
      }
    }
  });
}

void add_spellings(Xapian::WritableDatabase& index, const vocabulary::Vocabulary& vocabulary) {
  std::vector<std::string> before;
  for (auto word = index.spellings_begin(); word != index.spellings_end(); ++word) before.push_back(*word);
  for (const std::string& word : before) index.remove_spelling(word, static_cast<Xapian::termcount>(-1));
  index.commit();
  std::vector<std::pair<std::string, Xapian::doccount>> words;
  for (auto term = index.allterms_begin(); term != index.allterms_end(); ++term) {
    const std::string word = *term;
    const bool plain = word.size() >= kShortestSpelling && std::all_of(word.begin(), word.end(), is_lower);
    if (plain && term.get_termfreq() >= kOften) words.emplace_back(word, term.get_termfreq());
  }
  for (const auto& [word, often] : words) index.add_spelling(word, often);
  for_each_concept(vocabulary, [&](const std::set<std::string>& names) {
    for (const std::string& name : names) index.add_spelling(name);
  });
}

}  // namespace openimr::corpus
