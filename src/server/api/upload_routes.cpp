// Records on their way in: uploads, and the event by which they become records of the case.
#include <algorithm>
#include <charconv>

#include "cases/acts.h"
#include "office/kept_record.h"
#include "office/record_names.h"
#include "server/api/party_roles.h"
#include "server/api/routes.h"
#include "server/api/wrong_fields.h"

namespace openimr::server {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kMostAtOnce = 8U << 20U;
constexpr std::string_view kReceived = "records-received";

// Whom the files come from: an account of a party sends as that party, staff say it.
tl::expected<std::string, Problem> sender(const Call& call, const std::string& otherwise = {}) {
  if (call.who.is_party()) return std::string(sends_as(call.who.role));
  const std::string given = call.body.value("from", otherwise);
  if (!given.empty() && call.programme->party(given) == nullptr)
    return refuse(wrong_field("from", "Name a party of the programme, as getProgramme does."));
  return given;
}

Response upload_answer(const Upload& upload, int status) {
  return json(Json{{"upload", upload.id}, {"name", upload.name}, {"size", upload.size}, {"offset", upload.offset}},
              status);
}

Result<Upload> find_upload(const Call& call, std::string_view id) {
  return call.shared.uploads.find(id, call.who.account, call.c().number);
}

Reply begin_upload(Call& call) {
  const cases::CaseEvent event = call.event(std::string(kReceived));
  if (const auto may = cases::allowed(*call.programme, call.c(), event); !may) return refuse(may.error());
  const auto key = call.key();
  if (!key) return refuse(key.error());
  const auto from = sender(call);
  if (!from) return refuse(from.error());
  const auto upload = call.shared.uploads.begin({.account = call.who.account,
                                                 .case_number = call.c().number,
                                                 .name = office::harmless_name(call.body.at("name").get<std::string>()),
                                                 .from = *from,
                                                 .size = call.body.at("size")},
                                                key->text(), call.at);
  if (!upload) return refuse(upload.error());
  return upload_answer(*upload, 201);
}

Reply get_upload(Call& call) {
  const auto upload = find_upload(call, call.parameter("upload"));
  if (!upload) return refuse(upload.error());
  return upload_answer(*upload, 200);
}

Reply continue_upload(Call& call) {
  const auto upload = find_upload(call, call.parameter("upload"));
  if (!upload) return refuse(upload.error());
  const std::string_view given = call.request.headers["Upload-Offset"];
  std::uint64_t offset = 0;
  const auto read = std::from_chars(given.data(), given.data() + given.size(), offset);
  if (given.empty() || read.ec != std::errc() || read.ptr != given.data() + given.size())
    return refuse(bad_request("Upload-Offset: give the number of the byte with which this piece begins."));
  const auto added = call.shared.uploads.add(*upload, offset, call.request.body);
  if (added) return upload_answer(*added, 200);
  Problem problem = problem_of(added.error(), 409);
  if (added.error().code == ErrorCode::wrong_use) problem.code = "offset";
  if (added.error().code == ErrorCode::invalid)
    problem = unprocessable("size", "There are more bytes than the upload was to have. Begin it anew, with its size.");
  if (!added.error().offending.empty()) problem.more["offending"] = added.error().offending;
  return refuse(std::move(problem));
}

Reply cancel_upload(Call& call) {
  const auto upload = find_upload(call, call.parameter("upload"));
  if (!upload) return refuse(upload.error());
  if (const auto done = call.shared.uploads.remove(*upload); !done) return refuse(done.error());
  return no_content();
}

// The key of an upload's way into the case follows from the uploads, which are there once. So the same files become
// records once, with whatever key and however often it is asked for.
store::EventKey key_of(const Call& call) {
  auto ids = call.body.at("uploads").get<std::vector<std::string>>();
  std::sort(ids.begin(), ids.end());
  store::Hasher hasher;
  hasher.text("openimr records 1").text(call.who.account).text(call.c().number);
  for (const std::string& id : ids) hasher.text(id);
  return store::EventKey::of(hasher.finish().hex()).value();
}

Json record_of(const Json& document, const program::Moment& received) {
  return {{"document", document.at("document")},
          {"name", document.at("name")},
          {"kind", document.value("kind", Json())},
          {"date", document.value("date", Json())},
          {"received", received.iso()}};
}

Response received_answer(const cases::CaseEvent& event, const std::vector<Error>& losses) {
  Json out = {{"received", Json::array()}, {"losses", Json::array()}};
  for (const Json& document : event.what.at("documents")) out["received"].push_back(record_of(document, event.on));
  for (const Error& loss : losses) out["losses"].push_back(loss.to_string());
  return json(out);
}

tl::expected<std::vector<Upload>, Problem> whole_uploads(const Call& call) {
  std::vector<Upload> out;
  for (const Json& id : call.body.at("uploads")) {
    const auto upload = find_upload(call, id.get<std::string>());
    if (!upload) return refuse(upload.error());
    if (!upload->is_whole()) {
      Problem problem = conflict("upload_unfinished", "An upload is not finished. Send the rest of it first.");
      problem.more["offending"] = upload->name;
      return refuse(std::move(problem));
    }
    if (std::any_of(out.begin(), out.end(), [&](const Upload& other) { return other.id == upload->id; }))
      return refuse(wrong_field("uploads", "Name each upload once."));
    out.push_back(*upload);
  }
  return out;
}

// What could not be read of a record that came before.
std::vector<Error> losses_of(const Call& call, const cases::CaseEvent& event) {
  const auto reviewed = call.shared.records.of(call.office, call.shared.engine, call.found());
  if (!reviewed) return {};
  std::vector<Error> out;
  for (Error loss : (*reviewed)->file.losses) {
    for (const Json& document : event.what.at("documents")) {
      const auto name = document.at("name").get<std::string>();
      const auto at = loss.file.rfind(name);
      if (at == std::string::npos) continue;
      loss.file.erase(0, at);
      out.push_back(loss);
    }
  }
  return out;
}

struct Arrived {
  Json documents = Json::array();
  std::vector<Error> losses;
};

// The files read, and kept in the store.
Result<Arrived> arrive(const Call& call, const std::vector<Upload>& uploads) {
  Json names = Json::array();
  std::vector<records::RecordSource> sources;
  for (const Upload& upload : uploads) {
    sources.push_back({office::record_name(upload.name, call.c(), names), call.shared.uploads.file_of(upload)});
    names.push_back({{"name", sources.back().name}});
  }
  const records::CaseFile read = call.shared.records.read(sources, call.shared.engine);
  Arrived out{.losses = read.losses};
  for (const records::RecordSource& source : sources) {
    auto one = office::keep_record(call.office.store(), source.path, source.name, read, source.name);
    if (!one) return fail(one.error());
    out.documents.push_back(std::move(*one));
  }
  return out;
}

// Records what has arrived, under names that no record of the case has by now.
Result<void> record(const Call& call, cases::CaseEvent& event, const store::EventKey& key) {
  const std::lock_guard lock(call.shared.receiving);
  const auto now = call.office.ledger().load(call.c().number);
  if (!now) return fail(now.error());
  Json named = Json::array();
  for (Json document : event.what["documents"]) {
    document["name"] = office::record_name(document["name"].get<std::string>(), *now, named);
    named.push_back(std::move(document));
  }
  event.what["documents"] = std::move(named);
  const auto done = call.office.ledger().record(call.c().number, {event}, key);
  if (!done) return fail(done.error());
  return {};
}

Reply receive_records(Call& call) {
  const store::EventKey key = key_of(call);
  const auto before = call.recorded_under(key);
  if (!before) return refuse(before.error());
  if (before->has_value()) {
    for (const Json& id : call.body.at("uploads")) {
      if (const auto left = find_upload(call, id.get<std::string>()))
        static_cast<void>(call.shared.uploads.remove(*left));
    }
    return received_answer(**before, losses_of(call, **before));
  }
  cases::CaseEvent event = call.event(std::string(kReceived));
  if (const auto may = cases::allowed(*call.programme, call.c(), event); !may) return refuse(may.error());
  const auto uploads = whole_uploads(call);
  if (!uploads) return refuse(uploads.error());
  const auto from = sender(call, uploads->front().from);
  if (!from) return refuse(from.error());
  if (from->empty()) return refuse(wrong_field("from", "Say which party the records came from."));

  auto arrived = arrive(call, *uploads);
  if (!arrived) return refuse(arrived.error());
  event.what = {{"from", *from}, {"documents", std::move(arrived->documents)}};
  if (const auto done = record(call, event, key); !done) return refuse(done.error());
  for (const Upload& upload : *uploads) static_cast<void>(call.shared.uploads.remove(upload));
  return received_answer(event, arrived->losses);
}

}  // namespace

void add_upload_routes(Routes& routes) {
  const std::string one = "/api/cases/{number}/uploads/{upload}";
  routes.add(Method::post, "/api/cases/{number}/uploads", Action::begin_upload, begin_upload);
  routes.add(Method::get, one, Action::get_upload, get_upload);
  routes.add(Method::patch, one, Action::continue_upload, continue_upload, {.body_limit = kMostAtOnce});
  routes.add(Method::delete_, one, Action::cancel_upload, cancel_upload);
  routes.add(Method::post, "/api/cases/{number}/records", Action::receive_records, receive_records,
             {.lane = Lane::slow});
}

}  // namespace openimr::server
