#include "server/accounts/tries.h"

#include <algorithm>

namespace openimr::server {

std::chrono::seconds Tries::wait(const std::string& address, store::Instant now) const {
  const std::lock_guard lock(mutex_);
  const auto found = failures_.find(address);
  if (found == failures_.end() || found->second.size() < limits_.failures) return {};
  const auto until = found->second[found->second.size() - limits_.failures] + limits_.within;
  return until > now ? std::chrono::ceil<std::chrono::seconds>(until - now) : std::chrono::seconds{};
}

void Tries::failed(const std::string& address, store::Instant now) {
  const std::lock_guard lock(mutex_);
  const auto is_old = [&](store::Instant at) { return at <= now - limits_.within; };
  if (failures_.size() >= limits_.addresses && failures_.count(address) == 0) {
    std::erase_if(failures_, [&](const auto& each) { return is_old(each.second.back()); });
    // Many addresses at once: the one that failed longest ago is forgotten.
    if (failures_.size() >= limits_.addresses)
      failures_.erase(std::min_element(failures_.begin(), failures_.end(), [](const auto& one, const auto& other) {
        return one.second.back() < other.second.back();
      }));
  }
  auto& all = failures_[address];
  std::erase_if(all, is_old);
  all.push_back(now);
}

}  // namespace openimr::server
