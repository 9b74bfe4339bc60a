#include "support/programmes.h"

#include <stdexcept>

#include <nlohmann/json.hpp>

#include "base/packs.h"

namespace openimr::testing {

const std::vector<program::Programme>& programmes() {
  static const auto all = [] {
    auto packs = read_snapshot(OPENIMR_SNAPSHOT);
    if (!packs) throw std::runtime_error(packs.error().to_string());
    auto read = program::programmes_from_packs(packs->data);
    if (!read) throw std::runtime_error(read.error().to_string());
    return std::move(*read);
  }();
  return all;
}

const program::Programme& programme(std::string_view id) {
  for (const auto& each : programmes()) {
    if (each.id() == id) return each;
  }
  throw std::runtime_error("no programme " + std::string(id));
}

}  // namespace openimr::testing
