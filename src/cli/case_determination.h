// The determination of a case of the store as its letter: what it says, what it still lacks, and how it is kept.
#pragma once

#include <string>
#include <vector>

#include "cases/signature_check.h"
#include "cli/engine.h"
#include "cli/office.h"
#include "letter/write.h"

namespace openimr::cli {

struct PreparedLetter {
  determination::Determination determination;
  std::vector<cases::MissingPart> missing;
};

// From what the reviewers of the case have decided so far; `decided` is the day of the determination. The letter is
// searched for the names of the reviewers.
PreparedLetter prepared_letter(const Packs& packs, const program::Programme& programme, const cases::Case& c,
                               Date decided, const std::vector<std::string>& reviewer_names);

// "item 2: no clinical reasons are given for the treatment (8 CCR 9792.10.6(d))", a line each; what does not hinder the
// signature is marked.
std::string in_words(const std::vector<cases::MissingPart>& missing);

// With the review organization of the options, where it is named.
letter::Letterhead letterhead_of(const OfficeOptions& options);

// Keeps the letter as data, text and PDF, and gives the fields of the event that signs or corrects it.
Result<nlohmann::json> kept_letter(store::Store& store, const determination::Determination& letter,
                                   const letter::Letterhead& head);

}  // namespace openimr::cli
