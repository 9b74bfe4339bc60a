// What a store is made of; for the files of store/ alone.
#pragma once

#include <unordered_map>
#include <utility>

#include "store/connection.h"
#include "store/store.h"
#include "store/transaction.h"

namespace openimr::store {

// The last events of streams that this store has seen, so that an append need not ask. They may be out of date: the
// row is put in only where its predecessor is there with this hash.
class KnownHeads {
 public:
  std::optional<Hash> hash_of(const StreamId& stream, Version version) const {
    const auto found = heads_.find(stream.text());
    if (found == heads_.end() || found->second.first != version) return std::nullopt;
    return found->second.second;
  }
  void remember(const StreamId& stream, Version version, const Hash& hash) {
    if (heads_.size() >= kMost) heads_.clear();
    heads_.insert_or_assign(stream.text(), std::pair(version, hash));
  }
  void forget(const StreamId& stream) { heads_.erase(stream.text()); }

 private:
  static constexpr std::size_t kMost = 100'000;
  std::unordered_map<std::string, std::pair<Version, Hash>> heads_;
};

struct Store::Parts {
  Database database;
  std::optional<KeyRing> keys;
  KnownHeads heads;

  const KeyRing* ring() const { return keys ? &*keys : nullptr; }
};

// An error of this store at a version of a stream.
Error altered_at(const Address& address, const std::string& stream, long long version, std::string what);

}  // namespace openimr::store
