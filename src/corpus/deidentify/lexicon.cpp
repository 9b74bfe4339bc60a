#include "corpus/deidentify/lexicon.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace openimr::corpus::deidentify {
namespace {

using nlohmann::json;

constexpr std::size_t kShortestDrugWord = 4;
constexpr std::size_t kBeforeEnding = 3;  // letters before "-itis"

struct List {
  const char* name;
  Classes classes;
};
// The lists of words in packs/deidentify.
constexpr List kLists[] = {{"english", kEnglish},
                           {"medical", kMedical},
                           {"drugs", kDrug},
                           {"eponyms", kEponym},
                           {"eponym_nouns", kEponymNoun},
                           {"titles", kTitle},
                           {"credentials", kCredential},
                           {"vague_credentials", kCredential | kVague},
                           {"never", kNever},
                           {"connectors", kConnector},
                           {"suffixes", kSuffix},
                           {"months", kMonth},
                           {"states", kState},
                           {"first_names", kFirstName},
                           {"surnames", kSurname},
                           {"says", kSays},
                           {"does", kDoes},
                           {"generic", kGeneric},
                           {"makers", kMaker},
                           {"before_people", kToPerson},
                           {"articles", kArticle},
                           {"closings", kClosing},
                           {"city_words", kCityWord},
                           {"countries", kCountry},
                           {"headings", kHeading}};

void fill(PhraseTable& table, const json& phrases) {
  for (const json& phrase : phrases) table.add(phrase.get<std::string>(), 0);
}

template <class Each>
void each_word(std::string_view text, const Each& each) {
  const Tokens tokens(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) each(tokens[i].key);
}

}  // namespace

void Lexicon::add(std::string_view word, Classes classes) {
  if (!word.empty()) words_[std::string(word)] |= classes;
}

void Lexicon::add_words_in(const json& value, Classes classes) {
  if (value.is_string()) {
    each_word(value.get_ref<const std::string&>(), [&](const std::string& word) { add(word, classes); });
  } else if (value.is_structured()) {
    for (const json& part : value) add_words_in(part, classes);
  }
}

Result<Lexicon> Lexicon::from_packs(const json& packs) {
  Lexicon out;
  const json& pack = packs.at("deidentify");
  const json& words = pack.at("words");
  for (const List& list : kLists) {
    if (!words.contains(list.name)) {
      return fail({ErrorCode::invalid, "a list of words is missing", list.name, "packs/deidentify", 0, 0,
                   "Add it to `words`, or install the package of its `word_lists`."});
    }
    out.add_words_in(words[list.name], list.classes);
  }
  for (const auto& [list, rows] : packs.at("vocabulary").items()) {
    for (const json& row : rows) {
      for (const char* field : {"name", "names", "words", "ingredients", "headings", "phrases"}) {
        if (row.is_object() && row.contains(field)) out.add_words_in(row[field], list == "drugs" ? kDrug : kMedical);
      }
    }
  }
  if (packs.contains("letters")) out.add_words_in(packs["letters"], kMedical);
  // "Long" of a long-acting drug, "rose" of rose bengal: an ordinary word is of medicine only where our own list says
  // so.
  for (auto& [word, classes] : out.words_) {
    if ((classes & kEnglish) != 0 || word.size() < kShortestDrugWord) classes &= ~(kDrug | kMedical);
  }
  out.add_words_in(words["drugs"], kDrug);
  out.add_words_in(words["medical"], kMedical);
  for (const json& ending : words.at("medical_endings")) out.medical_endings_.push_back(ending.get<std::string>());
  fill(out.roles, words.at("roles"));
  fill(out.acts_on, words.at("acts_on"));
  fill(out.employs, words.at("employs"));
  fill(out.visits, words.at("visits"));
  fill(out.lives, words.at("lives"));
  fill(out.kept, words.at("kept"));
  fill(out.known_organisations, words.at("known_organisations"));
  int index = 0;
  for (const json& row : pack.at("labels")) {
    for (const json& phrase : row["words"]) out.labels.add(phrase.get<std::string>(), index);
    ++index;
  }
  index = 0;
  for (const json& row : pack.at("organisations")) {
    for (const json& phrase : row["words"]) out.organisations.add(phrase.get<std::string>(), index);
    ++index;
  }
  return out;
}

Classes Lexicon::classes_of(std::string_view word) const {
  if (const auto found = words_.find(word); found != words_.end()) return found->second;
  if (word.find('-') != std::string_view::npos) {
    Classes all = ~Classes{0};
    Classes any = 0;
    for (std::size_t begin = 0; begin <= word.size();) {
      const std::size_t end = std::min(word.find('-', begin), word.size());
      const Classes part = classes_of(word.substr(begin, end - begin));
      all &= part;
      any |= part;
      if (end - begin == 1) all = any = kMedical;  // "G-tube"
      begin = end + 1;
    }
    // "Hill-Sachs", "post-operative", and "Smith-Jones" is none of it.
    const Classes ordinary = (all & (kEnglish | kEponym | kFirstName | kSurname)) | (any & (kDrug | kMedical));
    return (any & kEponym) != 0 && (all & (kEponym | kEnglish | kMedical)) == 0 ? ordinary : ordinary | (any & kEponym);
  }
  for (const std::string& ending : medical_endings_) {
    if (word.size() >= ending.size() + kBeforeEnding && word.ends_with(ending)) return kMedical;
  }
  // "fractures" of "fracture"
  if (word.size() > 4 && word.back() == 's') {
    if (const auto found = words_.find(word.substr(0, word.size() - 1)); found != words_.end())
      return found->second & (kEnglish | kMedical | kDrug | kEponym);
  }
  return 0;
}

}  // namespace openimr::corpus::deidentify
