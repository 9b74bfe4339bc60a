// Lists page by page: a cursor is where a page ended, in letters that go into an address.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include "server/http/problem.h"
#include "store/lists.h"

namespace openimr::server {

struct PageAsked {
  std::optional<store::ListPlace> after;
  int limit = 50;
};
// Of `cursor` and `limit`; 400 where one is unsound.
tl::expected<PageAsked, Problem> page_asked(const Request& request);

std::string cursor_of(const store::ListPlace& place);
// For the next page; null where this one was the last.
nlohmann::ordered_json next_cursor(const std::vector<store::ListPlace>& places, int limit);

}  // namespace openimr::server
