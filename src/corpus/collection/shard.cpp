#include "corpus/collection/shard.h"

#include <sys/stat.h>

#include "corpus/collection/index_terms.h"
#include "corpus/collection/parts.h"
#include "corpus/collection/xapian_errors.h"

namespace openimr::corpus {
namespace {

// Letters between two commits. What waits for one stands in trees, word by word and letter by letter, which are quick
// only as long as the processor's caches hold them (bench/README.md).
constexpr std::int64_t kKeptTogether = 1000;
constexpr double kSpelledAnew = 1.2;  // times the letters that the spellings were made from
// Parts are worth joining where there are so many of them, and where they are no small share of the index.
constexpr std::int64_t kManyParts = 2;
constexpr std::int64_t kWorthJoining = 4;

std::filesystem::path words_of(const ShardPlace& place) {
  return place.folder / ("words-" + std::to_string(place.rest));
}

// The columns of the first so many letters of the shard: as kept, and what they lack from the letters.
Result<Columns> columns_until(const ShardPlace& place, const LetterStore& letters, std::int64_t until) {
  auto kept = Columns::load(columns_file(place));
  Columns out = kept && static_cast<std::int64_t>(kept->letters()) <= until ? std::move(*kept) : Columns();
  const auto have = static_cast<std::int64_t>(out.letters());
  if (have == until) return out;
  auto added = letters.each(have == 0 ? 0 : place.number_of(have), place.parts, place.rest,
                            [&](std::int64_t, const Published& letter) {
                              out.add(letter);
                              return static_cast<std::int64_t>(out.letters()) < until;
                            });
  if (!added) return fail(added.error());
  return out;
}

// Its files are opened one after another: where a joined index took the place meanwhile, they are opened again.
std::unique_ptr<Xapian::Database> opened(const std::filesystem::path& words) {
  const auto which = [&] {
    struct stat folder{};
    return ::stat(words.c_str(), &folder) == 0 ? folder.st_ino : 0;
  };
  for (;;) {
    const auto before = which();
    auto out = std::make_unique<Xapian::Database>(words.string());
    if (which() == before) return out;
  }
}

// What the words are without: names of one thing, once, and the spellings, as they grow.
void complete(Xapian::WritableDatabase& index, const vocabulary::Vocabulary& vocabulary) {
  if (index.synonym_keys_begin() == index.synonym_keys_end()) add_synonyms(index, vocabulary);
  const std::string spelled = index.get_metadata("spelled");
  const auto letters_now = static_cast<double>(index.get_lastdocid());
  if (letters_now > 0 && letters_now >= kSpelledAnew * (spelled.empty() ? 0.0 : std::stod(spelled))) {
    index.commit();
    add_spellings(index, vocabulary);
    index.set_metadata("spelled", std::to_string(index.get_lastdocid()));
  }
  index.commit();
}

}  // namespace

std::int64_t ShardPlace::share_of(std::int64_t letters) const {
  const int first = rest == 0 ? parts : rest;
  return letters < first ? 0 : (letters - first) / parts + 1;
}

std::int64_t ShardPlace::number_of(std::int64_t nth) const {
  const int first = rest == 0 ? parts : rest;
  return first + (nth - 1) * parts;
}

std::filesystem::path columns_file(const ShardPlace& place) {
  return place.folder / ("columns-" + std::to_string(place.rest));
}

Shard::Shard() = default;
Shard::Shard(Shard&&) noexcept = default;
Shard& Shard::operator=(Shard&&) noexcept = default;
Shard::~Shard() = default;

Result<Shard> Shard::open(const ShardPlace& place) {
  return asked_of_index(place.folder, [&]() -> Result<Shard> {
    Shard out;
    out.place_ = place;
    // In this order: the words that are opened are of all letters of the columns, or of more.
    auto columns = Columns::load(columns_file(place));
    out.words_ = opened(words_of(place));
    if (!columns && columns.error().code != ErrorCode::not_found) return fail(columns.error());
    if (!columns || columns->letters() > out.words_->get_lastdocid())
      return fail({ErrorCode::invalid, "the index is not whole", "", place.folder.string(), 0, 0,
                   "Complete it from the letters: openimr corpus index."});
    out.columns_ = std::make_shared<const Columns>(std::move(*columns));
    return out;
  });
}

Result<Shard> Shard::again() const {
  return asked_of_index(place_.folder, [&]() -> Result<Shard> {
    Shard out;
    out.place_ = place_;
    out.columns_ = columns_;
    out.words_ = opened(words_of(place_));
    return out;
  });
}

bool Shard::is_growing() const {
  return words_->get_lastdocid() > columns_->letters();
}

Result<void> catch_up(const ShardPlace& place, const LetterStore& letters, const vocabulary::Vocabulary& vocabulary,
                      const IndexProgress& progress, std::int64_t part) {
  return asked_of_index(place.folder, [&]() -> Result<void> {
    const auto count = letters.count();
    if (!count) return fail(count.error());
    const std::int64_t share = place.share_of(*count);
    Parts parts(words_of(place), part);
    const std::int64_t have = parts.joined() + parts.waiting();
    if (have > share)
      return fail({ErrorCode::invalid, "the index is of more letters than there are", "", place.folder.string(), 0, 0,
                   "Make it anew from the letters: openimr corpus index --anew."});
    const std::int64_t lacking = share - parts.joined();
    const bool many =
        parts.waiting() > 0 || (lacking >= kManyParts * part && lacking >= parts.joined() / kWorthJoining);
    auto columns = columns_until(place, letters, have);
    if (!columns) return fail(columns.error());

    std::optional<Xapian::WritableDatabase> index;
    if (!many) index.emplace(words_of(place).string(), Xapian::DB_CREATE_OR_OPEN);
    Xapian::TermGenerator words;
    words.set_stemmer(remembering_stemmer());
    std::int64_t waiting = 0;
    bool goes_on = true;
    const auto added = letters.each(have == 0 ? 0 : place.number_of(have), place.parts, place.rest,
                                    [&](std::int64_t, const Published& letter) {
                                      Xapian::WritableDatabase& into = many ? parts.next() : *index;
                                      into.add_document(document_of(letter, words));
                                      columns->add(letter);
                                      if (++waiting % kKeptTogether == 0) into.commit();
                                      progress.added(letter.text.size());
                                      return goes_on = progress.goes_on();
                                    });
    if (!added) return fail(added.error());
    if (many) {
      parts.commit();
      if (!goes_on) return {};
      if (auto joined = parts.join(); !joined) return fail(joined.error());
      index.emplace(words_of(place).string(), Xapian::DB_OPEN);
    }
    complete(*index, vocabulary);
    return columns->save(columns_file(place));
  });
}

}  // namespace openimr::corpus
