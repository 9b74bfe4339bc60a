// Names that are known, from a strong context or from the caller, and where else in a text they stand. Inside
// deidentify/ only.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <re2/re2.h>

#include "corpus/deidentify/deidentifier.h"
#include "corpus/deidentify/reading.h"

namespace openimr::corpus::deidentify {

// Whether two words differ by at most so many letters: left out, put in, another, two neighbours exchanged.
bool is_within(std::string_view a, std::string_view b, std::size_t distance);

class KnownNames {
 public:
  KnownNames(const Lexicon& lexicon, const Rules& rules) : lexicon_(lexicon), rules_(rules) {}

  void add_found(const NameWords& name);
  void add_organisation(std::string_view words, Kind kind);
  void add(const KnownParty& party);

  void find(Reading& reading) const;

 private:
  struct Part {
    std::string word;
    Classes classes = 0;
    Kind kind = Kind::name;
    bool is_party = false;
  };
  struct Whole {
    Kind kind = Kind::employer;
    const Rule* rule = nullptr;
  };

  void add_part(const std::string& word, Kind kind, bool is_party);
  void add_pattern(const std::string& pattern, Kind kind);
  void add_birth_date(const std::string& iso);
  const Part* part_at(const Reading& reading, std::size_t i) const;
  const Part* misspelled(const std::string& word) const;
  bool stands_for_person(const Reading& reading, std::size_t i, const Part& part,
                         const std::vector<const Part*>& parts) const;
  void find_parts(Reading& reading) const;

  const Lexicon& lexicon_;
  const Rules& rules_;
  std::vector<Part> parts_;
  std::unordered_map<std::string, std::size_t> by_word_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_shortened_;  // a word without one of its letters
  std::vector<std::size_t> long_parties_;
  std::unordered_map<std::string, Kind> initials_;  // of parties: "jqs"
  PhraseTable wholes_;
  std::vector<Whole> of_wholes_;
  std::vector<std::pair<std::unique_ptr<RE2>, Kind>> patterns_;
};

}  // namespace openimr::corpus::deidentify
