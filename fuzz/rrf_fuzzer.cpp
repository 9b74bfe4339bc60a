// Any bytes as a table of RxNorm: a row has the columns it must have, or there is an error with its line; and as the
// three tables of a release.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <utility>

#include "engine.h"
#include "vocabulary/rrf.h"
#include "vocabulary/rxnorm.h"

using namespace openimr;
using fuzzing::must;

namespace {

// The tables of a release are parted by a line that is a form feed.
std::pair<std::string, std::string> parted(const std::string& text) {
  const auto at = text.find("\f\n");
  return at == std::string::npos ? std::pair(text, std::string()) : std::pair(text.substr(0, at), text.substr(at + 2));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kColumns = 3;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  std::istringstream in(bytes);
  vocabulary::RrfTable table(in, "FUZZ.RRF", kColumns);
  for (auto row = table.next(); row ? row->has_value() : (must(!row.error().remedy.empty(), "a remedy"), false);
       row = table.next()) {
    must((*row)->size() == kColumns, "a row has its columns");
  }
  const auto [first, rest] = parted(bytes);
  const auto [second, third] = parted(rest);
  std::istringstream concepts(first);
  std::istringstream relations(second);
  std::istringstream attributes(third);
  const auto products = vocabulary::read_rxnorm({concepts, relations, attributes, "fuzz"});
  if (!products) {
    must(!products.error().message.empty() && !products.error().remedy.empty(), "an error says what to do");
    return 0;
  }
  for (const auto& product : *products) must(!product.ingredients.empty(), "a product has an ingredient");
  return 0;
}
