#include "support/deidentifier.h"

#include <cstdio>
#include <cstdlib>

#include "base/packs.h"

namespace openimr::testing {
namespace {

corpus::deidentify::Deidentifier load() {
  const auto packs = read_snapshot(OPENIMR_SNAPSHOT);
  auto made = packs ? corpus::deidentify::Deidentifier::from_packs(packs->data)
                    : Result<corpus::deidentify::Deidentifier>(fail(packs.error()));
  if (!made) {
    std::fprintf(stderr, "%s\n", made.error().to_string().c_str());
    std::exit(1);
  }
  return std::move(*made);
}

}  // namespace

const corpus::deidentify::Deidentifier& deidentifier() {
  static const corpus::deidentify::Deidentifier made = load();
  return made;
}

std::string deidentified(std::string_view text, const corpus::deidentify::KnownParties& parties) {
  return deidentifier()(text, parties).text;
}

std::string put_back(std::string_view text, const corpus::deidentify::Deidentified& done) {
  std::string out;
  std::size_t at = 0;     // in what it gave
  std::size_t taken = 0;  // of the original
  for (const auto& removal : done.removals) {
    const std::size_t same = removal.span.begin - taken;
    out += done.text.substr(at, same) + removal.original;
    at += same + corpus::deidentify::replacement_of(removal.kind).size();
    taken = removal.span.end;
    if (text.substr(removal.span.begin, removal.original.size()) != removal.original) return "a wrong original";
  }
  return out + done.text.substr(at);
}

}  // namespace openimr::testing
