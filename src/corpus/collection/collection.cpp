#include "corpus/collection/collection.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <future>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "corpus/collection/asking.h"
#include "corpus/collection/xapian_errors.h"

namespace openimr::corpus {
namespace {

constexpr auto kLook = std::chrono::milliseconds(100);
constexpr int kMostTries = 10;

std::filesystem::path index_of(const std::filesystem::path& folder) {
  return folder / "index";
}

// As long as it stands nobody else gets it, in any process.
class AloneIn {
 public:
  explicit AloneIn(const std::filesystem::path& folder)
      : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
        is_taken_(folder_ >= 0 && ::flock(folder_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {}
  ~AloneIn() {
    if (folder_ >= 0) ::close(folder_);
  }
  AloneIn(const AloneIn&) = delete;
  AloneIn& operator=(const AloneIn&) = delete;
  bool is_taken() const { return is_taken_; }

 private:
  int folder_;
  bool is_taken_;
};

// The folder stays, since somebody may be alone in it.
std::error_code emptied(const std::filesystem::path& folder) {
  std::error_code refused;
  std::vector<std::filesystem::path> there;
  for (auto each = std::filesystem::directory_iterator(folder, refused);
       !refused && each != std::filesystem::directory_iterator(); each.increment(refused))
    there.push_back(each->path());
  for (const std::filesystem::path& each : there) {
    if (!refused) std::filesystem::remove_all(each, refused);
  }
  return refused;
}

// The shards' hits as one list.
std::vector<Hit> together(const std::vector<ShardAnswer>& parts, const Question& question) {
  std::vector<Hit> out;
  for (const ShardAnswer& part : parts) out.insert(out.end(), part.hits.begin(), part.hits.end());
  std::sort(out.begin(), out.end(), [&](const Hit& a, const Hit& b) {
    if (question.order == Order::newest && a.decided != b.decided) return a.decided > b.decided;
    if (question.order == Order::oldest && a.decided != b.decided) return a.decided < b.decided;
    return a.weight != b.weight ? a.weight > b.weight : a.number < b.number;
  });
  const auto skip = std::min(out.size(), static_cast<std::size_t>(std::max(0, question.skip)));
  out.erase(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(skip));
  out.resize(std::min(out.size(), static_cast<std::size_t>(std::max(0, question.most))));
  return out;
}

std::map<Facet, std::vector<FacetCount>> facets_of(const std::vector<ShardAnswer>& parts) {
  std::map<Facet, std::vector<FacetCount>> out;
  for (const FacetName& each : facet_names()) {
    std::map<std::string, FacetCount> by_value;
    for (const ShardAnswer& part : parts) {
      for (const auto& [value, letters] : part.facets[static_cast<std::size_t>(each.facet)]) {
        FacetCount& count = by_value.try_emplace(folded(value), FacetCount{value, 0}).first->second;
        count.letters += letters;
      }
    }
    auto& into = out[each.facet];
    for (auto& [key, count] : by_value) into.push_back(std::move(count));
    std::sort(into.begin(), into.end(), [](const FacetCount& a, const FacetCount& b) {
      return a.letters != b.letters ? a.letters > b.letters : a.value < b.value;
    });
  }
  return out;
}

}  // namespace

std::filesystem::path letters_file(const std::filesystem::path& folder) {
  return folder / "letters.db";
}

std::filesystem::file_time_type index_time(const std::filesystem::path& folder) {
  auto out = std::filesystem::file_time_type::min();
  for (int rest = 0; rest < kShards; ++rest) {
    std::error_code none;
    const auto written = std::filesystem::last_write_time(columns_file({index_of(folder), kShards, rest}), none);
    if (!none) out = std::max(out, written);
  }
  return out;
}

Result<void> index_letters(const std::filesystem::path& folder, const vocabulary::Vocabulary& vocabulary, bool anew,
                           Indexed& indexed, const std::function<bool()>& goes_on) {
  std::error_code refused;
  std::filesystem::create_directories(index_of(folder), refused);
  const AloneIn alone(index_of(folder));
  if (alone.is_taken())
    return fail({ErrorCode::unavailable, "letters are being added to the index already", "", folder.string(), 0, 0,
                 "Wait until that has ended, and do it again."});
  if (anew && !refused) refused = emptied(index_of(folder));
  if (refused)
    return fail({ErrorCode::unavailable, "the index cannot be made here", refused.message(), folder.string(), 0, 0,
                 "Make room, or let the folder be written."});
  std::atomic<bool> wanted = true;
  const IndexProgress progress = {[&](std::uint64_t bytes) {
                                    ++indexed.letters;
                                    indexed.bytes += bytes;
                                  },
                                  [&] { return wanted.load(); }};
  std::vector<std::future<Result<void>>> work;
  for (int rest = 0; rest < kShards; ++rest) {
    work.push_back(std::async(std::launch::async, [&, rest]() -> Result<void> {
      const auto letters = LetterStore::open(letters_file(folder), LetterStore::Make::no);
      if (!letters) return fail(letters.error());
      return catch_up({index_of(folder), kShards, rest}, *letters, vocabulary, progress);
    }));
  }
  Result<void> out;
  for (auto& each : work) {
    while (each.wait_for(kLook) != std::future_status::ready) {
      if (!goes_on()) wanted = false;
    }
    if (auto done = each.get(); !done && out) out = done;
  }
  return out;
}

Result<Collection> Collection::open(const std::filesystem::path& folder) {
  auto store = LetterStore::open(letters_file(folder), LetterStore::Make::no);
  if (!store) return fail(store.error());
  std::vector<Shard> shards;
  for (int rest = 0; rest < kShards; ++rest) {
    auto shard = Shard::open({index_of(folder), kShards, rest});
    if (!shard) return fail(shard.error());
    shards.push_back(std::move(*shard));
  }
  const auto kept = store->count();
  if (!kept) return fail(kept.error());
  return Collection(folder, std::move(*store), std::move(shards), *kept);
}

Result<Collection> Collection::again() const {
  auto store = LetterStore::open(letters_file(folder_), LetterStore::Make::no);
  if (!store) return fail(store.error());
  std::vector<Shard> shards;
  for (const Shard& shard : shards_) {
    auto one = shard.again();
    if (!one) return fail(one.error());
    shards.push_back(std::move(*one));
  }
  return Collection(folder_, std::move(*store), std::move(shards), kept_);
}

std::int64_t Collection::letters() const {
  std::int64_t out = 0;
  for (const Shard& shard : shards_) out += shard.letters();
  return out;
}

std::int64_t Collection::items() const {
  std::int64_t out = 0;
  for (const Shard& shard : shards_) out += static_cast<std::int64_t>(shard.columns().items());
  return out;
}

Result<Answer> Collection::answer(const Question& question) const {
  return asked_of_index(shards_.front().place().folder, [&]() -> Result<Answer> {
    for (int tries = 1;; ++tries) {
      try {
        return answer_once(question);
      } catch (const Xapian::DatabaseModifiedError&) {
        // What was opened is written over by letters that are being added.
        if (tries == kMostTries) throw;
        for (const Shard& shard : shards_) shard.words().reopen();
      }
    }
  });
}

Result<Answer> Collection::answer_once(const Question& question) const {
  std::vector<Asked> questions;
  for (const Shard& shard : shards_) {
    auto one = asked(question, shard);
    if (!one) return fail(one.error());
    questions.push_back(std::move(*one));
  }
  std::vector<std::future<ShardAnswer>> others;
  for (std::size_t i = 1; i < shards_.size(); ++i) {
    others.push_back(std::async(std::launch::async, [&, i] { return ask(shards_[i], questions[i].query, question); }));
  }
  std::vector<ShardAnswer> parts;
  parts.push_back(ask(shards_.front(), questions.front().query, question));
  for (auto& other : others) parts.push_back(other.get());

  Answer out;
  for (const ShardAnswer& part : parts) {
    out.total += part.total;
    out.is_exact = out.is_exact && part.is_exact;
  }
  if (question.facets) out.facets = facets_of(parts);
  out.suggestion = questions.front().corrected;
  for (const Hit& hit : together(parts, question)) {
    const auto shard = static_cast<std::size_t>(hit.number % kShards);
    auto letter = store_.find(hit.number);
    if (!letter) return fail(letter.error());
    if (!*letter)
      return fail({ErrorCode::invalid, "the index has a letter that is not kept", "",
                   shards_.front().place().folder.string(), 0, 0,
                   "Make it anew from the letters: openimr corpus index --anew."});
    Found found;
    found.number = hit.number;
    found.letter = std::move(**letter);
    found.id = found.letter.id();
    found.snippet = snippet_of(shards_[shard], questions[shard].query, found.letter.text);
    found.why = words_in_common(shards_[shard], questions[shard].query, hit.number);
    out.found.push_back(std::move(found));
  }
  return out;
}

Table Collection::count(const Counting& counting) const {
  std::vector<const Columns*> columns;
  for (const Shard& shard : shards_) columns.push_back(&shard.columns());
  return table_of(columns, counting);
}

}  // namespace openimr::corpus
