#include "server/api/read_records.h"

#include <future>
#include <map>
#include <mutex>
#include <utility>

#include "cases/case_form.h"
#include "office/drafting.h"
#include "office/reader_path.h"

namespace openimr::server {
namespace {

using Review = std::shared_ptr<const office::Reviewed>;
using Outcome = Result<Review>;

// What a review is made of: the form with its day, and the documents.
std::string content_of(const office::FoundCase& found) {
  store::Hasher hasher;
  hasher.text(cases::form_of(found.c, found.now.day).yaml);
  for (const cases::Record& record : found.c.records) hasher.text(record.name).text(record.document);
  return hasher.finish().hex();
}

// About how much memory it takes; 0 where it failed.
std::uint64_t size_of(const std::shared_future<Outcome>& review) try {
  constexpr std::uint64_t kOfFact = 1000;
  const Outcome& outcome = review.get();
  if (!outcome) return 0;
  const office::Reviewed& reviewed = **outcome;
  std::uint64_t out = 1 + reviewed.facts.all.size() * kOfFact;
  for (const auto& file : reviewed.file.files)
    out += file->text.text.size() + file->text.words.size() * sizeof(records::WordBox);
  for (const auto& document : reviewed.file.documents) out += 2 * document.text.text().size();
  return out;
} catch (...) {
  return 0;  // an exception, which comes again where the outcome is taken
}

}  // namespace

struct ReadRecords::State {
  struct Kept {
    std::string content;
    std::shared_future<Outcome> review;
    std::uint64_t size = 0;  // 0: still being read
    std::uint64_t used = 0;  // when, in the order of uses
  };

  explicit State(ReadRecordsOptions from) : options(std::move(from)) {}

  records::RecordReader reader() const {
    return records::RecordReader(
        {.program = office::reader_path(), .cache = options.cache, .cache_key = options.cache_key});
  }

  // The review that is there or coming; else this one, which whoever calls has to bring then.
  std::pair<std::shared_future<Outcome>, bool> take(const std::string& number, const std::string& content,
                                                    std::future<Outcome> coming) {
    const std::lock_guard lock(mutex);
    Kept& known = kept[number];
    const bool is_new = known.content != content;
    if (is_new) known = {content, coming.share(), 0, 0};
    if (is_new) ++readings;
    known.used = ++uses;
    return {known.review, is_new};
  }

  // It was read; nothing of this size if that failed.
  void settle(const std::string& number, const std::string& content, std::uint64_t size) {
    const std::lock_guard lock(mutex);
    const auto known = kept.find(number);
    if (known == kept.end() || known->second.content != content) return;
    known->second.size = size;
    if (size == 0) kept.erase(known);
    make_room();
  }

  // Gives up what was not used for longest, until the rest fits; the last one stays.
  void make_room() {
    while (true) {
      std::uint64_t all = 0;
      std::size_t read = 0;
      auto oldest = kept.end();
      for (auto each = kept.begin(); each != kept.end(); ++each) {
        if (each->second.size == 0) continue;
        ++read;
        all += each->second.size;
        if (oldest == kept.end() || each->second.used < oldest->second.used) oldest = each;
      }
      if (all <= options.memory || read <= 1) return;
      kept.erase(oldest);
    }
  }

  const ReadRecordsOptions options;
  std::mutex mutex;
  std::map<std::string, Kept> kept;  // by case
  std::uint64_t uses = 0;
  int readings = 0;
};

ReadRecords::ReadRecords(ReadRecordsOptions options) : state_(std::make_unique<State>(std::move(options))) {}
ReadRecords::~ReadRecords() = default;

Result<Review> ReadRecords::of(office::Office& office, const office::Engine& engine, const office::FoundCase& found) {
  const std::string content = content_of(found);
  // An exception goes to all who wait for it.
  std::packaged_task<Outcome()> read([&]() -> Outcome {
    records::RecordReader reader = state_->reader();
    std::vector<Error> problems;
    auto reviewed = office::review_of(office, engine, reader, found, problems);
    if (!reviewed) return fail(std::move(reviewed.error()));
    return std::make_shared<const office::Reviewed>(std::move(*reviewed));
  });
  const auto [review, is_mine] = state_->take(found.c.number, content, read.get_future());
  if (is_mine) {
    read();
    state_->settle(found.c.number, content, size_of(review));
  }
  return review.get();
}

records::CaseFile ReadRecords::read(const std::vector<records::RecordSource>& files,
                                    const office::Engine& engine) const {
  records::RecordReader reader = state_->reader();
  return records::case_of_records(files, engine.vocabulary, reader);
}

int ReadRecords::readings() const {
  const std::lock_guard lock(state_->mutex);
  return state_->readings;
}

}  // namespace openimr::server
