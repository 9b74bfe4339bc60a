#include "program/publication.h"

#include "program/part_readers.h"
#include "program/programme.h"

namespace openimr::program {

std::optional<bool> is_published(const Programme& programme, std::string_view field) {
  for (const PublicationRow& row : programme.publication()) {
    if (row.field == field) return row.published;
  }
  return std::nullopt;
}

Result<std::vector<PublicationRow>> read_publication(PackRows& rows) {
  std::vector<PublicationRow> out;
  for (const nlohmann::json& row : rows.list("publication")) {
    if (const auto known = rows.is_new(row, "field", "publication"); !known) return fail(known.error());
    out.push_back({text(row, "field"), text(row, "says"), row.at("published").get<bool>(), text(row, "section"),
                   standing_in(row)});
  }
  return out;
}

}  // namespace openimr::program
