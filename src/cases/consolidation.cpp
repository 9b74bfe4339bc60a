#include "cases/consolidation.h"

#include <algorithm>

#include <fmt/format.h>

#include "cases/lists.h"
#include "cases/party_names.h"

namespace openimr::cases {
namespace {

using nlohmann::json;

bool same_party(const Case& a, const Case& b, std::string_view role) {
  const CaseParty* of_a = a.party(role);
  const CaseParty* of_b = b.party(role);
  return of_a != nullptr && of_b != nullptr && compare(fold_name(of_a->name), fold_name(of_b->name)) == Likeness::same;
}

// What a pack can name, and whether the two cases agree in it.
bool agree(std::string_view in, const Case& a, const Case& b) {
  if (in == "worker") return !worker_list(a).empty() && worker_list(a) == worker_list(b);
  if (in == "injury") return a.injury && a.injury == b.injury;
  return same_party(a, b, in);
}

json item_fields(const Item& item) {
  json out = {{"text", item.text}};
  if (item.service_date) out["service_date"] = item.service_date->iso();
  if (!item.denial_reasons.empty()) out["reasons"] = item.denial_reasons;
  if (!item.denial_guideline.empty()) out["guideline"] = item.denial_guideline;
  return out;
}

json record_fields(const Case& from, const Record& record) {
  // Below a folder of its case, so that no two records have one name.
  const std::string name = record.name.starts_with("records/") ? record.name.substr(8) : record.name;
  json out = {{"document", record.document}, {"name", fmt::format("records/{}/{}", from.number, name)}};
  if (!record.kind.empty()) out["kind"] = record.kind;
  if (record.date) out["date"] = record.date->iso();
  return out;
}

CaseEvent like(const CaseEvent& by, const char* type) {
  CaseEvent out = by;
  out.type = type;
  out.what = json::object();
  return out;
}

}  // namespace

Result<void> may_join(const program::Programme& programme, const Case& from, const Case& into) {
  const program::Joining& joining = programme.life().joining();
  if (joining.same.empty())
    return fail({ErrorCode::wrong_use, "the programme does not join applications", programme.id(), "", 0, 0,
                 "Decide each by itself."});
  if (from.number == into.number)
    return fail({ErrorCode::wrong_use, "a case cannot go on in itself", from.number, "", 0, 0, "Name another one."});
  for (const std::string& in : joining.same) {
    if (agree(in, from, into)) continue;
    std::string words = in;
    std::replace(words.begin(), words.end(), '_', ' ');
    return fail({ErrorCode::wrong_use, fmt::format("the {} of the two cases is not known to be the same", words),
                 fmt::format("{}, {}", from.number, into.number), "", 0, 0,
                 fmt::format("Only such applications are joined ({}).", joining.section)});
  }
  return {};
}

CaseEvent consolidated(const Case& from, const CaseEvent& by) {
  CaseEvent out = like(by, "consolidated");
  out.what["with"] = from.number;
  out.what["items"] = json::array();
  for (const Item& item : from.items) {
    if (item.is_open()) out.what["items"].push_back(item_fields(item));
  }
  if (from.records.empty()) return out;
  out.what["documents"] = json::array();
  for (const Record& record : from.records) out.what["documents"].push_back(record_fields(from, record));
  return out;
}

CaseEvent joined(const Case& into, const CaseEvent& by) {
  CaseEvent out = like(by, "joined");
  out.what["into"] = into.number;
  return out;
}

}  // namespace openimr::cases
