// What a finished PDF still holds that must not be published: the last look before a letter is released, and the one at
// a PDF that was made elsewhere. It takes the file as whoever gets it can (records/finished_pdf.h):
//
//   text       the words of the text layer, looked through by the rules and for the parties
//   picture    the words that the pages show, the same; those that agree with the text layer were looked at there
//   hidden     words of the text layer that no picture shows: under a mark, in the colour of the paper, too small,
//              outside of the page
//   beside     title, author and other particulars, bookmarks; an author or an attachment is named whatever it says
//
// Nothing found is no proof: docs/deidentification.md says what is not seen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "corpus/deidentify/deidentifier.h"
#include "records/finished_pdf.h"

namespace openimr::corpus::deidentify {

struct Left {
  int page = 0;        // from 1; 0: of the file as a whole
  std::string where;   // "text", "picture", "hidden", "outside", "particular Author", "bookmark", "attachment"
  std::string kind;    // "name", "address", ...; "text": whatever it says
  std::string rule;    // "party", "label", ...; "under-a-mark"
  std::string reason;  // of the rule
  std::optional<Box> box;
  std::string original;  // for the log of whoever releases the file; it belongs in no other log and in no message
};

// In the order of the pages, what belongs to none first. `number` is that of the review itself, which may stand there.
std::vector<Left> left_in(const records::FinishedPdf& pdf, const Deidentifier& deidentify, const KnownParties& parties,
                          std::string_view number = {});

// "page 2, picture: name (party: a party of the case)"; never what is written there.
std::string in_words(const Left& left);
// With the words that are left, or without them: those belong in no other file than the log of whoever releases.
enum class Words : std::uint8_t { shown, left_out };
nlohmann::ordered_json to_json(const std::vector<Left>& left, Words words);
// The error that keeps a file from release: the first that is left, and how many are.
Error refusal(const std::vector<Left>& left, const std::string& name);

}  // namespace openimr::corpus::deidentify
