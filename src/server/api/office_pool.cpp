#include "server/api/office_pool.h"

namespace openimr::server {

Result<OfficePool::Lease> OfficePool::lend() {
  {
    const std::lock_guard lock(mutex_);
    if (!free_.empty()) {
      auto office = std::move(free_.back());
      free_.pop_back();
      return Lease(*this, std::move(office));
    }
  }
  auto made = office::Office::open(law_, place_);
  if (!made) return fail(made.error());
  return Lease(*this, std::move(*made));
}

void OfficePool::take_back(std::unique_ptr<office::Office> office) {
  const std::lock_guard lock(mutex_);
  free_.push_back(std::move(office));
}

void OfficePool::forget() {
  const std::lock_guard lock(mutex_);
  free_.clear();
}

}  // namespace openimr::server
