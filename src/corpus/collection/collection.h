// The published determinations of a folder: added, found, counted.
//
//   auto collection = Collection::open(folder).value();
//   collection.answer({.words = "carisoprodol", .facets = true})
//
// The folder holds the letters (letters.db, which is all that has to be kept), and an index in two shards, which is
// made from them and can be made anew at any time. Adding is in two steps: letters are kept, then the index catches up,
// a thread for each shard; what is asked meanwhile is answered from the index as it was completed last. A kill at any
// moment loses nothing that was reported kept.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "corpus/collection/letter_store.h"
#include "corpus/collection/search.h"
#include "corpus/collection/shard.h"
#include "corpus/collection/statistics.h"

namespace openimr::corpus {

inline constexpr int kShards = 2;

// The file of the letters in a collection's folder.
std::filesystem::path letters_file(const std::filesystem::path& folder);

// Letters and text that have been indexed so far, of all shards together.
struct Indexed {
  std::atomic<std::uint64_t> letters = 0;
  std::atomic<std::uint64_t> bytes = 0;
};
// The index of a folder catches up with its letters; `anew`: from the first. `goes_on` is asked on the calling thread
// ten times a second; false ends the work, which can go on later. Fails with unavailable where somebody else is at it.
Result<void> index_letters(const std::filesystem::path& folder, const vocabulary::Vocabulary& vocabulary, bool anew,
                           Indexed& indexed, const std::function<bool()>& goes_on);

// When the index of a folder was completed last; file_time_type::min() where there is none.
std::filesystem::file_time_type index_time(const std::filesystem::path& folder);

// To ask; for one thread at a time.
class Collection {
 public:
  // Fails with not_found where there is no collection, with invalid where its index is damaged or was never complete.
  static Result<Collection> open(const std::filesystem::path& folder);
  // The same for another thread; what is large in memory is shared. Fails as open() does.
  Result<Collection> again() const;

  std::int64_t letters() const;
  std::int64_t items() const;
  // Letters that were kept since the index was completed: not found before it is complete again.
  std::int64_t waiting() const { return kept_ - letters(); }
  // Fails with wrong_use where the question cannot be read.
  Result<Answer> answer(const Question& question) const;
  Result<std::optional<Published>> letter(std::string_view id) const { return store_.find(id); }
  Table count(const Counting& counting) const;

 private:
  Collection(std::filesystem::path folder, LetterStore store, std::vector<Shard> shards, std::int64_t kept)
      : folder_(std::move(folder)), store_(std::move(store)), shards_(std::move(shards)), kept_(kept) {}
  Result<Answer> answer_once(const Question& question) const;

  std::filesystem::path folder_;
  LetterStore store_;
  std::vector<Shard> shards_;
  std::int64_t kept_;
};

}  // namespace openimr::corpus
