// Cases as they were last read. Whether one still stands so is asked of the store each time, by the version of its
// stream, which is cheap; its events are read again only where it is another.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "office/office.h"

namespace openimr::server {

using SharedCase = std::shared_ptr<const cases::Case>;

class CaseCache {
 public:
  // Fails with not_found where there is no such case.
  Result<SharedCase> find(office::Office& office, const std::string& number);

 private:
  static constexpr std::size_t kMost = 5'000;
  std::mutex mutex_;
  std::map<std::string, SharedCase, std::less<>> known_;
};

}  // namespace openimr::server
