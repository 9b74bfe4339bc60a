// Words to concepts: drugs, services, body parts, clinical terms and the cues that negate or date them. All of it is
// data (packs/vocabulary); this is the one place of the program that looks for words in text.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
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
};

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
  std::string name;                               // "pr2"
  std::vector<std::string> titles;                // that head the page
  std::vector<std::pair<std::string, int>> says;  // other words, with their weight
  bool undated = false;                           // tells of many days; none of them is its own
};

// Words of documents (packs/vocabulary/documents.yaml), written as clean text has them.
struct RecordWords {
  std::vector<RecordKind> kinds;
  // The words before a date or a name, and their rank: 1 is taken before 2; a date of rank 0 is never the document's.
  std::map<std::string, int, std::less<>> dates;
  std::map<std::string, int, std::less<>> authors;
  std::vector<std::string> credentials;  // "md", "m.d"
};

enum class TermKind : std::uint8_t { drug, drug_class, service, body_part, clinical, cue };

// A term found in clean text. `index` points into the table of its kind.
struct Mention {
  Span span;
  TermKind kind;
  std::uint16_t index;
  bool misread;  // a drug name that counts only where a strength of that drug follows
};

class Vocabulary {
 public:
  // Builds the tables from the merged packs: `{"drugs": [...], "services": [...], ...}`. `matcher` is the serialized
  // matcher of an earlier call with the same packs; where it is empty or made for another processor, it is built again.
  static Result<Vocabulary> from_packs(const nlohmann::json& packs, std::string_view matcher = {});
  std::string serialized_matcher() const;

  // Every term in the text, by position. Of two terms of one kind that overlap, the one that begins first stands; of
  // two that begin together, the longer one. Cues that look ahead and cues that look back do not compete.
  std::vector<Mention> find(const CleanText& text) const;

  const std::vector<Drug>& drugs() const { return drugs_; }
  const std::vector<std::string>& drug_classes() const { return drug_classes_; }
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

  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();

 private:
  struct Matcher;
  Vocabulary();

  std::vector<Drug> drugs_;
  std::vector<std::string> drug_classes_;
  std::vector<Service> services_;
  std::vector<BodyPart> body_parts_;
  std::vector<ClinicalTerm> clinical_;
  std::vector<Cue> cues_;
  std::vector<SectionKind> sections_;
  // Headings to an index of sections_; those that begin with or end with some words ("mri*", "*exam") with the star.
  std::map<std::string, std::size_t, std::less<>> headings_;
  RecordWords record_words_;
  std::map<std::string, std::vector<std::string>, std::less<>> words_;
  DrugSpelling spelling_;
  std::unique_ptr<Matcher> matcher_;
};

}  // namespace openimr::vocabulary
