// A case as it stands: what follows from its events so far, in order. Nothing here is kept anywhere; replaying the
// history gives it again, and the same.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/event.h"
#include "determination/decision.h"
#include "program/programme.h"

namespace openimr::cases {

using determination::Decision;

struct CaseParty {
  std::string role;
  std::string name;
  std::string address;
  std::string by;  // how papers are served on it; empty: not agreed
};

// What a reviewer decided on an item.
struct ItemDecision {
  std::string reviewer;
  Decision decision = Decision::upheld;
  std::string rationale;
  std::string citation;
};

struct OwnFinding {
  std::string reviewer;
  Decision decision = Decision::upheld;
};

// What a reviewer said to a finding of the draft.
struct ReviewersAnswer {
  std::string reviewer;
  std::string criterion;
  bool overridden = false;
  std::string finding;  // overridden: what it is instead
  std::string why;
};

struct Item {
  std::string text;
  std::optional<Date> service_date;
  std::string denial_reasons, denial_guideline;
  std::string from_case;                 // consolidated: where it came from
  std::optional<std::string> ended;      // why its review ended without a decision
  std::optional<Decision> drafted;       // nothing: no draft, or not addressed by it
  std::vector<OwnFinding> own;           // the first of each reviewer
  std::vector<ReviewersAnswer> answers;  // the last of each reviewer and criterion
  std::vector<ItemDecision> decided;     // the last of each reviewer

  bool is_open() const { return !ended; }
  const ItemDecision* by(std::string_view reviewer) const;
};

struct Record {
  std::string document;  // in the store
  std::string name;
  std::string kind;
  std::optional<Date> date;
  program::Moment received;
};

struct CaseReviewer {
  std::string id;
  bool accepted = false;
  bool submitted = false;
  bool signed_ = false;
  std::optional<program::Moment> asked{};
  std::string attestation{};
  std::vector<std::string> licences{}, certifications{};
};

// An event that deadlines run from.
struct Clock {
  std::string event;  // of the programme
  program::Moment on;
  std::string by;            // how it was served
  std::int64_t version = 0;  // of the case behind the event
};

struct Kept {
  std::string rule;
  program::Moment on;
  std::int64_t version = 0;  // of the case behind the event
};

// A letter as it was signed or corrected.
struct Letter {
  std::string letter, text, pdf;  // documents
  program::Moment on;
};

// A letter as it was published.
struct PublishedLetter {
  std::string of;            // the letter of the parties
  std::string letter, text;  // documents; a text that is empty was published elsewhere
  std::string pdf, removals;
  program::Moment on;
};

// What a party was last asked for.
struct Asked {
  std::string event;  // information-requested or records-requested
  std::string of;     // the party
  std::string what;
};

// Why it was last found not eligible, put off or ended.
struct Reasons {
  std::vector<std::string> rules;  // of eligibility, by id
  std::string words;
};

struct Sent {
  std::string notice;  // empty: the determination
  CaseParty to;
  std::string by;
  std::string text, pdf, proof;  // documents
  program::Moment on;
};

struct Case {
  std::string number;
  std::int64_t version = 0;  // events so far
  std::string state{program::kStart};
  std::string programme;
  std::string priority = "standard";
  std::string dispute = "ordinary";
  std::optional<Date> injury, request, ur_decision;
  std::string ur_served_by;
  std::optional<int> age;
  std::string sex;
  std::string claim;
  std::optional<program::Moment> received, assigned, complete, determined;
  std::optional<program::Moment> ended;  // without a determination
  std::optional<program::Moment> last;   // when the last thing happened
  std::vector<CaseParty> parties;
  std::vector<CaseParty> earlier_parties;  // as they stood before a change
  std::vector<Item> items;
  std::vector<Record> records;
  std::vector<std::string> ineligible_for;  // rules
  Reasons reasons;
  std::optional<Asked> asked;
  std::string duplicate_of;
  int reviewers_needed = 1;
  std::vector<CaseReviewer> reviewers;
  std::vector<std::string> earlier_reviewers;  // before a remand, or released
  std::string draft;                           // document
  std::string summary;                         // as submitted
  std::vector<Clock> clocks;
  std::size_t clocks_before = 0;  // of those, begun before the determination was issued
  std::vector<Kept> kept;
  bool extended = false;
  std::vector<Letter> letters;  // the last one holds
  std::vector<Sent> sent;
  std::size_t sent_before = 0;  // of those, before the determination was issued
  std::optional<std::int64_t> invoiced_cents;
  std::string invoiced_fee;
  std::optional<PublishedLetter> published;  // the last one
  std::string joined_into;

  const CaseReviewer* reviewer(std::string_view id) const;
  const CaseParty* party(std::string_view role) const;
  // How the reviewers decided on an item (from 0), each once; nothing until all of them have.
  std::vector<Decision> votes(std::size_t item) const;
};

// The decision on an item (from 0), as the programme counts votes; nothing until all reviewers have decided.
std::optional<Decision> decision_on(const program::Programme& programme, const Case& c, std::size_t item);

// The case behind one more event, which must have been allowed (cases/acts.h) and hold the fields of its type.
void apply(Case& c, const CaseEvent& event);

// The case after all its events.
Case replayed(std::string_view number, const std::vector<CaseEvent>& events);

}  // namespace openimr::cases
