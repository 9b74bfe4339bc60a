#include "store/backup.h"

#include "store/backup_lines.h"
#include "store/parts.h"
#include "store/whole_file.h"

namespace openimr::store {
namespace {

constexpr int kAtOnce = 500;

// The lines on their way to the file, with their hash.
class Lines {
 public:
  explicit Lines(WholeFile& file) : file_(file) {}
  // False once the file has failed.
  bool put(const std::string& line) {
    hasher_.text(std::string_view(line).substr(0, line.size() - 1));
    if (failed_) return false;
    if (auto written = file_.write(line); !written) failed_ = written.error();
    return !failed_;
  }
  Hash hash() const { return Hasher(hasher_).finish(); }
  const std::optional<Error>& failed() const { return failed_; }

 private:
  WholeFile& file_;
  Hasher hasher_;
  std::optional<Error> failed_;
};

// Holds every event to the one before it, in the order of a backup.
class Follower {
 public:
  // What is wrong with the event, or nothing.
  const char* take(const EventRow& row) {
    const auto event = event_of(row);
    if (row.stream != stream_) {
      if (row.stream < stream_) return "the streams are not in their order";
      stream_ = row.stream;
      version_ = 0;
      last_ = Hash();
      ++streams_;
    }
    if (!event || row.version != version_ + 1) return "an event is missing, or in another place";
    if (hash_of(*event) != event->hash) return "an event is not the one its hash was made of";
    if (event->previous != last_) return "an event does not follow the one before it";
    ++version_;
    last_ = event->hash;
    return nullptr;
  }
  std::int64_t streams() const { return streams_; }

 private:
  std::string stream_;
  long long version_ = 0;
  Hash last_;
  std::int64_t streams_ = 0;
};

// Reads the whole file and gives each sound row to `events` and `documents`.
Result<BackupContent> read_all(const std::filesystem::path& file, const KeyRing* keys,
                               const std::function<void(const EventRow&)>& events,
                               const std::function<void(const DocumentRow&)>& documents) {
  auto reader = BackupReader::open(file);
  if (!reader) return fail(reader.error());
  Follower follower;
  BackupContent out;
  for (;;) {
    const auto line = reader->next();
    if (!line) return fail(line.error());
    if (const auto* row = std::get_if<EventRow>(&*line)) {
      if (const char* what = follower.take(*row); what != nullptr)
        return fail(reader->wrong(what, row->stream + ", version " + std::to_string(row->version)));
      ++out.events;
      events(*row);
    } else if (const auto* document = std::get_if<DocumentRow>(&*line)) {
      ++out.documents;
      if (!document->key.empty() && keys == nullptr) {
        ++out.sealed_unread;
      } else if (auto bytes = content_of(*document, keys); !bytes) {
        Error error = reader->wrong(bytes.error().message, bytes.error().offending);
        if (bytes.error().code == ErrorCode::wrong_use) {
          error.code = ErrorCode::wrong_use;
          error.remedy = bytes.error().remedy + " Nothing was restored.";
        }
        return fail(std::move(error));
      }
      documents(*document);
    } else {
      const auto& end = std::get<BackupEnd>(*line);
      out.streams = follower.streams();
      if (end.events != out.events || end.documents != out.documents || end.hash != reader->before())
        return fail(reader->wrong("the backup does not hold what its last line says"));
      if (!reader->at_end()) return fail(reader->wrong("something follows the last line of the backup"));
      return out;
    }
  }
}

}  // namespace

Result<BackupContent> backup(Store& store, const std::filesystem::path& file) {
  auto to = WholeFile::beside(file, WholeFile::Readers::owner);
  if (!to) return fail(to.error());
  Lines lines(*to);
  Store::Parts& parts = store.parts();
  const auto written = parts.database.run(
      [&](Connection& c) -> Result<BackupContent> {
        const Transaction one_state(c.sql, c.dialect.begin_read);
        BackupContent out;
        Follower follower;
        bool good = lines.put(first_line());
        EventRow last;
        for (std::vector<EventRow> page;
             good && !(page = c.events.behind(last.stream, last.version, kAtOnce)).empty();) {
          for (const EventRow& row : page) {
            if (const char* what = follower.take(row); what != nullptr)
              return fail(altered_at(parts.database.address(), row.stream, row.version, what));
            good = lines.put(line_of(row));
            ++out.events;
          }
          last = std::move(page.back());
        }
        std::string id;
        for (std::vector<std::string> page; good && !(page = c.documents.ids_behind(id, kAtOnce)).empty();
             id = page.back()) {
          for (const std::string& each : page) {
            if (const auto row = c.documents.find(each); good && row) {
              good = lines.put(line_of(*row));
              ++out.documents;
            }
          }
        }
        out.streams = follower.streams();
        return out;
      },
      Database::Again::never);
  if (!written) return written;
  lines.put(line_of(BackupEnd{written->events, written->documents, lines.hash()}));
  if (lines.failed()) return fail(*lines.failed());
  if (auto kept = to->keep(); !kept) return fail(kept.error());
  return written;
}

Result<BackupContent> check_backup(const std::filesystem::path& file, const KeyRing* keys) {
  return read_all(file, keys, [](const EventRow&) {}, [](const DocumentRow&) {});
}

Result<BackupContent> restore(Store& store, const std::filesystem::path& file) {
  Store::Parts& parts = store.parts();
  if (auto checked = check_backup(file, parts.ring()); !checked) return checked;
  auto done = parts.database.run(
      [&](Connection& c) -> Result<BackupContent> {
        Transaction all(c.sql, c.dialect.begin_write);
        if (c.events.count() > 0 || c.documents.count() > 0) {
          return fail({ErrorCode::wrong_use, "the store is not empty", "", store.address(), 0, 0,
                       "Restore into a new store, and take it in the place of this one."});
        }
        auto content = read_all(
            file, nullptr, [&](const EventRow& row) { c.events.restore(row); },
            [&](const DocumentRow& row) { c.documents.insert(row); });
        if (content) all.commit();
        return content;
      },
      Database::Again::never);
  if (!done) return done;
  const auto found = verify(store);
  if (!found) return fail(found.error());
  if (!found->faults.empty()) {
    const Fault& first = found->faults.front();
    return fail({ErrorCode::internal, "the restored store does not verify: " + first.what, first.place(),
                 store.address(), 0, 0, "Restore again, into a new store."});
  }
  done->sealed_unread = found->sealed_unread;
  return done;
}

}  // namespace openimr::store
