#include "corpus/collection/parts.h"

#include <cstdio>
#include <string>

#include <fcntl.h>

namespace openimr::corpus {
namespace {

namespace fs = std::filesystem;

// In the first part: how many letters the shard had when the parts were begun. Others are of a try that was joined.
constexpr const char* kBehind = "behind";

// 0 where there is none, or none yet: a kill came while it was made.
std::int64_t letters_in(const fs::path& index) {
  return fs::exists(index / "iamglass") ? Xapian::Database(index.string()).get_lastdocid() : 0;
}

}  // namespace

Parts::Parts(fs::path words, std::int64_t size) : words_(std::move(words)), size_(size) {
  recover();
  joined_ = letters_in(words_);
  if (!fs::exists(beside(".parts"))) return;
  bool usable =
      letters_in(part(0)) > 0 && Xapian::Database(part(0).string()).get_metadata(kBehind) == std::to_string(joined_);
  for (std::int64_t number = 0; usable && fs::exists(part(number)); ++number) {
    usable = waiting_ == number * size_;  // those before it are full
    waiting_ += letters_in(part(number));
  }
  if (usable) return;
  fs::remove_all(beside(".parts"));
  waiting_ = 0;
}

fs::path Parts::beside(const char* ending) const {
  return words_.string() + ending;
}

fs::path Parts::part(std::int64_t number) const {
  return beside(".parts") / std::to_string(number);
}

// What a kill left of a join: a whole index that had not come to its place, or what is of no more use.
void Parts::recover() {
  if (!fs::exists(words_) && fs::exists(beside(".made"))) fs::rename(beside(".made"), words_);
  for (const char* ending : {".making", ".made", ".old"}) fs::remove_all(beside(ending));
}

Xapian::WritableDatabase& Parts::next() {
  const std::int64_t number = waiting_ / size_;
  if (!open_ || waiting_ % size_ == 0) {
    commit();
    fs::create_directories(beside(".parts"));
    open_.emplace(part(number).string(), Xapian::DB_CREATE_OR_OPEN);
    if (number == 0 && open_->get_lastdocid() == 0) {
      open_->set_metadata(kBehind, std::to_string(joined_));
      open_->commit();
    }
  }
  ++waiting_;
  return *open_;
}

void Parts::commit() {
  if (open_) open_->commit();
}

Result<void> Parts::join() {
  commit();
  open_.reset();
  Xapian::Database all;
  if (joined_ > 0) all.add_database(Xapian::Database(words_.string()));
  for (std::int64_t number = 0; fs::exists(part(number)); ++number)
    all.add_database(Xapian::Database(part(number).string()));
  fs::remove_all(beside(".making"));
  all.compact(beside(".making").string());
  all.close();
  if (letters_in(beside(".making")) != joined_ + waiting_)
    return fail({ErrorCode::unavailable, "the parts of the index could not be joined", "", words_.string(), 0, 0,
                 "Do it again."});
  std::error_code failed;
  fs::rename(beside(".making"), beside(".made"), failed);
  if (!failed && fs::exists(words_)) {
    // In one step where the file system can, so that nobody looks in between.
    if (::renameat2(AT_FDCWD, beside(".made").c_str(), AT_FDCWD, words_.c_str(), RENAME_EXCHANGE) != 0) {
      fs::rename(words_, beside(".old"), failed);
      if (!failed) fs::rename(beside(".made"), words_, failed);
    }
  } else if (!failed) {
    fs::rename(beside(".made"), words_, failed);
  }
  if (failed)
    return fail({ErrorCode::unavailable, "the joined index cannot be put in its place", failed.message(),
                 words_.string(), 0, 0, "Let the folder be written, and do it again."});
  fs::remove_all(beside(".parts"));
  recover();
  joined_ = letters_in(words_);
  waiting_ = 0;
  return {};
}

}  // namespace openimr::corpus
