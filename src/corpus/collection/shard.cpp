#include "corpus/collection/shard.h"

#include "corpus/collection/index_terms.h"
#include "corpus/collection/xapian_errors.h"

namespace openimr::corpus {
namespace {

// Letters between two commits. What waits for one stands in trees, word by word and letter by letter, which are quick
// only as long as the processor's caches hold them (bench/README.md).
constexpr std::int64_t kKeptTogether = 1000;
constexpr double kSpelledAnew = 1.2;  // times the letters that the spellings were made from

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
    out.words_ = std::make_unique<Xapian::Database>(words_of(place).string());
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
    out.words_ = std::make_unique<Xapian::Database>(words_of(place_).string());
    return out;
  });
}

bool Shard::is_growing() const {
  return words_->get_lastdocid() > columns_->letters();
}

Result<void> catch_up(const ShardPlace& place, const LetterStore& letters, const vocabulary::Vocabulary& vocabulary,
                      const IndexProgress& progress) {
  return asked_of_index(place.folder, [&]() -> Result<void> {
    Xapian::WritableDatabase index(words_of(place).string(), Xapian::DB_CREATE_OR_OPEN);
    const std::int64_t have = index.get_lastdocid();
    const auto count = letters.count();
    if (!count) return fail(count.error());
    if (have > place.share_of(*count))
      return fail({ErrorCode::invalid, "the index is of more letters than there are", "", place.folder.string(), 0, 0,
                   "Make it anew from the letters: openimr corpus index --anew."});
    auto columns = columns_until(place, letters, have);
    if (!columns) return fail(columns.error());
    if (have == 0) add_synonyms(index, vocabulary);
    Xapian::TermGenerator words;
    words.set_stemmer(remembering_stemmer());
    std::int64_t waiting = 0;
    const auto added = letters.each(have == 0 ? 0 : place.number_of(have), place.parts, place.rest,
                                    [&](std::int64_t, const Published& letter) {
                                      index.add_document(document_of(letter, words));
                                      columns->add(letter);
                                      if (++waiting % kKeptTogether == 0) index.commit();
                                      return progress(letter.text.size());
                                    });
    if (!added) return fail(added.error());
    const std::string spelled = index.get_metadata("spelled");
    const auto letters_now = static_cast<double>(index.get_lastdocid());
    if (letters_now > 0 && letters_now >= kSpelledAnew * (spelled.empty() ? 0.0 : std::stod(spelled))) {
      index.commit();
      add_spellings(index, vocabulary);
      index.set_metadata("spelled", std::to_string(index.get_lastdocid()));
    }
    index.commit();
    return columns->save(columns_file(place));
  });
}

}  // namespace openimr::corpus
