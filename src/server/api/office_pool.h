// Connections to the store, each lent to one thread at a time.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "office/office.h"

namespace openimr::server {

class OfficePool {
 public:
  OfficePool(std::shared_ptr<const office::Law> law, office::StorePlace place)
      : law_(std::move(law)), place_(std::move(place)) {}

  // Goes back with its end.
  class Lease {
   public:
    Lease(OfficePool& pool, std::unique_ptr<office::Office> office) : pool_(&pool), office_(std::move(office)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (office_ != nullptr) pool_->take_back(std::move(office_));
    }
    // Its connection is broken, and so may be those that wait: none of them is lent again.
    void discard() {
      office_.reset();
      pool_->forget();
    }
    office::Office& operator*() const { return *office_; }
    office::Office* operator->() const { return office_.get(); }

   private:
    OfficePool* pool_;
    std::unique_ptr<office::Office> office_;
  };

  // One that is free, or a new one. There are as many as threads have asked at once. Fails as the store does.
  Result<Lease> lend();
  const office::Law& law() const { return *law_; }

 private:
  void take_back(std::unique_ptr<office::Office> office);
  void forget();

  std::shared_ptr<const office::Law> law_;
  office::StorePlace place_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<office::Office>> free_;
};

}  // namespace openimr::server
