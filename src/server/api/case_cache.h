// Cases as they were last read. Whether one still stands so is asked of the store each time, by the version of its
// stream, which is cheap; its events are read again only where it is another.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "office/office.h"

namespace openimr::server {

using SharedCase = std::shared_ptr<const cases::Case>;

class CaseCache {
 public:
  // Fails with not_found where there is no such case.
  Result<SharedCase> find(office::Office& office, const std::string& number);
  // What was written of a case for a view ("intake/2015-10-01"), or what `write` gives.
  std::shared_ptr<const std::string> text_of(const SharedCase& c, const std::string& view,
                                             const std::function<std::string()>& write);

 private:
  static constexpr std::size_t kMost = 5'000;
  struct Written {
    SharedCase of;  // held, so that no other case takes its address
    std::shared_ptr<const std::string> text;
  };
  std::mutex mutex_;
  std::map<std::string, SharedCase, std::less<>> known_;
  std::map<std::pair<const cases::Case*, std::string>, Written> written_;
};

}  // namespace openimr::server
