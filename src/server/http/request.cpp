#include "server/http/request.h"

#include <algorithm>

namespace openimr::server {

std::optional<std::string_view> Request::cookie(std::string_view name) const {
  for (const auto& [header, value] : headers) {
    if (!same_name(header, "Cookie", Names::any_case)) continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const std::string_view pair = rest.substr(0, rest.find(';'));
      rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
      const auto begin = std::min(pair.find_first_not_of(' '), pair.size());
      const auto equals = pair.find('=', begin);
      if (equals == std::string_view::npos || pair.substr(begin, equals - begin) != name) continue;
      return pair.substr(equals + 1);
    }
  }
  return {};
}

}  // namespace openimr::server
