// The documents of a case: their bytes, and the pages of records as text with places.
#include <charconv>

#include "server/api/desk_facts.h"
#include "server/api/document_rights.h"
#include "server/api/page_view.h"
#include "server/api/routes.h"

namespace openimr::server {
namespace {

Problem no_such_document() {
  return not_found("The case has no such document.");
}

// Nothing may be shown where it cannot be noted.
Result<void> note_read(const Call& call, const std::string& document) {
  return Reads(call.office.store(), call.shared.reads).note(*call.session, call.c().number, document, call.at);
}

std::string disposition(const NamedDocument& named, const Media& media) {
  constexpr std::string_view kAttachment = "attachment";
  const std::string saved = attachment(named.name);
  return media.is_shown ? "inline" + saved.substr(kAttachment.size()) : saved;
}

Reply get_document(Call& call) {
  const std::string name(call.parameter("document"));
  const auto named = document_in(call, name);
  if (!named) return refuse(no_such_document());
  if (named->is_record) {
    if (auto may = check_right(call, Action::get_record); !may) return refuse(std::move(may.error()));
    if (const auto noted = note_read(call, name); !noted) return refuse(noted.error());
  }
  const auto found = call.shared.documents.find(call.office.store(), name);
  if (!found) return refuse(found.error());
  Response out = document(Body(found->bytes), std::string(found->media.type));
  out.headers.set("Content-Disposition", disposition(*named, found->media));
  out.headers.set("ETag", '"' + name + '"');
  return out;
}

std::optional<int> page_number(std::string_view text) {
  int out = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || out < 1) return {};
  return out;
}

// The file of a record, or of an archive that is one: the first, or the one that is named.
const records::RecordFile* file_of(const office::Reviewed& reviewed, const cases::Record& record,
                                   std::string_view named) {
  for (const auto& file : reviewed.file.files) {
    const bool is_of_record = file->name == record.name || file->name.starts_with(record.name + "/");
    if (is_of_record && (named.empty() || named == file->name)) return file.get();
  }
  return nullptr;
}

Reply get_page(Call& call) {
  const std::string name(call.parameter("document"));
  const auto page = page_number(call.parameter("page"));
  const cases::Record* record = record_in(call.c(), name);
  if (record == nullptr || !page) return refuse(no_such_document());
  const auto reviewed = call.shared.records.of(call.office, call.shared.engine, call.found());
  if (!reviewed) return refuse(reviewed.error());
  const records::RecordFile* file = file_of(**reviewed, *record, call.request.query["name"]);
  if (file == nullptr) return refuse(no_such_document());
  if (static_cast<std::size_t>(*page) > file->pages.size()) return refuse(not_found("The record has no such page."));
  if (const auto noted = note_read(call, name); !noted) return refuse(noted.error());
  auto view = page_view(*file, *page);
  view["document"] = name;
  view["facts"] = nlohmann::ordered_json::array();
  if (!call.who.is_party()) {
    const auto uses = uses_in_draft(call);
    if (!uses) return refuse(uses.error());
    view["facts"] = facts_on_page((*reviewed)->facts, *uses, file->name, *page);
  }
  return json(view);
}

}  // namespace

void add_record_routes(Routes& routes) {
  const RouteOptions slow{.lane = Lane::slow};
  // Whoever may see papers may see some document; records are asked for again.
  routes.add(Method::get, "/api/cases/{number}/documents/{document}", Action::get_paper, get_document);
  routes.add(Method::get, "/api/cases/{number}/documents/{document}/pages/{page}", Action::get_page, get_page, slow);
}

}  // namespace openimr::server
