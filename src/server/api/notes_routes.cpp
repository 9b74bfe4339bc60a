// What a reviewer has typed and not yet decided.
#include "server/api/notes.h"
#include "server/api/routes.h"
#include "server/http/etag.h"

namespace openimr::server {
namespace {

using Json = nlohmann::json;

Notes notes_of(const Call& call) {
  return {call.office.store(), call.c().number, call.who.account};
}

Response notes_answer(const Call& call, const NotesKept& notes) {
  const Json at = notes.at ? Json(call.shared.local(*notes.at).iso()) : Json();
  Response out = json(Json{{"kept_at", at}, {"text", notes.text}});
  out.headers.set("ETag", tag_of_version(notes.version));
  return out;
}

Problem changed_elsewhere() {
  return precondition_failed("Something was kept since from another tab. Read it, and keep what you want of both.");
}

Reply get_notes(Call& call) {
  const auto notes = notes_of(call).read();
  if (!notes) return refuse(notes.error());
  return notes_answer(call, *notes);
}

Reply keep_notes(Call& call) {
  const std::string_view given = call.request.headers["If-Match"];
  if (given.empty())
    return refuse({428, "precondition_required", "", "Send If-Match with the ETag of the notes as they were read."});
  const Notes notes = notes_of(call);
  const auto known = notes.read();
  if (!known) return refuse(known.error());
  if (!names_tag(given, tag_of_version(known->version), Weak::no)) return refuse(changed_elsewhere());
  const auto kept = notes.keep(known->version, call.body, {call.who.actor().text(), call.at});
  if (!kept) return refuse(kept.error());
  if (!kept->has_value()) return refuse(changed_elsewhere());
  return notes_answer(call, {**kept, call.at, call.body});
}

}  // namespace

void add_notes_routes(Routes& routes) {
  routes.add(Method::get, "/api/cases/{number}/notes", Action::get_notes, get_notes);
  routes.add(Method::put, "/api/cases/{number}/notes", Action::keep_notes, keep_notes);
}

}  // namespace openimr::server
