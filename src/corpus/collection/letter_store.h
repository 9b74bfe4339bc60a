// The published letters themselves, in one file (SQLite): what the index is made from, and made anew from. A letter has
// a number, from 1 in the order of coming, and its id (collection/published.h); it is kept once.
//
// Reported as added is what is on disk: a full disk or a kill loses no more than the letters of the call under way.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corpus/collection/published.h"

struct sqlite3;

namespace openimr::corpus {

// For one thread at a time; several may be open on one file.
class LetterStore {
 public:
  // Makes the file where it is not there and is to be. Fails with not_found, or with invalid where it is no such file.
  enum class Make : std::uint8_t { no, yes };
  static Result<LetterStore> open(const std::filesystem::path& file, Make make);

  // Keeps those that it does not have, all or none, and says how many those were. Fails with unavailable.
  Result<int> add(std::span<const Published> letters);
  Result<std::int64_t> count() const;
  Result<std::optional<Published>> find(std::int64_t number) const;
  Result<std::optional<Published>> find(std::string_view id) const;
  // Those above a number, in order, where the number leaves `rest` when divided by `parts`; until `take` is false.
  using Take = std::function<bool(std::int64_t number, const Published& letter)>;
  Result<void> each(std::int64_t above, int parts, int rest, const Take& take) const;

 private:
  struct Close {
    void operator()(sqlite3* file) const;
  };
  explicit LetterStore(std::unique_ptr<sqlite3, Close> file) : file_(std::move(file)) {}
  Result<std::optional<Published>> found(const char* sql, std::int64_t number, std::string_view id) const;

  std::unique_ptr<sqlite3, Close> file_;
};

}  // namespace openimr::corpus
