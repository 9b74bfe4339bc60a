#include "corpus/collection/letter_store.h"

#include <limits>

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "corpus/collection/packed.h"

namespace openimr::corpus {
namespace {

constexpr int kMark = 0x494d5231;  // "IMR1", as the file's application id
constexpr int kPatience = 10'000;  // milliseconds, for another who writes

struct End {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, End>;

tl::unexpected<Error> refused(sqlite3* file) {
  const int code = file == nullptr ? SQLITE_NOMEM : sqlite3_errcode(file);
  const bool damaged = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
  const char* path = file == nullptr ? nullptr : sqlite3_db_filename(file, "main");
  return fail(
      {damaged ? ErrorCode::invalid : ErrorCode::unavailable,
       damaged ? "the file of published letters is damaged" : "the file of published letters does not do it now",
       file == nullptr ? "" : sqlite3_errmsg(file), path == nullptr ? "" : path, 0, 0,
       damaged ? "Bring it back from a copy, or collect the letters anew." : "Make room or wait, then do it again."});
}

Result<Statement> prepared(sqlite3* file, const char* sql) {
  sqlite3_stmt* made = nullptr;
  if (sqlite3_prepare_v2(file, sql, -1, &made, nullptr) != SQLITE_OK) return refused(file);
  return Statement(made);
}

Result<void> done(sqlite3* file, const char* sql) {
  if (sqlite3_exec(file, sql, nullptr, nullptr, nullptr) != SQLITE_OK) return refused(file);
  return {};
}

Result<std::int64_t> number_of(sqlite3* file, const char* sql) {
  const auto statement = prepared(file, sql);
  if (!statement) return fail(statement.error());
  if (sqlite3_step(statement->get()) != SQLITE_ROW) return refused(file);
  return sqlite3_column_int64(statement->get(), 0);
}

Result<Published> read(sqlite3_stmt* row, int column) {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
  const auto text = unpacked({bytes == nullptr ? "" : bytes, size});
  if (!text) return fail(text.error());
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  return published_from_json(json);
}

void bind_bytes(sqlite3_stmt* statement, int at, std::string_view text) {
  sqlite3_bind_blob64(statement, at, text.data(), text.size(), SQLITE_STATIC);
}

}  // namespace

void LetterStore::Close::operator()(sqlite3* file) const {
  sqlite3_close_v2(file);
}

Result<LetterStore> LetterStore::open(const std::filesystem::path& file, Make make) {
  if (make == Make::no && !std::filesystem::exists(file))
    return fail({ErrorCode::not_found, "there is no collection of letters", "", file.string(), 0, 0,
                 "Collect some first: openimr corpus add PATH."});
  sqlite3* opened = nullptr;
  const int how = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (make == Make::yes ? SQLITE_OPEN_CREATE : 0);
  const int result = sqlite3_open_v2(file.c_str(), &opened, how, nullptr);
  LetterStore out{std::unique_ptr<sqlite3, Close>(opened)};
  if (result != SQLITE_OK) return refused(opened);
  sqlite3_busy_timeout(opened, kPatience);
  if (auto set = corpus::done(opened, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL"); !set)
    return fail(set.error());
  const auto mark = number_of(opened, "PRAGMA application_id");
  if (!mark) return fail(mark.error());
  if (*mark == kMark) return out;
  const auto tables = number_of(opened, "SELECT count(*) FROM sqlite_master");
  if (!tables) return fail(tables.error());
  if (*mark != 0 || *tables != 0)
    return fail({ErrorCode::invalid, "this is no file of published letters", "", file.string(), 0, 0,
                 "Name another folder with --corpus."});
  const std::string make_it =
      "BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS letters (number INTEGER PRIMARY KEY, "
      "id BLOB NOT NULL UNIQUE, letter BLOB NOT NULL) STRICT; PRAGMA application_id=" +
      std::to_string(kMark) + "; COMMIT";
  if (auto made = corpus::done(opened, make_it.c_str()); !made) return fail(made.error());
  return out;
}

Result<int> LetterStore::add(std::span<const Published> letters) {
  if (auto begun = done(file_.get(), "BEGIN IMMEDIATE"); !begun) return fail(begun.error());
  const auto undo = [this](Error error) {
    static_cast<void>(done(file_.get(), "ROLLBACK"));
    return fail(std::move(error));
  };
  const auto insert =
      prepared(file_.get(), "INSERT INTO letters (id, letter) VALUES (?, ?) ON CONFLICT (id) DO NOTHING");
  if (!insert) return undo(insert.error());
  int added = 0;
  for (const Published& letter : letters) {
    const std::string id = letter.id();
    const std::string bytes = packed(to_json(letter).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    bind_bytes(insert->get(), 1, id);
    bind_bytes(insert->get(), 2, bytes);
    if (sqlite3_step(insert->get()) != SQLITE_DONE) return undo(refused(file_.get()).value());
    added += sqlite3_changes(file_.get());
    sqlite3_reset(insert->get());
  }
  if (auto kept = done(file_.get(), "COMMIT"); !kept) return undo(kept.error());
  return added;
}

// Letters are never taken out, so the last number is the count; and nobody has to walk the table.
Result<std::int64_t> LetterStore::count() const {
  return number_of(file_.get(), "SELECT coalesce(max(number), 0) FROM letters");
}

Result<std::optional<Published>> LetterStore::found(const char* sql, std::int64_t number, std::string_view id) const {
  const auto select = prepared(file_.get(), sql);
  if (!select) return fail(select.error());
  if (id.empty()) {
    sqlite3_bind_int64(select->get(), 1, number);
  } else {
    bind_bytes(select->get(), 1, id);
  }
  const int step = sqlite3_step(select->get());
  if (step == SQLITE_DONE) return std::optional<Published>();
  if (step != SQLITE_ROW) return refused(file_.get());
  auto letter = read(select->get(), 0);
  if (!letter) return fail(letter.error());
  return std::optional(std::move(*letter));
}

Result<std::optional<Published>> LetterStore::find(std::int64_t number) const {
  return found("SELECT letter FROM letters WHERE number = ?", number, {});
}

Result<std::optional<Published>> LetterStore::find(std::string_view id) const {
  if (id.empty()) return std::optional<Published>();
  return found("SELECT letter FROM letters WHERE id = ?", 0, id);
}

Result<void> LetterStore::each(std::int64_t above, int parts, int rest, const Take& take) const {
  const auto select =
      prepared(file_.get(), "SELECT number, letter FROM letters WHERE number > ? AND number % ? = ? ORDER BY number");
  if (!select) return fail(select.error());
  sqlite3_bind_int64(select->get(), 1, above);
  sqlite3_bind_int(select->get(), 2, parts);
  sqlite3_bind_int(select->get(), 3, rest);
  int step = SQLITE_ROW;
  while ((step = sqlite3_step(select->get())) == SQLITE_ROW) {
    const auto letter = read(select->get(), 1);
    if (!letter) return fail(letter.error());
    if (!take(sqlite3_column_int64(select->get(), 0), *letter)) return {};
  }
  if (step != SQLITE_DONE) return refused(file_.get());
  return {};
}

}  // namespace openimr::corpus
