// A part of the index: every second letter, say. Its words and fields as Xapian has them, and its columns. It holds
// what it needs to know how far it has come; what it lacks is taken from the letters (collection/letter_store.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "corpus/collection/columns.h"
#include "corpus/collection/letter_store.h"
#include "vocabulary/vocabulary.h"

namespace Xapian {
class Database;
}

namespace openimr::corpus {

// The place of a shard among the shards, and its letters: those whose number leaves `rest` when divided by `parts`.
struct ShardPlace {
  std::filesystem::path folder;
  int parts = 2;
  int rest = 0;

  // Letters of a collection of so many that are this shard's.
  std::int64_t share_of(std::int64_t letters) const;
  // The number of the nth letter of the shard, from 1.
  std::int64_t number_of(std::int64_t nth) const;
};

// Where its columns are kept; written last, when it has caught up.
std::filesystem::path columns_file(const ShardPlace& place);

// As it was completed last: letters whose words were added since are not found before it is complete again.
class Shard {
 public:
  // Fails with not_found where there is none, with invalid where it is damaged or was never complete.
  static Result<Shard> open(const ShardPlace& place);
  Shard(Shard&&) noexcept;
  Shard& operator=(Shard&&) noexcept;
  ~Shard();

  // The same shard for another thread; its columns are shared. Fails as open() does.
  Result<Shard> again() const;

  const ShardPlace& place() const { return place_; }
  const Columns& columns() const { return *columns_; }
  Xapian::Database& words() const { return *words_; }
  std::int64_t letters() const { return static_cast<std::int64_t>(columns_->letters()); }
  // Whether words of more letters than these are in it.
  bool is_growing() const;

 private:
  Shard();

  ShardPlace place_;
  std::shared_ptr<const Columns> columns_;
  std::unique_ptr<Xapian::Database> words_;
};

// Adds to a shard what it lacks of the letters, and keeps it. Where it is killed, it goes on from what was kept.
// `progress` hears of every letter that was added, and can end the work. Fails with unavailable, and with invalid
// where the shard is damaged. Where it lacks many letters they go into parts of `part` letters first
// (collection/parts.h), and it is asked as it was until these are joined.
struct IndexProgress {
  std::function<void(std::uint64_t bytes)> added;
  std::function<bool()> goes_on;
};
inline constexpr std::int64_t kLettersOfAPart = 25'000;
Result<void> catch_up(const ShardPlace& place, const LetterStore& letters, const vocabulary::Vocabulary& vocabulary,
                      const IndexProgress& progress, std::int64_t part = kLettersOfAPart);

}  // namespace openimr::corpus
