// Documents that are being shown: a viewer asks for a file in a hundred ranges, and it comes from the store once.
#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "server/api/media.h"
#include "store/store.h"

namespace openimr::server {

struct ShownDocument {
  std::shared_ptr<const std::string> bytes;
  Media media;
};

// For all threads. Documents never change, so what is kept is right as long as it is kept.
class DocumentCache {
 public:
  explicit DocumentCache(std::uint64_t memory = 256ULL << 20U) : memory_(memory) {}

  // The document of this hexadecimal name. Fails as document_of() does.
  Result<ShownDocument> find(store::Store& store, const std::string& name);
  // What it is alone, which is remembered longer.
  Result<Media> media(store::Store& store, const std::string& name);

 private:
  static constexpr std::size_t kMost = 1000;
  static constexpr std::size_t kMostMedia = 50'000;

  struct Kept {
    std::string name;
    ShownDocument document;
  };

  const std::uint64_t memory_;
  std::mutex mutex_;
  std::list<Kept> kept_;  // the last used first
  std::uint64_t size_ = 0;
  std::map<std::string, Media> media_;
};

}  // namespace openimr::server
