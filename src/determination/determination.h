// A determination as a letter prints it: every value as printed, with its span in the letter's text. What the letter
// does not state is absent. The last part of each struct is read from those words with the vocabulary
// (letter/interpret).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/place.h"
#include "determination/citation.h"
#include "determination/decision.h"
#include "records/disputed_item.h"

namespace openimr::determination {

// The forms in which determinations were published, and our own.
enum class Layout : std::uint8_t {
  paragraph_credentials,  // 2014-15: "Board Certified in X ... licensed to practice in Y" within the opening paragraph
  listed_credentials,     // from 2015: "State(s) of Licensure:", "Certification(s)/Specialty:"
  notice,                 // 2013: "has determined the request for X is not medically necessary and appropriate"
  documents_reviewed,     // "DOCUMENTS REVIEWED", "IMR DECISION(S) AND RATIONALE(S)"
  professional_review,    // "MEDICAL PROFESSIONAL REVIEW", "ISSUE AT DISPUTE"
  openimr,                // what `openimr write` writes
};
std::string_view name_of(Layout layout);
std::optional<Layout> layout_named(std::string_view name);
// Whether whole letters of this layout were seen, or only its headings are known: "confirmed" or "unverified".
std::string_view standing_of(Layout layout);

// A value as printed: white space folded, words that a line end parted whole again.
struct Printed {
  std::string text;
  Span span;  // of the letter's text; empty where the letter does not state it
  bool stated() const { return !text.empty(); }
};

struct PrintedDate {
  std::optional<Date> date;
  Span span;
};

struct PrintedCitation {
  Citation citation;
  Span span;
};

// What one side relied on: the paragraph, and the citations in it.
struct Relied {
  Printed paragraph;
  std::vector<PrintedCitation> citations;
};

struct DecidedItem {
  Printed text;
  bool decided = true;  // false only of a letter whose decisions were cut out; the decision then means nothing
  Decision decision = Decision::upheld;
  Span decision_span;
  Relied claims_administrator;
  Relied reviewer;
  Printed rationale;
  std::vector<Printed> references;  // literature in the rationale: "(Chou, 2007)"

  records::ParsedItem parsed;
};

struct Determination {
  std::string document;  // path of the letter
  Layout layout = Layout::listed_credentials;
  Printed case_number;
  Printed priority;
  PrintedDate assigned;
  PrintedDate decided;
  PrintedDate injury;
  PrintedDate ur_denial;
  PrintedDate application_received;
  std::vector<Printed> licensure;      // states
  std::vector<Printed> certification;  // boards and specialties
  std::vector<Printed> subspecialty;
  Printed summary;
  std::vector<Printed> records_reviewed;
  std::vector<DecidedItem> items;
  std::vector<std::string> warnings;  // what reads oddly, for a person to look at

  std::optional<int> age;
  Span age_span;
  std::optional<std::string> sex;  // female | male
  Span sex_span;
  std::vector<Printed> diagnoses;

  std::optional<Outcome> outcome() const;
};

}  // namespace openimr::determination
