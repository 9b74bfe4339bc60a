#include "server/http/fields.h"

#include <algorithm>

#include "base/ascii.h"

namespace openimr::server {

bool same_name(std::string_view one, std::string_view other, Names names) {
  if (names == Names::exact) return one == other;
  return one.size() == other.size() &&
         std::equal(one.begin(), one.end(), other.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace openimr::server
