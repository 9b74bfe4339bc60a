// A piece of text while it is looked through: its words, what was found so far, and the questions that all rules ask.
// Inside deidentify/ only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "corpus/deidentify/lexicon.h"
#include "corpus/deidentify/rules.h"
#include "corpus/deidentify/tokens.h"

namespace openimr::corpus::deidentify {

struct Found {
  Span span;
  Kind kind = Kind::name;
  const Rule* rule = nullptr;
};

// The words of a name, in small letters, as it was found once.
using NameWords = std::vector<std::string>;

// A run of tokens, half-open.
struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t size() const { return last - first; }
  bool empty() const { return first >= last; }
};

struct LabelAt {
  int index = 0;
  std::size_t next = 0;  // the token behind it
};

class Reading {
 public:
  Reading(std::string_view text, const Lexicon& lexicon, const Rules& its_rules);

  Tokens tokens;
  const Lexicon& words;
  const Rules& rules;
  std::vector<Found> found;
  std::vector<Span> kept;        // what stays, whatever finds it but a title, a label or the caller
  std::vector<Span> kept_alone;  // what stays where it is no part of a longer name: "Physical Therapy"
  std::vector<NameWords> names;  // found by a strong context

  void add(Kind kind, const Rule* rule, Run run);
  void add(Kind kind, const Rule* rule, Span span);
  // With "de la" and its like before it.
  Run with_particles(Run run) const;
  // The tokens that stand in a span.
  Run tokens_in(Span span) const;
  void add_name(const Rule* rule, Run run);

  bool is_name_shaped(std::size_t i) const;
  // Name-shaped, and neither an ordinary word nor one that the text has in small letters.
  bool is_unknown(std::size_t i) const;
  bool is_ordinary(std::size_t i) const { return is_name_shaped(i) && !is_unknown(i); }
  bool is_credential(std::size_t i) const;
  bool is_eponym_in_use(std::size_t i) const;
  bool is_found(std::size_t i) const { return found_[i]; }

  // A label with its colon, or at the beginning of a line what stands for one.
  std::optional<LabelAt> label_at(std::size_t i) const;
  // The value of a label: to the end of the line, the column, or the next label; from the next line where its own is
  // empty.
  Run value_of(const LabelAt& label) const;

 private:
  std::unordered_set<std::string_view> small_;  // words that stand in small letters
  std::vector<bool> found_;                     // by token
};

// What a name is looked for after.
enum class Context : std::uint8_t {
  sure,   // a title, a label that only people have: ordinary words are names too
  value,  // a label that may have other values: a word of medicine is a name where it ends the value
  maybe,  // words of medicine end it
};

// The longest name that begins at the token, with initials, "de la" and "Jr."; empty where none does.
Run name_at(const Reading& reading, std::size_t i, Context context, std::size_t end);
// The same backwards: the name that ends before the token.
Run name_before(const Reading& reading, std::size_t i);
std::size_t words_of(const Reading& reading, Run run);  // without initials and connectors
std::size_t unknown_in(const Reading& reading, Run run);
bool any_in(const Reading& reading, Run run, Classes classes);

void find_patterns(Reading& reading);
void find_kept(Reading& reading);
void find_labelled(Reading& reading);
void find_titled(Reading& reading);
void find_signed(Reading& reading);
void find_subjects(Reading& reading);
void find_organisations(Reading& reading);
void find_employers_and_towns(Reading& reading);

}  // namespace openimr::corpus::deidentify
