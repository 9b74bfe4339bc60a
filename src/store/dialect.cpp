#include "store/dialect.h"

#include <sodium.h>

namespace openimr::store {
namespace {

constexpr Dialect kSqlite = {
    "text",
    "integer",
    "blob",
    "strict, without rowid",
    "strict",
    "select count(*) from sqlite_master where type = 'table' and name = :name",
    "select 1",
    "",
    "begin immediate",
    "begin",
    "cast(:bytes as blob)",
    "bytes",
    false,
};

constexpr Dialect kPostgresql = {
    "text collate \"C\"",
    "bigint",
    "bytea",
    "",
    "",
    "select count(*) from pg_tables where schemaname = any(current_schemas(false)) and tablename = :name",
    "select pg_advisory_xact_lock(7305241108)",
    "select pg_advisory_xact_lock(hashtextextended(cast(:stream as text), 0))",
    "begin",
    "begin isolation level repeatable read read only",
    "decode(:bytes, 'base64')",
    "encode(bytes, 'base64')",
    true,
};

void replace(std::string& text, std::string_view word, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(word, at)) != std::string::npos; at += with.size())
    text.replace(at, word.size(), with);
}

}  // namespace

const Dialect& dialect_of(Engine engine) {
  return engine == Engine::sqlite ? kSqlite : kPostgresql;
}

std::string Dialect::encoded(std::string data) const {
  return bytes_are_base64 ? to_base64(data) : std::move(data);
}

std::string Dialect::decoded(std::string data) const {
  return bytes_are_base64 ? from_base64(data) : std::move(data);
}

std::string to_base64(std::string_view data) {
  std::string out(sodium_base64_encoded_len(data.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(data.data()), data.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  out.pop_back();
  return out;
}

std::string from_base64(std::string_view text) {
  std::string out(text.size(), '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(),
                                       text.size(), "\n", &size, &end, sodium_base64_VARIANT_ORIGINAL);
  if (failed != 0 || end != text.data() + text.size()) return {};
  out.resize(size);
  return out;
}

std::string in_dialect(std::string_view sql, const Dialect& dialect) {
  std::string out(sql);
  replace(out, "{text}", dialect.text);
  replace(out, "{number}", dialect.number);
  replace(out, "{bytes}", dialect.bytes);
  replace(out, "{sorted}", dialect.sorted);
  replace(out, "{heap}", dialect.heap);
  return out;
}

}  // namespace openimr::store
