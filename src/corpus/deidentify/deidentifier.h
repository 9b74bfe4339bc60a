// Takes out of a letter or a medical report what tells who it is about and who had to do with it, before it is
// published: names, employers, facilities, claims administrators, addresses, numbers, birth dates, ages over 89. What
// is medical stays: eponyms, drugs, dates of injury and service, ages, guidelines, the number of the review itself.
//
// It rests on shape and context (labels, titles, credentials, words of organisations, the grammar of addresses, numbers
// beside their cue), with lists of packs/deidentify for what the words mean. A name that was found by a strong context
// is looked for in the whole text. It is help for a person: whoever releases a text reads it, and the log, first.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/place.h"
#include "base/result.h"

namespace openimr::corpus::deidentify {

enum class Kind : std::uint8_t {
  name,
  employer,
  facility,
  claims_administrator,
  address,
  phone,
  email,
  web_address,
  number,
  birth_date,
  age,
};
std::string_view name_of(Kind kind);         // "claims administrator"
std::string_view replacement_of(Kind kind);  // "[claims administrator]"; "[age over 89]"

// Why something is removed, as the packs state it.
struct Rule {
  std::string id;  // "name-title"
  std::string reason;
};

struct Removal {
  Span span;  // of the original text, in bytes
  Kind kind = Kind::name;
  const Rule* rule = nullptr;  // of the Deidentifier, which outlives it
  std::string original;        // for the review before release; it belongs in no other log
};

struct Deidentified {
  std::string text;               // the original with replacements, every other byte as it was
  std::vector<Removal> removals;  // in order, apart from one another
};

// What the caller knows of the case: it is looked for by the whole, by its words in any order, by initials, and with
// one letter wrong in five, two in nine.
struct KnownParty {
  Kind kind = Kind::name;
  std::string words;  // "John Q. Sample", "12 Invented Road, Fresno", "2015-00123"; of a birth date: YYYY-MM-DD
};
using KnownParties = std::vector<KnownParty>;

// What was done to `text`, with `number` left in: that of the review itself, which is published, in a form that no rule
// knows. Empty: nothing is left in.
Deidentified with_number(Deidentified done, std::string_view text, std::string_view number);

class Lexicon;
struct Rules;

class Deidentifier {
 public:
  // From the packs as read (base/packs.h). Fails where a rule has no reason or a pattern is none.
  static Result<Deidentifier> from_packs(const nlohmann::json& packs);

  Deidentifier(Deidentifier&&) noexcept;
  Deidentifier& operator=(Deidentifier&&) noexcept;
  ~Deidentifier();

  // Never fails, whatever the bytes; takes time and memory in proportion to them. At most 4 GB. A second call on what
  // it gave finds nothing more.
  Deidentified operator()(std::string_view text, const KnownParties& parties = {}) const;

 private:
  Deidentifier(std::unique_ptr<const Lexicon> lexicon, std::unique_ptr<const Rules> rules);

  std::unique_ptr<const Lexicon> lexicon_;
  std::unique_ptr<const Rules> rules_;
};

}  // namespace openimr::corpus::deidentify
