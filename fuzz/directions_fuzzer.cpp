// Any bytes as directions, with and without a drug's name: no amount is below zero, ranges are in order, spans stay in
// the text, and twice gives the same.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "engine.h"
#include "vocabulary/prescription.h"

using namespace openimr;
using fuzzing::must;

namespace {

void check(const vocabulary::Prescription& p, const CleanText& text) {
  must(p.span.begin <= p.span.end && p.span.end <= text.text().size(), "what was read stands in the text");
  must(p.as_needed_reason.end <= text.text().size(), "the reason stands in the text");
  must(p.dose_low.has_value() == p.dose_high.has_value(), "a dose has both ends");
  must(!p.dose_low || (*p.dose_low >= 0 && *p.dose_low <= *p.dose_high), "a dose is a range in order");
  must(p.quantity.value_or(0) >= 0 && p.refills.value_or(0) >= 0 && p.duration_days.value_or(0) >= 0,
       "no amount is below zero");
  must(p.daily_units().value_or(0) >= 0, "no units of a day are below zero");
  must(p.phases.empty() || p.phases.size() > 1, "one phase is none");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const CleanText text(std::string_view(reinterpret_cast<const char*>(data), size));
  const auto& vocabulary = fuzzing::engine().vocabulary;
  const vocabulary::Prescription whole = vocabulary::read_directions(text);
  check(whole, text);
  must(vocabulary::read_directions(text).daily_units() == whole.daily_units(), "the same words give the same");
  const auto mentions = vocabulary.find(text);
  std::vector<Span> names;
  for (const auto& mention : mentions) {
    const bool drug = mention.kind == vocabulary::TermKind::drug;
    if (drug && (names.empty() || mention.span != names.back())) names.push_back(mention.span);
  }
  const auto read = vocabulary::read_prescriptions(text, names);
  must(read.size() == names.size(), "one prescription a name");
  for (const auto& prescription : read) check(prescription, text);
  for (const auto& misspelt :
       vocabulary::find_misspelt(vocabulary, text, mentions, openimr::words_in(text.text()).numbers))
    must(!misspelt.span.empty() && misspelt.span.end <= text.text().size(), "a misspelt name stands in the text");
  return 0;
}
