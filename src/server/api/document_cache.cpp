#include "server/api/document_cache.h"

#include <algorithm>

#include "office/office.h"

namespace openimr::server {

Result<ShownDocument> DocumentCache::find(store::Store& store, const std::string& name) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& each) { return each.name == name; });
    if (found != kept_.end()) {
      kept_.splice(kept_.begin(), kept_, found);
      return found->document;
    }
  }
  auto read = office::document_of(store, name);
  if (!read) return fail(read.error());
  const Media media = media_of(*read);
  const ShownDocument out{std::make_shared<const std::string>(std::move(*read)), media};
  const std::lock_guard lock(mutex_);
  if (media_.size() >= kMostMedia) media_.clear();
  media_.emplace(name, media);
  kept_.push_front({name, out});
  size_ += out.bytes->size();
  while (size_ > memory_ || kept_.size() > kMost) {
    size_ -= kept_.back().document.bytes->size();
    kept_.pop_back();
  }
  return out;
}

Result<Media> DocumentCache::media(store::Store& store, const std::string& name) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = media_.find(name); known != media_.end()) return known->second;
  }
  const auto document = find(store, name);
  if (!document) return fail(document.error());
  return document->media;
}

}  // namespace openimr::server
