#include "cli/corpus/asked.h"

#include <iostream>

#include <fmt/format.h>

#include "cli/numbers.h"

namespace openimr::cli {

Result<corpus::Collection> collection_of(const CorpusOptions& options) {
  auto out = corpus::Collection::open(options.folder);
  if (out && out->waiting() > 0)
    std::cerr << fmt::format("{}: {} not in the index yet. Let it catch up: openimr corpus index.\n", options.folder,
                             counted(static_cast<std::uint64_t>(out->waiting()), "letter"));
  return out;
}

Result<corpus::Facet> facet_of(const std::string& name) {
  if (const auto facet = corpus::facet_named(name)) return *facet;
  return fail(
      {ErrorCode::wrong_use, "there is no such field", name, "", 0, 0, "Take one of: " + corpus::facet_list() + "."});
}

Result<std::vector<std::pair<corpus::Facet, std::string>>> conditions_of(const std::vector<std::string>& where) {
  std::vector<std::pair<corpus::Facet, std::string>> out;
  for (const std::string& each : where) {
    const auto equals = each.find('=');
    if (equals == std::string::npos)
      return fail(
          {ErrorCode::wrong_use, "a condition has no '='", each, "", 0, 0, "Write it as --where drug=carisoprodol."});
    const auto facet = facet_of(each.substr(0, equals));
    if (!facet) return fail(facet.error());
    out.emplace_back(*facet, each.substr(equals + 1));
  }
  return out;
}

Result<std::optional<Date>> day_of(const std::string& text, const std::string& option) {
  if (text.empty()) return std::optional<Date>();
  if (const auto day = Date::from_iso(text)) return std::optional(*day);
  return fail({ErrorCode::wrong_use, option + ": there is no such day", text, "", 0, 0, "Write it as 2016-12-19."});
}

}  // namespace openimr::cli
