// What a word can be, by the lists of packs/deidentify, packs/vocabulary and packs/letters. Inside deidentify/ only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "corpus/deidentify/phrase_table.h"

namespace openimr::corpus::deidentify {

using Classes = std::uint64_t;

enum WordClass : Classes {
  kEnglish = 1U << 0U,  // an ordinary word
  kMedical = 1U << 1U,  // of medicine, or of a guideline's titles
  kDrug = 1U << 2U,
  kEponym = 1U << 3U,      // "tinel"
  kEponymNoun = 1U << 4U,  // "sign", behind an eponym
  kTitle = 1U << 5U,       // "dr"
  kCredential = 1U << 6U,  // "md"
  kVague = 1U << 7U,       // a credential that is also a word: "do", "pa"
  kNever = 1U << 8U,       // in no name: "the", "patient"
  kConnector = 1U << 9U,   // inside a name: "de"
  kSuffix = 1U << 10U,     // behind it: "jr"
  kMonth = 1U << 11U,
  kState = 1U << 12U,  // also its code
  kFirstName = 1U << 13U,
  kSurname = 1U << 14U,
  kSays = 1U << 15U,      // what only people do: "reports"
  kDoes = 1U << 16U,      // what people do too: "was"
  kGeneric = 1U << 17U,   // tells which organisation it is of no more than "pain clinic"
  kMaker = 1U << 18U,     // of devices
  kToPerson = 1U << 19U,  // stands before people, and other things: "by"
  kArticle = 1U << 20U,   // "the", "a"
  kClosing = 1U << 21U,   // "sincerely"
  kCityWord = 1U << 22U,  // "san"
  kCountry = 1U << 23U,
  kHeading = 1U << 24U,
};
inline constexpr Classes kOrdinary =
    kEnglish | kMedical | kDrug | kEponym | kNever | kMonth | kState | kMaker | kCountry | kTitle | kCredential;
inline constexpr Classes kClinical = kMedical | kDrug | kMaker | kGeneric;

class Lexicon {
 public:
  static Result<Lexicon> from_packs(const nlohmann::json& packs);

  // Of a word in small letters. A word with hyphens that is in no list is what all its parts are; one with an ending of
  // medicine ("-itis") is medical.
  Classes classes_of(std::string_view word) const;

  PhraseTable roles;          // "physician assistant", before a name
  PhraseTable acts_on;        // "evaluated by", before a name
  PhraseTable employs;        // "works at", before an employer
  PhraseTable visits;         // "admitted to", before a facility
  PhraseTable lives;          // "lives in", before a town
  PhraseTable labels;         // by the index of Rules::labels
  PhraseTable organisations;  // words of kinds of organisations, by Organisation
  PhraseTable kept;           // "Official Disability Guidelines"
  PhraseTable known_organisations;

 private:
  void add(std::string_view word, Classes classes);
  void add_words_in(const nlohmann::json& value, Classes classes);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  std::unordered_map<std::string, Classes, Hash, std::equal_to<>> words_;
  std::vector<std::string> medical_endings_;
};

}  // namespace openimr::corpus::deidentify
