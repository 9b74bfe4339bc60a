// Any bytes as a disputed item: it never fails, it invents no numbers below zero, and twice gives the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine.h"
#include "records/disputed_item.h"

using namespace openimr;
using fuzzing::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto& vocabulary = fuzzing::engine().vocabulary;
  const auto item = records::parse_item(text, vocabulary);
  must(!item.kind.empty(), "every item has a kind");
  must(item.quantity.value_or(0) >= 0 && item.refills.value_or(0) >= 0 && item.visits.value_or(0) >= 0,
       "no amount is below zero");
  must(!item.concept_name || !item.concept_name->empty(), "a concept has a name");
  const auto again = records::parse_item(text, vocabulary);
  must(item.kind == again.kind && item.concept_name == again.concept_name && item.strength == again.strength &&
           item.quantity == again.quantity && item.refills == again.refills && item.visits == again.visits &&
           item.body_parts == again.body_parts,
       "the same request gives the same item");
  (void)records::product_of(item, vocabulary);
  return 0;
}
