// The records on a desk: the files with what was found in them, and what they say over time.
#include <algorithm>
#include <cmath>

#include "facts/timeline.h"
#include "letter/json.h"
#include "letter/timeline_words.h"
#include "server/api/desk.h"

namespace openimr::server {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json day_or_null(const std::optional<Date>& day) {
  return day ? Json(day->iso()) : Json();
}

std::string_view name_of(Media::Shown shown) {
  return shown == Media::Shown::pdf ? "pdf" : shown == Media::Shown::picture ? "picture" : "text";
}

Json parts_of(const records::CaseFile& file, const std::string& name) {
  Json out = Json::array();
  for (const records::Document& document : file.documents) {
    if (document.name() != name) continue;
    out.push_back({{"kind", text_or_null(document.kind)},
                   {"date", day_or_null(document.date)},
                   {"page", document.first_page()},
                   {"pages", document.pages()}});
  }
  return out;
}

Json file_view(const cases::Record& record, const records::RecordFile& file, const records::CaseFile& all,
               const Media& media) {
  const auto count = [&](const auto& is) { return std::count_if(file.pages.begin(), file.pages.end(), is); };
  const bool is_archived = file.name != record.name;  // what is in an archive can be shown as text alone
  return {{"document", record.document},
          {"name", file.name},
          {"kind", text_or_null(record.kind)},
          {"date", day_or_null(record.date)},
          {"pages", file.pages.size()},
          {"media", name_of(is_archived ? Media::Shown::text : media.as)},
          {"unreadable", count([](const records::ReadPage& page) { return !page.loss.empty(); })},
          {"repeated", count([](const records::ReadPage& page) { return page.same_as.has_value(); })},
          {"parts", parts_of(all, file.name)}};
}

Json point_view(const facts::TimelinePoint& point) {
  Json place = letter::to_json(point.place);
  place.erase("box");  // the page has it
  return {{"from", point.date.first.iso()},
          {"to", point.date.last.iso()},
          {"what", facts::name_of(point.what)},
          {"value", point.value},
          {"amount", point.amount ? Json(std::round(*point.amount * 100) / 100) : Json()},
          {"place", std::move(place)}};
}

}  // namespace

Result<Json> desk_documents(const DeskOf& desk) {
  Json out = Json::array();
  if (desk.reviewed == nullptr) return out;
  for (const cases::Record& record : desk.call.c().records) {
    const auto media = desk.call.shared.documents.media(desk.call.office.store(), record.document);
    if (!media) return fail(media.error());
    for (const auto& file : desk.reviewed->file.files) {
      if (file->name == record.name || file->name.starts_with(record.name + "/"))
        out.push_back(file_view(record, *file, desk.reviewed->file, *media));
    }
  }
  return out;
}

Json desk_timeline(const DeskOf& desk) {
  Json out = Json::array();
  if (desk.reviewed == nullptr) return out;
  for (const facts::TimelineRow& row : facts::timeline_of(desk.reviewed->facts).rows) {
    Json points = Json::array();
    for (const facts::TimelinePoint& point : letter::distinct_points(row)) points.push_back(point_view(point));
    out.push_back({{"kind", facts::name_of(row.kind)}, {"name", row.name}, {"points", std::move(points)}});
  }
  return out;
}

}  // namespace openimr::server
