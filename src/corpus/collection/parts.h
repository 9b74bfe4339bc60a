// Many letters for a shard at once. Xapian takes letters ever more slowly the larger its tables are (bench/README.md):
// so they go into parts first, each an index of its own, and the parts are joined behind what the shard had.
//
//   Parts parts(words, size);                        // with those that an earlier try left
//   while (more letters) parts.next().add_document(...);
//   parts.join();                                    // now they are in the words of the shard
//
// Beside `words` stand meanwhile words.parts/ and, while they are joined, words.making, words.made and words.old. A
// kill at any moment loses no letter of a part that was committed, and whoever has the words open goes on reading them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include <xapian.h>

#include "base/result.h"

namespace openimr::corpus {

class Parts {
 public:
  // `size`: letters of a part.
  Parts(std::filesystem::path words, std::int64_t size);

  // Letters in the words of the shard, and in the parts.
  std::int64_t joined() const { return joined_; }
  std::int64_t waiting() const { return waiting_; }

  // The part that takes the next letter.
  Xapian::WritableDatabase& next();
  void commit();
  // Puts the parts into the words of the shard: a minute or two for a million letters. Fails with unavailable where
  // the folder does not let it.
  Result<void> join();

 private:
  std::filesystem::path beside(const char* ending) const;
  std::filesystem::path part(std::int64_t number) const;
  void recover();

  std::filesystem::path words_;
  std::int64_t size_;
  std::int64_t joined_ = 0;
  std::int64_t waiting_ = 0;
  std::optional<Xapian::WritableDatabase> open_;
};

}  // namespace openimr::corpus
