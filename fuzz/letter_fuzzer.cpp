// Any bytes as a file of letters: every value that is read stands in the text at its place, an item always has its
// decision and rationale, and twice gives the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine.h"
#include "letter/read.h"

using namespace openimr;
using determination::Printed;
using fuzzing::must;

namespace {

void check(const Printed& printed, std::string_view text) {
  must(printed.span.begin <= printed.span.end && printed.span.end <= text.size(), "a place lies within the text");
  must(!printed.stated() || !printed.span.empty(), "what is stated has a place");
  must(printed.text.size() <= 3 * static_cast<std::size_t>(printed.span.end - printed.span.begin),
       "no more is read than is printed");
}

void check(const determination::Relied& relied, std::string_view text) {
  check(relied.paragraph, text);
  for (const auto& cited : relied.citations) {
    must(cited.span.begin <= cited.span.end && cited.span.end <= text.size(), "a citation lies within the text");
    must(!cited.citation.source.empty(), "a citation has a source");
    must(cited.citation.year == 0 || (cited.citation.year >= 1900 && cited.citation.year < 2100), "a year is one");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto& engine = fuzzing::engine();
  const auto letters = engine.letters.read(text, "letter.txt");
  must(!letters.empty(), "there is a letter or a reason why not");
  for (auto letter : letters) {
    if (!letter) {
      must(!letter.error().message.empty() && !letter.error().remedy.empty(), "an error says what to do");
      continue;
    }
    must(!letter->items.empty(), "a letter has an item");
    check(letter->case_number, text);
    check(letter->summary, text);
    for (const auto* list :
         {&letter->licensure, &letter->certification, &letter->subspecialty, &letter->records_reviewed})
      for (const Printed& entry : *list) check(entry, text);
    for (const auto& item : letter->items) {
      must(item.text.stated() && item.rationale.stated(), "an item is whole");
      check(item.text, text);
      check(item.rationale, text);
      check(item.claims_administrator, text);
      check(item.reviewer, text);
      for (const Printed& reference : item.references) check(reference, text);
    }
    constexpr std::size_t kInterpreted = 4096;  // the vocabulary has a fuzzer of its own
    if (size <= kInterpreted) letter::interpret(*letter, text, engine.vocabulary);
  }
  must(engine.letters.read(text, "letter.txt").size() == letters.size(), "twice gives the same");
  return 0;
}
