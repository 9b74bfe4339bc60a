// The determination of a case made fit for publication, and published: out of the letter that the parties were served
// with, without what the programme keeps back and without anything that tells who it is about.
//
//   auto prepared = prepare_publication(office, found, event, with);   // nothing is recorded; a person looks at it
//   auto c        = publish(office, event, "EX-100", *prepared);       // in the ledger
//   auto added    = add_to_collection(folder, "EX-100", engine, prepared->text);  // and in the collection
//
// A kill between the last two is mended by adding what the ledger has (kept_publication) once more: a letter stands in
// a collection once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "corpus/deidentify/check.h"
#include "determination/determination.h"
#include "office/engine.h"
#include "office/office.h"

namespace openimr::office {

// What was taken out of the letter, and why.
struct TakenOut {
  int line = 0;          // of the served letter as text, from 1; 0: a field that the programme keeps back
  std::string kind;      // "name", "employer", ...; of a field its name: "priority"
  std::string rule;      // "party", "label", ...; "publication"
  std::string reason;    // of the rule
  std::string original;  // for who looks at it before the release; it belongs in no other log
};

struct PreparedPublication {
  std::int64_t version = 0;  // of the case that it was made from
  std::string of;            // the letter of the parties: its document
  determination::Determination letter;
  std::string text;
  std::string pdf;  // made anew from the letter
  std::vector<TakenOut> taken_out;
  std::vector<corpus::deidentify::Left> left;  // what the check of the finished PDF found; it must be nothing
};

// What it is made with, beside the case.
struct PublishingWith {
  const Engine& engine;
  const corpus::deidentify::Deidentifier& deidentify;
  corpus::deidentify::KnownParties parties;  // beside those of the case: what a person found to be left
};

// From the letter that holds. The parties of the case, its claim number and its reviewers are searched for. Fails with
// wrong_use where `event` (of type published) is not allowed, which is decided by cases/acts.h alone, or the programme
// does not publish what a letter cannot be without.
Result<PreparedPublication> prepare_publication(Office& office, const FoundCase& found, const cases::CaseEvent& event,
                                                const PublishingWith& with);

// Keeps the letter as data, text and PDF with the log of what was taken out, and records the event. Fails with invalid
// where the check found anything, naming page, kind and rule, and with changed where the case is no longer what it was
// made from.
Result<cases::Case> publish(Office& office, cases::CaseEvent event, const std::string& number,
                            const PreparedPublication& prepared);

// What is taken out and what is left as JSON, with the words: {"taken_out": [...], "left": [...]}.
std::string log_of(const PreparedPublication& prepared);

// The letter as the ledger has it. Fails with wrong_use where it was published without its text.
struct KeptPublication {
  std::string text, pdf, log;
};
Result<KeptPublication> kept_publication(store::Store& store, const cases::PublishedLetter& published);

// Adds the published letter of a case to the collection of a folder, which is made where it is not there, and lets the
// index catch up. False where it was in it.
Result<bool> add_to_collection(const std::filesystem::path& folder, const std::string& number, const Engine& engine,
                               const std::string& text);

}  // namespace openimr::office
