// Words to concepts: drugs, services, body parts, clinical terms and the cues that negate or date them. All of it is
// data (packs/vocabulary); this is the one place of the program that looks for words in text.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/clean_text.h"
#include "base/place.h"
#include "base/result.h"
#include "vocabulary/drug_spelling.h"
#include "vocabulary/headings.h"
#include "vocabulary/mention.h"
#include "vocabulary/phrases.h"
#include "vocabulary/term_index.h"
#include "vocabulary/use_words.h"
#include "vocabulary/words_apart.h"

namespace openimr::vocabulary {

// A drug product as reviewers name it: generic names without salt or release form, several joined with '/'.
struct Drug {
  std::string name;  // "hydrocodone/acetaminophen"
  std::vector<std::string> ingredients;
  std::string drug_class;             // "opioid", "muscle relaxant", "benzodiazepine", "hypnotic", "nsaid", ...
  std::vector<std::string> topics;    // entries of the guideline packs' drug lists, e.g. "carisoprodol"
  std::string category, subcategory;  // of the DWC decision search
  std::string schedule;               // DEA schedule, empty where none
  std::string form;                   // form that the name implies ("patch"), empty where none
  std::string strength;               // that the name implies ("Tylenol #3": "300/30 mg"), empty where none
  double injected_to_percent = 0;     // up to this percentage, where no form is written, it is injected (lidocaine)
  // Morphine milligram equivalents per milligram and day of the opioid ingredient (for a patch: per mcg/h), by the year
  // of the factor table. Empty where the drug has none.
  std::map<int, double> mme;
  // Steps of daily milligrams from which another factor holds (methadone): {above, factor}. Empty elsewhere.
  std::map<int, std::vector<std::pair<double, double>>> mme_steps;
  // Strengths in mg under which a misread name ("some 350mg") is accepted as this drug.
  std::vector<double> misread_strengths;
};

// A treatment, test, visit, device or operation.
struct Service {
  std::string name;  // "massage"
  std::string kind;  // as in `<item>` of the formats: therapy, diagnostic, injection, surgery, ...
  std::string category, subcategory;
  std::string body_part;  // where the name itself says it ("carpal tunnel release"), else empty
};

struct BodyPart {
  std::string name;  // "lumbar spine"
};

// A word or phrase that states a fact: an exam finding, a symptom, a diagnosis, a monitoring step, ...
struct ClinicalTerm {
  std::string name;               // concept: "muscle spasm"
  std::string fact;               // name of the fact it makes: "finding"
  std::vector<std::string> is_a;  // wider concepts: "neurologic deficit"
  bool needs_subject = false;     // says so only of a drug or service that its sentence names
  std::string response;           // for `response` terms: helped | failed | partial | unchanged
  std::string body_part;          // where the words themselves say it ("McMurray"), else empty
  std::string complaint;          // of a finding: the symptom that it is where the worker tells of it; else empty
};

// The `body_part` of what has no place on the body ("diabetes").
inline constexpr std::string_view kNoPart = "none";

// The "fact" of terms by which a sentence tells what a utilization review said. It makes none of its own.
inline constexpr std::string_view kRecital = "utilization_review";

// What a word does to the assertion of the facts around it.
enum class CueMeaning : std::uint8_t {
  negated,
  possible,
  historical,
  hypothetical,
  conditional,
  other_person,
  planned,
  requested,
  stopped,
  pseudo,      // looks like a cue and is none ("no change")
  terminator,  // ends the reach of the cues before it ("but")
};
enum class CueSide : std::uint8_t { before, after };  // the cue stands before (after) what it changes

struct Cue {
  CueMeaning meaning;
  CueSide side;
  int reach;  // in words; 0: to the end of its clause
};

// A kind of section in a report, known by its headings (packs/vocabulary/sections.yaml).
struct SectionKind {
  std::string name;                   // "allergies"
  std::optional<CueMeaning> reading;  // how a statement under it is meant where its own words do not say otherwise
  bool any_heading_ends = false;      // also one that is not known
  bool is_part = false;               // its headings part a section; `name` is the one they open where there is none
  bool is_background = false;         // tells of the worker's past or life, not of the complaint
};

// A kind of document, known by what its first page says.
struct RecordKind {
  std::string name;      // "pr2"
  bool undated = false;  // tells of many days; none of them is its own
};

// Words of documents (packs/vocabulary/documents.yaml), written as clean text has them.
struct RecordWords {
  std::vector<RecordKind> kinds;
  Phrases titles;  // that head a first page, by kind
  Phrases says;    // other words of it, by kind, with their weight
  // The words before a date or a name, and their rank: 1 is taken before 2; a date of rank 0 is never the document's.
  std::map<std::string, int, std::less<>> dates;
  std::map<std::string, int, std::less<>> authors;
  std::vector<std::string> credentials;  // "md", "m.d"
};

class Vocabulary {
 public:
  // Builds the tables from the merged packs: `{"drugs": [...], "services": [...], ...}`.
  static Result<Vocabulary> from_packs(const nlohmann::json& packs);

  // Every term in the text, by position. Of two terms of one kind that overlap, the one that begins first stands; of
  // two that begin together, the longer one. Cues that look ahead and cues that look back do not compete. A
  // statement inside the name of a service does not stand. A statement whose words stand apart has the span of both
  // halves and what is between them; it stands where no other statement does.
  std::vector<Mention> find(const CleanText& text) const;
  // The same where the words of the text are known.
  std::vector<Mention> find(const CleanText& text, std::span<const Span> words) const;

  const std::vector<Drug>& drugs() const { return drugs_; }
  const std::vector<std::string>& drug_classes() const { return drug_classes_; }
  // Classes of which a drug is tried before an opioid.
  const std::vector<std::string>& first_line_classes() const { return first_line_classes_; }
  const std::vector<Service>& services() const { return services_; }
  const std::vector<BodyPart>& body_parts() const { return body_parts_; }
  const std::vector<ClinicalTerm>& clinical_terms() const { return clinical_; }
  const std::vector<Cue>& cues() const { return cues_; }

  // The kind of section under a heading as clean text has it, without the colon; null where it is none that is known.
  const SectionKind* section_headed(std::string_view heading) const;
  const SectionKind* section_kind(std::string_view name) const;

  const RecordWords& record_words() const { return record_words_; }

  // Words that a reader would look for to find this concept, for "what was searched". A word may stand twice.
  const std::vector<std::string>& words_for(std::string_view concept_name) const;
  const Drug* drug(std::string_view name) const;
  // The names of drugs by their spelling.
  const DrugSpelling& spelling() const { return spelling_; }
  // What is said of the use of a drug.
  const UseWords& use_words() const { return use_words_; }

 private:
  Vocabulary() = default;
  // Adds what the halves state where nothing between them says otherwise and no other statement stands.
  void add_apart(const CleanText& text, const std::vector<Mention>& halves, std::vector<Mention>& kept) const;

  std::vector<Drug> drugs_;
  std::vector<std::string> drug_classes_, first_line_classes_;
  std::vector<Service> services_;
  std::vector<BodyPart> body_parts_;
  std::vector<ClinicalTerm> clinical_;
  std::vector<Cue> cues_;
  std::vector<SectionKind> sections_;
  Headings headings_;  // to an index of sections_
  RecordWords record_words_;
  std::map<std::string, std::vector<std::string>, std::less<>> words_;
  DrugSpelling spelling_;
  UseWords use_words_;
  TermIndex terms_;
  WordsApart apart_;
};

}  // namespace openimr::vocabulary
