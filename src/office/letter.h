// The determination of a case of the store as its letter: what it says, what it still lacks, and how it is signed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cases/signature_check.h"
#include "letter/write.h"
#include "office/office.h"

namespace openimr::office {

struct PreparedLetter {
  determination::Determination determination;
  std::vector<cases::MissingPart> missing;
  std::vector<std::string> not_on_file;  // reviewers by id, whose names the letter is not searched for
  std::string number;                    // of the case
  std::int64_t version = 0;              // of the case that it was written from
};

// From what the reviewers of the case have decided so far; the day of `found` is that of the determination, or, once
// that was issued, the day of the letter that is corrected. The letter
// is searched for the names of the reviewers. Fails where their data cannot be read.
Result<PreparedLetter> prepared_letter(Office& office, const FoundCase& found);

// "item 2: no clinical reasons are given for the treatment (8 CCR 9792.10.6(d))", a line each; what does not hinder the
// signature is marked.
std::string in_words(const std::vector<cases::MissingPart>& missing);

// Keeps the letter as data, text and PDF, and records the event that signs or corrects it. Fails with wrong_use where
// something that hinders the signature is missing, and with changed where the case is no longer what it was written
// from. Under a key it is kept once.
Result<cases::Case> sign(Office& office, cases::CaseEvent event, const PreparedLetter& letter,
                         const letter::Letterhead& head, const store::EventKey& key = {});

}  // namespace openimr::office
