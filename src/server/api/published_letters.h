// The collection of published determinations, lent to one thread at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "corpus/collection/collection.h"

namespace openimr::server {

class PublishedLetters {
 public:
  // An empty folder: no collection is offered.
  explicit PublishedLetters(std::filesystem::path folder = {});

  // Goes back with its end.
  class Lease {
   public:
    Lease(const PublishedLetters& letters, std::unique_ptr<corpus::Collection> collection,
          std::filesystem::file_time_type made);
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease();
    const corpus::Collection& operator*() const { return *collection_; }
    const corpus::Collection* operator->() const { return collection_.get(); }

   private:
    const PublishedLetters* letters_;
    std::unique_ptr<corpus::Collection> collection_;
    std::filesystem::file_time_type made_;
  };

  bool is_offered() const { return !state_->folder.empty(); }
  // One that is free, or a new one; what letters were added meanwhile is in it. Fails as Collection::open() does.
  Result<Lease> lend() const;

 private:
  struct State {
    std::filesystem::path folder;
    std::mutex mutex;
    std::filesystem::file_time_type made =
        std::filesystem::file_time_type::min();  // when the index was completed that these are of
    std::shared_ptr<const corpus::Collection> first;
    std::vector<std::unique_ptr<corpus::Collection>> free;
  };
  std::unique_ptr<State> state_;
};

}  // namespace openimr::server
