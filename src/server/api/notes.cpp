#include "server/api/notes.h"

#include "office/office.h"

namespace openimr::server {
namespace {

using Json = nlohmann::json;

constexpr const char* kKept = "notes-kept";

}  // namespace

Result<store::StreamId> Notes::stream() const {
  return store::StreamId::of("notes/" + case_number_ + "/" + account_);
}

Result<NotesKept> Notes::read() const {
  const auto notes = stream();
  if (!notes) return fail(notes.error());
  NotesKept out{.text = {{"summary", ""}, {"items", Json::array()}}};
  const auto version = store_.version(*notes);
  if (!version) return fail(version.error());
  if (version->number == 0) return out;
  const auto last = store_.read(*notes, {version->number - 1});
  if (!last) return fail(last.error());
  const store::Event& event = last->back();
  const auto payload = Json::parse(event.payload, nullptr, false);
  const auto bytes = office::document_of(store_, payload.is_object() ? payload.value("document", "") : "");
  if (!bytes) return fail(bytes.error());
  out.version = event.version.number;
  out.at = event.at;
  out.text = Json::parse(*bytes);
  return out;
}

Result<std::optional<std::int64_t>> Notes::keep(std::int64_t expected, const Json& text, const By& by) const {
  const auto notes = stream();
  if (!notes) return fail(notes.error());
  const auto id = store_.put(text.dump());
  if (!id) return fail(id.error());
  const auto done = store_.append(*notes, store::Version{expected},
                                  {{kKept, by.at, by.actor, Json{{"document", id->hash.hex()}}.dump()}});
  if (!done) return fail(done.error());
  if (done->outcome == store::Appended::Outcome::conflict) return std::optional<std::int64_t>();
  return done->version.number;
}

}  // namespace openimr::server
