// What the review of a case costs whoever pays for it, as a paper.
#pragma once

#include <cstdint>
#include <string>

#include "office/papers.h"
#include "vocabulary/vocabulary.h"

namespace openimr::office {

// By the programme, or where it knows no amount by hand.
struct Fee {
  std::string id;
  std::int64_t cents = 0;
  std::string section;
  std::string note;  // where the programme is not sure of it; empty, or a line
};

struct InvoiceByHand {
  std::int64_t cents = -1;  // -1: by the programme
  std::string why;          // where the amount stands
};

// The fee as things stand. `licence` is the class of the reviewer's: physician or other. Fails with wrong_use where the
// programme knows no amount and none is given.
Result<Fee> fee_of(const FoundCase& found, const vocabulary::Vocabulary& vocabulary, const std::string& licence,
                   const InvoiceByHand& by_hand = {});

struct Invoice {
  Fee fee;
  Papers papers;
};
// Fails with wrong_use where `event` (of type invoiced) is not allowed, and as fee_of() and write_papers() do.
Result<Invoice> write_invoice(const FoundCase& found, const cases::CaseEvent& event,
                              const vocabulary::Vocabulary& vocabulary, const std::string& licence,
                              const InvoiceByHand& by_hand, Sending sending);
// Keeps it, and gives the events notice-sent and invoiced.
Result<std::vector<cases::CaseEvent>> keep_invoice(store::Store& store, const Invoice& invoice, cases::CaseEvent event);

}  // namespace openimr::office
