#include "store/store.h"

#include <sodium.h>

#include "store/parts.h"

namespace openimr::store {
namespace {

constexpr std::size_t kMostDocument = 512U << 20U;
constexpr int kDocumentsAtOnce = 100;

Result<std::vector<StreamHead>> as_heads(const std::vector<HeadRow>& rows, const Address& address) {
  std::vector<StreamHead> out;
  out.reserve(rows.size());
  for (const HeadRow& row : rows) {
    auto stream = StreamId::of(row.stream);
    const auto hash = Hash::from_hex(row.hash);
    if (!stream || !hash) return fail(altered_at(address, row.stream, row.version, "an event is no event"));
    out.push_back({std::move(*stream), {row.version}, *hash});
  }
  return out;
}

}  // namespace

Error altered_at(const Address& address, const std::string& stream, long long version, std::string what) {
  return {ErrorCode::invalid,
          std::move(what),
          stream + ", version " + std::to_string(version),
          address.shown,
          0,
          0,
          "Find all that is wrong: openimr store verify STORE; then restore a backup."};
}

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(std::string_view address, StoreOptions options) {
  if (sodium_init() < 0) {
    return fail({ErrorCode::unavailable, "this machine gives no random numbers", "", "", 0, 0,
                 "See that /dev/urandom can be read."});
  }
  auto where = Address::of(address);
  if (!where) return fail(where.error());
  Store out(
      std::make_unique<Parts>(Database(std::move(*where), {options.make}), std::move(options.keys), KnownHeads()));
  if (auto opened = out.parts_->database.run([](Connection&) {}); !opened) return fail(opened.error());
  return out;
}

const std::string& Store::address() const {
  return parts_->database.address().shown;
}

Result<std::vector<Event>> Store::read(const StreamId& stream, Version after) {
  auto rows = parts_->database.run([&](Connection& c) { return c.events.of_stream(stream.text(), after.number); });
  if (!rows) return fail(rows.error());
  std::vector<Event> out;
  out.reserve(rows->size());
  for (EventRow& row : *rows) {
    const long long version = row.version;
    const long long expected = after.number + static_cast<long long>(out.size()) + 1;
    auto event = event_of(std::move(row));
    const bool first = out.empty();
    const bool linked =
        event && (first ? after.number > 0 || event->previous == Hash() : event->previous == out.back().hash);
    if (!linked || version != expected || hash_of(*event) != event->hash) {
      return fail(altered_at(parts_->database.address(), stream.text(), expected,
                             "an event was altered, removed or put in another place"));
    }
    out.push_back(std::move(*event));
  }
  return out;
}

Result<Version> Store::version(const StreamId& stream) {
  return parts_->database.run([&](Connection& c) { return Version{c.events.last_version(stream.text())}; });
}

Result<std::vector<StreamHead>> Store::streams(std::string_view prefix, std::string_view after, int limit) {
  const std::string begin(prefix);
  const std::string behind(after);
  const auto rows = parts_->database.run([&](Connection& c) { return c.events.heads(begin, behind, limit); });
  if (!rows) return fail(rows.error());
  return as_heads(*rows, parts_->database.address());
}

Result<std::vector<StreamHead>> Store::heads() {
  const auto rows = parts_->database.run([&](Connection& c) {
    const Transaction one_state(c.sql, c.dialect.begin_read);
    constexpr int kAtOnce = 1000;
    std::vector<HeadRow> all;
    for (std::vector<HeadRow> page;
         !(page = c.events.heads("", all.empty() ? "" : all.back().stream, kAtOnce)).empty();)
      all.insert(all.end(), page.begin(), page.end());
    return all;
  });
  if (!rows) return fail(rows.error());
  return as_heads(*rows, parts_->database.address());
}

Result<DocumentId> Store::put(std::string_view bytes) {
  if (bytes.size() > kMostDocument) {
    return fail({ErrorCode::wrong_use, "a document is larger than 512 MiB", std::to_string(bytes.size()) + " bytes", "",
                 0, 0, "Put it in parts."});
  }
  const DocumentId id = DocumentId::of(bytes);
  const DocumentRow row =
      parts_->keys ? parts_->keys->seal(id, bytes) : DocumentRow{id.hash.hex(), "", "", std::string(bytes)};
  const auto kept = parts_->database.run([&](Connection& c) {
    if (!parts_->keys && c.documents.any_sealed()) return false;
    c.documents.insert(row);
    return true;
  });
  if (!kept) return fail(kept.error());
  if (!*kept) {
    return fail({ErrorCode::wrong_use, "the store holds sealed documents, and no file of keys was given", "", address(),
                 0, 0, "Give the file of keys (--keys FILE)."});
  }
  return id;
}

Result<std::string> Store::get(const DocumentId& id) {
  const auto row = parts_->database.run([&](Connection& c) -> Result<DocumentRow> {
    auto found = c.documents.find(id.hash.hex());
    if (found) return std::move(*found);
    return fail({ErrorCode::not_found, "there is no such document in the store", id.hash.hex(), address(), 0, 0,
                 "See that this is the store it was put in, or restore a backup."});
  });
  if (!row) return fail(row.error());
  auto bytes = content_of(*row, parts_->ring());
  if (!bytes && bytes.error().file.empty()) bytes.error().file = address();
  return bytes;
}

Result<bool> Store::has(const DocumentId& id) {
  return parts_->database.run([&](Connection& c) { return c.documents.contains(id.hash.hex()); });
}

Result<std::int64_t> Store::reseal() {
  if (!parts_->keys) {
    return fail({ErrorCode::wrong_use, "documents are sealed with keys, and no file of keys was given", "", address(),
                 0, 0, "Give the file of keys (--keys FILE)."});
  }
  const KeyRing& keys = *parts_->keys;
  const auto next = [&](Connection& c) { return c.documents.ids_not_under(keys.newest(), kDocumentsAtOnce); };
  std::int64_t sealed = 0;
  for (;;) {
    const auto ids = parts_->database.run(next);
    if (!ids) return fail(ids.error());
    if (ids->empty()) return sealed;
    for (const std::string& id : *ids) {
      const auto done = parts_->database.run([&](Connection& c) -> Result<void> {
        const auto row = c.documents.find(id);
        if (!row) return {};
        if (row->key.empty()) {
          const auto bytes = content_of(*row, nullptr);
          if (!bytes) return fail(bytes.error());
          c.documents.replace(keys.seal(DocumentId::of(*bytes), *bytes));
          return {};
        }
        return keys.rewrapped(*row).map(
            [&](const std::string& wrapped) { c.documents.rewrap(id, keys.newest(), wrapped); });
      });
      if (!done) return fail(done.error());
      ++sealed;
    }
  }
}

}  // namespace openimr::store
