#include "store/verify.h"

#include <algorithm>
#include <map>

#include "store/head.h"
#include "store/parts.h"

namespace openimr::store {
namespace {

constexpr int kEventsAtOnce = 500;
constexpr int kDocumentsAtOnce = 1000;

// Goes through the events in the order of stream and version.
class ChainCheck {
 public:
  explicit ChainCheck(Verification& into) : into_(into) {}

  void take(const EventRow& row) {
    if (!begun_ || row.stream != stream_) begin(row);
    const auto event = event_of(row);
    ++into_.events;
    if (row.version != version_ + 1) {
      fault(version_ + 1, row.version == version_ + 2
                              ? "the event is not there"
                              : "the events up to version " + std::to_string(row.version - 1) + " are not there");
      broken_ = true;
    }
    version_ = row.version;
    if (!event || hash_of(*event) != event->hash) {
      fault(version_, "the event is not the one its hash was made of");
    } else if (!broken_ && event->previous != last_) {
      fault(version_, "the event does not follow the one before it");
    }
    broken_ = !event;
    last_ = event ? event->hash : Hash();
    if (event && named_) {
      into_.heads.back().version = {version_};
      into_.heads.back().hash = last_;
    }
  }

 private:
  void begin(const EventRow& row) {
    stream_ = row.stream;
    version_ = 0;
    last_ = Hash();
    broken_ = false;
    begun_ = true;
    auto id = StreamId::of(row.stream);
    named_ = id.has_value();
    if (id) {
      into_.heads.push_back({std::move(*id), {}, {}});
    } else {
      fault(row.version, "the name of the stream is none");
    }
  }
  void fault(long long version, std::string what) { into_.faults.push_back({stream_, {version}, "", std::move(what)}); }

  Verification& into_;
  bool begun_ = false;
  bool named_ = false;  // the stream has a sound name
  std::string stream_;
  long long version_ = 0;
  Hash last_;
  bool broken_ = false;  // what stands before is not there, so nothing can be said of the link to it
};

void check_events(Connection& c, Verification& into) {
  ChainCheck chain(into);
  std::string stream;
  long long version = 0;
  for (std::vector<EventRow> page; !(page = c.events.behind(stream, version, kEventsAtOnce)).empty();) {
    for (const EventRow& row : page) {
      if (std::pair(row.stream, row.version) <= std::pair(stream, version)) {
        into.faults.push_back({row.stream, {row.version}, "", "the events are not in the order of their key"});
        return;
      }
      stream = row.stream;
      version = row.version;
      chain.take(row);
    }
  }
}

void check_documents(Connection& c, const KeyRing* keys, Verification& into) {
  std::string last;
  for (std::vector<std::string> page; !(page = c.documents.ids_behind(last, kDocumentsAtOnce)).empty();
       last = page.back()) {
    for (const std::string& id : page) {
      const auto row = c.documents.find(id);
      const auto hash = Hash::from_hex(id);
      ++into.documents;
      if (!row || !hash) {
        into.faults.push_back({"", {}, id, "the document has no id, or cannot be found by it"});
        continue;
      }
      into.document_ids.push_back({*hash});
      const auto bytes = content_of(*row, keys);
      if (!bytes && bytes.error().code == ErrorCode::wrong_use) {
        ++into.sealed_unread;
      } else if (!bytes) {
        into.faults.push_back({"", {}, id, "the document is not the one its id was made of"});
      }
    }
  }
}

void check_structure(Connection& c, Verification& into) {
  std::string line;
  soci::statement ask = (c.sql.prepare << "pragma integrity_check(20)", soci::into(line));
  ask.execute();
  while (ask.fetch()) {
    if (line != "ok") into.faults.push_back({"", {}, "", "the file of the store is damaged: " + line});
  }
}

void compare(const Head& head, Connection& c, Verification& into) {
  std::map<std::string_view, const StreamHead*> there;
  for (const StreamHead& stream : into.heads) there.emplace(stream.stream.text(), &stream);
  const auto fault = [&](const StreamHead& known, std::int64_t version, std::string what) {
    into.faults.push_back({known.stream.text(), {version}, "", std::move(what)});
  };
  for (const StreamHead& known : head.streams) {
    const auto found = there.find(known.stream.text());
    if (found == there.end()) {
      fault(known, known.version.number, "the stream is not there; the head knows it");
      continue;
    }
    const Version last = found->second->version;
    if (last < known.version) {
      fault(
          known, last.number + 1,
          "the stream ends before this event; the head knows it up to version " + std::to_string(known.version.number));
      continue;
    }
    const auto hash = last == known.version ? std::optional(found->second->hash.hex())
                                            : c.events.hash_at(known.stream.text(), known.version.number);
    if (hash != known.hash.hex())
      fault(known, known.version.number,
            "the event is another one than the head knows: the stream was written anew up to it");
  }
  for (const DocumentId& known : head.documents) {
    if (!std::binary_search(into.document_ids.begin(), into.document_ids.end(), known))
      into.faults.push_back({"", {}, known.hash.hex(), "the document is not there; the head knows it"});
  }
}

}  // namespace

std::string Fault::place() const {
  if (!stream.empty()) return stream + ", version " + std::to_string(version.number);
  return document.empty() ? std::string() : "document " + document;
}

Result<Verification> verify(Store& store, const Head* head) {
  Store::Parts& parts = store.parts();
  return parts.database.run([&](Connection& c) {
    Verification out;
    try {
      const Transaction one_state(c.sql, c.dialect.begin_read);
      check_events(c, out);
      check_documents(c, parts.ring(), out);
      if (head != nullptr) compare(*head, c, out);
      if (parts.database.address().engine == Engine::sqlite) check_structure(c, out);
    } catch (const soci::soci_error& fault) {
      const Error error = explained(fault, parts.database.address(), c.lost());
      if (error.code != ErrorCode::invalid) throw;
      out.faults.push_back({"", {}, "", "the store can be read no further: " + error.message});
    }
    return out;
  });
}

}  // namespace openimr::store
