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
  // What was written of a case for a view ("intake/2015-10-01"), or what `write` gives. It is forgotten with the case,
  // once that changes.
  std::shared_ptr<const std::string> text_of(const SharedCase& c, const std::string& view,
                                             const std::function<std::string()>& write);

 private:
  static constexpr std::size_t kMost = 5'000;
  static constexpr std::size_t kMostWritten = 64U << 20U;  // bytes, of all that was written
  struct Known {
    SharedCase c;
    std::map<std::string, std::shared_ptr<const std::string>, std::less<>> texts;  // by view
  };
  using Cases = std::map<std::string, Known, std::less<>>;  // by number
  void forget_texts(Known& known);

  std::mutex mutex_;
  Cases known_;
  std::size_t written_ = 0;  // bytes
};

}  // namespace openimr::server
